/* SPDX-License-Identifier: MIT */
/* What is to become of the bytes of a file: pieces that go, pieces that come, pieces that move.
 * They are gathered in any order and applied at once; whatever none of them names stays as it is.
 */
#ifndef PRESALE_EDIT_PATCH_H
#define PRESALE_EDIT_PATCH_H

#include "support/buf.h"
#include "yaml/scalar.h"

#include <stdbool.h>

/* Bytes that stand elsewhere from now on, with all that is changed within them. */
struct patch_move {
	struct span from;
	const char *before, *after; /* what is put around them */
	int shift;                  /* blanks that each further line gains, or loses */
};

struct patch_edit {
	struct span span; /* bytes of the file that go; an empty one: something is put there */
	const char *text; /* that comes for them; NULL: a piece that moves comes */
	struct patch_move move;
	bool leaves;    /* what goes from here is a piece that moves */
	uint32_t depth; /* in how many lists and mappings it is put: at one byte the inmost ends
			   first */
	uint32_t order; /* of arrival: of what is put at one byte and depth the first comes first */
};

/* Of one file; zeros are none. Texts must stay until it is applied. */
struct patch {
	struct patch_edit *edits;
	uint32_t count;
};

/* Has a text come for some bytes; what depth it is put at matters where nothing goes. */
void
patch_put(struct patch *patch, struct span span, const char *text, uint32_t depth);

/* Has a piece go with all that is changed within it, and put at its end. */
void
patch_leave(struct patch *patch, struct span gone);

/* Has the piece at move->from, whose going takes the bytes at gone with it, come at a byte. */
void
patch_move(struct patch *patch, const struct patch_move *move, struct span gone, size_t to,
	   uint32_t depth);

/* Writes length bytes of the text as they become. Of edits that overlap the one that begins first
 * counts. */
void
patch_apply(struct patch *patch, const char *text, size_t length, struct buf *out);

/* Frees what was gathered; it may be used anew. */
void
patch_free(struct patch *patch);

#endif
