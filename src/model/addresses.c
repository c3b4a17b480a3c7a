/* SPDX-License-Identifier: MIT */
#include "model/addresses.h"

#include "files/path.h"
#include "model/fields.h"
#include "model/visit.h"
#include "support/map.h"
#include "text/prose/prose.h"
#include "text/uri.h"

#include <stdlib.h>
#include <string.h>

struct addresses {
	struct arena arena;
	const char *base;
	struct map moved; /* address of a text of the model → how it reads from the folder, where
			     that is another text */
};

struct address_survey {
	struct addresses *addresses;
	const struct model *model;
	const char *
	    *starts; /* by file: its folder from that of the outputs; "" when they are one */
	struct arena scratch;
};

/* A text whose addresses are moved. */
struct address_move {
	struct arena *arena;
	const char *start;
	bool changed; /* an address in it was */
};

/* Keeps how a text of the model reads from the folder. */
static void
move(struct addresses *addresses, const char *from, const char *to)
{
	const char **place = (const char **)map_at_number(&addresses->moved, (uintptr_t)from);
	*place = to;
}

static const char *
folder_of(struct address_survey *s, const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? arena_copy(&s->scratch, path, (size_t)(slash - path) + 1) : ".";
}

/* The folder at which addresses are to begin. */
static const char *
find_base(struct address_survey *s, const char *folder)
{
	const char *base = path_real(&s->scratch, folder),
		   *root = path_real(&s->scratch, *s->model->root ? s->model->root : ".");
	return base && root && !path_between(&s->scratch, base, root) ? root : base;
}

/* False when nothing would change. */
static bool
find_starts(struct address_survey *s, const char *from)
{
	const struct model *model = s->model;
	s->starts = arena_array(&s->scratch, model->file_count + 1, sizeof *s->starts);
	bool any = false;
	for (uint32_t i = 0; i < model->file_count; i++) {
		const char *to =
		    path_real(&s->scratch,
			      model->files[i].is_input ? "." : folder_of(s, model->files[i].name));
		const char *start = from && to ? path_between(&s->scratch, from, to) : NULL;
		s->starts[i] = start ? start : "";
		any = any || *s->starts[i];
	}
	return any;
}

static const char *
moved_address(void *data, const char *address)
{
	struct address_move *move = data;
	const char *moved = uri_from(move->arena, move->start, address);
	move->changed = move->changed || moved != address;
	return moved;
}

static bool
link_nothing(void *data, const char *at, struct prose_link *link)
{
	(void)data, (void)at, (void)link;
	return false;
}

/* Only what may hold a link with an address of its own is read as CommonMark. */
const char *
addresses_moved(struct arena *arena, const char *text, const char *start)
{
	if (!*start || !strchr(text, ']'))
		return text;
	struct address_move moving = {.arena = arena, .start = start};
	struct prose_linker linker = {link_nothing, &moving, moved_address};
	const char *moved = prose_markdown(arena, text, 1, &linker);
	return moving.changed ? moved : text;
}

static void
survey_prose(void *data, const struct entity *entity, const struct leaf *leaf)
{
	struct address_survey *s = data;
	const struct text *text = leaf_text(leaf);
	(void)entity;
	if (!text->s)
		return;
	const char *moved = addresses_moved(&s->scratch, text->s, s->starts[text->pos.file]);
	if (moved != text->s)
		move(s->addresses, text->s, arena_string(&s->addresses->arena, moved));
}

static void
survey_href(struct address_survey *s, const struct text *href)
{
	if (href->s && *s->starts[href->pos.file] && uri_is_relative(href->s))
		move(s->addresses, href->s,
		     uri_from(&s->addresses->arena, s->starts[href->pos.file], href->s));
}

static bool
survey_thing(void *data, const struct entity *entity)
{
	if (entity->kind == KIND_ATTACHMENT)
		survey_href(data, &attachment_of(entity)->href);
	else if (entity->kind == KIND_PROCESS)
		survey_href(data, &process_of(entity)->logo);
	return true;
}

struct addresses *
addresses_new(const struct model *model, const char *folder)
{
	struct addresses *addresses = memory_alloc(sizeof *addresses);
	*addresses = (struct addresses){0};
	static const struct visitor visitor = {
	    .leaves = LEAF_PROSE, .thing = survey_thing, .leaf = survey_prose};
	struct address_survey s = {.addresses = addresses, .model = model};
	const char *base = find_base(&s, folder);
	addresses->base = base ? arena_string(&addresses->arena, base) : NULL;
	if (find_starts(&s, base))
		visit(model, &model->document->base, &visitor, &s);
	arena_free(&s.scratch);
	return addresses;
}

void
addresses_free(struct addresses *addresses)
{
	if (addresses) {
		map_free(&addresses->moved);
		arena_free(&addresses->arena);
	}
	memory_free(addresses);
}

const char *
addresses_base(const struct addresses *addresses)
{
	return addresses->base;
}

void
addresses_move(struct addresses *addresses, const char *text, const char *to)
{
	move(addresses, text, arena_string(&addresses->arena, to));
}

const char *
addresses_seen(const struct addresses *addresses, const char *text)
{
	const char *to = map_get_number(&addresses->moved, (uintptr_t)text);
	return to ? to : text;
}

const char *
addresses_path(struct arena *arena, const struct model *model, const struct text *href)
{
	const char *file = model->files[href->pos.file].name, *slash = strrchr(file, '/');
	if (href->s[0] == '/' && href->s[1] != '/')
		return uri_path(arena, href->s);
	if (!uri_is_relative(href->s))
		return NULL;
	return arena_printf(arena, "%.*s%s", slash ? (int)(slash - file) + 1 : 0, file,
			    uri_path(arena, href->s));
}
