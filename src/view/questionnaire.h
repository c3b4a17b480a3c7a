/* SPDX-License-Identifier: MIT */
/* What to ask the people of a process, role by role, made of what was found in it. */
#ifndef PRESALE_VIEW_QUESTIONNAIRE_H
#define PRESALE_VIEW_QUESTIONNAIRE_H

#include "diag/diag.h"

/* The parts of an interview, in their order. */
enum questionnaire_part {
	QUESTIONNAIRE_WORK,
	QUESTIONNAIRE_STAGE, /* of what was found */
	QUESTIONNAIRE_PAIN_STAGE,
	QUESTIONNAIRE_PAIN,
	QUESTIONNAIRE_LIKED,
	QUESTIONNAIRE_LEARNED,
	QUESTIONNAIRE_LACKED,
	QUESTIONNAIRE_LONGED_FOR,
	QUESTIONNAIRE_CLOSING,
};

struct questionnaire_item {
	enum questionnaire_part part;
	const struct role *role;          /* who is asked; NULL: whoever knows */
	const struct entity *stage;       /* at which it arises; NULL: the process as a whole */
	const struct diagnostic *finding; /* that it comes of; NULL: it is asked of everybody */
	const char *text;
};

struct questionnaire {
	struct questionnaire_item *items;
	size_t count;
};

/* The questions in English (0) or Russian (1), role by role in the order of the file, whoever knows
 * last; in arena. Roles that take part nowhere and of which nothing was found are asked nothing. */
struct questionnaire
questionnaire_of(const struct model *model, const struct diagnostics *diags, int lang,
		 struct arena *arena);

#endif
