/* SPDX-License-Identifier: MIT */
/* Two passes over the table's fields: the first copies what stays, the second makes references
 * point into the copy. What a reference pointed to may be gone: then the order is kept by what was
 * waited for, a route goes on to what comes next, an item that is about the thing (a control point,
 * a pilot's stage) goes with it, and any other reference is absent. What only such things referred
 * to (a role, a term, a material) goes last. */
#include "plan/cut.h"

#include "model/fields.h"
#include "model/variant.h"
#include "model/visit.h"
#include "plan/part.h"
#include "plan/plan.h"
#include "plan/used.h"
#include "support/utf8.h"
#include "text/address.h"
#include "text/prose.h"
#include "text/uri.h"

#include <stdlib.h>
#include <string.h>

struct cutter {
	const struct model *from;
	struct model *to;
	const struct entity *variant;
	struct hide hide;
	struct plan *plan;      /* of the variant, or of all of it; NULL where nothing goes that
				   others wait for */
	struct entity **copies; /* by the thing's serial; of the end by 0 */
	uint32_t *waited;       /* by serial: who was the last to wait for it */
	uint32_t renamed[KIND_COUNT]; /* ids made anew */
	struct arena scratch;
};

/* The routes of an outcome being mended. */
struct mending {
	struct cutter *cutter;
	const struct outcome *outcome; /* as it was */
};

static struct entity *
copy_of(const struct cutter *c, const struct entity *from)
{
	return from ? c->copies[from->serial] : NULL;
}

/* True when `only` leaves a stage or step out. */
static bool
is_of_others(const struct cutter *c, const struct entity *entity)
{
	return c->plan && (entity->kind == KIND_STAGE || entity->kind == KIND_STEP) &&
	       !plan_task(c->plan, entity);
}

/* What a field of one reference to a kind points to, or NULL. */
static const struct entity *
referred(const struct entity *entity, const struct field *field, enum kind kind)
{
	bool one = field_refers(field, kind) && !field_is_list(field);
	return one ? ((const struct ref *)field_value(entity, field))->to : NULL;
}

/* True when the thing is a variant, or is for a variant, that is not wanted. */
static bool
names_other_variant(const struct cutter *c, const struct entity *entity)
{
	if (!c->variant)
		return false;
	if (entity->kind == KIND_VARIANT)
		return entity != c->variant;
	for (const struct field **field = c->from->fields[entity->kind]; *field; field++) {
		const struct entity *variant = referred(entity, *field, KIND_VARIANT);
		if (variant && variant != c->variant)
			return true;
	}
	return false;
}

static bool
is_hidden(const struct cutter *c, enum field_id field)
{
	return hide_has(c->from, &c->hide, field_row(field));
}

/* True for the definition of a column of the author's that is hidden. */
static bool
is_hidden_column(const struct cutter *c, const struct entity *entity)
{
	const char *key = entity->kind == KIND_COLUMN ? column_of(entity)->key.s : NULL;
	for (int kind = KIND_NONE + 1; key && kind < KIND_COUNT; kind++)
		for (size_t i = 0; c->from->fields[kind][i]; i++)
			if (c->hide.fields[kind][i] && c->from->fields[kind][i]->flags & F_OWN &&
			    strcmp(c->from->fields[kind][i]->member, key) == 0)
				return true;
	return false;
}

static bool
is_reader(const struct cutter *c, const struct role *role)
{
	return c->hide.clients ? role->external.on && !role->internal.on
			       : &role->base == c->hide.audience;
}

/* True when a reader of the edition does a step or a part of it, or is named as another who takes
 * part. What a step takes over from its stage does not make it theirs. */
static bool
is_of_reader(struct cutter *c, const struct entity *step)
{
	const struct list *steps = &step_of(step)->steps;
	for (uint32_t i = 0; i < steps->count; i++)
		if (is_of_reader(c, steps->items[i]))
			return true;
	for (enum raci letter = RACI_R; letter < RACI_COUNT; letter++) {
		struct part_refs refs = part_refs(step, letter);
		for (uint32_t i = 0; i < refs.count && !(refs.inherited && letter); i++)
			if (refs.items[i].to && is_reader(c, role_of(refs.items[i].to)))
				return true;
	}
	return false;
}

/* True for what is none of the readers' business: what is internal, steps of other roles, a
 * material of which clients are told nothing. */
static bool
is_of_insiders(struct cutter *c, const struct entity *entity)
{
	if (c->hide.outside && hide_is_internal(entity))
		return true;
	if (entity->kind == KIND_STEP && (c->hide.clients || c->hide.audience))
		return !is_of_reader(c, entity);
	return entity->kind == KIND_ATTACHMENT && c->hide.clients &&
	       !attachment_of(entity)->for_client.s;
}

static bool
is_left_out(struct cutter *c, const struct entity *entity)
{
	return is_of_others(c, entity) || names_other_variant(c, entity) ||
	       is_hidden_column(c, entity) || is_of_insiders(c, entity);
}

static void
unlink_text(struct cutter *c, struct text *text, bool prose)
{
	if (text->s)
		text->s = prose ? prose_unlinked(&c->to->arena, text->s)
				: address_hidden(&c->to->arena, text->s);
}

static struct entity *
copy(struct cutter *c, const struct entity *from, struct entity *parent);

/* Copies what a list owns; mend_list puts it together, with what belongs elsewhere (a material that
 * is referred to). */
static void
copy_list(struct cutter *c, const struct entity *owner, struct entity *parent, struct list *list)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (list->items[i]->parent == owner && !is_left_out(c, list->items[i]))
			copy(c, list->items[i], parent);
	list->items = arena_array(&c->to->arena, list->count + 1, sizeof(struct entity *));
}

static bool
is_wanted(void *data, const struct field *field, struct ref *ref)
{
	const struct cutter *c = data;
	(void)field;
	return ref->to == c->variant;
}

/* Of what is said for some variants: the texts of the one that is wanted; that a thing is for it is
 * said of everything that is left. */
static void
keep_variant(struct cutter *c, struct entity *to, const struct field *field)
{
	if (field_is(field, LEAF_REF))
		field_clear(to, field);
	else
		field_keep_refs(to, field, is_wanted, c);
}

/* What a thing is called by is no address: such an id goes, as does a title that is nothing
 * else. */
static void
unlink_name(struct cutter *c, struct entity *entity, const struct field *field)
{
	struct text *text = field_place(entity, field);
	const char *before = text->s;
	unlink_text(c, text, false);
	bool id = field->flags & F_ID, optional = !(field->flags & F_REQUIRED);
	if (before && text->s != before &&
	    (id || (optional && strcmp(text->s, ADDRESS_HIDDEN) == 0)))
		field_clear(entity, field);
}

static void
unlink_field(struct cutter *c, struct entity *entity, const struct field *field)
{
	if (field_is(field, LEAF_TEXT) && !field_is_list(field)) {
		unlink_name(c, entity, field);
		return;
	}
	struct leaves texts = leaves_of(entity, field, LEAF_TEXT | LEAF_PROSE);
	struct leaf leaf;
	while (leaves_next(&texts, &leaf))
		unlink_text(c, leaf_place(entity, &leaf), leaf.type == LEAF_PROSE);
}

static void
copy_things(struct cutter *c, const struct entity *from, struct entity *to,
	    const struct field *field)
{
	void *place = field_place(to, field);
	struct entity **one = place;
	if (field_is_list(field))
		copy_list(c, from, to, place);
	else
		*one = *one ? copy(c, *one, to) : NULL;
}

/* True for a field of an allow-list that is an address, or is written for its readers: what would
 * they do with it otherwise? */
static bool
keeps_addresses(const struct cutter *c, const struct field *field)
{
	return c->hide.allows &&
	       (field->flags & F_LINK || field->id == FIELD_CONTACT_text ||
		field->id == FIELD_PROCESS_for_client || field->id == FIELD_STAGE_for_client ||
		field->id == FIELD_STEP_for_client || field->id == FIELD_ATTACHMENT_for_client);
}

static void
copy_field(struct cutter *c, const struct entity *from, struct entity *to,
	   const struct field *field)
{
	if (field_is(field, LEAF_THING)) {
		copy_things(c, from, to, field);
		return;
	}
	if (c->hide.links || field_leaves(field) & LEAF_REF)
		field_detach(to, field, &c->to->arena);
	if (c->variant && field_refers(field, KIND_VARIANT) && field_is_list(field))
		keep_variant(c, to, field);
	if (c->hide.links && !keeps_addresses(c, field))
		unlink_field(c, to, field);
}

/* An id that was made from something hidden is made anew, from the kind; no other id has two
 * hyphens in a row. */
static void
rename_entity(struct cutter *c, const struct entity *from, struct entity *to)
{
	const struct field *id = field_flagged(from->kind, F_ID),
			   *name = field_flagged(from->kind, F_NAME);
	bool given = id && field_is_set(from, id), kept = id && field_is_set(to, id);
	if (!from->id || (given ? kept
				: strcmp(entity_name(from), entity_name(to)) == 0 &&
				      field_is_set(to, name) == field_is_set(from, name)))
		return;
	to->id = to->anchor = arena_printf(&c->to->arena, "%s--%u", kind_info(from->kind)->member,
					   (unsigned)++c->renamed[from->kind]);
}

/* True when nothing is left by which a thing could be called. */
static bool
is_nameless(const struct entity *from, const struct entity *to)
{
	const struct field *id = field_flagged(to->kind, F_ID),
			   *name = field_flagged(to->kind, F_NAME);
	return from->id && id && name && !field_is_set(to, id) && !field_is_set(to, name);
}

/* A material without a title is called by its address, be it that nothing is left of that but the
 * name of a file. */
static void
title_material(struct attachment *attachment)
{
	if (!attachment->title.s && attachment->href.s && uri_is_relative(attachment->href.s))
		attachment->title = attachment->href;
}

/* The copy of a thing with all below it; NULL when nothing worth keeping is left. Depth is that of
 * the field table. */
static struct entity *
copy(struct cutter *c, const struct entity *from, struct entity *parent)
{
	size_t size = kind_info(from->kind)->size, own = c->from->own_count[from->kind];
	struct entity *to = arena_alloc(&c->to->arena, size);
	memcpy(to, from, size);
	to->parent = parent;
	if (from->own) {
		to->own = arena_array(&c->to->arena, own, sizeof *to->own);
		memcpy(to->own, from->own, own * sizeof *to->own);
	}
	if (c->hide.any)
		to->more = NULL;
	if (c->hide.links && from->kind == KIND_ATTACHMENT)
		title_material(attachment_of(to));
	for (size_t i = 0; c->from->fields[from->kind][i]; i++) {
		const struct field *field = c->from->fields[from->kind][i];
		if (c->hide.fields[from->kind][i] || (c->hide.any && field->flags & F_SETTING))
			field_clear(to, field);
		else
			copy_field(c, from, to, field);
	}
	if (is_nameless(from, to))
		return NULL;
	rename_entity(c, from, to);
	c->copies[from->serial] = to;
	return to;
}

/* Where a route to something gone leads: a hidden step stands for its stage, a stage that is gone
 * and what other variants have are passed by. The limit is for cycles, which only an unchecked
 * model has. */
static struct entity *
route_of(const struct cutter *c, const struct entity *to)
{
	for (size_t hops = 0; to && !copy_of(c, to); hops++) {
		if ((to->kind != KIND_STAGE && to->kind != KIND_STEP) || hops > c->from->made_count)
			return NULL;
		to = is_of_others(c, to) || to->kind == KIND_STAGE ? task_next(to) : to->parent;
	}
	return to ? copy_of(c, to) : &c->to->end;
}

/* Makes a reference point into the copy; false when what it pointed to is gone. */
static bool
mend_ref(void *data, const struct field *field, struct ref *ref)
{
	const struct cutter *c = data;
	if (!ref->to)
		return true;
	bool route = field->kind == KIND_OUTCOME;
	ref->to = route ? route_of(c, ref->to) : copy_of(c, ref->to);
	return ref->to;
}

/* True when what a stage or step waits for, as written, is there. */
static bool
order_stands(const struct cutter *c, const struct entity *from)
{
	const struct refs *after = task_after(from);
	const struct list *list = task_siblings(from);
	if (!after->pos.line)
		return from->number < 2 || copy_of(c, list->items[from->number - 2]);
	for (uint32_t i = 0; i < after->count; i++)
		if (after->items[i].to && !copy_of(c, after->items[i].to))
			return false;
	return true;
}

/* Adds what a task waits for, or what is gone of that waited for in turn; each once for `whose`. */
static void
add_waits(struct cutter *c, const struct task *task, const struct entity *whose, struct refs *after)
{
	for (uint32_t i = 0; i < task->after_count; i++) {
		const struct entity *wait = task->after[i]->entity;
		struct entity *before = copy_of(c, wait);
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

/* What waited for something that is gone waits for what that waited for. */
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

static void
mend(struct cutter *c, const struct entity *from, struct entity *to);

/* True when a thing tells of a stage that other variants have or outsiders are not told of (a
 * problem of the retrospective). */
static bool
is_about_others(struct cutter *c, const struct entity *from)
{
	for (const struct field **field = c->from->fields[from->kind]; *field; field++) {
		const struct entity *stage = referred(from, *field, KIND_STAGE);
		if (stage && (is_of_others(c, stage) || is_of_insiders(c, stage)))
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
			if (to && to->kind != KIND_END && !is_of_others(c, to) &&
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
	return route->to && is_of_others(c, route->to) && has_alternative(c, outcome->base.parent);
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
	return ref && ref->to && !copy_of(c, ref->to);
}

static bool
same_key(struct cutter *c, const char *a, const char *b)
{
	return strcmp(utf8_fold(&c->scratch, a, FOLD_KEY), utf8_fold(&c->scratch, b, FOLD_KEY)) ==
	       0;
}

/* A column that stands behind hidden ones stands behind what those did. Each follows an earlier
 * one. */
static void
mend_column(struct cutter *c, const struct list *columns, struct column *column)
{
	for (uint32_t i = columns->count; column->after.s && i-- > 0;) {
		const struct column *other = column_at(columns, i);
		if (other->key.s && same_key(c, other->key.s, column->after.s) &&
		    is_left_out(c, &other->base))
			column->after = other->after;
	}
}

static void
mend_list(struct cutter *c, const struct entity *owner, const struct list *from, struct list *to)
{
	to->count = 0;
	for (uint32_t i = 0; i < from->count; i++) {
		const struct entity *item = from->items[i];
		struct entity *kept = lost_its_subject(c, item) ? NULL : copy_of(c, item);
		if (!kept)
			continue;
		to->items[to->count++] = kept;
		if (item->parent == owner) {
			kept->number = to->count;
			mend(c, item, kept);
			if (kept->kind == KIND_COLUMN)
				mend_column(c, from, column_of(kept));
		}
	}
	if (from->count && !to->count)
		to->pos = (struct pos){0};
	if (to->count == 1 && from->count > 1 && to->items[0]->kind == KIND_OUTCOME)
		outcome_of(to->items[0])->condition = (struct text){0}; /* the variant decided */
}

/* A section in which nothing is left is absent. */
static void
mend_one(struct cutter *c, const struct entity *from, struct entity **to, bool required)
{
	mend(c, from, *to);
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
	if (field_is_list(field))
		mend_list(c, from, field_value(from, field), place);
	else if (*(struct entity **)place)
		mend_one(c, *(struct entity *const *)field_value(from, field), place,
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

/* A step whose roles outsiders are not told of is nobody's, not whose the stage is. */
static void
mend_roles(struct cutter *c, struct entity *to, const struct field *field)
{
	struct refs *roles = field_place(to, field);
	struct pos pos = roles->pos;
	field_keep_refs(to, field, mend_ref, c);
	if (c->hide.outside && !is_hidden(c, FIELD_DOCUMENT_roles))
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

/* A deadline in words of which none are left is absent. */
static void
mend_deadline(struct entity *to, const struct field *field)
{
	const struct duration *deadline = field_value(to, field);
	bool ongoing = to->kind != KIND_PROCESS && task_is_ongoing(to);
	if (!deadline->told && !ongoing && !field_is_set(to, field_terms(field)))
		field_clear(to, field);
}

static void
mend(struct cutter *c, const struct entity *from, struct entity *to)
{
	for (const struct field **field = c->to->fields[from->kind]; *field; field++)
		mend_field(c, from, to, *field);
	for (const struct field **field = c->to->fields[from->kind]; *field; field++)
		if (field_terms(*field))
			mend_deadline(to, *field);
	if (from->kind == KIND_TERMS && !terms_of(to)->before.pos.line)
		terms_of(to)->ahead = (struct duration){0};
}

/* A column of the author's without what is hidden of its definition. */
static const struct field *
own_field(struct cutter *c, const struct field *from)
{
	struct field *to = arena_alloc(&c->to->arena, sizeof *to);
	*to = *from;
	if (is_hidden(c, FIELD_COLUMN_title))
		to->titles[0] = to->titles[1] = to->member;
	if (c->hide.links) {
		to->member = address_hidden(&c->to->arena, to->member);
		to->titles[0] = to->titles[1] = address_hidden(&c->to->arena, to->titles[0]);
	}
	return to;
}

/* The author's columns as they were defined; they stand so where nothing says what they follow. */
static size_t
put_own_fields(struct cutter *c, enum kind kind, const struct field **to)
{
	const struct field **from = c->from->fields[kind];
	size_t kept = 0;
	for (size_t offset = 0; offset < c->from->own_count[kind]; offset++)
		for (size_t i = 0; from[i]; i++)
			if (from[i]->flags & F_OWN && from[i]->offset == offset &&
			    !c->hide.fields[kind][i])
				to[kept++] = own_field(c, from[i]);
	return kept;
}

/* What is hidden is no field of the copy; nor is what only has an effect there, which its value
 * keeps. */
static void
cut_fields(struct cutter *c, enum kind kind)
{
	const struct field **from = c->from->fields[kind];
	size_t count = 0, kept = 0;
	while (from[count])
		count++;
	const struct field **to = arena_array(&c->to->arena, count + 1, sizeof *to);
	bool placed = !is_hidden(c, FIELD_COLUMN_after);
	for (size_t i = 0; i < count; i++) {
		bool own = from[i]->flags & F_OWN,
		     hidden = c->hide.fields[kind][i] ||
			      (c->hide.any && from[i]->flags & (F_SETTING | F_APPLIED));
		if (!hidden && (placed || !own))
			to[kept++] = own ? own_field(c, from[i]) : from[i];
		if (!placed && from[i]->flags & F_PLACE)
			kept += put_own_fields(c, kind, to + kept);
	}
	c->to->fields[kind] = to;
}

/* Drops what is not used; with `before`, only what was used then. */
static void
drop_unused(struct list *list, const bool *before, const bool *now)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < list->count; i++) {
		struct entity *item = list->items[i];
		if ((!before || before[item->serial]) && !now[item->serial])
			continue;
		list->items[count++] = item;
		item->number = count;
	}
	if (list->count && !count)
		list->pos = (struct pos){0};
	list->count = count;
}

/* Roles, terms and materials that only what is gone referred to go too; those that nothing ever
 * referred to stay. Who hides all stages or steps wants a document of what is left: there they stay
 * as well. Who says what is shown wants terms and materials of that alone, clients roles, too. */
static void
cut_unused(struct cutter *c)
{
	struct document *document = c->to->document;
	bool whole = is_hidden(c, FIELD_DOCUMENT_stages) || is_hidden(c, FIELD_STAGE_steps);
	if (whole && !c->hide.allows)
		return;
	const bool *before = used_find(c->from, NULL, &c->scratch);
	bool *idle = arena_array(&c->scratch, (size_t)c->from->made_count + 1, sizeof *idle);
	for (size_t i = 0; i <= c->from->made_count && !c->hide.allows; i++)
		idle[i] = !before[i];
	const bool *now = used_find(c->to, idle, &c->scratch);
	const bool *all = c->hide.allows ? NULL : before;
	if (!whole)
		drop_unused(&document->roles, c->hide.clients ? NULL : before, now);
	drop_unused(&document->glossary, all, now);
	drop_unused(&document->attachments, all, now);
}

/* The process is called by its name and the edition's title, so that no output of the edition
 * passes for the whole. */
static void
add_title(struct cutter *c, const struct edition *edition)
{
	struct process *process = process_of(c->to->document->process);
	if (!edition || !edition->title.s)
		return;
	c->to->edition =
	    c->hide.links ? address_hidden(&c->to->arena, edition->title.s) : edition->title.s;
	process->name.s =
	    arena_printf(&c->to->arena, "%s \xE2\x80\x93 %s", process->name.s, c->to->edition);
}

/* True when something that decides on the order is hidden: of what is left, times would be false.
 */
static bool
hides_order(const struct cutter *c, const struct list *tasks)
{
	bool outcomes = is_hidden(c, FIELD_STAGE_outcomes) || is_hidden(c, FIELD_STEP_outcomes),
	     variants = is_hidden(c, FIELD_STAGE_only) || is_hidden(c, FIELD_STEP_only);
	for (uint32_t i = 0; i < tasks->count; i++) {
		const struct entity *task = tasks->items[i];
		bool gone = task->kind == KIND_STEP && is_hidden(c, FIELD_STAGE_steps);
		if (((outcomes || gone) && task_outcomes(task)->count) ||
		    (variants && !c->variant && task_only(task)->count) ||
		    hides_order(c, task_steps(task)))
			return true;
	}
	return false;
}

static const struct entity *
wanted_variant(const struct edition_words *edition, const struct entity *variant)
{
	return variant || !edition || !edition->edition ? variant : edition->edition->variant.to;
}

const struct model *
cut_model(const struct model *model, const struct edition_words *edition,
	  const struct entity *variant)
{
	static const struct edition_words nothing = {.full = true};
	struct cutter c = {.from = model, .variant = wanted_variant(edition, variant)};
	c.hide = hide_new(model, edition ? edition : &nothing, &c.scratch);
	bool parts = c.variant || c.hide.outside || c.hide.audience;
	c.plan = parts ? plan_new(model, c.variant) : NULL;
	c.to = memory_alloc(sizeof *c.to);
	*c.to = *model;
	c.to->arena = (struct arena){0};
	c.to->for_clients = c.hide.clients;
	c.to->order_hidden = hides_order(&c, &model->document->stages);
	c.copies = arena_array(&c.scratch, (size_t)model->made_count + 1, sizeof *c.copies);
	c.waited = arena_array(&c.scratch, (size_t)model->made_count + 1, sizeof *c.waited);
	c.copies[model->end.serial] = &c.to->end;
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		cut_fields(&c, (enum kind)kind);
	c.to->document = document_of(copy(&c, &model->document->base, NULL));
	mend(&c, &model->document->base, &c.to->document->base);
	cut_unused(&c);
	add_title(&c, edition ? edition->edition : NULL);
	plan_free(c.plan);
	arena_free(&c.scratch);
	return c.to;
}

void
cut_free(const struct model *made)
{
	struct model *cut = (struct model *)(uintptr_t)made;
	if (cut)
		arena_free(&cut->arena);
	memory_free(cut);
}
