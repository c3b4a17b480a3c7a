/* SPDX-License-Identifier: MIT */
#include "cli/draft/draft.h"

#include "cli/call/library.h"
#include "cli/draft/draft_line.h"
#include "cli/draft/draft_row.h"
#include "support/utf8.h"
#include "text/syntax/yaml_put.h"
#include "text/visible.h"

#include <string.h>

/* Whether a line of a text begins with one of a section's keys and a colon. */
static bool
has_section(const char *text, const struct presale_key *key)
{
	for (; *text; text += strcspn(text, "\n"), text += *text != '\0')
		for (int lang = 0; lang < 2; lang++) {
			size_t length = strlen(key->key[lang]);
			if (strncmp(text, key->key[lang], length) == 0 && text[length] == ':')
				return true;
		}
	return false;
}

bool
draft_is_process(struct arguments *args, const char *text)
{
	struct presale *library = library_open(args_lang(args));
	size_t count, sections = 0;
	const struct presale_key *keys = library_keys(library, &count);
	for (size_t i = 0; i < count; i++)
		if (strcmp(keys[i].kind[0], "file") == 0 &&
		    (strcmp(keys[i].key[0], "process") == 0 ||
		     strcmp(keys[i].key[0], "stages") == 0))
			sections += has_section(text, &keys[i]);
	presale_close(library);
	return sections == 2;
}

static void
take_stage(struct arguments *args, const struct draft_heading *heading, const struct bullet *item,
	   struct draft_stage *stage)
{
	*stage = (struct draft_stage){.name = NULL};
	if (draft_is_row(item->text))
		draft_take_row(args, heading, item->text, stage);
	if (!stage->name)
		stage->name = utf8_fold(&args->arena, item->text, FOLD_FORM);
	if (!stage->deadline)
		draft_take_line(args, stage);
}

void
draft_take_outline(struct arguments *args, struct draft *draft, const struct bullets *outline)
{
	struct draft_stage *stage = NULL;
	struct draft_heading heading = {0};
	size_t key_count;
	struct presale *library = library_open(args_lang(args));
	const struct presale_key *keys = library_keys(library, &key_count);
	for (size_t i = 0; i < outline->count; i++) {
		const struct bullet *item = &outline->items[i];
		if (item->level && stage) {
			draft_add_step(&args->arena, stage, *item);
			continue;
		}
		if (!stage && draft_is_row(item->text) &&
		    draft_read_heading(args, &heading, item->text, keys, key_count))
			continue;
		draft->stages = arena_grow(&args->arena, draft->stages, draft->stage_count, 1,
					   sizeof *draft->stages);
		stage = &draft->stages[draft->stage_count++];
		take_stage(args, &heading, item, stage);
	}
	presale_close(library);
}

/* What writes a process. */
struct draft_writer {
	struct arguments *args;
	const struct presale_key *keys;
	size_t key_count;
	int lang;
	struct buf *out;
};

static const struct presale_key *
key_of(const struct draft_writer *w, const char *kind, const char *name)
{
	size_t i = 0;
	while (i + 1 < w->key_count &&
	       (strcmp(w->keys[i].kind[0], kind) != 0 || strcmp(w->keys[i].key[0], name) != 0))
		i++;
	return &w->keys[i];
}

/* A key with its value, or, where that is not known, a remark on what the key says. */
static void
put(const struct draft_writer *w, const char *indent, const char *kind, const char *name,
    const char *value)
{
	const struct presale_key *key = key_of(w, kind, name);
	const char *word = key->key[w->lang];
	if (value)
		yaml_put(w->out, indent, word, value, NULL);
	else
		yaml_put_remark(w->out, indent,
				arena_printf(&w->args->arena, "%s: %s", word, key->about[w->lang]));
}

/* A key whose list follows. */
static void
put_head(const struct draft_writer *w, const char *indent, const char *kind, const char *name)
{
	yaml_put(w->out, indent, key_of(w, kind, name)->key[w->lang], NULL, NULL);
}

static void
put_item(const struct draft_writer *w, const char *indent, const char *text)
{
	struct arena *arena = &w->args->arena;
	yaml_put(w->out, arena_printf(arena, "%s- ", indent), NULL,
		 utf8_fold(arena, text, FOLD_FORM), NULL);
}

static void
put_process(const struct draft_writer *w, const struct draft *draft)
{
	put_head(w, "", "file", "process");
	put(w, "  ", "process", "name", draft->name);
	if (!w->lang)
		put(w, "  ", "process", "lang", "en");
	put(w, "  ", "process", "owner", draft->owner);
	put(w, "  ", "process", "goal", NULL);
	put(w, "  ", "process", "result", NULL);
}

/* The names of roles between commas, one by one; each time *rest moves on, NULL at the end. */
static const char *
next_role(struct arena *arena, const char **rest)
{
	while (*rest && **rest) {
		size_t length = strcspn(*rest, ",;");
		const char *role = utf8_fold(arena, arena_copy(arena, *rest, length), FOLD_FORM);
		*rest += length + ((*rest)[length] != '\0');
		if (*role)
			return role;
	}
	return NULL;
}

/* Roles that were said, each once; how it was written first is how it is written. */
struct role_list {
	const char **names;
	size_t count;
};

static const char *
add_role(const struct draft_writer *w, struct role_list *list, const char *name)
{
	struct arena *arena = &w->args->arena;
	const char *folded = utf8_fold(arena, name, FOLD_CASE);
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(utf8_fold(arena, list->names[i], FOLD_CASE), folded) == 0)
			return list->names[i];
	list->names = arena_grow(arena, list->names, list->count, 1, sizeof *list->names);
	return list->names[list->count++] = name;
}

static void
put_roles(const struct draft_writer *w, const struct draft *draft, struct role_list *list)
{
	if (draft->owner)
		add_role(w, list, draft->owner);
	for (size_t i = 0; i < draft->stage_count; i++) {
		const char *role, *rest = draft->stages[i].roles;
		while ((role = next_role(&w->args->arena, &rest)))
			add_role(w, list, role);
	}
	buf_putc(w->out, '\n');
	if (!list->count) {
		put(w, "", "file", "roles", NULL);
		return;
	}
	put_head(w, "", "file", "roles");
	for (size_t i = 0; i < list->count; i++) {
		put(w, "  - ", "role", "name", list->names[i]);
		put(w, "    ", "role", "duties", NULL);
	}
}

static void
put_responsible(const struct draft_writer *w, const struct draft_stage *stage,
		struct role_list *list)
{
	struct arena *arena = &w->args->arena;
	const char *rest = stage->roles, *first = next_role(arena, &rest),
		   *second = next_role(arena, &rest);
	first = first ? add_role(w, list, first) : NULL;
	if (!second) {
		put(w, "    ", "stage", "responsible", first);
		return;
	}
	put_head(w, "    ", "stage", "responsible");
	put_item(w, "      ", first);
	for (; second; second = next_role(arena, &rest))
		put_item(w, "      ", add_role(w, list, second));
}

/* Steps, each with those below it; deeper ones stand among these. */
static void
put_steps(const struct draft_writer *w, const struct draft_stage *stage)
{
	if (stage->step_count)
		put_head(w, "    ", "stage", "steps");
	else
		put(w, "    ", "stage", "steps", NULL);
	for (size_t i = 0; i < stage->step_count;) {
		const struct bullet *step = &stage->steps[i++];
		if (i == stage->step_count || stage->steps[i].level < 2) {
			put_item(w, "      ", step->text);
			continue;
		}
		put(w, "      - ", "step", "name", step->text);
		put_head(w, "        ", "step", "steps");
		for (; i < stage->step_count && stage->steps[i].level > 1; i++)
			put_item(w, "          ", stage->steps[i].text);
	}
}

void
draft_put(struct arguments *args, const struct draft *draft, int lang, struct buf *out)
{
	struct presale *library = library_open(lang);
	struct draft_writer w = {.args = args, .lang = lang, .out = out};
	struct role_list roles = {0};
	w.keys = library_keys(library, &w.key_count);
	put_process(&w, draft);
	put_roles(&w, draft, &roles);
	buf_putc(out, '\n');
	put_head(&w, "", "file", "stages");
	for (size_t i = 0; i < draft->stage_count; i++) {
		const struct draft_stage *stage = &draft->stages[i];
		put(&w, "  - ", "stage", "name", stage->name);
		put_responsible(&w, stage, &roles);
		put(&w, "    ", "stage", "deadline", stage->deadline);
		put(&w, "    ", "stage", "result", stage->result);
		put(&w, "    ", "stage", "criteria", stage->criteria);
		put_steps(&w, stage);
		for (size_t at = 0; at < stage->remark_count; at++)
			yaml_put_remark(out, "    ",
					visible_text(&args->arena, stage->remarks[at]));
	}
	presale_close(library);
}
