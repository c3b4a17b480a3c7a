/* SPDX-License-Identifier: MIT */
/* What to ask the people of a process. */
#ifndef PRESALE_API_PROCESS_QUESTIONS_H
#define PRESALE_API_PROCESS_QUESTIONS_H

#include "api/context/context.h"
#include "view/questionnaire.h"

/* What is asked, of the role alone that the option names; PRESALE_USAGE when there is no such role.
 * In arena. */
enum presale_status
questions_asked(struct presale *context, struct arena *arena, struct questionnaire *asked);

/* What presale_questions gives of a process that was understood. */
enum presale_status
questions_list(struct presale *context, const struct presale_question **questions, size_t *count);

#endif
