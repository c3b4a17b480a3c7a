/* SPDX-License-Identifier: MIT */
/* Names that stand in running text: several in a cell, at the end of a step. */
#ifndef PRESALE_IMPORT_NAMES_H
#define PRESALE_IMPORT_NAMES_H

#include "import/assembly.h"

/* The names of a text, parted by lines, commas, «/» or «и», where that parts names and not one
 * name. In the assembly's arena. */
const char **
names_of(struct assembly *assembly, const char *text, size_t *count);

/* True unless some part of a text is too long for a name: it is a sentence. */
bool
names_may_be(const char *text);

/* What a step's text is without what tells of it. */
struct names_tail {
	const char *name;
	const char **roles; /* that are known */
	size_t role_count;
	const char *deadline; /* or NULL */
};

/* «Менеджер: позвонить», «Позвонить – менеджер, 2 ч», «Позвонить (2 ч)»: only where all that stands
 * aside is a known role or a time. */
struct names_tail
names_tail(struct assembly *assembly, const char *text);

/* A name without blanks and signs of parting round it. In arena. */
const char *
names_trimmed(struct arena *arena, const char *text);

/* Keeps a mention of a stage that may be the stage's number: «2», «этап 2»; names_settle writes the
 * names in place of numbers, by number → name, and forgets them. */
void
names_add_number(struct assembly *assembly, struct import_piece *piece);
void
names_settle(struct assembly *assembly, const struct map *numbers);

#endif
