/* SPDX-License-Identifier: MIT */
#include "emit/emit.h"

#include <string.h>

const struct emitter emitters[] = {
#define EMITTER(name, by_default, weight, memory, en, ru) NAMED_EMITTER(name, #name, by_default, weight, memory, en, ru)
#define NAMED_EMITTER(function, name, by_default, weight, memory, en, ru) \
	{name, by_default, weight, memory, {en, ru}, emit_##function},
#include "emit/emitters.def"
#undef NAMED_EMITTER
#undef EMITTER
    {.name = NULL}};

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
	return file_set_write(emission->files, emission->owner, emission->failed, buf_text(contents), contents->length);
}

const char *
emission_path(struct emission *emission, const char *suffix)
{
	emission->failed = arena_printf(&emission->arena, "%s%s", emission->stem, suffix);
	return file_set_path(emission->files, emission->owner, emission->failed);
}
