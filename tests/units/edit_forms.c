/* SPDX-License-Identifier: MIT */
/* edit_forms FILE CHANGE…: the file with the changes made, or why one was refused. A change is
 * what, kind, name, field and value, parted by " | "; the suite `edit` shows them. */
#include "edit/edit.h"
#include "load/load.h"
#include "model/fields.h"
#include "model/visit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 32, PARTS = 6 };

/* A thing that is looked for. */
struct search {
	const char *kind, *name;
	const struct entity *found;
};

struct work {
	const struct model *model;
	struct arena arena;
	struct change items[MOST];
	struct changes changes;
};

static bool
look_at(void *data, const struct entity *entity)
{
	struct search *search = data;
	const struct field *name = field_flagged(entity->kind, F_NAME);
	const char *called = entity_name(entity);
	if (name && field_is(name, LEAF_REF) && !field_is_list(name))
		called = ((const struct ref *)field_value(entity, name))->raw;
	if (!search->found && strcmp(kind_info(entity->kind)->member, search->kind) == 0 &&
	    (strcmp(search->name, ".") == 0 || (called && strcmp(called, search->name) == 0)))
		search->found = entity;
	return true;
}

static const struct entity *
find(struct work *w, const char *kind, const char *name)
{
	static const struct visitor visitor = {.thing = look_at};
	struct search search = {.kind = kind, .name = name};
	visit(w->model, &w->model->document->base, &visitor, &search);
	return search.found;
}

static const struct field *
field_of(struct work *w, enum kind kind, const char *member)
{
	const struct field **field = w->model->fields[kind];
	while (*field && strcmp((*field)->member, member) != 0)
		field++;
	return *field;
}

static struct written *
text_of(struct work *w, const char *text, size_t length)
{
	struct written *written = arena_alloc(&w->arena, sizeof *written);
	char *copy = arena_copy(&w->arena, text, length), *out = copy;
	for (const char *at = copy; *at; at++) /* \n in a line */
		*out++ = at[0] == '\\' && at[1] == 'n' ? (at++, '\n') : *at;
	*out = 0;
	*written = (struct written){.type = WRITTEN_TEXT, .text = copy};
	return written;
}

/* `[a, b]`, `{name=a, deadline=b}` or a text. */
static const struct written *
value_of(struct work *w, enum kind kind, const char *text)
{
	size_t length = strlen(text);
	bool list = *text == '[', map = *text == '{';
	if (!list && !map)
		return text_of(w, text, length);
	struct written *holder = text_of(w, "", 0), *last = NULL;
	holder->type = list ? WRITTEN_LIST : WRITTEN_MAP;
	holder->text = NULL;
	for (const char *at = text + 1; *at && !strchr("]}", *at);) {
		size_t item = strcspn(at, ",]}"), key = map ? strcspn(at, "=") + 1 : 0;
		struct written *one = text_of(w, at + key, item - key);
		if (map)
			one->field = field_of(w, kind, arena_copy(&w->arena, at, key - 1));
		*(last ? &last->next : &holder->first) = one;
		last = one;
		at += item + (at[item] == ',' ? 2 : 0);
	}
	return holder;
}

static void
split(struct work *w, const char *line, const char *parts[PARTS])
{
	for (int i = 0; i < PARTS; i++) {
		const char *bar = strstr(line, " | ");
		parts[i] = bar ? arena_copy(&w->arena, line, (size_t)(bar - line)) : line;
		line = bar ? bar + 3 : line + strlen(line);
	}
}

/* `first`, or the name of the sibling; of one that comes with the same edit its number: `#1`. */
static void
place(struct work *w, struct change *change, const char *kind, const char *where)
{
	if (*where == '#')
		change->behind = &w->items[where[1] - '1'];
	else if (strcmp(where, "first") != 0)
		change->after = find(w, kind, where);
}

static void
add_change(struct work *w, const char *line)
{
	const char *p[PARTS];
	const struct voice voice = voice_of(w->model);
	struct change *change = &w->items[w->changes.count++];
	split(w, line, p);
	const struct entity *thing = find(w, p[1], p[2]);
	*change = (struct change){.thing = thing, .field = field_of(w, thing->kind, p[3])};
	if (strcmp(p[0], "set") == 0 || strcmp(p[0], "unset") == 0) {
		change->what = p[0][0] == 's' ? CHANGE_SET : CHANGE_UNSET;
		change->was = written_field(&voice, thing, change->field, &w->arena);
		change->is = p[0][0] == 's' ? value_of(w, KIND_TERMS, p[4]) : NULL;
	} else if (strcmp(p[0], "add") == 0) {
		enum kind kind = (enum kind)change->field->argument;
		change->what = CHANGE_ADD;
		change->is = value_of(w, kind, p[5]);
		place(w, change, kind_info(kind)->member, p[4]);
	} else {
		change->what = p[0][0] == 'r' ? CHANGE_REMOVE : CHANGE_MOVE;
		change->field = entity_holder(thing);
		change->to = thing->parent;
		place(w, change, p[1], p[3]);
		if (*p[4]) /* into the list of another: its kind and name */
			change->to = find(w, p[4], p[5]);
	}
}

int
main(int argc, char **argv)
{
	struct diagnostics diags = {0};
	struct edited edited;
	bool unreadable = false;
	struct work w = {.model = load_model(argv[1], NULL, NULL, &diags, &unreadable)};
	w.changes.items = w.items;
	for (int i = 2; i < argc && i < MOST; i++)
		add_change(&w, argv[i]);
	const struct edit_source source = {w.model, &diags, argv[1], NULL, NULL};
	if (edit_changes(&source, &w.changes, &edited)) {
		for (uint32_t i = 0; i < edited.file_count; i++) {
			const char *name = w.model->files[edited.files[i].file].name;
			if (i || edited.files[i].file)
				printf("=> %s\n",
				       strrchr(name, '/') ? strrchr(name, '/') + 1 : name);
			fwrite(edited.files[i].bytes.data, 1, edited.files[i].bytes.length, stdout);
		}
	} else {
		if (edited.refusals[0].says.texts[0] && getenv("EDIT_TELL"))
			fprintf(stderr, "%s\n", edited.refusals[0].says.texts[0]);
		printf("refused at %u:%u: %s\n", edited.refusals[0].pos.line,
		       edited.refusals[0].pos.column, said_phrase(edited.refusals[0].why).texts[0]);
	}
	edited_free(&edited);
	arena_free(&w.arena);
	model_free(w.model);
	diag_free(&diags);
	return 0;
}
