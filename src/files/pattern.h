/* SPDX-License-Identifier: MIT */
/* The files that a pattern stands for. Within a name * is any characters, ? is one, [a-z] is one of
 * those and [!a-z] none of them;
 * \ takes the next as it is. None of them is a slash, nor the dot that a hidden name begins with.
 *
 * Patterns come from files that somebody else wrote. So, unlike glob(), a search opens no folder
 * outside the one it is given, looks at no more than it may, and knows no locale: a character is
 * one of Unicode. */
#ifndef PRESALE_FILES_PATTERN_H
#define PRESALE_FILES_PATTERN_H

#include "files/written.h"
#include "support/arena.h"

#include <stdbool.h>

struct pattern {
	const char *text;
	const char
	    *within; /* real path of the only folder that names may be read in, or NULL: in any */
	const char *without; /* real path of a folder nothing is taken from, or NULL */
};

struct pattern_found {
	const char **paths; /* sorted by their bytes; files and folders */
	size_t count;
	bool outside;        /* a folder not within was left out */
	const char *skipped; /* real path of the folder of outputs, or of `without`, that a file was
				left out for, or NULL */
	bool cut;            /* there was more than might be looked at */
};

/* How much one process or one look of --watch may look at: names, of which a long one counts for
 * more. */
enum { PATTERN_LOOKS = 100000 };

/* A path as a pattern that stands for it alone. May be in arena. */
const char *
pattern_from_path(struct arena *arena, const char *path);

/* True for a text in which nothing stands for anything else. */
bool
pattern_is_plain(const char *text);

/* True when a .. follows a part that stands for several names: each time round would multiply what
 * there is. */
bool
pattern_climbs(const char *text);

/* What there is of a pattern that does not climb. Takes from *looks what was looked at. With lists,
 * what builds wrote below `within` is left out. In arena. */
struct pattern_found
pattern_find(struct arena *arena, const struct pattern *pattern, size_t *looks,
	     struct written_lists *lists);

#endif
