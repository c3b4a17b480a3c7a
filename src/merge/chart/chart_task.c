/* SPDX-License-Identifier: MIT */
#include "emit/flow/bpmn.h"
#include "merge/chart/chart_reading.h"
#include "merge/decide/items.h"
#include "model/fields.h"
#include "model/variant.h"
#include "view/mark.h"

#include <string.h>

/* A documentation as the values of fields: by field its items. */
struct said_field {
	const struct field *field;
	struct cell_items items;
};

struct said_fields {
	struct said_field *items;
	uint32_t count;
	const char *stray; /* the first line that belongs to none */
};

/* The field whose title a line begins with, and what stands behind it. */
static const struct field *
titled(const struct chart_reading *r, enum kind kind, const char *line, const char **behind)
{
	const struct field *const *f = r->decision->voice.model->fields[kind];
	for (; *f; f++) {
		const char *title =
		    mark_carried(field_label(&r->decision->voice, *f, r->arena), r->arena);
		size_t length = strlen(title);
		if (!bpmn_is_said(*f) || strncmp(line, title, length) != 0 || line[length] != ':')
			continue;
		*behind = line + length + 1;
		*behind += **behind == ' ';
		return *f;
	}
	return NULL;
}

static struct said_fields
said_fields(const struct chart_reading *r, enum kind kind, const char *text)
{
	static const char dash[] = "– ";
	struct arena *arena = r->arena;
	struct said_fields all = {0};
	for (size_t length; *text; text += length + (text[length] == '\n')) {
		const char *behind;
		length = strcspn(text, "\n");
		const char *line = arena_copy(arena, text, length);
		const struct field *field = titled(r, kind, line, &behind);
		struct said_field *last = all.count ? &all.items[all.count - 1] : NULL;
		if (field) {
			all.items = arena_grow(arena, all.items, all.count, 1, sizeof *all.items);
			last = &all.items[all.count++];
			*last = (struct said_field){.field = field};
			cell_items_add(&last->items, behind, arena);
		} else if (!last) {
			all.stray = all.stray ? all.stray : line;
		} else if (strncmp(line, dash, strlen(dash)) == 0 || !last->items.count) {
			bool item = strncmp(line, dash, strlen(dash)) == 0;
			cell_items_add(&last->items, line + (item ? strlen(dash) : 0), arena);
		} else {
			const char **end = &last->items.texts[last->items.count - 1];
			*end = arena_printf(arena, "%s\n%s", *end, line);
		}
	}
	return all;
}

static const struct said_field *
find_said(const struct said_fields *all, const struct field *field)
{
	for (uint32_t i = 0; i < all->count; i++)
		if (all->items[i].field == field)
			return &all->items[i];
	return NULL;
}

void
chart_note_read(struct chart_reading *r, const struct entity *thing,
		const struct flowchart_shape *shape, const char *built)
{
	enum sight_state state;
	const struct voice *voice = &r->decision->voice;
	const char *was = mark_carried(bpmn_documentation(voice, thing, r->arena), r->arena),
		   *text = mark_carried(shape->note ? shape->note : "", r->arena);
	if (!sight_is_edited(was, text, built, &state, r->arena))
		return;
	struct said_fields before = said_fields(r, thing->kind, was),
			   now = said_fields(r, thing->kind, text);
	if (now.stray)
		decision_remark(r->decision, REMARK_STRAY, shape->name, now.stray, NULL);
	for (const struct field *const *f = voice->model->fields[thing->kind]; *f; f++) {
		static const struct said_field none = {0};
		const struct said_field *one = find_said(&before, *f), *other = find_said(&now, *f);
		bool plain = field_is(*f, LEAF_NOTE);
		struct sight_value value = {
		    .thing = thing, .field = *f, .state = state, .place = shape->name};
		value.was = cell_items_joined(one ? &one->items : &none.items, plain, r->arena);
		value.text =
		    cell_items_joined(other ? &other->items : &none.items, plain, r->arena);
		if (strcmp(value.was, value.text) == 0)
			continue;
		if (variant_values(thing, *f))
			decision_remark(r->decision, REMARK_NOT_READ_BACK, shape->name,
					decision_label(r->decision, thing, *f), value.text);
		else
			sights_add(r->sights, &value);
	}
}

void
chart_note_new(struct chart_reading *r, struct sight_new *sight,
	       const struct flowchart_shape *shape)
{
	enum kind kind = (enum kind)sight->list->argument;
	struct said_fields now = said_fields(r, kind, mark_carried(shape->note, r->arena));
	if (now.stray)
		decision_remark(r->decision, REMARK_STRAY, shape->name, now.stray, NULL);
	for (uint32_t i = 0; i < now.count; i++) {
		bool plain = field_is(now.items[i].field, LEAF_NOTE);
		const struct sight_value value = {
		    .field = now.items[i].field,
		    .was = "",
		    .text = cell_items_joined(&now.items[i].items, plain, r->arena),
		    .state = SIGHT_EDITED,
		    .place = shape->name};
		sight_new_add(r->sights, sight, &value);
	}
}

/* The names of the roles of a field with the first, whose lane it is, become another. */
static const char *
roles_with(struct chart_reading *r, const struct entity *thing, const struct field *field,
	   const char *role, const char **was)
{
	struct cell_items roles = {0};
	struct leaves leaves = leaves_of(thing, field, LEAF_REF);
	struct leaf leaf;
	while (leaves_next(&leaves, &leaf))
		cell_items_add(&roles, show_ref(&r->decision->voice, leaf_ref(&leaf)), r->arena);
	*was = cell_items_joined(&roles, false, r->arena);
	if (!roles.count)
		return role;
	roles.texts[0] = role;
	return *role || roles.count > 1 ? cell_items_joined(&roles, false, r->arena) : "";
}

static void
read_lane(struct chart_reading *r, const struct flowchart_shape *shape,
	  const struct flow_node *node)
{
	const struct entity *thing = node->entity;
	const struct field *field =
	    field_row(thing->kind == KIND_STAGE ? FIELD_STAGE_responsible : FIELD_STEP_role);
	const char *today = bpmn_lane_id(node->lane, r->arena),
		   *built = chart_mark_piece(shape->mark, 2, r->arena);
	struct sight_value value = {.thing = thing, .field = field, .place = shape->name};
	if (!shape->lane || !sight_is_edited(today, shape->lane->id, built, &value.state, r->arena))
		return;
	const char *role = chart_lane_role(r, shape->lane);
	value.text = roles_with(r, thing, field, role, &value.was);
	if (variant_values(thing, field))
		decision_remark(r->decision, REMARK_NOT_READ_BACK, shape->name,
				decision_label(r->decision, thing, field), role);
	else
		sights_add(r->sights, &value);
}

void
chart_task_read(struct chart_reading *r, const struct flowchart_shape *shape,
		const struct flow_node *node)
{
	const struct voice *voice = &r->decision->voice;
	chart_name_read(r, node->entity, mark_carried(bpmn_name(voice, node), r->arena),
			mark_carried(shape->name, r->arena),
			chart_mark_piece(shape->mark, 0, r->arena), shape->name);
	chart_note_read(r, node->entity, shape, chart_mark_piece(shape->mark, 1, r->arena));
	bool inner = node->entity->kind == KIND_STEP && node->entity->parent->kind == KIND_STEP;
	if (!inner)
		read_lane(r, shape, node);
}
