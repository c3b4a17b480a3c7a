/* SPDX-License-Identifier: MIT */
/* The function of include/presale.h about two states of a process. */
#include "api/context/guard.h"
#include "change/compare.h"
#include "change/diff.h"

#include <string.h>

static const struct diff_form *
find_form(const char *name)
{
	const struct diff_form *form = diff_forms;
	while (form->name && strcmp(form->name, name) != 0)
		form++;
	return form->name ? form : NULL;
}

static void
write_changes(struct call *call, const struct model *was, const struct diff_form *form)
{
	struct presale *context = call->context;
	struct arena arena = {0};
	int lang = context_lang(context);
	const struct matching *match = match_models(was, context->model, &arena);
	const struct changes changes = compare_models(match, lang, &arena);
	const struct tellings tellings = tell_changes(match, &changes, lang, &arena);
	form->write(&tellings, lang, &context->texts[TEXT_CHANGES]);
	call->length = changes.count;
	arena_free(&arena);
}

static void
diff(struct call *call)
{
	struct presale *context = call->context;
	const struct presale *before = call->data;
	const struct diff_form *form = find_form(call->one);
	buf_clear(&context->texts[TEXT_CHANGES]);
	if (!context_process(context) || !context_process(before))
		call->status = context_fail_process(context);
	else if (!form)
		call->status = context_fail(context, PRESALE_REASON_MISUSE,
					    "there is no form “%s” of what has changed", call->one);
	else if (context->broken || before->broken)
		call->status = PRESALE_CONTENT;
	else
		write_changes(call, before->model, form);
	guard_give_text(call, &context->texts[TEXT_CHANGES]);
}

enum presale_status
presale_diff(struct presale *context, const struct presale *before, const char *form,
	     const char **text, size_t *length, size_t *changes)
{
	struct call call = {.context = context, .one = form, .data = before};
	guard_run(diff, &call);
	*text = call.items;
	*length = call.count;
	*changes = call.status == PRESALE_CLEAN ? call.length : 0;
	return call.status;
}
