/* SPDX-License-Identifier: MIT */
/* The functions of include/presale.h about runs of a process. */
#include "api/process/edits.h"
#include "api/process/runs.h"
#include "edit/run_entry.h"
#include "edit/run_pilot.h"
#include "model/fields.h"
#include "plan/run/progress.h"

/* What is entered into the file of a run. */
struct run_entering {
	struct arena scratch;
	struct edited edited;
	const struct progress *progress; /* NULL when it is refused */
};

static void
refuse(struct call *call, enum phrase phrase)
{
	const struct said said = said_phrase(phrase);
	call->status = edits_refuse(call->context, &said);
}

static void
begin(struct call *call)
{
	struct presale *context = call->context;
	struct arena scratch = {0};
	struct said refusal;
	struct buf *text = &context->texts[TEXT_RUN];
	buf_clear(text);
	if (edits_may(call) && !runs_begin(context, call->data, text, &refusal, &scratch))
		call->status = edits_refuse(context, &refusal);
	guard_give_text(call, text);
	arena_free(&scratch);
}

enum presale_status
presale_run_new(struct presale *context, const struct presale_run *run, const char **text,
		size_t *length, const char **refusal)
{
	struct call call = {.context = context, .data = run};
	guard_run(begin, &call);
	*refusal = call.status == PRESALE_CONTENT ? edits_said(context) : NULL;
	*text = call.status == PRESALE_CLEAN ? call.items : NULL;
	*length = call.status == PRESALE_CLEAN ? call.count : 0;
	return call.status;
}

static enum presale_status
give_files(const struct call *call, const struct presale_fixed **files, size_t *count,
	   const char **refusal)
{
	edits_give(call, files, count);
	*refusal = call->status == PRESALE_CONTENT ? edits_said(call->context) : NULL;
	return call->status;
}

/* False when there is no run, or none that can be dated. */
static bool
entry_ready(struct call *call, struct run_entering *work)
{
	const struct presale *context = call->context;
	if (!edits_may(call))
		return false;
	if (context->model->document->run)
		work->progress =
		    progress_of(context->model, context->options.today, &work->scratch);
	if (!work->progress)
		refuse(call, context->model->document->run ? PHRASE_RUN_WHEN : PHRASE_RUN_IS_NONE);
	return work->progress;
}

static void
entry_end(struct run_entering *work)
{
	edited_free(&work->edited);
	arena_free(&work->scratch);
}

static void
enter_done(struct call *call)
{
	const struct presale_run_step *wish = call->data;
	struct run_entering work = {.progress = NULL};
	struct changes changes;
	struct said refusal;
	const struct edit_run_step step = {.step = wish->step,
					   .date = wish->date,
					   .choice = wish->choice,
					   .note = wish->note,
					   .today = call->context->options.today};
	if (entry_ready(call, &work)) {
		if (run_entry_done(work.progress, &step, &changes, &refusal, &work.scratch))
			edits_make(call, &changes, &work.edited);
		else
			call->status = edits_refuse(call->context, &refusal);
	}
	entry_end(&work);
}

enum presale_status
presale_run_done(struct presale *context, const struct presale_run_step *step,
		 const struct presale_fixed **files, size_t *count, const char **refusal)
{
	struct call call = {.context = context, .data = step};
	guard_run(enter_done, &call);
	return give_files(&call, files, count, refusal);
}

/* What a run as it stands makes of its file or of its process. */
typedef bool
run_changer(const struct progress *progress, struct changes *changes, struct said *refusal,
	    struct arena *arena);

static void
enter(struct call *call, run_changer *change)
{
	struct run_entering work = {.progress = NULL};
	struct changes changes;
	struct said refusal;
	if (entry_ready(call, &work)) {
		if (change(work.progress, &changes, &refusal, &work.scratch))
			edits_make(call, &changes, &work.edited);
		else
			call->status = edits_refuse(call->context, &refusal);
	}
	entry_end(&work);
}

static void
enter_move(struct call *call)
{
	enter(call, run_entry_move);
}

enum presale_status
presale_run_move(struct presale *context, const struct presale_fixed **files, size_t *count,
		 const char **refusal)
{
	struct call call = {.context = context};
	guard_run(enter_move, &call);
	return give_files(&call, files, count, refusal);
}

static void
enter_pilot(struct call *call)
{
	enter(call, run_pilot_changes);
}

enum presale_status
presale_run_pilot(struct presale *context, const struct presale_fixed **files, size_t *count,
		  const char **refusal)
{
	struct call call = {.context = context};
	guard_run(enter_pilot, &call);
	return give_files(&call, files, count, refusal);
}

static void
show(struct call *call)
{
	struct buf *text = &call->context->texts[TEXT_RUN];
	buf_clear(text);
	call->status = runs_show(call->data, call->length, call->one, text);
	guard_give_text(call, text);
}

enum presale_status
presale_runs_text(struct presale *const *contexts, size_t count, const char *form,
		  const char **text, size_t *length)
{
	struct call call = {.context = contexts[0], .one = form, .data = contexts, .length = count};
	guard_run(show, &call);
	*text = call.status == PRESALE_CLEAN ? call.items : NULL;
	*length = call.status == PRESALE_CLEAN ? call.count : 0;
	return call.status;
}

static void
count_late(struct call *call)
{
	struct arena scratch = {0};
	const struct model *model = context_process(call->context);
	const struct progress *progress =
	    model && model->document->run && !call->context->broken &&
		    call->context->options.has_today
		? progress_of(model, call->context->options.today, &scratch)
		: NULL;
	call->count = progress ? progress_late(progress) : 0;
	arena_free(&scratch);
}

size_t
presale_run_late(struct presale *context)
{
	struct call call = {.context = context};
	guard_run(count_late, &call);
	return call.count;
}
