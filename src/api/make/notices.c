/* SPDX-License-Identifier: MIT */
#include "api/make/notices.h"

static const char *
sentence(const struct notice *notice, const char *shown, int lang, struct arena *arena)
{
	struct buf out = {0}, number = {0};
	buf_printf(&number, "%lu", notice->number);
	buf_fill(&out, notice_texts[notice->kind][lang], shown,
		 notice->word ? notice->word : buf_text(&number));
	const char *text = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&number);
	buf_free(&out);
	return text;
}

void
notices_list(struct presale *context)
{
	struct arena *arena = &context->gifts[GIFT_FILES];
	const char *folder = context->options.out;
	struct presale_notice *list = NULL;
	for (size_t i = 0; i < context->emission_count; i++) {
		const struct notice *one = context->emissions[i].notices;
		for (; one; one = one->next) {
			const char *shown =
			    folder ? arena_printf(arena, "%s/%s", folder, one->file) : one->file;
			list = arena_grow(arena, list, context->notice_count, 1, sizeof *list);
			list[context->notice_count++] = (struct presale_notice){
			    one->file,
			    {sentence(one, shown, 0, arena), sentence(one, shown, 1, arena)}};
		}
	}
	context->notices = list;
}
