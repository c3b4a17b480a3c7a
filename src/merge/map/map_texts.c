/* SPDX-License-Identifier: MIT */
#include "merge/map/map_reading.h"
#include "model/fields.h"
#include "model/variant.h"
#include "text/prose/prose.h"
#include "view/mark.h"

#include <string.h>

static void
leave(struct map_reading *r, enum remark_id id, const struct map_node *node, const char *one)
{
	decision_remark(r->decision, id, node->topic->place, one,
			decision_short(r->decision, node->text));
}

static void
add_value(struct map_reading *r, const struct map_node *node, const struct sight_value *value)
{
	struct sight_value placed = *value;
	placed.place = node->topic->place;
	if (strcmp(value->was, value->text) != 0)
		sights_add(r->sights, &placed);
}

/* The mark of what stood there when the map was made; NULL where that is not known. */
static const char *
built_line(const struct map_node *node)
{
	return node->marked ? node->was.line : NULL;
}

/* The note of today's source as the document would have it, or "". */
static const char *
shown_note(const struct map_reading *r, const struct topic *topic)
{
	const char *note = topic_note(topic);
	return note ? mark_carried(prose_plain(r->arena, note), r->arena) : "";
}

/* True for a note where the map had none. */
static bool
is_new_note(const struct map_node *node, const char *was, const char *text)
{
	return !*was && *text && !*node->was.note;
}

/* Whether the note of a topic was edited that has one in today's source; another note is named. */
static bool
note_is_edited(struct map_reading *r, const struct map_node *node, const struct topic *topic,
	       const char **text, enum sight_state *state)
{
	const char *was = shown_note(r, topic), *note = node->topic->note;
	*text = mark_carried(note ? note : "", r->arena);
	bool edited = sight_is_edited(
	    was, *text, node->marked && *node->was.note ? node->was.note : NULL, state, r->arena);
	if (is_new_note(node, was, *text)) {
		leave(r, REMARK_NOTE_ONLY, node, decision_short(r->decision, *text));
		return false;
	}
	return edited && *was;
}

/* «Термин: определение»: the name, and the value behind it. */
static void
read_pair(struct map_reading *r, const struct map_node *node, const struct topic *topic,
	  enum sight_state state)
{
	const struct entity *thing = topic->entity;
	const char *name = mark_carried(topic->title, r->arena),
		   *value = mark_carried(topic->text, r->arena),
		   *behind = map_text_behind(node->text, name), *colon = strstr(node->text, ": ");
	if (behind)
		colon = behind;
	else if (colon)
		name = arena_copy(r->arena, node->text, (size_t)(colon - node->text));
	if (!colon) {
		leave(r, REMARK_NOT_READ_BACK, node, decision_label(r->decision, thing, NULL));
		return;
	}
	add_value(r, node,
		  &(struct sight_value){.thing = thing,
					.field = field_flagged(thing->kind, F_NAME),
					.was = mark_carried(topic->title, r->arena),
					.text = name,
					.state = state});
	add_value(r, node,
		  &(struct sight_value){.thing = thing,
					.field = field_flagged(thing->kind, F_VALUE),
					.was = value,
					.text = behind ? behind : colon + 2,
					.state = state});
}

/* A note that somebody put on a thing is what it is described by, where it is not yet. */
static bool
take_new_note(struct map_reading *r, const struct map_node *node, const struct topic *topic)
{
	const struct field *field = map_note_field(topic->entity->kind);
	const char *note = node->topic->note ? mark_carried(node->topic->note, r->arena) : "";
	if (!field || field_is_set(topic->entity, field) ||
	    !is_new_note(node, shown_note(r, topic), note))
		return false;
	add_value(r, node,
		  &(struct sight_value){.thing = topic->entity,
					.field = field,
					.was = "",
					.text = note,
					.state = SIGHT_EDITED});
	return true;
}

static void
read_thing(struct map_reading *r, const struct map_node *node, const struct topic *topic)
{
	const struct entity *thing = topic->entity;
	const struct field *name = field_flagged(thing->kind, F_NAME),
			   *value = field_flagged(thing->kind, F_VALUE);
	const char *was = r->tree.said[node->shown], *note;
	enum sight_state state;
	if (sight_is_edited(was, node->text, built_line(node), &state, r->arena)) {
		if (topic->title)
			read_pair(r, node, topic, state);
		else if (!name)
			leave(r, REMARK_NOT_READ_BACK, node,
			      decision_label(r->decision, thing, NULL));
		else
			add_value(r, node,
				  &(struct sight_value){.thing = thing,
							.field = name,
							.was = field_is_set(thing, name) ? was : "",
							.text = node->text,
							.state = state});
	}
	if (take_new_note(r, node, topic))
		return;
	if (note_is_edited(r, node, topic, &note, &state) && value)
		add_value(r, node,
			  &(struct sight_value){.thing = thing,
						.field = value,
						.was = shown_note(r, topic),
						.text = note,
						.state = state});
}

/* The values of a field: as today's source would show them, as the document does, and whether any
 * was edited there. */
struct field_values {
	struct cell_items was, is;
	enum sight_state state;
	bool edited;
};

/* Takes what the marks tell of one of the values. */
static void
note_state(struct field_values *values, bool edited, enum sight_state state)
{
	if (edited && (!values->edited || state == SIGHT_BOTH))
		values->state = state;
	values->edited = values->edited || edited;
}

/* What a topic says as a value of its field: its note where the text is only the beginning. What
 * was not edited is as the source has it now: lists merge item by item. */
static const char *
read_item(struct map_reading *r, const struct map_node *node, const char *was, const char *text,
	  struct field_values *values)
{
	const struct topic *topic = &r->tree.outline->topics[node->shown];
	const char *note, *line = r->tree.said[node->shown];
	enum sight_state state;
	bool edited = sight_is_edited(line, node->text, built_line(node), &state, r->arena);
	if (topic_note(topic)) {
		if (edited && *text)
			leave(r, REMARK_CUT_ONLY, node, NULL);
		edited = note_is_edited(r, node, topic, &note, &state);
		note_state(values, edited, state);
		return edited ? note : was;
	}
	note_state(values, edited, state);
	note_is_edited(r, node, topic, &note, &state);
	return edited ? text : was;
}

/* What a topic of the outline says as a value. */
static const char *
shown_item(struct map_reading *r, uint32_t number)
{
	const struct topic *topic = &r->tree.outline->topics[number];
	return topic_note(topic) ? shown_note(r, topic) : mark_carried(topic->text, r->arena);
}

/* What stands behind the title of a field, or in its place. NULL: another title. */
static const char *
behind_title(struct map_reading *r, const struct map_node *node, const struct topic *topic)
{
	const char *title = field_label(r->tree.outline->voice, topic->field, r->arena),
		   *text = map_text_behind(node->text, mark_carried(title, r->arena));
	bool alone = topic->title && !strstr(node->text, ": ");
	return text || !alone ? text : node->text;
}

/* True for a topic that says what it did when the map was made. */
static bool
says_as_built(const struct map_reading *r, const struct map_node *node)
{
	return node->marked && strcmp(mark_text(node->text, r->arena), node->was.line) == 0;
}

static void
read_own(struct map_reading *r, uint32_t number, struct field_values *values)
{
	const struct map_node *node = &r->tree.nodes[number];
	const struct topic *topic = map_tree_topic(&r->tree, number);
	const char *text = behind_title(r, node, topic);
	bool holds = !topic->children;
	if (holds)
		cell_items_add(&values->was, shown_item(r, node->shown), r->arena);
	if (!text) {
		leave(r, REMARK_TITLE_ONLY, node,
		      field_label(r->tree.outline->voice, topic->field, r->arena));
		text = "";
		if (holds)
			text = shown_item(r, node->shown);
	} else if (holds) {
		text = read_item(r, node, shown_item(r, node->shown), text, values);
	} else if (says_as_built(r, node)) {
		return; /* the source has more values since */
	} else if (*text) {
		note_state(values, true, node->marked ? SIGHT_EDITED : SIGHT_UNMARKED);
	}
	cell_items_add(&values->is, text, r->arena);
}

/* The values that hang on the title. */
static void
read_below(struct map_reading *r, uint32_t number, struct field_values *values)
{
	const struct map_tree *tree = &r->tree;
	const struct topic *topics = tree->outline->topics;
	const struct map_node *node = &tree->nodes[number];
	for (uint32_t i = node->shown + 1; i < topics[node->shown].next; i = topics[i].next)
		cell_items_add(&values->was, shown_item(r, i), r->arena);
	for (uint32_t i = number + 1; i < node->next; i = tree->nodes[i].next) {
		const struct map_node *child = &tree->nodes[i];
		const char *text = child->text;
		if (child->shown != TOPIC_NONE)
			text = read_item(r, child, shown_item(r, child->shown), text, values);
		else if (says_as_built(r, child))
			continue; /* the source has it no more */
		else
			note_state(values, true, node->marked ? SIGHT_EDITED : SIGHT_UNMARKED);
		if (child->shown == TOPIC_NONE && !child->marked)
			map_note_leave(r, i);
		cell_items_add(&values->is, text, r->arena);
	}
	const char *now = map_tree_shown_below(tree, node->shown);
	if (node->marked && strcmp(map_tree_below(tree, number), node->was.below) != 0)
		note_state(values, true, SIGHT_EDITED);
	if (node->marked && values->edited && strcmp(now, node->was.below) != 0)
		values->state = SIGHT_BOTH;
}

static void
read_values(struct map_reading *r, uint32_t number)
{
	const struct map_node *node = &r->tree.nodes[number];
	const struct topic *topic = map_tree_topic(&r->tree, number);
	const struct entity *thing = r->tree.holders[node->shown];
	struct field_values values = {0};
	read_own(r, number, &values);
	if (topic->children || field_is_list(topic->field))
		read_below(r, number, &values);
	const char *was =
		       cell_items_joined(&values.was, field_is(topic->field, LEAF_NOTE), r->arena),
		   *text =
		       cell_items_joined(&values.is, field_is(topic->field, LEAF_NOTE), r->arena);
	if (!values.edited || strcmp(was, text) == 0)
		return;
	bool others = r->tree.based && node->marked &&
		      strcmp(map_tree_shown_below(&r->tree, node->shown), node->was.below) != 0;
	if (others || variant_values(thing, topic->field)) {
		decision_remark(r->decision, REMARK_NOT_READ_BACK, node->topic->place,
				decision_label(r->decision, thing, topic->field), text);
		return;
	}
	add_value(r, node,
		  &(struct sight_value){.thing = thing,
					.field = topic->field,
					.was = was,
					.text = text,
					.state = values.state});
}

/* A topic that is no value: the title of a field, or what is reckoned. */
static void
read_fixed(struct map_reading *r, const struct map_node *node, enum remark_id id)
{
	enum sight_state state;
	const char *was = r->tree.said[node->shown], *note;
	const struct topic *topic = &r->tree.outline->topics[node->shown];
	if (sight_is_edited(was, node->text, built_line(node), &state, r->arena))
		leave(r, id, node, id == REMARK_RECKONED ? node->text : was);
	note_is_edited(r, node, topic, &note, &state);
}

void
map_texts_read(struct map_reading *r, uint32_t number)
{
	const struct map_node *node = &r->tree.nodes[number];
	const struct topic *topic = map_tree_topic(&r->tree, number);
	switch ((enum topic_sort)topic->sort) {
	case TOPIC_PROCESS:
	case TOPIC_STAGE:
	case TOPIC_STEP:
	case TOPIC_ROLE:
	case TOPIC_THING:
		read_thing(r, node, topic);
		map_table_read(r, number);
		break;
	case TOPIC_SECTION:
	case TOPIC_FIELD:
		if (topic_of_things(topic->field) || field_is(topic->field, LEAF_FLAG))
			read_fixed(r, node, REMARK_TITLE_ONLY);
		else
			read_values(r, number);
		break;
	case TOPIC_END:
		read_fixed(r, node, REMARK_RECKONED);
		break;
	case TOPIC_VALUE: /* on the title of its field it is read with that */
	case TOPIC_OUTCOME:
		if (topic_entity(&r->tree.outline->topics[topic->parent]))
			read_fixed(r, node, REMARK_RECKONED);
		break;
	}
}
