/* SPDX-License-Identifier: MIT */
/* The table of outputs, with the function that makes each. */
#include "emit/emit.h"

#include <string.h>

const struct emitter emitters[] = {
#define EMITTER(name, by_default, weight, memory, en, ru) \
	NAMED_EMITTER(name, #name, by_default, weight, memory, en, ru)
#define NAMED_EMITTER(function, name, by_default, weight, memory, en, ru) \
	{name, by_default, weight, memory, {en, ru}, emit_##function},
#include "emit/emitters.def"
#undef EMITTER
    {.name = NULL}};

const struct emitter interviewers[] = {
#include "emit/interviewers.def"
#undef NAMED_EMITTER
    {.name = NULL}};

const struct emitter *
emitter_find(const struct emitter *table, const char *name)
{
	const struct emitter *emitter = table;
	while (emitter->name && strcmp(emitter->name, name) != 0)
		emitter++;
	return emitter->name ? emitter : NULL;
}
