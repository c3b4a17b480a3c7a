/* SPDX-License-Identifier: MIT */
#include "merge/map/map_reading.h"
#include "model/fields.h"
#include "support/utf8.h"
#include "view/mark.h"

#include <string.h>

static void
leave(struct map_reading *r, enum remark_id id, uint32_t node)
{
	const struct map_node *n = &r->tree.nodes[node];
	decision_remark(r->decision, id, n->topic->place, decision_short(r->decision, n->text),
			NULL);
}

/* True when what has a mark that today's outline has not, says what it did. */
static bool
is_as_built(const struct map_reading *r, const struct map_node *node)
{
	const char *note = node->topic->note ? node->topic->note : "";
	const char *text = mark_text(node->text, r->arena),
		   *step = mark_text(map_text_unnumbered(node->text), r->arena);
	return node->marked &&
	       (strcmp(text, node->was.line) == 0 || strcmp(step, node->was.line) == 0) &&
	       (!*node->was.note || strcmp(mark_text(note, r->arena), node->was.note) == 0);
}

/* The titles of a kind's fields, as marks know texts. */
static const char **
titles_of(struct map_reading *r, enum kind kind)
{
	const struct voice *voice = r->tree.outline->voice;
	const struct field **fields = voice->model->fields[kind];
	uint32_t count = 0;
	if (r->titles[kind])
		return r->titles[kind];
	while (fields[count])
		count++;
	r->titles[kind] = arena_array(r->arena, count + 1u, sizeof **r->titles);
	for (uint32_t i = 0; i < count; i++)
		r->titles[kind][i] =
		    mark_carried(field_label(voice, fields[i], r->arena), r->arena);
	return r->titles[kind];
}

const struct field *
map_field_titled(struct map_reading *r, enum kind kind, const char *text, const char **behind)
{
	const struct field **fields = r->tree.outline->model->fields[kind];
	const char **titles = titles_of(r, kind);
	for (uint32_t i = 0; fields[i]; i++) {
		if (fields[i]->flags & (F_PLUMBING | F_NAME | F_ID))
			continue;
		*behind = map_text_behind(text, titles[i]);
		if (*behind)
			return fields[i];
	}
	return NULL;
}

/* A field of values that a new topic gives: what stands behind its title and what hangs on it. */
static const char *
values_of(struct map_reading *r, uint32_t node, const struct field *field, const char *behind)
{
	static const char *const on[] = {"yes", "да"};
	const struct map_tree *tree = &r->tree;
	struct cell_items items = {0};
	if (field_is(field, LEAF_FLAG) && !*behind)
		return on[tree->outline->voice->lang];
	cell_items_add(&items, behind, r->arena);
	for (uint32_t i = node + 1; i < tree->nodes[node].next; i = tree->nodes[i].next) {
		cell_items_add(&items, tree->nodes[i].text, r->arena);
		map_note_leave(r, i);
	}
	if (items.count)
		map_note_leave(r, node);
	else if (tree->nodes[node].topic->note)
		cell_items_add(&items, mark_carried(tree->nodes[node].topic->note, r->arena),
			       r->arena);
	return cell_items_joined(&items, field_is(field, LEAF_NOTE), r->arena);
}

void
map_note_leave(const struct map_reading *r, uint32_t node)
{
	const char *note = r->tree.nodes[node].topic->note;
	if (note && *note)
		decision_remark(r->decision, REMARK_NOTE_ONLY, r->tree.nodes[node].topic->place,
				decision_short(r->decision, note), NULL);
}

/* What hangs deeper than values do. */
static void
leave_below(struct map_reading *r, uint32_t node)
{
	const struct map_node *nodes = r->tree.nodes;
	for (uint32_t i = node + 1; i < nodes[node].next; i = nodes[i].next)
		if (!nodes[i].marked || !is_as_built(r, &nodes[i]))
			leave(r, REMARK_STRAY, i);
}

static void
leave_below_children(struct map_reading *r, uint32_t node)
{
	const struct map_node *nodes = r->tree.nodes;
	for (uint32_t i = node + 1; i < nodes[node].next; i = nodes[i].next)
		leave_below(r, i);
}

/* The fields that a new thing has in the map. */
static void
read_fields(struct map_reading *r, uint32_t node, struct sight_new *sight)
{
	const struct map_node *nodes = r->tree.nodes;
	for (uint32_t i = node + 1; i < nodes[node].next; i = nodes[i].next) {
		const char *behind;
		const struct field *field =
		    map_field_titled(r, (enum kind)sight->list->argument, nodes[i].text, &behind);
		if (!field) {
			leave(r, REMARK_STRAY, i);
			leave_below(r, i);
			continue;
		}
		const struct sight_value value = {.field = field,
						  .was = "",
						  .text = values_of(r, i, field, behind),
						  .state = SIGHT_EDITED,
						  .place = nodes[i].topic->place};
		sight_new_add(r->sights, sight, &value);
		leave_below_children(r, i);
	}
}

/* Without the number that people give a new step as the others have one. */
static const char *
new_name(const char *text, enum kind kind)
{
	size_t length = kind == KIND_STEP ? strspn(text, "0123456789.") : 0;
	return length && text[length] == ' ' ? text + length + 1 : text;
}

const struct field *
map_note_field(enum kind kind)
{
	if (kind == KIND_STAGE)
		return field_row(FIELD_STAGE_description);
	return kind == KIND_STEP ? field_row(FIELD_STEP_description) : field_flagged(kind, F_VALUE);
}

/* A topic among things that is none of the source: a new one of them. */
static void
add_thing(struct map_reading *r, uint32_t node, const struct sight_new *where)
{
	struct map_node *n = &r->tree.nodes[node];
	enum kind kind = (enum kind)where->list->argument;
	const struct field *name = field_flagged(kind, F_NAME),
			   *value = field_flagged(kind, F_VALUE);
	const char *text = new_name(n->text, kind), *colon = value ? strstr(text, ": ") : NULL,
		   *note = n->topic->note ? mark_carried(n->topic->note, r->arena) : "";
	struct sight_new *sight = sights_add_new(r->sights, where);
	struct sight_value one = {.field = name,
				  .was = "",
				  .text = colon ? arena_copy(r->arena, text, (size_t)(colon - text))
						: text,
				  .state = SIGHT_EDITED,
				  .place = n->topic->place};
	sight->place = n->topic->place;
	n->added = sight;
	if (name)
		sight_new_add(r->sights, sight, &one);
	one.field = colon ? value : map_note_field(kind);
	one.text = colon ? colon + 2 : note;
	if (one.field && *one.text)
		sight_new_add(r->sights, sight, &one);
	if (*note && (colon || !one.field))
		decision_remark(r->decision, REMARK_NOTE_ONLY, n->topic->place, note, NULL);
	read_fields(r, node, sight);
}

static void
add_things(struct map_reading *r, uint32_t parent, const struct entity *thing,
	   const struct field *list)
{
	const struct map_node *nodes = r->tree.nodes;
	struct sight_new where = {.parent = thing, .list = list};
	for (uint32_t i = parent + 1; i < nodes[parent].next; i = nodes[i].next) {
		if (nodes[i].shown != TOPIC_NONE || nodes[i].marked)
			continue;
		add_thing(r, i, &where);
		where.behind = nodes[i].added;
	}
}

/* A field that the source's thing does not have yet. */
static bool
add_field(struct map_reading *r, uint32_t node, const struct entity *thing)
{
	const char *behind;
	const struct map_node *n = &r->tree.nodes[node];
	const struct field *field = map_field_titled(r, thing->kind, n->text, &behind);
	if (!field || (field_is(field, LEAF_THING) && !field_is_list(field)))
		return false;
	if (field_is_set(thing, field)) {
		decision_remark(r->decision, REMARK_SECOND, n->topic->place,
				decision_short(r->decision, n->text), NULL);
		return true;
	}
	if (topic_of_things(field)) {
		add_things(r, node, thing, field);
		return true;
	}
	const struct sight_value value = {.thing = thing,
					  .field = field,
					  .was = "",
					  .text = values_of(r, node, field, behind),
					  .state = SIGHT_EDITED,
					  .place = n->topic->place};
	if (*value.text)
		sights_add(r->sights, &value);
	leave_below_children(r, node);
	return true;
}

/* What has a mark and is no more in the source. */
static void
read_strange(struct map_reading *r, uint32_t node)
{
	const struct map_node *nodes = r->tree.nodes;
	if (!is_as_built(r, &nodes[node]))
		leave(r, REMARK_EDITED_GONE, node);
	for (uint32_t i = node + 1; i < nodes[node].next; i = nodes[i].next)
		if (nodes[i].shown == TOPIC_NONE)
			read_strange(r, i);
}

/* True for a topic whose children are values, which were read with it. */
static bool
holds_values(const struct topic *topic)
{
	return (topic->sort == TOPIC_FIELD || topic->sort == TOPIC_SECTION) &&
	       !topic_of_things(topic->field) && field_is_list(topic->field);
}

/* The list whose things hang on a topic; NULL: there is none. */
static const struct field *
list_on(const struct topic *topic)
{
	bool title = topic->sort == TOPIC_FIELD || topic->sort == TOPIC_SECTION;
	if (topic->sort == TOPIC_PROCESS)
		return field_row(FIELD_DOCUMENT_stages);
	return title && topic_of_things(topic->field) && field_is_list(topic->field) ? topic->field
										     : NULL;
}

/* True for a topic on which fields of a thing hang. */
static bool
holds_fields(const struct topic *topic)
{
	if (topic->sort == TOPIC_END)
		return false;
	return topic_entity(topic) || (topic_of_things(topic->field) && !list_on(topic));
}

/* A topic that is none of the source: a field of a thing, a new thing behind the last, or nothing
 * that is known. */
static void
add_child(struct map_reading *r, const struct topic *topic, uint32_t node, struct sight_new *where,
	  const struct entity *thing)
{
	if (holds_fields(topic) && add_field(r, node, thing))
		return;
	if (!where->list) {
		leave(r, REMARK_STRAY, node);
		leave_below(r, node);
		return;
	}
	add_thing(r, node, where);
	where->behind = r->tree.nodes[node].added;
	where->after = NULL;
}

/* Goes on behind a thing that is known. */
static void
pass(struct sight_new *where, const struct topic *topic)
{
	const struct entity *thing = topic_entity(topic);
	if (!thing || topic->sort == TOPIC_END || thing->parent != where->parent ||
	    entity_holder(thing) != where->list)
		return;
	where->after = thing;
	where->behind = NULL;
}

void
map_news_read(struct map_reading *r, uint32_t node)
{
	const struct map_node *nodes = r->tree.nodes;
	const struct topic *topic = map_tree_topic(&r->tree, node);
	const struct entity *thing = r->tree.holders[nodes[node].shown];
	struct sight_new where = {.parent = thing, .list = list_on(topic)};
	for (uint32_t i = node + 1; i < nodes[node].next; i = nodes[i].next) {
		if (nodes[i].shown != TOPIC_NONE)
			pass(&where, map_tree_topic(&r->tree, i));
		else if (holds_values(topic))
			leave_below(r, i);
		else if (nodes[i].marked)
			read_strange(r, i);
		else
			add_child(r, topic, i, &where, thing);
	}
}
