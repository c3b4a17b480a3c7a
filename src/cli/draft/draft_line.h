/* SPDX-License-Identifier: MIT */
/* What a line of an outline says of its stage beside the name. */
#ifndef PRESALE_CLI_DRAFT_DRAFT_LINE_H
#define PRESALE_CLI_DRAFT_DRAFT_LINE_H

#include "cli/draft/draft.h"

/* «Заявка – 1 день – Менеджер», «Заявка (Менеджер, 1 день)», «Заявка: 1 день»: the name of a stage
 * becomes shorter by how long it takes and who answers for it, as far as these are plain: one part
 * is a time. */
void
draft_take_line(struct arguments *args, struct draft_stage *stage);

#endif
