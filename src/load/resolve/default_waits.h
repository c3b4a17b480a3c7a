/* SPDX-License-Identifier: MIT */
/* Where a stage or step does not wait for the one before it, though it does not say so. */
#ifndef PRESALE_LOAD_RESOLVE_DEFAULT_WAITS_H
#define PRESALE_LOAD_RESOLVE_DEFAULT_WAITS_H

#include "model/model.h"

/* What outcomes lead to needs no `after`. Where an outcome from above leads to a stage or step and
 * the one before it does not lead there, it waits for nothing, as if `after: []` were written:
 * where one outcome has both begin at once, and where the one before is left by outcomes that lead
 * elsewhere. Nor does it wait for the beginning of what goes on for ever, if an outcome of that
 * leads there, or the last one before it that does not go on is left by outcomes past it. Anywhere
 * else the one before leads there as well. References point; once, before anything asks what waits
 * for what. */
void
default_waits(struct model *model);

#endif
