/* SPDX-License-Identifier: MIT */
/* The functions of include/presale.h about many processes at once. */
#include "api/context/guard.h"
#include "api/context/lists.h"
#include "register/forms.h"

#include <errno.h>
#include <string.h>

/* What it takes is its own: it outlives the contexts whose processes it knows. */
struct presale_register {
	struct memory_heap heap;
	struct process_register processes;
	struct buf text;
};

/* A work on a register. */
struct register_use {
	struct presale_register *reg;
	struct presale *context;
	const struct register_form *form;
	int error;
};

/* When memory runs out the register cannot be trusted: it is empty then. */
static enum presale_status
carry_out(void (*work)(void *data), struct register_use *use)
{
	struct presale_register *reg = use->reg;
	if (memory_try(&reg->heap, work, use))
		return PRESALE_CLEAN;
	memory_heap_free(&reg->heap);
	reg->processes = (struct process_register){0};
	reg->text = (struct buf){0};
	context_run_out(use->context);
	return PRESALE_USAGE;
}

static void
open_register(void *data)
{
	struct presale_register **reg = data;
	*reg = memory_zeros(sizeof **reg);
}

struct presale_register *
presale_register_open(void)
{
	struct presale_register *reg = NULL;
	return memory_try(NULL, open_register, &reg) ? reg : NULL;
}

void
presale_register_close(struct presale_register *reg)
{
	if (!reg)
		return;
	memory_heap_free(&reg->heap);
	memory_free(reg);
}

static void
add(void *data)
{
	struct register_use *use = data;
	const struct presale *context = use->context;
	struct register_source source = {.model = context->model,
					 .file = context->path,
					 .today = context->options.today,
					 .sound = !context->broken};
	for (int severity = 0; severity < REGISTER_SEVERITIES; severity++)
		source.findings[severity] =
		    (uint32_t)diag_count(&context->diags, (enum severity)severity);
	register_add(&use->reg->processes, &source);
}

static enum presale_status
needs_day(struct presale *context)
{
	return context->options.has_today
		   ? PRESALE_CLEAN
		   : context_fail(context, PRESALE_REASON_MISUSE, "the option today is not set");
}

static void
ready(struct call *call)
{
	call->status = context_process(call->context) ? needs_day(call->context)
						      : context_fail_process(call->context);
}

enum presale_status
presale_register_add(struct presale_register *reg, struct presale *context)
{
	struct call call = {.context = context};
	guard_run(ready, &call);
	if (call.status != PRESALE_CLEAN)
		return call.status;
	if (carry_out(add, &(struct register_use){.reg = reg, .context = context}) != PRESALE_CLEAN)
		return PRESALE_USAGE;
	return context->broken ? PRESALE_CONTENT : PRESALE_CLEAN;
}

static void
find_form(struct call *call)
{
	const struct register_form *form = register_forms;
	while (form->name && strcmp(form->name, call->one) != 0)
		form++;
	call->items = form;
	call->status = form->name
			   ? needs_day(call->context)
			   : lists_fail(call->context, NULL, PRESALE_LIST_REGISTERS, call->one);
}

static void
write_text(void *data)
{
	struct register_use *use = data;
	const struct options *options = &use->context->options;
	struct register_wish wish = {.lang = context_lang(use->context),
				     .today = options->today,
				     .ahead = options->has_ahead ? options->ahead : -1,
				     .workplace = options->workplace};
	struct arena arena = {0};
	struct register_sight sight = sight_of(&use->reg->processes, &wish, &arena);
	buf_clear(&use->reg->text);
	use->error = use->form->write(&sight, &use->reg->text);
	arena_free(&arena);
	if (use->error == ENOMEM)
		memory_exhausted();
}

static void
fail_form(struct call *call)
{
	call->status =
	    context_fail_file(call->context, PRESALE_REASON_UNMADE, call->one, (int)call->length);
}

enum presale_status
presale_register_text(struct presale_register *reg, struct presale *context, const char *form,
		      const char **text, size_t *length)
{
	struct call call = {.context = context, .one = form};
	struct register_use use = {.reg = reg, .context = context};
	*text = NULL;
	*length = 0;
	guard_run(find_form, &call);
	if (call.status != PRESALE_CLEAN)
		return call.status;
	use.form = call.items;
	if (carry_out(write_text, &use) != PRESALE_CLEAN)
		return PRESALE_USAGE;
	if (use.error) {
		call.length = (size_t)use.error;
		guard_run(fail_form, &call);
		return call.status;
	}
	*text = buf_text(&reg->text);
	*length = reg->text.length;
	return PRESALE_CLEAN;
}

size_t
presale_register_overdue(const struct presale_register *reg, const struct presale *context)
{
	return context->options.has_today
		   ? register_overdue(&reg->processes, context->options.today)
		   : 0;
}
