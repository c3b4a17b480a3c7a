/* SPDX-License-Identifier: MIT */
/* What an editor asks of a process that is loaded. */
#ifndef PRESALE_API_PROCESS_ASSISTS_H
#define PRESALE_API_PROCESS_ASSISTS_H

#include "api/context/guard.h"

/* A place that is asked about. */
struct asked_place {
	const char *file;
	uint32_t line, column;
};

/* What the public functions of the same names do. */
const struct presale_spot *
assists_spot(struct presale *context, const struct asked_place *place);
const struct presale_use *
assists_uses(struct presale *context, const struct asked_place *place, size_t *count);
const struct presale_candidate *
assists_candidates(struct presale *context, const struct asked_place *place, size_t *count);
const struct presale_thing *
assists_things(struct presale *context, size_t *count);
const struct presale_hint *
assists_hints(struct presale *context, size_t *count);

/* Renames what stands at a place: the call gets the files that change, or is refused. */
void
assists_rename(struct call *call, const struct asked_place *place, const char *name);

#endif
