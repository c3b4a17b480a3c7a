/* SPDX-License-Identifier: MIT */
/* What to ask the people of a process. */
#ifndef PRESALE_API_QUESTIONS_H
#define PRESALE_API_QUESTIONS_H

#include "api/context.h"

/* What presale_questions gives of a process that was understood. */
const struct presale_question *
questions_list(struct presale *context, size_t *count);

#endif
