/* SPDX-License-Identifier: MIT */
/* The functions of include/presale.h for whoever shows the files of a process while people write
 * them. */
#include "api/context/guard.h"
#include "api/process/assists.h"
#include "api/process/edits.h"
#include "api/process/remedies.h"

#include <string.h>

const char *
presale_text(const struct presale *context, const char *file, size_t *length)
{
	const struct model *model = context->model;
	uint32_t i = 0;
	while (model && i < model->file_count && strcmp(model->files[i].name, file) != 0)
		i++;
	bool known = model && i < model->file_count;
	*length = known ? source_length(&model->files[i]) : 0;
	return known ? source_text(&model->files[i]) : NULL;
}

static void
list_remedies(struct call *call)
{
	call->items = remedies_list(call->context, &call->count);
}

const struct presale_remedy *
presale_remedies(struct presale *context, size_t *count)
{
	struct call call = {.context = context};
	guard_run(list_remedies, &call);
	*count = call.count;
	return call.items;
}

static void
find_spot(struct call *call)
{
	call->items = assists_spot(call->context, call->data);
}

const struct presale_spot *
presale_spot(struct presale *context, const char *file, uint32_t line, uint32_t column)
{
	const struct asked_place place = {file, line, column};
	struct call call = {.context = context, .data = &place};
	guard_run(find_spot, &call);
	return call.items;
}

static void
list_uses(struct call *call)
{
	call->items = assists_uses(call->context, call->data, &call->count);
}

const struct presale_use *
presale_uses(struct presale *context, const char *file, uint32_t line, uint32_t column,
	     size_t *count)
{
	const struct asked_place place = {file, line, column};
	struct call call = {.context = context, .data = &place};
	guard_run(list_uses, &call);
	*count = call.count;
	return call.items;
}

static void
rename_word_at(struct call *call)
{
	assists_rename(call, call->data, call->one);
}

enum presale_status
presale_rename(struct presale *context, const char *file, uint32_t line, uint32_t column,
	       const char *name, const struct presale_fixed **files, size_t *count,
	       const char **refusal)
{
	const struct asked_place place = {file, line, column};
	struct call call = {.context = context, .data = &place, .one = name};
	guard_run(rename_word_at, &call);
	edits_give(&call, files, count);
	*refusal = call.status == PRESALE_CONTENT ? edits_said(context) : NULL;
	return call.status;
}

static void
list_candidates(struct call *call)
{
	call->items = assists_candidates(call->context, call->data, &call->count);
}

const struct presale_candidate *
presale_candidates(struct presale *context, const char *file, uint32_t line, uint32_t column,
		   size_t *count)
{
	const struct asked_place place = {file, line, column};
	struct call call = {.context = context, .data = &place};
	guard_run(list_candidates, &call);
	*count = call.count;
	return call.items;
}

static void
list_things(struct call *call)
{
	call->items = assists_things(call->context, &call->count);
}

const struct presale_thing *
presale_things(struct presale *context, size_t *count)
{
	struct call call = {.context = context};
	guard_run(list_things, &call);
	*count = call.count;
	return call.items;
}

static void
list_hints(struct call *call)
{
	call->items = assists_hints(call->context, &call->count);
}

const struct presale_hint *
presale_hints(struct presale *context, size_t *count)
{
	struct call call = {.context = context};
	guard_run(list_hints, &call);
	*count = call.count;
	return call.items;
}
