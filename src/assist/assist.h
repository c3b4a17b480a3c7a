/* SPDX-License-Identifier: MIT */
/* What an editor is told of a loaded process: what stands at a place, where a name is given and
 * used, what may be written there. Nothing is worked out before it is asked for. */
#ifndef PRESALE_ASSIST_ASSIST_H
#define PRESALE_ASSIST_ASSIST_H

#include "model/field.h"
#include "plan/plan.h"
#include "yaml/spans.h"

enum occurrence_sort {
	OCCURRENCE_ID, /* an id that the author gave */
	OCCURRENCE_NAME,
	OCCURRENCE_ALIAS,
	OCCURRENCE_REF,
	OCCURRENCE_VALUE, /* of a field, where it begins: any other */
};

/* A word that stands for a thing, or a value. */
struct occurrence {
	enum occurrence_sort sort;
	struct pos pos;
	const char *text;           /* as written; NULL of a value */
	const struct entity *owner; /* whose field it is */
	const struct field *field;
	const struct entity *thing; /* that the word stands for */
};

struct assist {
	const struct model *model;
	struct sources *sources;
	struct spans *spans;
	struct arena arena;
	struct occurrence *occurrences; /* by place */
	uint32_t count;
	struct plan *plan; /* assist_plan makes it */
};

/* The model must outlive it. */
struct assist *
assist_new(const struct model *model);
/* NULL is ok. */
void
assist_free(struct assist *assist);

/* The plan of the process. */
const struct plan *
assist_plan(struct assist *assist);

/* The innermost node that a place is in or right behind, or SPAN_NONE. */
uint32_t
assist_node(struct assist *assist, struct pos pos);

/* The word that stands for a thing at a place, or NULL. */
const struct occurrence *
assist_word(struct assist *assist, struct pos pos);

/* The value of a field at a place, or at its key there; NULL: there is none. */
const struct occurrence *
assist_value(struct assist *assist, struct pos pos);

/* The bytes of the node at which an occurrence begins. */
struct span
assist_span(struct assist *assist, const struct occurrence *occurrence);

#endif
