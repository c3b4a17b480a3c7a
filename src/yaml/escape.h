/* SPDX-License-Identifier: MIT */
/* Codes within double quotes (\0, \x1b, \ud83d) that stand for what a text may not hold as it is:
 * control characters, and the halves in which JSON writes a character beyond U+FFFF. libyaml lets
 * the first pass and refuses the second, so it reads a copy of the file in which every half is the
 * code of U+FFFE, as long as what it replaces; what comes of it is put right here. */
#ifndef PRESALE_YAML_ESCAPE_H
#define PRESALE_YAML_ESCAPE_H

#include "yaml/trap.h"

#include <stdint.h>

struct escape {
	size_t offset, index; /* of its \ in the file, in bytes and in characters */
	uint32_t rune;
	uint8_t length;
};

struct escapes {
	struct escape *items; /* whatever looks like one, between quotes or not */
	size_t count;
	size_t next; /* the first that was not passed */
	size_t reported;
	char *copy; /* what libyaml shall read, or NULL: the text itself */
};

/* Finds every escape in length bytes of text, which stays as long. Free with escapes_free. */
void
escapes_find(struct escapes *escapes, const char *text, size_t length);

/* Frees what was found; the text stays. */
void
escapes_free(struct escapes *escapes);

/* The text of a scalar that was read from characters start to end of the file: the halves are
 * joined again, and what is not allowed is reported. Scalars come in the order of the file. In
 * arena, or bytes itself; *length follows. */
const char *
escapes_apply(struct escapes *escapes, struct arena *arena, struct diagnostics *diags,
	      struct trap_text *source, size_t start, size_t end, bool quoted, const char *bytes,
	      size_t *length);

#endif
