/* SPDX-License-Identifier: MIT */
/* What a heading over a column, or a branch of a map, means. */
#ifndef PRESALE_IMPORT_HEADING_H
#define PRESALE_IMPORT_HEADING_H

#include "model/field.h"

/* How sure it is. */
enum heading_sort {
	HEADING_NONE,
	HEADING_GUESS, /* a word that people use, or a part of what is written */
	HEADING_KEY,   /* a key, a title or a synonym of the field */
	HEADING_NUMBER /* the number of a row, which says nothing else */
};

struct heading_meaning {
	enum heading_sort sort;
	const struct field *field; /* NULL of HEADING_NUMBER */
	const char *unit;          /* of a length of time: what a bare number counts; else NULL */
	const char *variant;       /* behind the title of what is said of a variant; else NULL */
};

/* What a heading means over things of a kind. What it points to is in arena. */
struct heading_meaning
heading_of(enum kind kind, const char *text, struct arena *arena);

/* What an English heading of several words means by the last of them, of which the others tell
 * more: "Incident response phases", "Initial response time"; HEADING_NONE where it is the name of a
 * thing, which may be of anything. */
struct heading_meaning
heading_by_last(enum kind kind, const char *text, struct arena *arena);

#endif
