/* SPDX-License-Identifier: MIT */
/* What stands at the head of a stage's column in pictures of the process. */
#ifndef PRESALE_DRAW_STAGE_HEAD_H
#define PRESALE_DRAW_STAGE_HEAD_H

#include "plan/graph/flow.h"

/* «2. Аудит». In arena. */
const char *
stage_head_name(const struct stage *stage, struct arena *arena);

/* «срок: 2 дня · ключевой · исключение», or "". In arena. */
const char *
stage_head_note(const struct flow *flow, const struct stage *stage, struct arena *arena);

#endif
