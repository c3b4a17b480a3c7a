/* SPDX-License-Identifier: MIT */
/* The second pass: references point into the copy. What one pointed to may be gone: then the order
 * is kept by what was waited for, a route goes on to what comes next, an item that is about the
 * thing (a control point, a pilot's stage) goes with it, and any other reference is absent. */
#include "model/fields.h"
#include "model/variant.h"
#include "model/visit.h"
#include "plan/cut/cut_parts.h"
#include "support/utf8.h"

#include <string.h>

/* The routes of an outcome being mended. */
struct mending {
	struct cutter *cutter;
	const struct outcome *outcome; /* as it was */
};

/* True when another part of what a thing is part of is left. */
static bool
has_fellows(const struct cutter *c, const struct entity *step)
{
	const struct list *steps = task_siblings(step);
	for (uint32_t i = 0; i < steps->count; i++)
		if (cut_copy_of(c, steps->items[i]))
			return true;
	return false;
}

/* Where a route leads whose place is gone: a step none of whose fellows is left stands for its
 * stage; any other step, a stage and what other variants have are passed by. The limit is for
 * cycles, which only an unchecked model has. */
static struct entity *
route_of(const struct cutter *c, const struct entity *to)
{
	for (size_t hops = 0; to && !cut_copy_of(c, to); hops++) {
		if ((to->kind != KIND_STAGE && to->kind != KIND_STEP) || hops > c->from->made_count)
			return NULL;
		bool passed =
		    to->kind == KIND_STAGE || cut_is_of_others(c, to) || has_fellows(c, to);
		to = passed ? task_next(to) : to->parent;
	}
	return to ? cut_copy_of(c, to) : &c->to->end;
}

/* Makes a reference point into the copy; false when what it pointed to is gone. */
static bool
mend_ref(void *data, const struct field *field, struct ref *ref)
{
	const struct cutter *c = data;
	if (!ref->to)
		return true;
	bool route = field->kind == KIND_OUTCOME;
	ref->to = route ? route_of(c, ref->to) : cut_copy_of(c, ref->to);
	return ref->to;
}

/* True when what a stage or step waits for, as written, is there. */
static bool
order_stands(const struct cutter *c, const struct entity *from)
{
	const struct refs *after = task_after(from);
	const struct list *list = task_siblings(from);
	if (!after->pos.line)
		return from->number < 2 || cut_copy_of(c, list->items[from->number - 2]);
	for (uint32_t i = 0; i < after->count; i++)
		if (after->items[i].to && !cut_copy_of(c, after->items[i].to))
			return false;
	return true;
}

/* Adds what a task waits for, or, where that is gone, what it waited for in turn; each once for
 * `whose`. */
static void
add_waits(struct cutter *c, const struct task *task, const struct entity *whose, struct refs *after)
{
	for (uint32_t i = 0; i < task->after_count; i++) {
		const struct entity *wait = task->after[i]->entity;
		struct entity *before = cut_copy_of(c, wait);
		if (c->waited[wait->serial] == whose->serial)
			continue;
		c->waited[wait->serial] = whose->serial;
		if (!before) {
			add_waits(c, task->after[i], whose, after);
			continue;
		}
		after->items =
		    arena_grow(&c->to->arena, after->items, after->count, 1, sizeof *after->items);
		after->items[after->count++] = (struct ref){before, before->id, after->pos};
	}
}

/* A task that waited for something that is gone waits for what that waited for. */
static void
mend_order(struct cutter *c, const struct entity *from, struct entity *to,
	   const struct field *field)
{
	const struct task *task = c->plan ? plan_task(c->plan, from) : NULL;
	struct refs *after = field_place(to, field);
	struct pos pos = after->pos;
	if (!task || order_stands(c, from)) {
		field_keep_refs(to, field, mend_ref, c);
		after->pos = pos; /* an empty list means that it waits for nothing */
		return;
	}
	*after = (struct refs){.pos = pos.line ? pos : from->pos};
	add_waits(c, task, from, after);
}

/* True when a thing tells of a stage that other variants have or outsiders are not told of (a
 * problem of the retrospective). */
static bool
is_about_others(struct cutter *c, const struct entity *from)
{
	for (const struct field **field = c->from->fields[from->kind]; *field; field++) {
		const struct entity *stage = cut_referred(from, *field, KIND_STAGE);
		if (stage && (cut_is_of_others(c, stage) || cut_is_of_insiders(c, stage)))
			return true;
	}
	return false;
}

/* True when some variant does not have a stage or step. */
static bool
is_for_some(const struct cutter *c, const struct entity *entity)
{
	const struct list *variants = &c->from->document->variants;
	for (; entity && entity->kind != KIND_DOCUMENT; entity = entity->parent)
		for (uint32_t i = 0; i < variants->count; i++)
			if (!variant_has(variants->items[i], entity))
				return true;
	return false;
}

/* True when an outcome of a stage or step leads to what the variant has instead of what others
 * have. */
static bool
has_alternative(const struct cutter *c, const struct entity *owner)
{
	const struct list *outcomes = task_outcomes(owner);
	for (uint32_t i = 0; i < outcomes->count; i++) {
		const struct refs *targets = outcome_targets(outcome_at(outcomes, i));
		for (uint32_t j = 0; j < targets->count; j++) {
			const struct entity *to = targets->items[j].to;
			if (to && to->kind != KIND_END && !cut_is_of_others(c, to) &&
			    is_for_some(c, to))
				return true;
		}
	}
	return false;
}

/* True when a route falls away: others have its place, and another route leads to what this variant
 * has. */
static bool
falls_away(const struct cutter *c, const struct outcome *outcome, const struct ref *route)
{
	return route->to && cut_is_of_others(c, route->to) &&
	       has_alternative(c, outcome->base.parent);
}

static bool
all_fall_away(const struct cutter *c, const struct outcome *outcome)
{
	const struct refs *targets = outcome_targets(outcome);
	for (uint32_t i = 0; i < targets->count; i++)
		if (!falls_away(c, outcome, &targets->items[i]))
			return false;
	return targets->count > 0;
}

/* True when a thing is called by what it refers to, and that is gone. */
static bool
lost_its_subject(struct cutter *c, const struct entity *from)
{
	if (from->kind == KIND_OUTCOME && all_fall_away(c, outcome_of(from)))
		return true;
	if (is_about_others(c, from))
		return true;
	const struct field *name = field_flagged(from->kind, F_NAME);
	const struct ref *ref = name && field_is(name, LEAF_REF) ? field_value(from, name) : NULL;
	return ref && ref->to && !cut_copy_of(c, ref->to);
}

static bool
same_key(struct cutter *c, const char *a, const char *b)
{
	return strcmp(utf8_fold(&c->scratch, a, FOLD_KEY), utf8_fold(&c->scratch, b, FOLD_KEY)) ==
	       0;
}

/* A column that stood behind hidden ones stands behind what those stood behind. Each follows an
 * earlier one. */
static void
mend_column(struct cutter *c, const struct list *columns, struct column *column)
{
	for (uint32_t i = columns->count; column->after.s && i-- > 0;) {
		const struct column *other = column_at(columns, i);
		if (other->key.s && same_key(c, other->key.s, column->after.s) &&
		    cut_leaves_out(c, &other->base))
			column->after = other->after;
	}
}

/* True when one of the routes led to what other variants have. */
static bool
leads_to_others(const struct cutter *c, const struct list *outcomes)
{
	for (uint32_t i = 0; i < outcomes->count; i++) {
		const struct refs *targets = outcome_targets(outcome_at(outcomes, i));
		for (uint32_t j = 0; j < targets->count; j++)
			if (targets->items[j].to && cut_is_of_others(c, targets->items[j].to))
				return true;
	}
	return false;
}

/* The place that all outcomes lead to, or NULL. */
static const struct entity *
only_place(const struct list *outcomes)
{
	const struct entity *place = NULL;
	for (uint32_t i = 0; i < outcomes->count; i++) {
		const struct refs *targets = outcome_targets(outcome_at(outcomes, i));
		if (targets->count != 1 || (place && targets->items[0].to != place))
			return NULL;
		place = targets->items[0].to;
	}
	return place;
}

/* Where a variant has a single one of the places that others choose from, the variant has decided:
 * nothing is asked any more. At most one of several outcomes is the default, and it has no `to`. */
static void
mend_outcomes(const struct cutter *c, const struct list *from, struct list *to)
{
	if (from->count < 2 || !to->count ||
	    (to->count > 1 && !(leads_to_others(c, from) && only_place(to))))
		return;
	uint32_t kept = to->count > 1 && outcome_is_default(outcome_at(to, 0));
	to->items[0] = to->items[kept];
	to->items[0]->number = to->count = 1;
	outcome_of(to->items[0])->condition = (struct text){0};
	outcome_of(to->items[0])->usual = (struct flag){0};
}

static void
mend_list(struct cutter *c, const struct entity *owner, const struct list *from, struct list *to)
{
	to->count = 0;
	for (uint32_t i = 0; i < from->count; i++) {
		const struct entity *item = from->items[i];
		struct entity *kept = lost_its_subject(c, item) ? NULL : cut_copy_of(c, item);
		if (!kept)
			continue;
		to->items[to->count++] = kept;
		if (item->parent == owner) {
			kept->quoted = entity_quoted(item);
			kept->number = to->count;
			c->to->gaps |= kept->kind == KIND_STEP && kept->quoted != kept->number;
			cut_mend(c, item, kept);
			if (kept->kind == KIND_COLUMN)
				mend_column(c, from, column_of(kept));
		}
	}
	if (from->count && !to->count)
		to->pos = (struct pos){0};
	if (to->count && to->items[0]->kind == KIND_OUTCOME)
		mend_outcomes(c, from, to);
}

/* A section in which nothing is left is absent. */
static void
mend_one(struct cutter *c, const struct entity *from, struct entity **to, bool required)
{
	cut_mend(c, from, *to);
	for (const struct field **field = c->to->fields[from->kind]; *field; field++)
		if (field_is_set(*to, *field))
			return;
	if (!required)
		*to = NULL;
}

static void
mend_things(struct cutter *c, const struct entity *from, struct entity *to,
	    const struct field *field)
{
	void *place = field_place(to, field);
	if (!place)
		return;
	if (field_is_list(field))
		mend_list(c, from, field_value(from, field), place);
	else if (*(struct entity **)place)
		mend_one(c, *(struct entity *const *)variant_field(c->variant, from, field), place,
			 field->flags & F_REQUIRED);
}

static bool
is_route_left(void *data, const struct field *field, struct ref *ref)
{
	struct mending *mending = data;
	return !falls_away(mending->cutter, mending->outcome, ref) &&
	       mend_ref(mending->cutter, field, ref);
}

/* Places that have become one are named once, and the end only where it stands alone. */
static void
mend_routes(struct cutter *c, const struct entity *from, struct entity *to,
	    const struct field *field)
{
	struct refs *routes = field_place(to, field);
	struct mending mending = {c, outcome_of(from)};
	uint32_t kept = 0;
	field_keep_refs(to, field, is_route_left, &mending);
	for (uint32_t i = 0; i < routes->count; i++) {
		const struct entity *place = routes->items[i].to;
		bool again = place == &c->to->end && (kept || i + 1 < routes->count);
		for (uint32_t j = 0; j < kept && place; j++)
			again = again || routes->items[j].to == place;
		if (!again)
			routes->items[kept++] = routes->items[i];
	}
	routes->count = kept;
}

/* A step whose roles outsiders are not told of has nobody, not those of its stage. */
static void
mend_roles(struct cutter *c, struct entity *to, const struct field *field)
{
	struct refs *roles = field_place(to, field);
	struct pos pos = roles->pos;
	field_keep_refs(to, field, mend_ref, c);
	if (c->hide.outside && !cut_hides(c, FIELD_DOCUMENT_roles))
		roles->pos = pos;
}

static void
mend_field(struct cutter *c, const struct entity *from, struct entity *to,
	   const struct field *field)
{
	if (field_is(field, LEAF_THING))
		mend_things(c, from, to, field);
	else if (field->id == FIELD_STAGE_after || field->id == FIELD_STEP_after)
		mend_order(c, from, to, field);
	else if (field->id == FIELD_OUTCOME_to || field->id == FIELD_OUTCOME_otherwise)
		mend_routes(c, from, to, field);
	else if (field->id == FIELD_STEP_role)
		mend_roles(c, to, field);
	else if (field_leaves(field) & LEAF_REF)
		field_keep_refs(to, field, mend_ref, c);
}

/* A deadline in words is absent when none of them are left. */
static void
mend_deadline(struct entity *to, const struct field *field)
{
	const struct duration *deadline = field_value(to, field);
	bool ongoing = (to->kind == KIND_STAGE || to->kind == KIND_STEP) && task_is_ongoing(to);
	bool by_variant = variant_values(to, field) != NULL;
	if (!deadline->told && !ongoing && !by_variant && !field_is_set(to, field_terms(field)))
		field_clear(to, field);
}

void
cut_mend(struct cutter *c, const struct entity *from, struct entity *to)
{
	for (size_t i = 0; c->from->fields[from->kind][i]; i++) {
		const struct field *field = c->from->fields[from->kind][i];
		if (!cut_drops(c, from->kind, i) || field_holds(field, KIND_OUTCOME))
			mend_field(c, from, to, field);
	}
	for (const struct field **field = c->to->fields[from->kind]; *field; field++)
		if (field_terms(*field))
			mend_deadline(to, *field);
	if (from->kind == KIND_TERMS && !terms_of(to)->before.pos.line)
		terms_of(to)->ahead = (struct duration){0};
}
