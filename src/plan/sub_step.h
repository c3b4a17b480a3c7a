/* SPDX-License-Identifier: MIT */
/* A sub-step in the card of its step, where nothing is drawn of it. */
#ifndef PRESALE_PLAN_SUB_STEP_H
#define PRESALE_PLAN_SUB_STEP_H

#include "model/show.h"

/* «3.4.1 Осмотреть: цел → 3.4.3, сломан → Экспертиза»: where it leads within the card by number,
 * and on the line of the arrow. In arena.
 */
const char *
sub_step_said(const struct voice *voice, const struct entity *step, struct arena *arena);

#endif
