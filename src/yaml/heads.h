/* SPDX-License-Identifier: MIT */
/* A text of a list with keys below it:
 *
 *     - Signing
 *       deadline: 3 days
 *
 * To YAML it is an error, and to its author a thing with a name; so it is with «1.» or «а)» in
 * place of the hyphen. The parser reads a copy of the file with a colon behind each such text, and
 * hyphens with the text right behind them; what it says of places is put right here. Whether a
 * complaint comes of that is known only where it comes, so the file is read until it does not. */
#ifndef PRESALE_YAML_HEADS_H
#define PRESALE_YAML_HEADS_H

#include "support/buf.h"

#include <stdbool.h>
#include <stddef.h>

/* A text that stands nearer to its hyphen than to the number it has in the file; in characters. */
struct head_shift {
	size_t start, end; /* in the copy without its colons */
	size_t by;
};

struct heads {
	size_t *colons; /* in the copy, in characters, ascending */
	size_t count;
	struct head_shift *shifts; /* ascending */
	size_t shift_count;
	size_t item;     /* the first of the items that stand where keys do, in the file */
	size_t items;    /* lists of such */
	struct buf copy; /* what the parser shall read once it is not empty */
};

/* Takes a line of the text read so far, counted from 1, that has a key of which the parser
 * complains. The text of a list before it gets a colon, or hyphens first if that list has none.
 * False when no text of a list stands there. */
bool
heads_add(struct heads *heads, const char *text, size_t length, size_t line);

/* The same for the line above one that was read as a key because it stands where keys do: an item
 * with a number right below the key of its list. */
bool
heads_add_item(struct heads *heads, const char *text, size_t length, size_t line);

/* The character of the file that is a character of the copy. */
size_t
heads_index(const struct heads *heads, size_t character);

/* How many characters further right in the file a character of the copy stands on its line. */
size_t
heads_moved(const struct heads *heads, size_t character);

/* True for a key that ends before such a colon. */
bool
heads_ends(const struct heads *heads, size_t character);

/* Frees what the heads hold, not the struct. */
void
heads_free(struct heads *heads);

#endif
