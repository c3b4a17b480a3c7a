/* SPDX-License-Identifier: MIT */
#include "merge/decide/things.h"

#include "change/match.h"
#include "merge/decide/region.h"
#include "merge/decide/taken.h"
#include "model/fields.h"

#include <string.h>

/* «1.2 Название» without the number, which is no part of it. */
static const char *
without_number(const char *line)
{
	size_t length = strspn(line, "0123456789.)");
	return length && line[length] == ' ' ? line + length + 1 : line;
}

/* The lines that show so many things. */
static bool
lines_of(const struct sight_value *value, const char *text, uint32_t count,
	 struct cell_items *lines, struct arena *arena)
{
	bool ok = count == UINT32_MAX;
	if (ok)
		*lines = items_of(text, arena);
	else
		ok = items_split(text, count, lines, arena);
	for (uint32_t i = 0; i < lines->count && field_holds(value->field, KIND_STEP); i++)
		lines->texts[i] = without_number(lines->texts[i]);
	return ok;
}

/* A field of a thing that holds what was edited of its line. */
struct edited_field {
	const struct field *field;
	struct cell_items shown; /* what it shows, and which item of it … */
	uint32_t item;
	const char *text; /* … is now this */
};

/* The shortest of a thing's texts that holds all of it. */
static bool
find_edited(struct value_reading *reading, const struct entity *thing, const char *was,
	    const char *is, struct edited_field *found)
{
	size_t shortest = SIZE_MAX;
	const struct field **field = reading->voice->model->fields[thing->kind];
	for (; *field; field++) {
		if (field_leaves(*field) & LEAF_THING || (*field)->flags & F_ID)
			continue;
		const struct cell_items shown = value_shown(reading, thing, *field);
		for (uint32_t i = 0; i < shown.count; i++) {
			const char *text = region_piece(was, is, shown.texts[i], reading->arena);
			if (!text || strlen(shown.texts[i]) >= shortest)
				continue;
			shortest = strlen(shown.texts[i]);
			*found = (struct edited_field){*field, shown, i, text};
		}
	}
	return shortest < SIZE_MAX;
}

/* Items as a text of lines, with one of them replaced; bullets keep apart what has lines itself. */
static const char *
joined(const struct cell_items *items, uint32_t item, const char *text, struct arena *arena)
{
	const char *all = NULL, *bullet = items->count > 1 ? "\xE2\x80\xA2 " : "";
	for (uint32_t i = 0; i < items->count; i++)
		all = arena_printf(arena, "%s%s%s%s", all ? all : "", all ? "\n" : "", bullet,
				   i == item ? text : items->texts[i]);
	return all;
}

static bool
decide_line(struct decision *decision, const struct sight_value *value, const struct entity *thing,
	    const char *was, const char *is)
{
	struct value_reading reading = {
	    .voice = &decision->voice, .arena = decision->arena, .removes = true};
	struct edited_field found;
	if (!find_edited(&reading, thing, was, is, &found))
		return false;
	struct sight_value of_thing = *value;
	of_thing.thing = thing;
	of_thing.field = found.field;
	of_thing.was = joined(&found.shown, ITEM_NONE, NULL, decision->arena);
	of_thing.text = joined(&found.shown, found.item, found.text, decision->arena);
	of_thing.state = SIGHT_EDITED;
	if (decision_wants(decision, &of_thing))
		decision_take(decision, &of_thing);
	return true;
}

/* A line more: a thing of that name. */
static const struct change *
add_line(struct decision *decision, const struct sight_value *value, const char *line,
	 const struct entity *after, const struct change *behind)
{
	struct change *change =
	    decision_add(decision, CHANGE_ADD, value->thing, value->field, value->place);
	change->is = value_node(decision->arena, WRITTEN_TEXT, line);
	change->after = after;
	change->behind = behind;
	decision_remark(decision, REMARK_ADDED, value->place,
			kind_info((enum kind)value->field->argument)->names[decision->voice.lang],
			line);
	return change;
}

static void
drop_thing(struct decision *decision, const struct sight_value *value, const struct entity *thing,
	   const char *line)
{
	const char *label = decision_label(decision, value->thing, value->field);
	if (!decision->removes) {
		decision_remark(decision, REMARK_HELD_ITEM, value->place, label, line);
		return;
	}
	struct change *change =
	    decision_add(decision, CHANGE_REMOVE, thing, value->field, value->place);
	change->was = written_thing(&decision->voice, thing, decision->arena);
	decision_remark(decision, REMARK_REMOVED, value->place,
			decision_label(decision, thing, NULL), NULL);
}

/* True for a list of which only some things are its own. */
static bool
has_mentions(const struct list *list, const struct entity *parent)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (match_is_mention(list, i, parent))
			return true;
	return false;
}

static bool
decide_lines(struct decision *decision, const struct sight_value *value, const struct list *list)
{
	struct cell_items was, is;
	bool ok = lines_of(value, value->was, list->count, &was, decision->arena) &&
		  !has_mentions(list, value->thing);
	if (!ok)
		return false;
	if (list->count == 1 && strchr(value->was, '\n'))
		lines_of(value, value->text, 1, &is, decision->arena);
	else
		lines_of(value, value->text, UINT32_MAX, &is, decision->arena);
	const uint32_t *match = items_match(&was, &is, decision->arena);
	bool *there = arena_array(decision->arena, was.count + 1u, sizeof *there);
	const struct entity *after = NULL;
	const struct change *behind = NULL;
	for (uint32_t k = 0; k < is.count; k++) {
		uint32_t i = match[k];
		if (i == ITEM_NONE) {
			behind = add_line(decision, value, is.texts[k], after, behind);
			after = NULL;
			continue;
		}
		there[i] = true;
		after = list->items[i];
		behind = NULL;
		if (strcmp(was.texts[i], is.texts[k]) != 0)
			ok = decide_line(decision, value, after, was.texts[i], is.texts[k]) && ok;
	}
	for (uint32_t i = 0; i < was.count; i++)
		if (!there[i])
			drop_thing(decision, value, list->items[i], was.texts[i]);
	return ok;
}

void
things_decide(struct decision *decision, const struct sight_value *value)
{
	const struct list *list = match_list(value->thing, value->field);
	if (!decide_lines(decision, value, list))
		decision_remark(decision, REMARK_NOT_READ_BACK, value->place,
				decision_label(decision, value->thing, value->field), value->text);
}
