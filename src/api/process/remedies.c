/* SPDX-License-Identifier: MIT */
#include "api/process/remedies.h"

#include "api/process/findings.h"
#include "yaml/fix.h"

struct remedy_list {
	const struct presale *context;
	struct arena *arena;
	struct presale_remedy *items;
	size_t count;
};

static void
add(struct remedy_list *l, size_t finding, const struct diag_edit *edit, bool certain)
{
	const struct diagnostic *d = &l->context->diags.items[finding];
	struct text_index *index = sources_index(l->context->sources, d->pos.file);
	struct pos start = text_index_pos(index, edit->at),
		   end = text_index_pos(index, edit->at + edit->gone);
	l->items = arena_grow(l->arena, l->items, l->count, 1, sizeof *l->items);
	l->items[l->count++] =
	    (struct presale_remedy){.finding = finding,
				    .certain = certain,
				    .file = sources_name(l->context->sources, d->pos.file),
				    .text = arena_string(l->arena, edit->text),
				    .line = start.line,
				    .column = start.column,
				    .end_line = end.line,
				    .end_column = end.column};
}

const struct presale_remedy *
remedies_list(struct presale *context, size_t *count)
{
	const struct diagnostics *diags = &context->diags;
	struct remedy_list list = {.context = context,
				   .arena = context_gift(context, GIFT_REMEDIES)};
	struct diag_edit edit;
	if (!diags->count)
		return NULL;
	findings_settle(context);
	for (size_t i = 0; i < diags->count; i++) {
		const struct diagnostic *d = &diags->items[i];
		for (uint32_t k = 0; k < d->fix_count; k++)
			add(&list, i, &d->fix[k], true);
		if (!d->fix_count && fix_suggested(context->sources, d, list.arena, &edit))
			add(&list, i, &edit, false);
	}
	*count = list.count;
	return list.items;
}
