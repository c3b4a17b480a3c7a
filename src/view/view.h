/* SPDX-License-Identifier: MIT */
/* What a view of a process is made of: a book of tables, a document, an outline. */
#ifndef PRESALE_VIEW_VIEW_H
#define PRESALE_VIEW_VIEW_H

#include "model/show.h"
#include "plan/plan.h"

enum map_choice { MAP_BOTH, MAP_GENERAL, MAP_DETAILED };

/* What may be asked of views; zeros are the defaults. */
struct view_options {
	enum map_choice map;  /* --map */
	bool sheet_per_stage; /* --sheet-per-stage */
	const char *sheets;   /* --sheets, names separated by commas, or NULL */
	const char *role;     /* --role, a name or id, or NULL */
};

struct questionnaire;

/* All of it outlives what is made of it, and is only read: for any number of threads. */
struct view {
	const struct voice *voice; /* its model is cut for the edition and variant already */
	const struct plan *plan;
	const struct view_options *options;
	const struct questionnaire
	    *questions; /* of interviews; NULL when there are none to be made */
};

#endif
