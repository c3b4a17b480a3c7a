/* SPDX-License-Identifier: MIT */
/* Whether bytes are well-formed XML, as far as a writer of XML can get it wrong: tags that match, attributes in quotes,
 * references that end, characters that XML allows. It reads what this program wrote, not what strangers send. */
#ifndef PRESALE_WELLFORMED_H
#define PRESALE_WELLFORMED_H

#include "support/buf.h"

#include <stdbool.h>

enum { WELLFORMED_DEPTH = 64 };

/* Zeroed to begin with. */
struct wellformed {
	struct buf tag;   /* of the tag under way, from < on */
	struct buf open;  /* the names of the open elements, one after the other */
	size_t starts[WELLFORMED_DEPTH];
	unsigned depth;
	unsigned reference; /* bytes of the reference under way, 0 when there is none */
	char quote;         /* of the attribute under way, within a tag */
	bool rooted, wrong;
};

/* Takes the next bytes; false as soon as something is wrong. */
bool
wellformed_take(struct wellformed *check, const char *bytes, size_t length);

/* True when a whole document was taken. Frees the check's memory. */
bool
wellformed_end(struct wellformed *check);

#endif
