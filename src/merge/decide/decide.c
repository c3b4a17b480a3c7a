/* SPDX-License-Identifier: MIT */
#include "merge/decide/decide.h"

#include "merge/decide/both.h"
#include "merge/decide/taken.h"
#include "merge/decide/things.h"

#include <string.h>

/* Of what both sides have changed both are taken, where that can be told apart. */
static void
merge_both(struct decision *decision, struct sight_value *value)
{
	const char *merged = both_merged(value, MERGE_NEITHER, decision->arena);
	if (!merged && decision->prefer != MERGE_NEITHER) {
		merged = both_merged(value, decision->prefer, decision->arena);
		if (merged && decision->prefer == MERGE_SOURCE)
			decision_prefers(decision, value); /* says that the source stays */
	}
	if (!merged)
		return;
	value->text = merged;
	value->state = SIGHT_EDITED;
}

static void
decide_value(struct decision *decision, const struct sight_value *seen)
{
	struct sight_value value = *seen;
	if (seen->state == SIGHT_BOTH)
		merge_both(decision, &value);
	if (strcmp(value.text, value.was) == 0 || !decision_wants(decision, &value))
		return;
	if (field_holds_list(value.field))
		things_decide(decision, &value);
	else
		decision_take(decision, &value);
}

/* The thing of a new row, fields in the table's order; a text where there is only a name. NULL
 * without a name. */
static const struct written *
new_thing(struct decision *decision, const struct sight_new *sight)
{
	struct value_reading reading = {
	    .voice = &decision->voice, .arena = decision->arena, .removes = true};
	enum kind kind = (enum kind)sight->list->argument;
	struct written *map = value_node(decision->arena, WRITTEN_MAP, NULL);
	const struct field *name = field_flagged(kind, F_NAME);
	bool named = !name || !(name->flags & F_REQUIRED);
	for (const struct field **field = decision->voice.model->fields[kind]; *field; field++)
		for (uint32_t i = 0; i < sight->count; i++) {
			const struct sight_value *value = &sight->values[i];
			if (value->field != *field || !*value->text)
				continue;
			const struct written *read = value_read_new(&reading, *field, value->text);
			if (!read) {
				decision_remark(
				    decision, REMARK_NOT_READ_BACK, value->place,
				    field_label(&decision->voice, *field, decision->arena),
				    value->text);
				continue;
			}
			struct written *pair = value_node(decision->arena, read->type, read->text);
			pair->first = read->first;
			pair->field = *field;
			value_add(map, pair);
			named = named || (*field)->flags & F_NAME;
		}
	if (!named || !map->first)
		return NULL;
	const struct written *one = map->first;
	bool bare = one && !one->next && one->type == WRITTEN_TEXT && one->field->flags & F_NAME;
	return bare ? value_node(decision->arena, WRITTEN_TEXT, one->text) : map;
}

static void
decide_new(struct decision *decision, struct sight_new *sight)
{
	const struct written *thing = new_thing(decision, sight);
	const char *label =
	    kind_info((enum kind)sight->list->argument)->names[decision->voice.lang];
	if (!thing) {
		decision_remark(decision, REMARK_NAMELESS, sight->place, label, NULL);
		return;
	}
	enum change_what what = field_is_list(sight->list) ? CHANGE_ADD : CHANGE_SET;
	struct change *change =
	    decision_add(decision, what, sight->parent, sight->list, sight->place);
	change->is = thing;
	change->after = sight->after;
	change->behind = sight->behind ? sight->behind->change : NULL;
	sight->change = change;
	const struct written *name = thing->type == WRITTEN_TEXT ? thing : thing->first;
	while (name->field && name->next && !(name->field->flags & F_NAME))
		name = name->next;
	while (name->first)
		name = name->first;
	decision_remark(decision, REMARK_ADDED, sight->place, label, name->text ? name->text : "");
}

static void
decide_gone(struct decision *decision, const struct sight_gone *gone)
{
	const char *label = decision_label(decision, gone->thing, NULL);
	const struct field *holder = entity_holder(gone->thing);
	if (!decision->removes || gone->unsure) {
		decision_remark(decision, gone->unsure ? REMARK_UNSURE_THING : REMARK_HELD_THING,
				gone->place, label, NULL);
		return;
	}
	struct change *change =
	    decision_add(decision, CHANGE_REMOVE, gone->thing, holder, gone->place);
	change->was = written_thing(&decision->voice, gone->thing, decision->arena);
	decision_remark(decision, REMARK_REMOVED, gone->place, label, NULL);
}

/* The list that a thing comes to stand in: steps stand in stages and in steps. */
static const struct field *
list_in(const struct decision *decision, const struct entity *to, const struct entity *thing)
{
	const struct field *holder = entity_holder(thing);
	const struct field **field = decision->voice.model->fields[to->kind];
	if (to->kind == thing->parent->kind)
		return holder;
	while (*field && !(field_holds_list(*field) && field_holds(*field, thing->kind)))
		field++;
	return *field ? *field : holder;
}

static void
decide_move(struct decision *decision, struct sight_move *move)
{
	struct change *change = decision_add(decision, CHANGE_MOVE, move->thing,
					     list_in(decision, move->to, move->thing), move->place);
	change->to = move->to;
	change->after = move->after;
	change->behind = move->behind ? move->behind->change : NULL;
	move->change = change;
	decision_remark(decision, REMARK_MOVED, move->place,
			decision_label(decision, move->thing, NULL), NULL);
}

void
decide_sights(struct decision *decision, const struct sights *sights)
{
	decision->document = sights->document;
	for (uint32_t i = 0; i < sights->value_count; i++)
		decide_value(decision, &sights->values[i]);
	for (uint32_t i = 0; i < sights->new_count; i++)
		decide_new(decision, sights->news[i]);
	for (uint32_t i = 0; i < sights->move_count; i++)
		decide_move(decision, sights->moves[i]);
	for (uint32_t i = 0; i < sights->gone_count; i++)
		decide_gone(decision, &sights->gone[i]);
}
