/* SPDX-License-Identifier: MIT */
/* The functions of include/presale.h about a context, its options, and the tables. Each hands its
 * work to guard_run(), here and in the other files api*.c, unless it allocates nothing. */
#include "api/context/guard.h"
#include "api/context/lists.h"
#include "api/context/options.h"
#include "api/process/process.h"
#include "model/schema.h"
#include "model/fields.h"

#include <string.h>

const char *
presale_version(void)
{
	return PRESALE_VERSION;
}

static void
open_context(void *data)
{
	struct presale **context = data;
	*context = memory_alloc(sizeof **context);
	**context = (struct presale){.options = {.lang = -1, .fail_on = SEVERITY_ERROR}};
}

struct presale *
presale_open(void)
{
	struct presale *context = NULL;
	return memory_try(NULL, open_context, &context) ? context : NULL;
}

void
presale_close(struct presale *context)
{
	if (!context)
		return;
	memory_heap_free(&context->heap);
	memory_free(context);
}

const char *
presale_error(const struct presale *context)
{
	return context->exhausted ? "memory ran out" : buf_text(&context->error);
}

const struct presale_fault *
presale_fault(const struct presale *context)
{
	return &context->fault;
}

static void
set_option(struct call *call)
{
	call->status = options_set(call->context, call->one, call->two);
}

enum presale_status
presale_set(struct presale *context, const char *option, const char *value)
{
	struct call call = {.context = context, .one = option, .two = value};
	guard_run(set_option, &call);
	return call.status;
}

static void
put_text(struct call *call)
{
	struct presale *context = call->context;
	if (!overlays_put(&context->overlays, call->one, call->two, call->length))
		call->status =
		    context_fail(context, PRESALE_REASON_MISUSE, "the current folder is not known");
}

enum presale_status
presale_put(struct presale *context, const char *path, const char *bytes, size_t length)
{
	struct call call = {.context = context, .one = path, .two = bytes, .length = length};
	guard_run(put_text, &call);
	return call.status;
}

static void
probe(struct call *call)
{
	call->count = process_probe(call->context, call->one);
}

enum presale_kind
presale_probe(struct presale *context, const char *path)
{
	struct call call = {.context = context, .one = path};
	guard_run(probe, &call);
	return (enum presale_kind)call.count;
}

enum presale_language
presale_language(const struct presale *context)
{
	return (enum presale_language)context_lang(context);
}

const char *
presale_process_version(const struct presale *context)
{
	const struct model *model = context_process(context);
	return model ? model_process(model)->version.s : NULL;
}

static void
list_words(struct call *call)
{
	call->items = lists_words(call->context, call->list, &call->count);
}

const struct presale_word *
presale_list(struct presale *context, enum presale_list list, size_t *count)
{
	struct call call = {.context = context, .list = list};
	guard_run(list_words, &call);
	*count = call.count;
	return call.items;
}

static void
list_rules(struct call *call)
{
	call->items = lists_rules(call->context, &call->count);
}

const struct presale_rule *
presale_rules(struct presale *context, size_t *count)
{
	struct call call = {.context = context};
	guard_run(list_rules, &call);
	*count = call.count;
	return call.items;
}

static void
list_keys(struct call *call)
{
	call->items = lists_keys(call->context, &call->count);
}

const struct presale_key *
presale_keys(struct presale *context, size_t *count)
{
	struct call call = {.context = context};
	guard_run(list_keys, &call);
	*count = call.count;
	return call.items;
}

static void
print_schema(struct call *call)
{
	struct presale *context = call->context;
	struct buf *text = &context->texts[TEXT_SCHEMA];
	int lang = context->options.lang > 0;
	buf_clear(text);
	if (strcmp(call->one, "yaml") == 0)
		schema_of_format(text, lang);
	else if (strcmp(call->one, "json") == 0)
		schema_of_model(text, lang);
	else
		call->status = context_fail(context, PRESALE_REASON_MISUSE,
					    "there is no schema of “%s”", call->one);
	guard_give_text(call, text);
}

enum presale_status
presale_schema(struct presale *context, const char *what, const char **text, size_t *length)
{
	struct call call = {.context = context, .one = what};
	guard_run(print_schema, &call);
	*text = call.items;
	*length = call.count;
	return call.status;
}
