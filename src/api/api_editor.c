/* SPDX-License-Identifier: MIT */
/* The functions of include/presale.h for whoever shows the files of a process while people write
 * them. */
#include "api/context/guard.h"
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
