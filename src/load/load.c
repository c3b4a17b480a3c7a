/* SPDX-License-Identifier: MIT */
/* Opens the files, has them parsed, bound and resolved, in that order. */
#include "load/load.h"

#include "calendar/worktime.h"
#include "load/bind/bind.h"
#include "load/bind/by_variant.h"
#include "load/resolve/default_waits.h"
#include "load/include.h"
#include "load/language.h"
#include "load/locate.h"
#include "load/logo.h"
#include "load/resolve/resolve.h"
#include "load/share.h"
#include "model/field.h"
#include "model/fields.h"
#include "plan/fingerprint.h"
#include "yaml/tree.h"

#include <stdlib.h>
#include <string.h>

/* More hours than a day has are for a rule to judge. */
static void
take_hours(struct binder *b, const struct calendar *calendar)
{
	struct model *model = b->model;
	double hours = calendar->hours_per_day.value;
	if (calendar->hours_per_day.pos.line && hours < 1)
		diag3(b->diags, RULE_SCHEMA_VALUE, calendar->hours_per_day.pos,
		      said_key(field_row(FIELD_CALENDAR_hours_per_day), &model->arena),
		      arena_printf(&model->arena, "%g", hours), "1 … 24")
		    ->entity = &calendar->base;
	else if (calendar->hours_per_day.pos.line && hours <= 24)
		model->minutes_per_day = (int32_t)(hours * 60 + 0.5);
}

static void
take_calendar(struct binder *b)
{
	struct model *model = b->model;
	const struct entity *given = model->document->calendar;
	const struct calendar *calendar = given ? calendar_of(given) : NULL;
	if (calendar)
		take_hours(b, calendar);
	model->worktime = worktime_new(&model->arena, calendar, model->minutes_per_day);
	model->days_per_week = worktime_days_per_week(model->worktime);
}

static struct model *
model_new(void)
{
	struct model *model = memory_alloc(sizeof *model);
	*model = (struct model){
	    .minutes_per_day = 480, .lang = LANG_RU, .end = {.kind = KIND_END, .id = "end"}};
	return model;
}

static void
bind_all(struct binder *b, const struct include_set *set, bool early)
{
	for (uint32_t i = 0; i < set->count; i++) {
		b->shares = i >= set->own;
		if (set->roots[i]->type == NODE_MAP)
			bind_document(b, set->roots[i], early);
		else if (!early)
			diag(b->diags, RULE_SCHEMA_ROOT, set->roots[i]->pos);
	}
	b->shares = false;
}

static void
bind_files(struct binder *b, const struct include_set *set)
{
	bind_all(b, set, true);
	take_calendar(b);
	share_columns(b->model);
	bind_columns(b);
	bind_all(b, set, false);
	share_join(b->model, b->diags);
}

/* Whether somebody has signed a text that is known by its fingerprint, or a run began with it. */
static bool
is_signed(const struct document *document)
{
	bool found = false;
	for (uint32_t i = 0; i < document->approvals.count && !found; i++)
		found = approval_at(&document->approvals, i)->fingerprint.s;
	for (uint32_t i = 0; i < document->acknowledgements.count && !found; i++)
		found = acknowledgement_at(&document->acknowledgements, i)->fingerprint.s;
	const struct process_run *run = process_run_of(document->run);
	return found || (run && run->fingerprint.s);
}

const struct model *
load_model(const char *path, const char *out, const struct overlays *overlays,
	   struct diagnostics *diags, bool *unreadable)
{
	struct model *model = model_new();
	struct arena nodes = {0};
	struct binder binder = {.model = model, .diags = diags};
	bind_columns(&binder);
	struct include_set set = {.model = model,
				  .diags = diags,
				  .nodes = &nodes,
				  .binder = &binder,
				  .overlays = overlays,
				  .out = out,
				  .looks = PATTERN_LOOKS};
	include_files(&set, path);
	*unreadable = set.unreadable;
	if (set.count)
		language_of_tree(&binder, set.roots[0]);
	/* the file of a run comes before that of its process */
	struct pos top = {.line = set.count ? 1 : 0, .column = 1, .file = set.run ? 1 : 0};
	model->document = document_of(entity_new(model, KIND_DOCUMENT, NULL, top));
	bind_files(&binder, &set);
	if (set.run)
		bind_run(&binder, set.run);
	model->complete = set.count && !set.broken;
	logo_load(model, set.root, overlays);
	include_free(&set);
	arena_free(
	    &nodes); /* the largest part of a load's memory, before the maps of ids need theirs */
	resolve(model, diags);
	by_variant_join(model);
	default_waits(model);
	share_settle(model);
	if (model->complete && is_signed(model->document))
		model->fingerprint = fingerprint_of(model, &model->arena);
	locate_findings(model, diags);
	binder_free(&binder);
	return model;
}

void
model_free(const struct model *loaded)
{
	struct model *model = (struct model *)(uintptr_t)loaded;
	if (!model)
		return;
	for (uint32_t i = 0; i < model->file_count; i++) {
		buf_free(&model->files[i].bytes);
		buf_free(&model->files[i].nodes);
	}
	memory_free(model->files);
	buf_free(&model->logo.bytes);
	arena_free(&model->arena);
	memory_free(model);
}
