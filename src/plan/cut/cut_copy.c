/* SPDX-License-Identifier: MIT */
/* The first pass over the fields: what stays of a model is copied, without what is hidden, without
 * what other variants have, and without what is none of the readers' business. */
#include "model/fields.h"
#include "model/variant.h"
#include "model/visit.h"
#include "plan/cut/cut_parts.h"
#include "plan/part.h"
#include "text/address.h"
#include "text/prose/prose.h"
#include "text/uri.h"

#include <string.h>

/* True when `only` leaves a stage or step out. */
bool
cut_is_of_others(const struct cutter *c, const struct entity *entity)
{
	return c->plan && (entity->kind == KIND_STAGE || entity->kind == KIND_STEP) &&
	       (!plan_task(c->plan, entity) || variant_has_none(c->from->document, entity));
}

/* What a field of one reference to a kind points to, or NULL. */
const struct entity *
cut_referred(const struct entity *entity, const struct field *field, enum kind kind)
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
		const struct entity *variant = cut_referred(entity, *field, KIND_VARIANT);
		if (variant && variant != c->variant)
			return true;
	}
	return false;
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
	return c->hide.audience ? role->base.serial == c->hide.audience->serial
				: role->external.on && !role->internal.on;
}

static const enum share shares[RACI_COUNT] = {
    [RACI_R] = SHARE_DOES, [RACI_A] = SHARE_DOES, [RACI_C] = SHARE_ASKED, [RACI_I] = SHARE_TOLD};

/* The clients of a step, as they are found. */
struct client_list {
	struct client *items;
	const struct entity **roles; /* beside them */
	uint32_t count;
};

/* A role that does a step in one variant and is told of it in another does it. */
static void
add_client(struct cutter *c, struct client_list *clients, const struct entity *role,
	   enum share share)
{
	uint32_t *at = &c->client_at[role->serial];
	c->to->client_count += !*at;
	if (*at && *at <= clients->count && clients->roles[*at - 1] == role) {
		struct client *known = &clients->items[*at - 1];
		known->share = share < known->share ? share : known->share;
		return;
	}
	const char *name = entity_name(role);
	clients->items =
	    arena_grow(&c->to->arena, clients->items, clients->count, 1, sizeof *clients->items);
	clients->roles =
	    arena_grow(&c->scratch, clients->roles, clients->count, 1, sizeof *clients->roles);
	clients->roles[clients->count] = role;
	clients->items[clients->count++] =
	    (struct client){c->hide.links ? address_hidden(&c->to->arena, name) : name, share};
	*at = clients->count;
}

/* Gives the readers whom a step names for a variant, or who do it, to a function until it says that
 * one is enough. What a step takes over from its stage, other than who does it, makes nobody its
 * reader. */
static bool
readers_in_variant(struct cutter *c, const struct entity *step, const struct entity *variant,
		   struct client_list *clients)
{
	for (enum raci letter = RACI_R; letter < RACI_COUNT; letter++) {
		struct part_refs refs = part_refs(step, letter, variant);
		for (uint32_t i = 0; i < refs.count && !(refs.inherited && letter); i++) {
			if (!refs.items[i].to || !is_reader(c, role_of(refs.items[i].to)))
				continue;
			if (!clients)
				return true;
			add_client(c, clients, refs.items[i].to, shares[letter]);
		}
	}
	return false;
}

/* The same for all of the variants that the edition is about. */
static bool
readers_in(struct cutter *c, const struct entity *step, struct client_list *clients)
{
	const struct part_variants all = part_variants(step);
	for (uint32_t v = 0; v < all.count; v++) {
		if (c->variant && all.items[v] && all.items[v] != c->variant)
			continue;
		if (readers_in_variant(c, step, all.items[v], clients))
			return true;
	}
	return false;
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
	return readers_in(c, step, NULL);
}

static const struct client *
clients_of(struct cutter *c, const struct entity *step)
{
	struct client_list clients = {0};
	readers_in(c, step, &clients);
	if (clients.count)
		clients.items = arena_grow(&c->to->arena, clients.items, clients.count, 1,
					   sizeof *clients.items);
	return clients.items;
}

/* True for what is none of the readers' business: what is internal, a step of other roles, a
 * material of which clients are told nothing. */
bool
cut_is_of_insiders(struct cutter *c, const struct entity *entity)
{
	if (c->hide.outside && hide_is_internal(entity))
		return true;
	if (entity->kind == KIND_STEP && (c->hide.clients || c->hide.audience))
		return !is_of_reader(c, entity);
	return entity->kind == KIND_ATTACHMENT && c->hide.clients &&
	       !attachment_of(entity)->for_client.s;
}

bool
cut_leaves_out(struct cutter *c, const struct entity *entity)
{
	return cut_is_of_others(c, entity) || names_other_variant(c, entity) ||
	       is_hidden_column(c, entity) || cut_is_of_insiders(c, entity);
}

static void
unlink_text(struct cutter *c, struct text *text, bool prose)
{
	if (text->s)
		text->s = prose ? prose_unlinked(&c->to->arena, text->s)
				: address_hidden(&c->to->arena, text->s);
}

/* Copies what a list owns; mend_list puts it together, with what belongs elsewhere (a material that
 * is referred to). */
static void
copy_list(struct cutter *c, const struct entity *owner, struct entity *parent, struct list *list)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (list->items[i]->parent == owner && !cut_leaves_out(c, list->items[i]))
			cut_copy(c, list->items[i], parent);
	list->items = arena_array(&c->to->arena, list->count + 1, sizeof(struct entity *));
}

static bool
is_wanted(void *data, const struct field *field, struct ref *ref)
{
	const struct cutter *c = data;
	(void)field;
	return ref->to == c->variant;
}

/* Of what is said for some variants the copy has the texts of the one that is wanted. That a thing
 * is for this variant goes without saying of everything that is left. */
static void
keep_variant(struct cutter *c, struct entity *to, const struct field *field)
{
	if (field_is(field, LEAF_REF))
		field_clear(to, field);
	else
		field_keep_refs(to, field, is_wanted, c);
}

/* An address is no name for readers: an id that is one goes, and so does a title that is nothing
 * else. */
static void
unlink_name(struct cutter *c, struct entity *entity, const struct field *field)
{
	struct text *text = field_place(entity, field);
	if (!text)
		return;
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
	if (!place)
		return;
	if (field_is_list(field))
		copy_list(c, from, to, place);
	else
		*one = *one ? cut_copy(c, *one, to) : NULL;
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

static const char *
new_anchor(struct cutter *c, enum kind kind)
{
	return arena_printf(&c->to->arena, "%s--%u", kind_info(kind)->member,
			    (unsigned)++c->renamed[kind]);
}

/* The anchor of a step begins with that of its stage or step: where that goes, so does it. */
static void
rename_steps(struct cutter *c, const char *old, const struct entity *from)
{
	const struct list *steps = task_steps(from);
	for (uint32_t i = 0; i < steps->count; i++) {
		struct entity *step = cut_copy_of(c, steps->items[i]);
		if (step && strncmp(step->anchor, old, strlen(old)) == 0)
			step->anchor = new_anchor(c, KIND_STEP);
		rename_steps(c, old, steps->items[i]);
	}
}

/* Makes an id anew, from the kind, if it was made from something hidden. No other id has two
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
	to->id = to->anchor = new_anchor(c, from->kind);
	if (from->kind == KIND_STAGE || from->kind == KIND_STEP)
		rename_steps(c, from->anchor, from);
}

/* True when nothing is left by which a thing could be called. */
static bool
is_nameless(const struct entity *from, const struct entity *to)
{
	const struct field *id = field_flagged(to->kind, F_ID),
			   *name = field_flagged(to->kind, F_NAME);
	return from->id && id && name && !field_is_set(to, id) && !field_is_set(to, name);
}

/* A material without a title is called by its address, even if nothing is left of that but the name
 * of a file. */
static void
title_material(struct attachment *attachment)
{
	if (!attachment->title.s && attachment->href.s && uri_is_relative(attachment->href.s))
		attachment->title = attachment->href;
}

/* A hidden outcome keeps where it leads, so that what is drawn of the process is true, and whether
 * it is taken in some cases only; it keeps nothing that anybody wrote. */
static void
keep_route(struct outcome *outcome, bool usual)
{
	outcome->base.untold = true;
	outcome->base.own = NULL;
	outcome->base.more = NULL;
	outcome->usual = (struct flag){.on = usual};
	if (outcome->condition.s)
		outcome->condition.s = "";
}

static void
keep_routes(struct cutter *c, const struct entity *from, struct entity *to,
	    const struct field *field)
{
	const struct list *outcomes = task_outcomes(from);
	const struct outcome *usual = task_usual(from);
	copy_things(c, from, to, field);
	for (uint32_t i = 0; i < outcomes->count; i++) {
		struct entity *copy = cut_copy_of(c, outcomes->items[i]);
		if (copy)
			keep_route(outcome_of(copy), outcome_at(outcomes, i) == usual);
	}
}

/* The rare fields are the copy's own. Hiding decides whether readers are told of no exception. */
static void
copy_more(struct cutter *c, const struct entity *from, struct entity *to)
{
	if (!from->more)
		return;
	to->more = NULL;
	memcpy(entity_make_more(to, &c->to->arena), from->more, kind_info(from->kind)->more_size);
	if (c->hide.any)
		*to->more = (struct entity_more){.ignores = {.count = 0}};
}

/* Where nothing is told of variants, a step is done by whoever does it in one: what differs may be
 * said by its stage, or of some variants alone. */
static void
take_everyone(struct cutter *c, const struct entity *from, struct entity *to)
{
	struct refs *refs = &step_of(to)->role;
	*refs = (struct refs){.pos = from->pos};
	for (const struct role **role = part_everyone(from, &c->scratch); *role; role++) {
		refs->items =
		    arena_grow(&c->to->arena, refs->items, refs->count, 1, sizeof *refs->items);
		struct entity *to_role = (struct entity *)(uintptr_t)&(*role)->base;
		refs->items[refs->count++] = (struct ref){to_role, entity_name(to_role), from->pos};
	}
}

/* True when the role that answers for a stage differs between variants. */
static bool
answers_differ(const struct entity *stage)
{
	const struct part_variants all = part_variants(stage);
	const struct role *first = NULL;
	for (uint32_t v = 0, met = 0; v < all.count; v++) {
		if (!variant_has_whole(all.items[v], stage))
			continue;
		const struct role *role = part_responsible(stage, all.items[v]);
		if (met++ && role != first)
			return true;
		first = role;
	}
	return false;
}

/* Where nothing is told of variants, whoever does a stage or step in one of them does it; and who
 * answers for a stage is said only if it is one role. */
static void
join_variants(struct cutter *c, const struct entity *from, struct entity *to)
{
	bool part = from->kind == KIND_STAGE || from->kind == KIND_STEP;
	if (!part || !cut_hides(c, FIELD_DOCUMENT_variants) || part_variants(from).count < 2)
		return;
	to->untold = from->kind == KIND_STEP || answers_differ(from);
	if (from->kind == KIND_STEP)
		take_everyone(c, from, to);
}

/* What goes on for ever says so in place of a deadline. */
static void
keep_ongoing(struct duration *deadline, const struct flag *ongoing)
{
	if (!deadline->pos.line)
		deadline->pos = ongoing->pos;
}

/* Where a value differs by variant, the copy has that of the variant. */
static void
take_variant(struct cutter *c, const struct entity *from, struct entity *to)
{
	if (!c->variant) {
		join_variants(c, from, to);
		return;
	}
	for (const struct field **field = c->from->fields[from->kind]; *field; field++) {
		const struct by_variant *by = variant_values(from, *field);
		if (!by)
			continue;
		size_t size = type_table[(*field)->type].size;
		memcpy(field_place(to, *field), variant_field(c->variant, from, *field), size);
	}
	for (const struct field **field = c->from->fields[from->kind]; *field; field++)
		if (field_holds(*field, KIND_BY_VARIANT))
			field_clear(to, *field);
	if (from->kind == KIND_STAGE && stage_of(to)->ongoing.on)
		keep_ongoing(&stage_of(to)->deadline, &stage_of(to)->ongoing);
	else if (from->kind == KIND_STEP && step_of(to)->ongoing.on)
		keep_ongoing(&step_of(to)->deadline, &step_of(to)->ongoing);
}

/* The copy of a thing with all below it; NULL when nothing worth keeping is left. Depth is that of
 * the field table. */
struct entity *
cut_copy(struct cutter *c, const struct entity *from, struct entity *parent)
{
	size_t size = kind_info(from->kind)->size, own = c->from->own_count[from->kind];
	struct entity *to = arena_alloc(&c->to->arena, size);
	memcpy(to, from, size);
	to->parent = parent;
	if (from->own) {
		to->own = arena_array(&c->to->arena, own, sizeof *to->own);
		memcpy(to->own, from->own, own * sizeof *to->own);
	}
	copy_more(c, from, to);
	take_variant(c, from, to);
	if (c->hide.clients && from->kind == KIND_STEP)
		c->to->clients[from->serial] = clients_of(c, from);
	if (c->hide.links && from->kind == KIND_ATTACHMENT)
		title_material(attachment_of(to));
	for (size_t i = 0; c->from->fields[from->kind][i]; i++) {
		const struct field *field = c->from->fields[from->kind][i];
		if (c->hide.fields[from->kind][i] && field_holds(field, KIND_OUTCOME))
			keep_routes(c, from, to, field);
		else if (c->hide.fields[from->kind][i] || (c->hide.any && field->flags & F_SETTING))
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
