/* SPDX-License-Identifier: MIT */
/* What all shapes of a chart have: a mark, a name, a lane. */
#include "emit/flow/bpmn.h"
#include "merge/chart/chart_reading.h"
#include "model/fields.h"
#include "view/mark.h"

#include <string.h>

const char *
chart_mark_piece(const char *mark, unsigned number, struct arena *arena)
{
	size_t length = 0;
	while (*mark) {
		length = *mark == '-' ? 1 : MARK_LENGTH;
		if (strlen(mark) < length)
			return NULL;
		if (!number--)
			return arena_copy(arena, mark, length);
		mark += length;
	}
	return NULL;
}

void
chart_name_read(struct chart_reading *r, const struct entity *thing, const char *was,
		const char *text, const char *built, const char *place)
{
	enum sight_state state;
	const struct field *name = field_flagged(thing->kind, F_NAME);
	if (!sight_is_edited(was, text, built, &state, r->arena))
		return;
	sights_add(r->sights, &(struct sight_value){.thing = thing,
						    .field = name,
						    .was = was,
						    .text = text,
						    .state = state,
						    .place = place});
}

const char *
chart_lane_role(struct chart_reading *r, const struct flowchart_shape *lane)
{
	const struct role *role = map_get(&r->lanes, lane->id);
	if (role)
		return entity_name(&role->base);
	if (strcmp(lane->id, bpmn_lane_id(NULL, r->arena)) == 0 || *lane->mark)
		return "";
	const char *name = mark_carried(lane->name, r->arena);
	struct sight_new **added =
	    (struct sight_new **)map_at_number(&r->added, (uint64_t)(uintptr_t)lane);
	if (*added || !*name)
		return name;
	const struct entity *document = &r->decision->voice.model->document->base;
	const struct field *list = field_row(FIELD_DOCUMENT_roles);
	const struct list *roles = field_value(document, list);
	const struct sight_new where = {
	    .parent = document,
	    .list = list,
	    .behind = r->last_role,
	    .after = roles->count && !r->last_role ? roles->items[roles->count - 1] : NULL,
	    .place = lane->name};
	*added = sights_add_new(r->sights, &where);
	r->last_role = *added;
	sight_new_add(r->sights, *added,
		      &(struct sight_value){.field = field_row(FIELD_ROLE_name),
					    .was = "",
					    .text = name,
					    .state = SIGHT_EDITED,
					    .place = lane->name});
	return name;
}
