/* SPDX-License-Identifier: MIT */
/* What may be written at a place. */
#ifndef PRESALE_ASSIST_CANDIDATES_H
#define PRESALE_ASSIST_CANDIDATES_H

#include "assist/assist.h"
#include "assist/typing.h"
#include "source/text_index.h"

enum candidate_sort { CANDIDATE_KEY, CANDIDATE_THING, CANDIDATE_WORD, CANDIDATE_SAMPLE };

struct candidate {
	enum candidate_sort sort;
	const char *label;         /* by which people know it */
	const char *text;          /* that is written */
	const char *sample;        /* of a key: how its value may look, or NULL */
	const char *detail;        /* or "" */
	const struct field *field; /* of a key */
	const struct entity *thing;
};

struct candidates {
	struct arena *arena;
	struct candidate *items;
	uint32_t count;
	size_t start; /* the byte from which the text that was typed gives way */
};

/* At a place of a file, of which the text may have changed since it was loaded. In arena. */
struct candidates
candidates_at(const struct assist *assist, struct text_index *text, struct pos pos,
	      struct arena *arena);

#endif
