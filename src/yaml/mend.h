/* SPDX-License-Identifier: MIT */
/* A text with mends: a copy in which places that YAML refuses stand as they may be read, and where
 * each character of it is in the text. A mend lies within a line, so that lines stay what they are.
 *
 *     text    срок:3 дня  # скоро        a mend: nothing goes, a blank comes, behind the colon
 *     copy    срок: 3 дня  # скоро
 */
#ifndef PRESALE_YAML_MEND_H
#define PRESALE_YAML_MEND_H

#include "support/buf.h"

#include <stdbool.h>
#include <stddef.h>

struct mend {
	size_t at, gone;  /* bytes of the text */
	const char *text; /* what comes for them */
	bool guess;       /* it may say something else than was meant */
	/* made by mends_apply, in characters: where it begins in the text and in the copy */
	size_t place, copied;
	size_t long_gone, long_come;
};

struct mends {
	struct mend *items; /* ascending, none within another */
	size_t count;
	bool guess; /* what is put from now on is one */
	bool lost;  /* words that may have been meant are not in the copy */
	struct buf copy;
};

/* Has bytes of the text replaced by a text, which must stay; it takes the place of mends that have
 * some of those bytes. */
void
mends_put(struct mends *mends, size_t at, size_t gone, const char *text);

/* True when a mend begins within these bytes or at their end. */
bool
mends_touch(const struct mends *mends, size_t start, size_t end);

/* Makes the copy of a text of valid UTF-8. */
void
mends_apply(struct mends *mends, const char *text, size_t length);

/* The character of the text that a character of the copy is, or stands for. */
size_t
mends_index(const struct mends *mends, size_t character);

/* Frees what the mends hold, not the struct. */
void
mends_free(struct mends *mends);

#endif
