/* SPDX-License-Identifier: MIT */
#include "api/process/imports.h"

#include "import/import.h"

static const enum presale_fate fates[] = {
    [REMARK_SORT_REFUSED] = PRESALE_FATE_REFUSED, [REMARK_SORT_EMPTY] = PRESALE_FATE_REFUSED,
    [REMARK_SORT_LOST] = PRESALE_FATE_LOST,       [REMARK_SORT_GUESSED] = PRESALE_FATE_GUESSED,
    [REMARK_SORT_STOPPED] = PRESALE_FATE_STOPPED, [REMARK_SORT_HELD] = PRESALE_FATE_HELD,
    [REMARK_SORT_TAKEN] = PRESALE_FATE_TAKEN};

void
imports_give(struct presale *context, const struct remarks *remarks)
{
	int lang = context->options.lang >= 0 ? context->options.lang : remarks->lang;
	struct presale_remark *items = arena_array(remarks->arena, remarks->count, sizeof *items);
	for (size_t i = 0; i < remarks->count; i++) {
		const struct remark *remark = &remarks->items[i];
		items[i] =
		    (struct presale_remark){.fate = fates[remark_sort(remark)],
					    .document = remark->document,
					    .place = remark->place,
					    .message = remark_text(remark, lang, remarks->arena)};
	}
	context->remarks = remarks->count ? items : NULL;
	context->remark_count = remarks->count;
}

enum presale_status
imports_fail(struct presale *context, const struct remarks *remarks)
{
	size_t i = 0;
	while (remark_sort(&remarks->items[i]) > REMARK_SORT_EMPTY)
		i++;
	const struct remark *remark = &remarks->items[i];
	bool empty = remark_sort(remark) == REMARK_SORT_EMPTY;
	context_fail_file(context, empty ? PRESALE_REASON_BROKEN : PRESALE_REASON_UNREADABLE,
			  remark->document, 0);
	context_say(context, "%s: %s", remark->document, remark_text(remark, 0, remarks->arena));
	return empty ? PRESALE_CONTENT : PRESALE_USAGE;
}

enum presale_status
imports_make(struct presale *context, const char *const *paths, size_t count, const char *target,
	     struct buf *text)
{
	struct remarks remarks = {.arena = context_gift(context, GIFT_REMARKS)};
	const struct import_order order = {
	    .paths = paths, .count = count, .target = target, .overlays = &context->overlays};
	bool made = import_process(&order, &remarks, text);
	imports_give(context, &remarks);
	return made ? PRESALE_CLEAN : imports_fail(context, &remarks);
}
