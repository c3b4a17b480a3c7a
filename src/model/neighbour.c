/* SPDX-License-Identifier: MIT */
#include "model/neighbour.h"

#include "support/utf8.h"
#include "text/uri.h"

#include <string.h>

/* Two things under one key: nobody can tell which is meant. */
static const struct neighbour_thing several;

/* Before what a thing is called: where it is looked for. */
enum { OF_ROLES = 'r', OF_TERMS = 't', OF_ROUTES = 's', ANY_STEP = '*' };

static size_t
path_length(const char *text)
{
	return strcspn(text, "#");
}

bool
neighbour_is_named(const char *text)
{
	static const char *const endings[] = {".yaml", ".yml"};
	size_t length = text ? path_length(text) : 0;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t tail = strlen(endings[i]);
		if (length > tail && memcmp(text + length - tail, endings[i], tail) == 0)
			return uri_is_relative(text) || *text == '/';
	}
	return false;
}

const char *
neighbour_path(struct arena *arena, const char *text, const char **part)
{
	size_t length = path_length(text);
	*part = text[length] && text[length + 1] ? text + length + 1 : NULL;
	return arena_copy(arena, text, length);
}

const char *
neighbour_key(struct arena *arena, unsigned file, const char *text)
{
	const char *part;
	return arena_printf(arena, "%u:%s", file, neighbour_path(arena, text, &part));
}

const struct met_neighbour *
neighbour_met(const struct model *model, unsigned file, const char *text)
{
	struct arena scratch = {0};
	if (!model->met.count || !neighbour_is_named(text))
		return NULL;
	const struct met_neighbour *met = map_get(&model->met, neighbour_key(&scratch, file, text));
	arena_free(&scratch);
	return met;
}

struct pos
neighbour_pos(const struct met_neighbour *met, struct pos pos)
{
	bool known = pos.line && met->first_file != UINT32_MAX;
	pos.file += met->first_file;
	return known ? pos : (struct pos){0};
}

static char
realm(enum kind kind)
{
	return kind == KIND_ROLE ? OF_ROLES : kind == KIND_TERM ? OF_TERMS : OF_ROUTES;
}

static const char *
key_of(struct arena *arena, char where, const struct neighbour_thing *outer, const char *text)
{
	return arena_printf(arena, "%c%u/%s", where, outer ? outer->number : 0,
			    utf8_fold(arena, text, FOLD_CASE));
}

static void
add(struct neighbour *neighbour, const char *key, const struct neighbour_thing *thing)
{
	void **place = map_at(&neighbour->index, key);
	*place = (void *)(uintptr_t)(*place && *place != thing ? &several : thing);
}

static void
add_called(struct neighbour *neighbour, struct arena *arena, const struct neighbour_thing *thing,
	   const char *text)
{
	add(neighbour, key_of(arena, realm(thing->kind), thing->outer, text), thing);
	if (thing->kind == KIND_STEP)
		add(neighbour, key_of(arena, ANY_STEP, NULL, text), thing);
}

void
neighbour_index(struct neighbour *neighbour, struct arena *arena)
{
	for (uint32_t i = 0; i < neighbour->thing_count; i++) {
		const struct neighbour_thing *thing = neighbour->things[i];
		add_called(neighbour, arena, thing, thing->name);
		add_called(neighbour, arena, thing, thing->id);
		for (uint32_t j = 0; j < thing->aliases.count; j++)
			add_called(neighbour, arena, thing, thing->aliases.items[j].s);
	}
}

/* «Stage/Step»: each part within the one before. A name may have a slash of its own. */
static const struct neighbour_thing *
find_path(const struct neighbour *neighbour, struct arena *arena, char where, const char *text)
{
	const struct neighbour_thing *outer = NULL;
	for (const char *at = text, *end = at; *end;) {
		end += strcspn(end, "/");
		const char *name = arena_copy(arena, at, (size_t)(end - at));
		const struct neighbour_thing *found =
		    map_get(&neighbour->index, key_of(arena, where, outer, name));
		bool last = !*end;
		end += !last;
		if (!found && !last)
			continue;
		if (!found || found == &several || last)
			return found;
		outer = found;
		at = end;
	}
	return NULL;
}

const struct neighbour_thing *
neighbour_find(const struct neighbour *neighbour, enum kind kind, const char *text)
{
	struct arena scratch = {0};
	char where = realm(kind);
	const struct neighbour_thing *found = find_path(neighbour, &scratch, where, text);
	if (!found && where == OF_ROUTES)
		found = map_get(&neighbour->index, key_of(&scratch, ANY_STEP, NULL, text));
	arena_free(&scratch);
	return found == &several ? NULL : found;
}
