/* SPDX-License-Identifier: MIT */
/* The functions of include/presale.h that sign a process and release a version of it. */
#include "api/process/edits.h"
#include "edit/release.h"
#include "edit/signature.h"

/* What a signature comes to. */
struct sign_work {
	const struct presale_signature *signature;
	struct arena scratch;
	struct edited edited;
};

static void
sign_process(struct call *call, struct sign_work *work)
{
	struct presale *context = call->context;
	const struct presale_signature *wish = work->signature;
	const struct voice voice = voice_of(context->model);
	struct changes changes;
	struct said refusal;
	const struct edit_signature signature = {.read = wish->read,
						 .role = wish->role,
						 .person = wish->person,
						 .decision = wish->decision,
						 .note = wish->note,
						 .own_part = wish->own_part,
						 .today = context->options.today};
	if (signature_changes(&voice, &signature, &changes, &refusal, &work->scratch))
		edits_make(call, &changes, &work->edited);
	else
		call->status = edits_refuse(context, &refusal);
}

static void
sign(struct call *call)
{
	struct sign_work work = {.signature = call->data};
	if (edits_may(call))
		sign_process(call, &work);
	edited_free(&work.edited);
	arena_free(&work.scratch);
}

enum presale_status
presale_sign(struct presale *context, const struct presale_signature *signature,
	     const struct presale_fixed **files, size_t *count, const char **refusal)
{
	struct call call = {.context = context, .data = signature};
	guard_run(sign, &call);
	edits_give(&call, files, count);
	*refusal = call.status == PRESALE_CONTENT ? edits_said(context) : NULL;
	return call.status;
}

/* ---- releasing */

/* What a release comes to. */
struct release_making {
	const struct presale_releasing *wish;
	struct arena scratch;
	struct edited edited;
};

static void
release_process(struct call *call, struct release_making *work)
{
	struct presale *context = call->context;
	const struct presale_releasing *wish = work->wish;
	const struct voice voice = voice_of(context->model);
	const struct edit_release release = {.before = wish->before ? wish->before->model : NULL,
					     .version = wish->version,
					     .status = wish->status,
					     .author = wish->author,
					     .note = wish->note,
					     .fixes = wish->fixes,
					     .fix_count = wish->fix_count,
					     .today = context->options.today};
	struct changes changes;
	struct said refusal;
	const char *waited;
	if (!release_changes(&voice, &release, &changes, &waited, &refusal, &work->scratch)) {
		call->status = edits_refuse(context, &refusal);
		return;
	}
	edits_make(call, &changes, &work->edited);
	if (call->status == PRESALE_CLEAN && waited)
		buf_puts(&context->texts[TEXT_REFUSAL], waited);
}

static void
release(struct call *call)
{
	struct release_making work = {.wish = call->data};
	const struct presale *before = work.wish->before;
	if (!edits_may(call))
		return;
	if (before && (!before->model || before->broken))
		call->status = PRESALE_CONTENT;
	else
		release_process(call, &work);
	edited_free(&work.edited);
	arena_free(&work.scratch);
}

enum presale_status
presale_release(struct presale *context, const struct presale_releasing *wish,
		const struct presale_fixed **files, size_t *count, const char **said)
{
	struct call call = {.context = context, .data = wish};
	guard_run(release, &call);
	edits_give(&call, files, count);
	*said = call.status == PRESALE_USAGE ? NULL : edits_said(context);
	return call.status;
}
