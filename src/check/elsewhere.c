/* SPDX-License-Identifier: MIT */
/* Hand-overs between processes: what one hands over the other receives, and what both say of it is
 * the same. */
#include "check/checker.h"

#include "model/fields.h"
#include "model/neighbour.h"
#include "support/utf8.h"

#include <string.h>

static bool
is_wait(const struct field *field)
{
	return field->id == FIELD_STAGE_after || field->id == FIELD_STEP_after;
}

/* The stage or step that refers to another process. */
static const struct entity *
task_around(const struct entity *entity)
{
	while (entity->kind != KIND_STAGE && entity->kind != KIND_STEP && entity->parent)
		entity = entity->parent;
	return entity;
}

static bool
same(struct checker *c, const char *a, const char *b)
{
	return strcmp(utf8_fold(&c->arena, a, FOLD_CASE), utf8_fold(&c->arena, b, FOLD_CASE)) == 0;
}

/* True when what another process names is a stage or step of this one, what that is part of, or a
 * part of it. */
static bool
means(struct checker *c, const char *part, const struct entity *task)
{
	const char *last = strrchr(part, '/');
	const char *first = arena_copy(&c->arena, part, strcspn(part, "/"));
	for (const struct entity *at = task; at && at->kind != KIND_DOCUMENT; at = at->parent)
		if (same(c, part, entity_name(at)) || same(c, part, at->id) ||
		    (last && (same(c, last + 1, entity_name(at)) || same(c, last + 1, at->id))))
			return true;
	return task->kind == KIND_STAGE && last &&
	       (same(c, first, entity_name(task)) || same(c, first, task->id));
}

static bool
is_within(const struct neighbour_thing *thing, const struct neighbour_thing *outer)
{
	while (thing && thing != outer)
		thing = thing->outer;
	return thing;
}

/* Whether the other end is the same hand-over as this one. */
static bool
agrees(struct checker *c, const struct neighbour_link *link, const struct outward *outward)
{
	const struct neighbour_thing *thing = outward->to->thing;
	bool there =
	    !thing || !link->from || is_within(link->from, thing) || is_within(thing, link->from);
	return there && (!link->part || means(c, link->part, task_around(outward->entity)));
}

/* The other ends of hand-overs between a neighbour and this process: one that agrees, if there is
 * one, and any. */
struct other_ends {
	const struct neighbour_link *same, *any;
};

static struct other_ends
other_ends(struct checker *c, const struct outward *outward)
{
	const struct neighbour *process = outward->to->process;
	struct other_ends ends = {0};
	bool waits = is_wait(outward->field);
	for (uint32_t i = 0; i < process->link_count && !ends.same; i++) {
		const struct neighbour_link *link = &process->links[i];
		bool other = waits ? link->field->kind == KIND_OUTCOME : is_wait(link->field);
		if (!other || strcmp(link->real, c->model->real) != 0)
			continue;
		if (agrees(c, link, outward))
			ends.same = link;
		ends.any = ends.any ? ends.any : link;
	}
	return ends;
}

static void
report_disagreement(struct checker *c, const struct outward *outward,
		    const struct neighbour_link *link)
{
	const struct elsewhere *to = outward->to;
	const struct met_neighbour *met = neighbour_met(c->model, outward->pos.file, to->base.id);
	struct diagnostic *found =
	    report3(c, RULE_REF_ENDS_DISAGREE, outward->entity, outward->pos, to->process->name,
		    link->from ? link->from->name : to->process->name,
		    link->part ? link->part : entity_name(c->model->document->process));
	found->related = met ? neighbour_pos(met, link->pos) : (struct pos){0};
}

static void
report_not_received(struct checker *c, const struct outward *outward)
{
	const struct elsewhere *to = outward->to;
	const struct met_neighbour *met = neighbour_met(c->model, outward->pos.file, to->base.id);
	report2(c, RULE_REF_NOT_RECEIVED, outward->entity, outward->pos, to->thing->name,
		to->process->name)
	    ->related = met ? neighbour_pos(met, to->thing->pos) : (struct pos){0};
}

static void
check_hand_over(struct checker *c, const struct outward *outward)
{
	const struct other_ends ends = other_ends(c, outward);
	bool given = outward->field->kind == KIND_OUTCOME;
	if (ends.any && !ends.same && rule_is_on(c, RULE_REF_ENDS_DISAGREE))
		report_disagreement(c, outward, ends.any);
	else if (!ends.any && given && outward->to->thing && !outward->to->thing->begins &&
		 rule_is_on(c, RULE_REF_NOT_RECEIVED))
		report_not_received(c, outward);
}

void
check_elsewhere(struct checker *c, const struct entity *entity)
{
	(void)entity;
	for (uint32_t i = 0; i < c->model->outward_count; i++) {
		const struct outward *outward = &c->model->outwards[i];
		bool handed = outward->field->kind == KIND_OUTCOME || is_wait(outward->field);
		if (handed && outward->to->process->read)
			check_hand_over(c, outward);
	}
}
