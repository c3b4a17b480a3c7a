/* SPDX-License-Identifier: MIT */
/* References to other processes: `path.yaml` is one, `path.yaml#Stage` a stage of it. */
#include "load/resolve/resolver.h"

#include "model/fields.h"
#include "model/neighbour.h"
#include "text/words/suggest.h"

#include <string.h>

/* Where a reference may lead to another process. */
static bool
may_leave(const struct field *field)
{
	return field->kind == KIND_OUTCOME || field_refers(field, KIND_PROCESS) ||
	       field_refers(field, KIND_ROLE) || field_refers(field, KIND_TERM) ||
	       field->id == FIELD_STAGE_after || field->id == FIELD_STEP_after;
}

static void
note(struct resolver *r, const struct entity *entity, const struct field *field, struct pos pos,
     const struct elsewhere *to)
{
	struct model *model = r->model;
	struct outward *outwards = arena_grow(&model->arena, (void *)(uintptr_t)model->outwards,
					      model->outward_count, 1, sizeof *outwards);
	outwards[model->outward_count++] = (struct outward){entity, field, pos, to};
	model->outwards = outwards;
}

static const char *
name_of(struct resolver *r, const struct neighbour *process, const struct neighbour_thing *thing)
{
	return thing ? arena_printf(&r->model->arena, "%s: %s", process->name, thing->name)
		     : process->name;
}

/* A length as it compares in the working week of this process. */
static struct length
length_here(const struct model *model, struct length length)
{
	return length_of(length.working, length.calendar, length.clock,
			 (int64_t)model->minutes_per_day * model->days_per_week);
}

/* What a text in a file means, made once. */
static struct elsewhere *
elsewhere(struct resolver *r, const struct met_neighbour *met, const struct neighbour_thing *thing,
	  struct pos pos, const char *text)
{
	struct model *model = r->model;
	const char *key = arena_printf(&model->arena, "%u:%s", (unsigned)pos.file, text);
	struct elsewhere **place = (struct elsewhere **)map_at(&r->elsewheres, key);
	if (*place)
		return *place;
	struct elsewhere *to = *place = arena_alloc(&model->arena, sizeof *to);
	*to = (struct elsewhere){
	    .process = met->process, .thing = thing, .name = name_of(r, met->process, thing)};
	if (!thing && met->process->timed) {
		to->told = (struct told){.best_length = length_here(model, met->process->best),
					 .most_length = length_here(model, met->process->most)};
		to->takes = (struct duration){&to->told, pos};
	}
	to->base = (struct entity){.kind = KIND_END,
				   .serial = ++model->made_count,
				   .id = text,
				   .anchor = text,
				   .pos = pos};
	return to;
}

/* The name of that kind in the process that a text is near to. */
static const char *
near_thing(struct resolver *r, const struct neighbour *process, enum kind kind, const char *text,
	   bool *certain)
{
	struct suggest suggest;
	*certain = false;
	if (r->unknown++ > SUGGEST_MOST)
		return NULL;
	suggest_open(&suggest, text);
	for (uint32_t i = 0; i < process->thing_count; i++) {
		const struct neighbour_thing *thing = process->things[i];
		bool route = thing->kind == KIND_STAGE || thing->kind == KIND_STEP;
		if (kind == thing->kind || (route && kind != KIND_ROLE && kind != KIND_TERM))
			suggest_try(&suggest, thing->name);
	}
	*certain = suggest_is_certain(&suggest);
	return suggest_close(&suggest);
}

static void
report_absent(struct resolver *r, enum kind kind, const struct ref *ref,
	      const struct met_neighbour *met, const char *part)
{
	bool certain, route = kind != KIND_ROLE && kind != KIND_TERM;
	const char *near = near_thing(r, met->process, kind, part, &certain);
	const struct said what = route ? said_phrase(PHRASE_STAGE_OR_STEP) : said_kind(kind);
	struct diagnostic *d =
	    diag3(r->diags, RULE_REF_NOT_THERE, ref->pos, part, what, met->process->name);
	d->related = neighbour_pos(met, met->process->pos);
	d->suggestion = near ? arena_printf(&r->diags->arena, "%.*s%s",
					    (int)(strcspn(ref->raw, "#") + 1), ref->raw, near)
			     : NULL;
	d->certain = certain;
}

/* What a reference means within the neighbour; *fault when it cannot mean that. */
static const struct neighbour_thing *
thing_meant(struct resolver *r, const struct field *field, const struct ref *ref,
	    const struct met_neighbour *met, bool *fault)
{
	enum kind kind = (enum kind)field->argument;
	const char *part;
	neighbour_path(&r->scratch, ref->raw, &part);
	bool whole = !part && kind != KIND_ROLE && kind != KIND_TERM;
	*fault = met->fault || (met->process->read && !part && !whole);
	if (*fault) {
		enum phrase why = met->fault          ? (enum phrase)met->fault
				  : kind == KIND_ROLE ? PHRASE_NEIGHBOUR_WHICH_ROLE
						      : PHRASE_NEIGHBOUR_WHICH_TERM;
		diag2(r->diags, RULE_REF_NO_PROCESS, ref->pos, ref->raw, why);
		return NULL;
	}
	if (whole || !met->process->read)
		return NULL;
	const struct neighbour_thing *thing = neighbour_find(met->process, kind, part);
	if (!thing)
		report_absent(r, kind, ref, met, part);
	*fault = !thing;
	return thing;
}

bool
resolver_take_elsewhere(struct resolver *r, const struct entity *entity, const struct field *field,
			struct ref *ref)
{
	bool fault;
	const struct met_neighbour *met =
	    may_leave(field) ? neighbour_met(r->model, ref->pos.file, ref->raw) : NULL;
	if (!met && field_refers(field, KIND_PROCESS) && !neighbour_is_named(ref->raw))
		diag2(r->diags, RULE_REF_NO_PROCESS, ref->pos, ref->raw, PHRASE_FILE_MISSING);
	if (!met)
		return field_refers(field, KIND_PROCESS);
	const struct neighbour_thing *thing = thing_meant(r, field, ref, met, &fault);
	if (fault)
		return true;
	if (met->ring && field->id == FIELD_STEP_process)
		diag1(r->diags, RULE_FLOW_PROCESS_CIRCLE, ref->pos, met->ring)->related =
		    neighbour_pos(met, met->ring_pos);
	struct elsewhere *to = elsewhere(r, met, thing, ref->pos, ref->raw);
	note(r, entity, field, ref->pos, to);
	if (!field_refers(field, KIND_ROLE) && !field_refers(field, KIND_TERM))
		ref->to = &to->base;
	else if (thing)
		ref->to = resolver_find_in(r, &r->by_kind[field->argument], thing->name);
	if (ref->to == &r->several)
		ref->to = NULL;
	return true;
}

void
resolver_take_material(struct resolver *r, const struct attachment *material)
{
	const struct text *href = &material->href;
	const struct field *field = field_row(FIELD_ATTACHMENT_href);
	const struct met_neighbour *met =
	    href->s ? neighbour_met(r->model, href->pos.file, href->s) : NULL;
	const char *part;
	if (!met)
		return;
	if (met->fault) {
		diag2(r->diags, RULE_REF_NO_PROCESS, href->pos, href->s, (enum phrase)met->fault);
		return;
	}
	neighbour_path(&r->scratch, href->s, &part);
	const struct ref ref = {.raw = href->s, .pos = href->pos};
	const struct neighbour_thing *thing =
	    part && met->process->read ? neighbour_find(met->process, KIND_ROUTE, part) : NULL;
	if (part && met->process->read && !thing)
		report_absent(r, KIND_ROUTE, &ref, met, part);
	note(r, &material->base, field, href->pos, elsewhere(r, met, thing, href->pos, href->s));
}
