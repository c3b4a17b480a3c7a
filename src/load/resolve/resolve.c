/* SPDX-License-Identifier: MIT */
#include "load/resolve/resolve.h"

#include "load/bind/bind.h"
#include "load/resolve/resolver.h"
#include "model/fields.h"
#include "model/visit.h"
#include "text/address.h"

#include <string.h>

/* Allocates the ids and anchors of all things that have them. */
static void
allocate(struct resolver *r)
{
	size_t count = 0;
	for (int kind = 1; kind < KIND_COUNT; kind++)
		count += kind_info((enum kind)kind)->flags & K_ID ? r->model->made[kind] : 0;
	map_reserve(&r->ids, count);
	map_reserve(&r->anchors, count);
}

static void
resolver_free(struct resolver *r)
{
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		map_free(&r->by_kind[kind].ids);
		map_free(&r->by_kind[kind].names);
		map_free(&r->by_kind[kind].aliases);
		map_free(&r->by_kind[kind].folded);
	}
	map_free(&r->steps);
	map_free(&r->indexed);
	map_free(&r->ids);
	map_free(&r->anchors);
	arena_free(&r->scratch);
}

/* What a deadline calls the start of the process. */
static bool
is_process(struct resolver *r, const char *text)
{
	static const char *const words[] = {"process", "start",  "the start",
					    "процесс", "начало", "начала"};
	const char *folded = resolver_form(r, text, FOLD_CASE);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i], folded) == 0)
			return true;
	return false;
}

static void
resolve_ref(struct resolver *r, const struct entity *from, const struct field *field,
	    struct ref *ref)
{
	enum kind kind = (enum kind)field->argument;
	bool end = field->kind == KIND_OUTCOME, may_be_event = field->id == FIELD_TERMS_from;
	bool passed =
	    kind == KIND_ROUTE && (field->kind == KIND_RUN_DONE || field->kind == KIND_RUN_CHOICE);
	struct entity *found = passed ? resolver_find_passed(r, ref->raw)
			       : kind == KIND_ROUTE
				   ? resolver_find_route(r, from, ref->raw, end)
				   : resolver_find_in(r, &r->by_kind[kind], ref->raw);
	if (found == &r->several)
		resolver_report_ambiguous(r, from, kind, ref);
	else if (found)
		ref->to = found;
	else if (may_be_event && is_process(r, ref->raw))
		ref->to = r->model->document->process;
	else if (may_be_event && resolver_find_route(r, from, ref->raw, true))
		diag2(r->diags, RULE_REF_EVENT_PART, ref->pos, ref->raw, ref->raw);
	else if (may_be_event)
		resolver_take_moment(r, from, ref);
	else if (!resolver_report_several(r, field, ref) &&
		 !(end && resolver_report_arrow(r, from, ref)))
		resolver_report_unknown(r, from, field, ref);
}

static void
resolve_field(struct resolver *r, struct entity *entity, const struct field *field)
{
	const struct entity *from = entity;
	bool here = field->id == FIELD_VARIANT_VALUE_variant;
	while (from->kind == KIND_OUTCOME || from->kind == KIND_TERMS ||
	       (from->kind == KIND_VARIANT_VALUE && !here) || from->kind == KIND_BY_VARIANT)
		from = from->parent;
	struct leaves refs = leaves_of(entity, field, LEAF_REF);
	struct leaf leaf;
	while (leaves_next(&refs, &leaf))
		resolve_ref(r, from, field, leaf_place(entity, &leaf));
}

/* What the law or an order is called needs no address. */
static void
name_norm(struct attachment *norm)
{
	if (!norm->base.bare || !norm->href.s || address_is_meant(norm->href.s))
		return;
	norm->title = norm->href;
	norm->href = (struct text){0};
}

/* A bare string among attachments is a known attachment, or else an address. */
static void
resolve_attachments(struct resolver *r, struct entity *entity, const struct field *field)
{
	struct list *list = field_place(entity, field);
	for (uint32_t i = 0; list && i < list->count; i++) {
		struct attachment *attachment = attachment_at(list, i);
		struct entity *known =
		    attachment->base.bare && attachment->href.s
			? resolver_find_in(r, &r->by_kind[KIND_ATTACHMENT], attachment->href.s)
			: NULL;
		if (known && known != &r->several && !known->bare)
			list->items[i] = known;
		else if (field->id == FIELD_PROCESS_basis)
			name_norm(attachment);
	}
}

static void
resolve_entity(void *data, struct entity *entity)
{
	struct resolver *r = data;
	r->diags->about = entity;
	for (const struct field **field = r->model->fields[entity->kind]; *field; field++) {
		resolve_field(r, entity, *field);
		if (field_holds_list(*field) && field_holds(*field, KIND_ATTACHMENT))
			resolve_attachments(r, entity, *field);
	}
}

/* At the empty list, if there is one. */
static void
report_absent(struct resolver *r, struct entity *entity, const struct field *field)
{
	struct pos pos = field_pos(entity, field);
	diag2(r->diags, RULE_SCHEMA_REQUIRED, pos.line ? pos : entity->pos, said_kind(entity->kind),
	      said_key(field, &r->diags->arena));
}

static void
check_required(struct resolver *r, struct entity *entity)
{
	for (const struct field **field = r->model->fields[entity->kind]; *field; field++)
		if ((*field)->flags & F_REQUIRED && !field_is_given(entity, *field) &&
		    !field_was_refused(entity, *field))
			report_absent(r, entity, *field);
	const struct field *to = field_row(FIELD_OUTCOME_to);
	if (entity->kind == KIND_OUTCOME && !outcome_targets(outcome_of(entity))->count &&
	    !field_was_refused(entity, to))
		report_absent(r, entity, to);
	if (entity->kind == KIND_STEP && entity->parent->kind == KIND_STEP &&
	    step_of(entity)->steps.count)
		diag(r->diags, RULE_SCHEMA_STEPS, step_of(entity)->steps.pos);
}

static void
visit_given(void *data, struct entity *entity)
{
	struct resolver *r = data;
	r->diags->about = entity;
	if (r->model->complete)
		check_required(r, entity);
	resolver_take_id(r, entity);
}

static void
visit_made(void *data, struct entity *entity)
{
	struct resolver *r = data;
	resolver_make_id(r, entity);
	resolver_make_anchor(r, entity);
	resolver_index(r, entity);
}

void
resolve(struct model *model, struct diagnostics *diags)
{
	struct resolver r = {.model = model, .diags = diags};
	struct entity *document = &model->document->base;
	allocate(&r);
	visit_change(model, document, &(struct changer){.thing = visit_given}, &r);
	if (!model->document->process)
		model->document->process =
		    entity_new(model, KIND_PROCESS, document, (struct pos){0});
	visit_change(model, document, &(struct changer){.thing = visit_made}, &r);
	if (model->complete)
		visit_change(model, document, &(struct changer){.thing = resolve_entity}, &r);
	diags->about = NULL;
	resolver_free(&r);
}
