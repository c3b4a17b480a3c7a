/* SPDX-License-Identifier: MIT */
#include "api/process/edits.h"

static enum presale_status
refuse_at(struct presale *context, const char *file, uint32_t line, const char *why)
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
	refuse_at(context, refusal->pos.line ? model->files[refusal->pos.file].name : NULL,
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

static struct edit_source
source_of(const struct presale *context)
{
	return (struct edit_source){context->model, &context->loaded, context->path,
				    context->options.out, &context->overlays};
}

static void
take_edited(struct call *call, bool made, const struct edited *edited)
{
	if (!made) {
		call->status = refuse_edit(call->context, &edited->refusals[0]);
		return;
	}
	call->items = give_files(call->context, edited);
	call->count = edited->file_count;
}

void
edits_make(struct call *call, const struct changes *changes, struct edited *edited)
{
	const struct edit_source source = source_of(call->context);
	take_edited(call, edit_changes(&source, changes, edited), edited);
}

void
edits_rename(struct call *call, const struct renaming *renaming, struct edited *edited)
{
	const struct edit_source source = source_of(call->context);
	take_edited(call, edit_rename(&source, renaming, edited), edited);
}

enum presale_status
edits_refuse(struct presale *context, const struct said *why)
{
	return refuse_at(context, NULL, 0, why->texts[context_lang(context)]);
}

bool
edits_may(struct call *call)
{
	struct presale *context = call->context;
	buf_clear(&context->texts[TEXT_REFUSAL]);
	if (!context_process(context))
		call->status = context_fail_process(context);
	else if (!context->options.has_today)
		call->status =
		    context_fail(context, PRESALE_REASON_MISUSE, "the option today is not set");
	else if (context->broken)
		call->status = PRESALE_CONTENT;
	return call->status == PRESALE_CLEAN;
}

void
edits_give(const struct call *call, const struct presale_fixed **files, size_t *count)
{
	*files = call->status == PRESALE_CLEAN ? call->items : NULL;
	*count = call->status == PRESALE_CLEAN ? call->count : 0;
}

const char *
edits_said(struct presale *context)
{
	const struct buf *text = &context->texts[TEXT_REFUSAL];
	return text->length ? buf_text(text) : NULL;
}
