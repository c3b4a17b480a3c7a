/* SPDX-License-Identifier: MIT */
/* The functions of include/presale.h. Each hands its work to guarded() and has no other. */
#include "api/context.h"
#include "model/schema.h"

#include <stdlib.h>
#include <string.h>

/* The arguments of a call, and what it gives. */
struct call {
	struct presale *context;
	void (*work)(struct call *call);
	const char *one, *two;
	size_t length;
	enum presale_list list;
	enum presale_status status;
	const void *items;
	size_t count;
};

static void
run(void *data)
{
	struct call *call = data;
	call->work(call);
}

/* The one place that every call goes through. What a work allocates is the context's; when memory
 * runs out nothing in the context can be trusted, so it lets go of everything. */
static void
guarded(void (*work)(struct call *call), struct call *call)
{
	call->work = work;
	if (memory_try(&call->context->heap, run, call))
		return;
	context_forget(call->context);
	call->status = PRESALE_USAGE;
	call->items = NULL;
	call->count = 0;
}

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
	**context = (struct presale){.options.lang = -1};
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

static void
set_option(struct call *call)
{
	call->status = options_set(call->context, call->one, call->two);
}

enum presale_status
presale_set(struct presale *context, const char *option, const char *value)
{
	struct call call = {.context = context, .one = option, .two = value};
	guarded(set_option, &call);
	return call.status;
}

static void
put_text(struct call *call)
{
	struct presale *context = call->context;
	if (!overlays_put(&context->overlays, call->one, call->two, call->length))
		call->status =
		    context_fail(context, PRESALE_USAGE, "the current folder is not known");
}

enum presale_status
presale_put(struct presale *context, const char *path, const char *bytes, size_t length)
{
	struct call call = {.context = context, .one = path, .two = bytes, .length = length};
	guarded(put_text, &call);
	return call.status;
}

static void
load(struct call *call)
{
	call->status = process_load(call->context, call->one);
}

enum presale_status
presale_load(struct presale *context, const char *path)
{
	struct call call = {.context = context, .one = path};
	guarded(load, &call);
	return call.status;
}

static void
check(struct call *call)
{
	call->status = process_check(call->context);
}

enum presale_status
presale_check(struct presale *context)
{
	struct call call = {.context = context};
	guarded(check, &call);
	return call.status;
}

static void
find(struct call *call)
{
	call->items = process_findings(call->context, &call->count);
}

const struct presale_finding *
presale_findings(struct presale *context, size_t *count)
{
	struct call call = {.context = context};
	guarded(find, &call);
	*count = call.count;
	return call.items;
}

/* Gives a text that the context holds. */
static void
give_text(struct call *call, const struct buf *text)
{
	if (call->status != PRESALE_CLEAN)
		return;
	call->items = buf_text(text);
	call->count = text->length;
}

static void
report(struct call *call)
{
	struct buf *text = &call->context->texts[0];
	buf_clear(text);
	call->status = process_report(call->context, call->one, text);
	give_text(call, text);
}

enum presale_status
presale_report(struct presale *context, const char *format, const char **text, size_t *length)
{
	struct call call = {.context = context, .one = format};
	guarded(report, &call);
	*text = call.items;
	*length = call.count;
	return call.status;
}

static void
build(struct call *call)
{
	const struct presale_file *files = NULL;
	call->status = build_run(call->context, call->one, call->two, &files, &call->count);
	call->items = files;
}

enum presale_status
presale_build(struct presale *context, const char *outputs, const struct presale_file **files,
	      size_t *count)
{
	struct call call = {.context = context, .one = outputs};
	guarded(build, &call);
	*files = call.items;
	*count = call.count;
	return call.status;
}

enum presale_status
presale_write(struct presale *context, const char *outputs, const char *folder,
	      const struct presale_file **files, size_t *count)
{
	struct call call = {.context = context, .one = outputs, .two = folder};
	guarded(build, &call);
	*files = call.items;
	*count = call.count;
	return call.status;
}

const struct presale_notice *
presale_notices(struct presale *context, size_t *count)
{
	*count = context->notice_count;
	return context->notices;
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
	guarded(list_words, &call);
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
	guarded(list_rules, &call);
	*count = call.count;
	return call.items;
}

static void
print_schema(struct call *call)
{
	struct presale *context = call->context;
	struct buf *text = &context->texts[1];
	int lang = context->options.lang > 0;
	buf_clear(text);
	if (strcmp(call->one, "yaml") == 0)
		schema_of_format(text, lang);
	else if (strcmp(call->one, "json") == 0)
		schema_of_model(text, lang);
	else
		call->status =
		    context_fail(context, PRESALE_USAGE, "there is no schema of “%s”", call->one);
	give_text(call, text);
}

enum presale_status
presale_schema(struct presale *context, const char *what, const char **text, size_t *length)
{
	struct call call = {.context = context, .one = what};
	guarded(print_schema, &call);
	*text = call.items;
	*length = call.count;
	return call.status;
}
