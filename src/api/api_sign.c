/* SPDX-License-Identifier: MIT */
/* The function of include/presale.h that signs a process. */
#include "api/context/guard.h"
#include "edit/edit.h"
#include "edit/signature.h"

/* What a signature comes to. */
struct sign_work {
	const struct presale_signature *signature;
	struct arena scratch;
	struct edited edited;
};

static enum presale_status
refuse(struct presale *context, const char *file, uint32_t line, const char *why)
{
	struct buf *text = &context->texts[TEXT_REFUSAL];
	if (file)
		buf_printf(text, "%s:%u: ", file, line);
	buf_puts(text, why);
	return PRESALE_CONTENT;
}

/* The place where a person can do what the program would not. */
static enum presale_status
refuse_edit(struct presale *context, const struct edit_refusal *refusal)
{
	int lang = context_lang(context);
	struct buf why = {0};
	const struct model *model = context->model;
	said_add(&why, lang, refusal->why, NULL, NULL);
	if (refusal->says.texts[lang])
		buf_printf(&why, ": %s", refusal->says.texts[lang]);
	refuse(context, refusal->pos.line ? model->files[refusal->pos.file].name : NULL,
	       refusal->pos.line, buf_text(&why));
	buf_free(&why);
	return PRESALE_CONTENT;
}

static const struct presale_fixed *
give_files(struct presale *context, const struct edited *edited)
{
	struct arena *arena = context_gift(context, GIFT_SIGNED);
	struct presale_fixed *files = arena_array(arena, edited->file_count + 1, sizeof *files);
	for (uint32_t i = 0; i < edited->file_count; i++) {
		const struct edited_file *file = &edited->files[i];
		const struct source *source = &context->model->files[file->file];
		files[i] = (struct presale_fixed){
		    .path = arena_string(arena, source->is_input ? "-" : source->name),
		    .bytes = arena_copy(arena, buf_text(&file->bytes), file->bytes.length),
		    .length = file->bytes.length,
		    .was = buf_text(&source->bytes),
		    .was_length = source->bytes.length};
	}
	return files;
}

static void
edit(struct call *call, struct sign_work *work, const struct changes *changes)
{
	struct presale *context = call->context;
	const struct edit_source source = {context->model, &context->loaded, context->path,
					   context->options.out, &context->overlays};
	if (!edit_changes(&source, changes, &work->edited)) {
		call->status = refuse_edit(context, &work->edited.refusals[0]);
		return;
	}
	call->items = give_files(context, &work->edited);
	call->count = work->edited.file_count;
}

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
						 .today = context->options.today};
	if (signature_changes(&voice, &signature, &changes, &refusal, &work->scratch))
		edit(call, work, &changes);
	else
		call->status = refuse(context, NULL, 0, refusal.texts[context_lang(context)]);
}

static void
sign(struct call *call)
{
	struct presale *context = call->context;
	struct sign_work work = {.signature = call->data};
	buf_clear(&context->texts[TEXT_REFUSAL]);
	if (!context_process(context))
		call->status = context_fail_process(context);
	else if (!context->options.has_today)
		call->status =
		    context_fail(context, PRESALE_REASON_MISUSE, "the option today is not set");
	else if (context->broken)
		call->status = PRESALE_CONTENT;
	else
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
	*files = call.status == PRESALE_CLEAN ? call.items : NULL;
	*count = call.status == PRESALE_CLEAN ? call.count : 0;
	*refusal = call.status == PRESALE_CONTENT && context->texts[TEXT_REFUSAL].length
		       ? buf_text(&context->texts[TEXT_REFUSAL])
		       : NULL;
	return call.status;
}
