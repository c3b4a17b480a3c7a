/* SPDX-License-Identifier: MIT */
#include "api/context/context.h"

#include "load/load.h"
#include "model/addresses.h"
#include "model/enclosed.h"
#include "model/field.h"
#include "plan/cut/cut.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SENTENCE = 1024 };

static void
keep_sentence(struct presale *context, const char *format, va_list args)
{
	char sentence[SENTENCE];
	vsnprintf(sentence, sizeof sentence, format, args);
	context->exhausted = false;
	buf_clear(&context->error);
	buf_puts(&context->error, sentence);
}

void
context_say(struct presale *context, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	keep_sentence(context, format, args);
	va_end(args);
}

enum presale_status
context_fail(struct presale *context, enum presale_reason reason, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	keep_sentence(context, format, args);
	va_end(args);
	context->fault = (struct presale_fault){.reason = reason};
	return PRESALE_USAGE;
}

const char *
context_fault_word(struct presale *context, const char *word)
{
	size_t size = strlen(word) + 1;
	char *copy = memory_alloc(size); /* word may be the one of the last fault */
	memcpy(copy, word, size);
	const char *kept = arena_string(context_gift(context, GIFT_FAULT), copy);
	memory_free(copy);
	return kept;
}

enum presale_status
context_fail_file(struct presale *context, enum presale_reason reason, const char *name, int error)
{
	const char *library = error == ELIBACC ? emit_library_package() : NULL;
	if (library)
		context_say(context, "%s needs %s", name, library);
	else if (reason == PRESALE_REASON_UNREADABLE)
		context_say(context, "%s cannot be read", name);
	else
		context_say(context, "%s cannot be written: %s", name, strerror(error));
	context->fault = (struct presale_fault){.reason = reason,
						.word = context_fault_word(context, name),
						.error = error,
						.library = library};
	return PRESALE_USAGE;
}

const struct model *
context_process(const struct presale *context)
{
	return context->unreadable ? NULL : context->model;
}

enum presale_status
context_fail_process(struct presale *context)
{
	return context_fail(context, PRESALE_REASON_MISUSE, "there is no process");
}

void
context_run_out(struct presale *context)
{
	context->exhausted = true;
	context->fault = (struct presale_fault){.reason = PRESALE_REASON_MEMORY};
}

void
context_forget(struct presale *context)
{
	memory_heap_free(&context->heap);
	*context = (struct presale){.options = {.lang = -1, .fail_on = SEVERITY_ERROR}};
	context_run_out(context);
}

int
context_lang(const struct presale *context)
{
	const struct model *process = context_process(context);
	if (context->options.lang >= 0)
		return context->options.lang;
	return process ? choice_language(process->lang) : 0;
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
	context->made = NULL;
	context->made_count = 0;
	arena_free(&context->gifts[GIFT_FILES]);
}

void
context_drop_shown(struct presale *context)
{
	enclosed_free(context->shown.enclosed);
	addresses_free(context->shown.addresses);
	cut_free(context->shown.cut);
	arena_free(&context->shown.arena);
	arena_free(&context->gifts[GIFT_MATERIALS]);
	context->shown = (struct shown){.cut = NULL};
}

void
context_drop_findings(struct presale *context)
{
	arena_free(&context->gifts[GIFT_FINDINGS]);
	arena_free(&context->gifts[GIFT_REMEDIES]);
	buf_free(&context->texts[TEXT_REPORT]);
	sources_close(context->sources);
	context->sources = NULL;
	diag_free(&context->diags);
}

void
context_drop_process(struct presale *context)
{
	context_drop_files(context);
	context_drop_shown(context);
	context_drop_findings(context);
	arena_free(&context->gifts[GIFT_INPUTS]);
	for (int gift = GIFT_SPOT; gift <= GIFT_HINTS; gift++)
		arena_free(&context->gifts[gift]);
	for (int list = PRESALE_LIST_EDITIONS; list <= PRESALE_LIST_ROLES; list++)
		arena_free(&context->gifts[GIFT_LIST + list]);
	arena_free(&context->gifts[GIFT_LIST + PRESALE_LIST_PEOPLE]);
	diag_free(&context->loaded);
	assist_free(context->assist);
	model_free(context->model);
	memory_free(context->path);
	context->assist = NULL;
	context->model = NULL;
	context->path = NULL;
	context->unreadable = context->broken = false;
}
