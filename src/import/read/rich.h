/* SPDX-License-Identifier: MIT */
/* Text as HTML, as it is read element by element, becomes plain text: laid out as prose_plain does
 * (text/prose/prose.h), so that what was written so comes back as the same. */
#ifndef PRESALE_IMPORT_READ_RICH_H
#define PRESALE_IMPORT_READ_RICH_H

#include "support/buf.h"

#include <stdbool.h>

enum { RICH_LISTS = 16 /* as deep within one another as signs are set */ };

struct rich {
	struct buf text;
	struct {
		bool numbered;
		long number; /* of the next item */
	} lists[RICH_LISTS];
	unsigned depth;      /* of lists; a row of a table is one of its cells */
	bool item;           /* the sign of an item is still to come */
	bool blank, begun;   /* a blank is still to come; the line under way says something */
	bool literal;        /* lines stay as they are */
	struct buf heads;    /* of a table, each ending with a zero */
	size_t head, rows;   /* where the next cell's begins; how many rows are over */
	size_t cell;         /* where a heading under way begins in the text */
	const char *heading; /* of the cell that begins, still to come */
};

/* attributes: name, value, name, value …, NULL */
void
rich_open(struct rich *rich, const char *name, const char *const *attributes);
void
rich_close(struct rich *rich, const char *name);
void
rich_add(struct rich *rich, const char *bytes, size_t length);

/* Begins anew; frees what is held. */
void
rich_clear(struct rich *rich);

#endif
