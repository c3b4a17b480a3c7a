/* SPDX-License-Identifier: MIT */
#include "api/context.h"

#include "load/load.h"
#include "model/field.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { SENTENCE = 1024 };

enum presale_status
context_fail(struct presale *context, enum presale_status status, const char *format, ...)
{
	char sentence[SENTENCE];
	va_list args;
	va_start(args, format);
	vsnprintf(sentence, sizeof sentence, format, args);
	va_end(args);
	context->exhausted = false;
	buf_clear(&context->error);
	buf_puts(&context->error, sentence);
	return status;
}

void
context_forget(struct presale *context)
{
	memory_heap_free(&context->heap);
	*context = (struct presale){.options.lang = -1, .exhausted = true};
}

int
context_lang(const struct presale *context)
{
	if (context->options.lang >= 0)
		return context->options.lang;
	return context->model ? lang_index(context->model->lang) : 0;
}

struct arena *
context_gift(struct presale *context, enum gift gift)
{
	arena_free(&context->gifts[gift]);
	return &context->gifts[gift];
}

void
context_drop_files(struct presale *context)
{
	for (size_t i = 0; i < context->emission_count; i++)
		emission_free(&context->emissions[i]);
	context->emission_count = 0;
	context->notices = NULL;
	context->notice_count = 0;
	arena_free(&context->gifts[GIFT_FILES]);
}

void
context_drop_process(struct presale *context)
{
	context_drop_files(context);
	arena_free(&context->gifts[GIFT_FINDINGS]);
	for (int list = PRESALE_EDITIONS; list <= PRESALE_ROLES; list++)
		arena_free(&context->gifts[GIFT_LIST + list]);
	buf_free(&context->texts[0]);
	sources_close(context->sources);
	diag_free(&context->diags);
	diag_free(&context->loaded);
	model_free(context->model);
	memory_free(context->path);
	context->sources = NULL;
	context->model = NULL;
	context->path = NULL;
}
