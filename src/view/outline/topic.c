/* SPDX-License-Identifier: MIT */
/* What one topic is and says. */
#include "model/fields.h"
#include "plan/part.h"
#include "support/hash.h"
#include "text/prose/prose.h"
#include "view/mark.h"
#include "view/outline/outline.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

const struct entity *
topic_entity(const struct topic *topic)
{
	switch ((enum topic_sort)topic->sort) {
	case TOPIC_SECTION:
	case TOPIC_FIELD:
	case TOPIC_VALUE:
	case TOPIC_OUTCOME:
		return NULL;
	case TOPIC_PROCESS:
	case TOPIC_STAGE:
	case TOPIC_STEP:
	case TOPIC_ROLE:
	case TOPIC_THING:
	case TOPIC_END:
		return topic->entity;
	}
	return NULL;
}

bool
topic_of_things(const struct field *field)
{
	static const enum kind lines[] = {KIND_CRITERION,  KIND_OUTCOME, KIND_ATTACHMENT,
					  KIND_CHECKPOINT, KIND_CONTACT, KIND_METRIC};
	bool line = false;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		line = line || field_holds(field, lines[i]);
	return field_is(field, LEAF_THING) && !(field_is_list(field) && line);
}

static bool
names_roles(const struct field *field)
{
	return field_is(field, LEAF_REF) && field_is_list(field) && field_refers(field, KIND_ROLE);
}

const struct field **
topic_labelled(const struct model *model, const struct entity *thing, struct arena *arena)
{
	const struct field **fields = model->fields[thing->kind], **labelled = NULL;
	uint32_t count = 0;
	bool roles = false;
	for (; *fields; fields++) {
		bool does = names_roles(*fields);
		if (!field_is(*fields, LEAF_DURATION) && (!does || roles))
			continue;
		roles = roles || does;
		labelled = arena_grow(arena, labelled, count, 2, sizeof *labelled);
		labelled[count++] = *fields;
	}
	labelled = arena_grow(arena, labelled, count, 1, sizeof *labelled);
	labelled[count] = NULL;
	return labelled;
}

const struct entity *
topic_role(const struct topic *topic, struct arena *arena)
{
	const struct entity *entity = topic_entity(topic);
	switch (entity ? (int)entity->kind : KIND_NONE) {
	case KIND_ROLE:
		return entity;
	case KIND_STAGE:
	case KIND_STEP: {
		const struct role **roles = part_roles(entity, part_shown(entity), arena);
		return roles[0] ? &roles[0]->base : NULL;
	}
	default:
		return NULL;
	}
}

const char *
topic_line(const struct topic *topic, struct arena *arena)
{
	return topic->title ? arena_printf(arena, "%s: %s", topic->title, topic->text)
			    : topic->text;
}

const char *
topic_whole(const struct topic *topic, struct arena *arena)
{
	if (!topic_note(topic))
		return topic_line(topic, arena);
	const char *note = prose_plain(arena, topic_note(topic));
	return topic->cut ? note : arena_printf(arena, "%s:\n%s", topic_line(topic, arena), note);
}

const char *
topic_said(const struct topic *topic, struct arena *arena)
{
	return topic->sort == TOPIC_STEP ? entity_name(topic->entity) : topic_line(topic, arena);
}

/* Goes on from where an id ended. */
static uint64_t
mix(uint64_t id, const char *part)
{
	return hash_fnv(id, part, strlen(part) + 1);
}

uint64_t
topic_id_of(uint64_t above, const char *member, const char *key, uint32_t number)
{
	char figures[16];
	uint64_t id = mix(above, member);
	if (!key && !number)
		return id;
	snprintf(figures, sizeof figures, "%u", number);
	return mix(id, key ? key : figures);
}

static uint32_t
place_among_siblings(const struct outline *outline, uint32_t number)
{
	uint32_t place = 1, at = outline->topics[number].parent + 1;
	for (; at < number; at = outline->topics[at].next)
		place++;
	return place;
}

uint64_t
topic_id_below(const struct outline *outline, uint32_t number, uint64_t above)
{
	const struct topic *topic = &outline->topics[number];
	const struct topic *parent = &outline->topics[topic->parent];
	switch ((enum topic_sort)topic->sort) {
	case TOPIC_SECTION:
	case TOPIC_FIELD:
		return topic_id_of(above, topic->field->member, NULL, 0);
	case TOPIC_VALUE:
	case TOPIC_OUTCOME:
		if (topic_entity(parent)) /* what was planned */
			return topic_id_of(above, "planned", NULL, 0);
		return topic_id_of(above, "", NULL, place_among_siblings(outline, number));
	case TOPIC_END:
		return topic_id_of(above, "end", NULL, 0);
	case TOPIC_PROCESS:
	case TOPIC_STAGE:
	case TOPIC_STEP:
	case TOPIC_ROLE:
	case TOPIC_THING:
		break;
	}
	const char *member =
	    parent->sort == TOPIC_PROCESS ? field_row(FIELD_DOCUMENT_stages)->member : "";
	return topic_id_of(above, member, topic->entity->id, topic->entity->number);
}

const char *
topic_ids_mark(const uint64_t *ids, uint32_t count, struct arena *arena)
{
	uint64_t hash = HASH_FNV;
	for (uint32_t i = 0; i < count; i++) {
		char id[24];
		int length = snprintf(id, sizeof id, "%" PRIx64 "\n", ids[i]);
		hash = hash_fnv(hash, id, (size_t)length);
	}
	return mark_hash(hash, arena);
}

static const char *
children_mark(const struct outline *outline, uint32_t number, struct arena *arena)
{
	const struct topic *topics = outline->topics;
	uint64_t *ids = arena_array(arena, topics[number].children, sizeof *ids);
	uint32_t count = 0;
	for (uint32_t i = number + 1; i < topics[number].next; i = topics[i].next)
		ids[count++] = topics[i].id;
	return topic_ids_mark(ids, count, arena);
}

const char *
outline_word(bool detailed)
{
	return detailed ? "detailed" : "general";
}

const char *
topic_mark(const struct outline *outline, uint32_t number, struct arena *arena)
{
	return outline->model->cut ? NULL : topic_mark_of(outline, number, arena);
}

const char *
topic_mark_of(const struct outline *outline, uint32_t number, struct arena *arena)
{
	const struct topic *topic = &outline->topics[number];
	const char *mark = mark_text(topic_said(topic, arena), arena);
	if (topic_note(topic))
		mark = arena_printf(arena, "%s%s", mark,
				    mark_text(prose_plain(arena, topic_note(topic)), arena));
	if (topic->children)
		mark = arena_printf(arena, "%s.%s", mark, children_mark(outline, number, arena));
	return number ? mark
		      : arena_printf(arena, "%s 1 %s %s", mark, outline_word(outline->detailed),
				     model_process(outline->model)->base.id);
}
