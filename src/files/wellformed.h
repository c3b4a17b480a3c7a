/* SPDX-License-Identifier: MIT */
/* Whether bytes are well-formed XML in UTF-8, without a document type and not nested too deep,
 * whose elements have as many children as their attribute `count` (or `uniqueCount`) says. */
#ifndef PRESALE_FILES_WELLFORMED_H
#define PRESALE_FILES_WELLFORMED_H

#include <stdbool.h>
#include <stddef.h>

enum { WELLFORMED_DEPTH = 64 };

struct wellformed;

/* Ended with wellformed_end. */
struct wellformed *
wellformed_new(void);

/* Takes the next bytes; false as soon as something is wrong. */
bool
wellformed_take(struct wellformed *check, const char *bytes, size_t length);

/* True when a whole document was taken. Frees the check. */
bool
wellformed_end(struct wellformed *check);

#endif
