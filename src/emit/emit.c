/* SPDX-License-Identifier: MIT */
#include "emit/emit.h"

#include <string.h>

const struct emitter emitters[] = {
#define EMITTER(name, by_default, weight, memory, en, ru) \
	NAMED_EMITTER(name, #name, by_default, weight, memory, en, ru)
#define NAMED_EMITTER(function, name, by_default, weight, memory, en, ru) \
	{name, by_default, weight, memory, {en, ru}, emit_##function},
#include "emit/emitters.def"
#undef NAMED_EMITTER
#undef EMITTER
    {.name = NULL}};

const char *const notice_texts[NOTICE_COUNT][2] = {
#define NOTICE(ID, en, ru) [NOTICE_##ID] = {en, ru},
#include "emit/notices.def"
#undef NOTICE
};

const struct emitter *
emitter_find(const char *name)
{
	const struct emitter *emitter = emitters;
	while (emitter->name && strcmp(emitter->name, name) != 0)
		emitter++;
	return emitter->name ? emitter : NULL;
}

bool
emission_write(struct emission *emission, const char *suffix, const struct buf *contents)
{
	emission->failed = arena_printf(&emission->arena, "%s%s", emission->stem, suffix);
	return file_set_write(emission->files, emission->owner, emission->failed,
			      buf_text(contents), contents->length);
}

const char *
emission_path(struct emission *emission, const char *suffix)
{
	emission->failed = arena_printf(&emission->arena, "%s%s", emission->stem, suffix);
	return file_set_path(emission->files, emission->owner, emission->failed);
}

void
emission_notice(struct emission *emission, enum notice_kind kind, const char *suffix,
		unsigned long number)
{
	struct notice *one = arena_alloc(&emission->noted, sizeof *one);
	*one = (struct notice){kind, arena_printf(&emission->noted, "%s%s", emission->stem, suffix),
			       number, NULL};
	if (emission->last_notice)
		emission->last_notice->next = one;
	else
		emission->notices = one;
	emission->last_notice = one;
}
