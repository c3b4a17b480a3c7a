/* SPDX-License-Identifier: MIT */
#include "register/register.h"

#include "model/fields.h"
#include "model/show.h"
#include "plan/pilot.h"
#include "plan/review.h"
#include "plan/signing.h"

#include <string.h>

/* A process being added. */
struct addition {
	struct process_register *reg;
	const struct register_source *source;
	struct register_row *row;
};

static const char *
keep(struct arena *arena, const char *text)
{
	return text ? arena_string(arena, text) : NULL;
}

static void
add_due(struct addition *a, enum due_kind kind, const struct date *date, const char *argument)
{
	struct process_register *reg = a->reg;
	reg->dues = arena_grow(&reg->arena, reg->dues, reg->due_count, 1, sizeof *reg->dues);
	reg->dues[reg->due_count++] =
	    (struct register_due){.kind = kind,
				  .row = a->row,
				  .dated = date != NULL,
				  .day = date ? date->day : a->source->today,
				  .argument = arena_string(&reg->arena, argument)};
}

static void
add_missing(struct addition *a, enum due_kind kind, struct signatures signatures)
{
	if (signatures.done < signatures.all)
		add_due(a, kind, NULL,
			arena_printf(&a->reg->arena, "%u", signatures.all - signatures.done));
}

/* A pilot goes on until the day that it says, or else until its process is to be done; what has
 * ended is due no more. */
static void
add_pilots(struct addition *a)
{
	const struct model *model = a->source->model;
	const struct list *pilots = &model->document->pilots;
	struct plan *plan = a->source->sound && pilots->count ? plan_new(model, NULL) : NULL;
	for (uint32_t i = 0; plan && i < pilots->count; i++) {
		struct date end;
		const struct pilot *pilot = pilot_at(pilots, i);
		bool ended = pilot->finished.pos.line && pilot->finished.day < a->source->today;
		if (!ended && pilot_ends(plan, pilot, &end))
			add_due(a, DUE_PILOT, &end, pilot->name.s ? pilot->name.s : "");
	}
	plan_free(plan);
}

/* A problem is closed by the version that it names. */
static void
add_problems(struct addition *a)
{
	const struct entity *retro = a->source->model->document->retrospective;
	uint32_t open = 0;
	for (uint32_t i = 0; retro && i < retrospective_of(retro)->problems.count; i++)
		open += !problem_at(&retrospective_of(retro)->problems, i)->version.s;
	if (open)
		add_due(a, DUE_PROBLEM, NULL, arena_printf(&a->reg->arena, "%u", open));
}

/* Every process of a code that is not its own alone is told of, whichever was read first. One that
 * is retired leaves its code to what replaces it. */
static void
add_shared_code(struct addition *a)
{
	const char *code = a->row->code;
	if (!code)
		return;
	void **place = map_at(&a->reg->codes, code);
	struct register_row *first = *place;
	if (!first) {
		*place = a->row;
		return;
	}
	if (!first->shares_code)
		add_due(&(struct addition){a->reg, a->source, first}, DUE_CODE, NULL, code);
	first->shares_code = true;
	add_due(a, DUE_CODE, NULL, code);
}

/* A draft is not in force yet, a retired process not any more; people sign what is to be or is in
 * force, and read what is. */
static void
add_dues(struct addition *a)
{
	enum choice status = a->row->status;
	if (a->row->review.pos.line && status != STATUS_DRAFT && status != STATUS_RETIRED)
		add_due(a, DUE_REVIEW, &a->row->review, "");
	if (status == STATUS_REVIEW || status == STATUS_APPROVED)
		add_missing(a, DUE_APPROVAL, a->row->approvals);
	if (status == STATUS_APPROVED)
		add_missing(a, DUE_ACKNOWLEDGEMENT, a->row->acknowledgements);
	if (status == STATUS_RETIRED)
		return;
	add_pilots(a);
	add_problems(a);
	add_shared_code(a);
}

static void
fill_row(struct register_row *row, const struct register_source *source, struct arena *arena)
{
	const struct model *model = source->model;
	const struct process *process = model_process(model);
	struct voice voice = voice_of(model);
	struct arena scratch = {0};
	struct signing signing = signing_count(model, &scratch);
	*row = (struct register_row){
	    .file = arena_string(arena, source->file),
	    .id = keep(arena, process->base.id),
	    .name = arena_string(arena, entity_name(&process->base)),
	    .code = keep(arena, process->code.s),
	    .version = keep(arena, process->version.s),
	    .owner = process->owner.raw ? keep(arena, show_ref(&voice, &process->owner)) : NULL,
	    .status = process->status.value,
	    .effective = process->effective,
	    .approvals = {signing.approved, signing.approvers},
	    .acknowledgements = {signing.acquainted, signing.people},
	    .pilots = model->document->pilots.count};
	if (!review_next(model, &row->review))
		row->review = (struct date){0};
	memcpy(row->findings, source->findings, sizeof row->findings);
	arena_free(&scratch);
}

void
register_add(struct process_register *reg, const struct register_source *source)
{
	struct register_row *row = arena_alloc(&reg->arena, sizeof *row);
	struct addition addition = {.reg = reg, .source = source, .row = row};
	fill_row(row, source, &reg->arena);
	reg->rows = arena_grow(&reg->arena, reg->rows, reg->row_count, 1, sizeof *reg->rows);
	reg->rows[reg->row_count++] = row;
	add_dues(&addition);
}

uint32_t
register_overdue(const struct process_register *reg, int32_t today)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < reg->due_count; i++)
		count += reg->dues[i].dated && reg->dues[i].day < today;
	return count;
}
