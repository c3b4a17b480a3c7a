/* SPDX-License-Identifier: MIT */
/* What to ask the people of a process, role by role, made of what was found in it. */
#ifndef PRESALE_VIEW_QUESTIONNAIRE_H
#define PRESALE_VIEW_QUESTIONNAIRE_H

#include "diag/diag.h"
#include "model/show.h"

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
	const struct field *field;  /* that the answer goes into … */
	const struct entity *thing; /* … of this; NULL: of the interview or the retrospective */
};

/* The questions of one role follow each other. */
struct questionnaire {
	struct questionnaire_item *items;
	size_t count;
};

/* The questions in English (0) or Russian (1), role by role in the order of the file, whoever knows
 * last; in arena. Roles that take part nowhere and of which nothing was found are asked nothing. */
struct questionnaire
questionnaire_of(const struct model *model, const struct diagnostics *diags, int lang,
		 struct arena *arena);

/* Those for one role alone. */
struct questionnaire
questionnaire_for(const struct questionnaire *questionnaire, const struct role *role);

/* Takes the interview that the rest begins with off it; empty when nothing is left. */
struct questionnaire
questionnaire_take(struct questionnaire *rest);

/* What an interview is called, and what a question stands under. In arena. */
const char *
questionnaire_title(const struct questionnaire *interview, const struct voice *voice,
		    struct arena *arena);
const char *
questionnaire_heading(const struct questionnaire_item *item, const struct voice *voice);

/* Who is asked, as people call them. */
const char *
questionnaire_asked(const struct questionnaire *interview, const struct voice *voice);

#endif
