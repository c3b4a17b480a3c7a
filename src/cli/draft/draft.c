/* SPDX-License-Identifier: MIT */
#include "cli/draft/draft.h"

#include "cli/call/library.h"
#include "cli/draft/draft_line.h"
#include "cli/draft/draft_outline.h"
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

/* An outline under way. */
struct draft_taking {
	struct arguments *args;
	struct draft *draft;
	struct draft_keys keys;
	struct draft_heading heading;
	struct draft_stage *stage; /* the last; NULL before the first */
	const char *list;          /* the key that heads the lines below a level; NULL: none */
	uint32_t list_level;
};

static void
add_stage(struct draft_taking *t, const char *text)
{
	struct arguments *args = t->args;
	struct draft *draft = t->draft;
	draft->stages =
	    arena_grow(&args->arena, draft->stages, draft->stage_count, 1, sizeof *draft->stages);
	struct draft_stage *stage = &draft->stages[draft->stage_count++];
	*stage = (struct draft_stage){.name = NULL};
	if (draft_is_row(text))
		draft_take_row(args, &t->heading, text, stage);
	if (!stage->name)
		stage->name = utf8_fold(&args->arena, text, FOLD_FORM);
	if (!stage->deadline)
		draft_take_line(args, stage);
	t->stage = stage;
	t->list = NULL;
}

/* «Срок: 1 день»: true, when it says something of the stage above. At the level of the stages only
 * what a stage has a place for is no stage. */
static bool
take_said(struct draft_taking *t, const struct bullet *item)
{
	static const char *const places[] = {"deadline", "responsible", "result", "criteria",
					     "steps"};
	const char *value, *key = draft_key_of_line(&t->keys, "stage", item->text, &value);
	bool has_place = false;
	for (size_t i = 0; key && i < sizeof places / sizeof *places; i++)
		has_place = has_place || strcmp(places[i], key) == 0;
	if (!key || (!item->level && !has_place))
		return false;
	const char *title = arena_copy(&t->args->arena, item->text, strcspn(item->text, ":=-"));
	draft_take_value(t->args, t->stage, key, title, value);
	return true;
}

/* A line below a stage: a step, what is said of the stage, or an item of a list of that, with a
 * heading, «Результат:». */
static void
take_below(struct draft_taking *t, const struct bullet *item, const struct bullet *next)
{
	bool in_list = t->list && item->level > t->list_level;
	const char *key = !in_list && next && next->level > item->level
			      ? draft_key_called(&t->keys, "stage", item->text)
			      : NULL;
	struct bullet step = *item;
	if (!in_list)
		t->list = key;
	if (key)
		t->list_level = item->level;
	else if (in_list && strcmp(t->list, "steps") != 0)
		draft_take_value(t->args, t->stage, t->list, NULL, item->text);
	else if (in_list || !take_said(t, item)) {
		step.level -= in_list;
		draft_add_step(&t->args->arena, t->stage, step);
	}
}

static void
take_item(struct draft_taking *t, const struct bullet *item, const struct bullet *next)
{
	bool is_heading = !t->stage && draft_is_row(item->text) &&
			  draft_read_heading(t->args, &t->keys, &t->heading, item->text);
	if (is_heading)
		return;
	if (item->level && t->stage)
		take_below(t, item, next);
	else if (!t->stage || draft_is_row(item->text) || !take_said(t, item))
		add_stage(t, item->text);
}

/* How many stages are called, or answered for, as one before them. */
static size_t
count_repeats(const struct draft *draft, bool roles)
{
	size_t count = 0;
	for (size_t i = 1; i < draft->stage_count; i++) {
		const struct draft_stage *stage = &draft->stages[i], *before = stage - 1;
		if (roles ? !stage->roles || !before->roles : !stage->name)
			return SIZE_MAX;
		bool same = false;
		for (; before >= draft->stages && !same; before--)
			same = strcmp(roles ? stage->roles : stage->name,
				      roles ? before->roles : before->name) == 0;
		count += same;
	}
	return count;
}

/* «Бухгалтер – Оплата – 1 день»: who answers comes first where that is what repeats. */
static void
settle_order(struct draft *draft)
{
	size_t roles = count_repeats(draft, true);
	if (roles >= count_repeats(draft, false))
		return;
	for (size_t i = 0; i < draft->stage_count; i++) {
		struct draft_stage *stage = &draft->stages[i];
		const char *name = stage->name;
		stage->name = stage->roles;
		stage->roles = name;
	}
}

void
draft_take_outline(struct arguments *args, struct draft *draft, const struct bullets *bullets)
{
	struct presale *library = library_open(args_lang(args));
	struct draft_taking t = {.args = args, .draft = draft, .keys.arena = &args->arena};
	t.keys.keys = library_keys(library, &t.keys.count);
	struct draft_outline outline = draft_outline_of(&t.keys, bullets);
	const struct draft_lines *lines = &outline.stages;
	for (size_t i = 0; i < lines->count; i++)
		take_item(&t, &lines->items[i], i + 1 < lines->count ? &lines->items[i + 1] : NULL);
	if (!t.heading.count)
		settle_order(draft);
	draft->name = draft->name ? draft->name : outline.title;
	draft->owner = draft->owner ? draft->owner : outline.owner;
	draft->roles = outline.roles;
	draft->remarks = outline.others;
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

/* «Продавец – принимает товар» as far as it is a name. */
static const char *
name_of_line(const struct draft_writer *w, const char *line)
{
	static const char *const signs[] = {
	    " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", ": ", " (", " = "};
	size_t length = strlen(line);
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		const char *sign = strstr(line, signs[i]);
		if (sign && (size_t)(sign - line) < length)
			length = (size_t)(sign - line);
	}
	return arena_copy(&w->args->arena, line, length);
}

/* What an outline says of a role beside its name. */
static void
put_told(const struct draft_writer *w, const struct draft *draft, const char *name)
{
	for (size_t i = 0; i < draft->roles.count; i++) {
		const char *line = draft->roles.items[i].text;
		if (strcmp(line, name) != 0 && strcmp(name_of_line(w, line), name) == 0)
			yaml_put_remark(w->out, "    ", visible_text(&w->args->arena, line));
	}
}

static void
put_roles(const struct draft_writer *w, const struct draft *draft, struct role_list *list)
{
	for (size_t i = 0; i < draft->roles.count; i++)
		add_role(w, list, name_of_line(w, draft->roles.items[i].text));
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
		put_told(w, draft, list->names[i]);
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
	for (size_t i = 0; i < draft->remarks.count; i++)
		yaml_put_remark(out, i ? "" : "\n",
				visible_text(&args->arena, draft->remarks.items[i].text));
	presale_close(library);
}
