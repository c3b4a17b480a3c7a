/* SPDX-License-Identifier: MIT */
/* What stands at the head of a stage's column in pictures of the process. */
#ifndef PRESALE_DRAW_STAGE_HEAD_H
#define PRESALE_DRAW_STAGE_HEAD_H

#include "model/show.h"

/* «2. Аудит». In arena. */
const char *
stage_head_name(const struct stage *stage, struct arena *arena);

/* «срок: 2 дня · ключевой · блокирующий», or "". In arena. */
const char *
stage_head_note(const struct voice *voice, const struct stage *stage, struct arena *arena);

#endif
