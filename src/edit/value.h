/* SPDX-License-Identifier: MIT */
/* Values put down as YAML, in the manner of the file that they come into. */
#ifndef PRESALE_EDIT_VALUE_H
#define PRESALE_EDIT_VALUE_H

#include "change/written.h"
#include "edit/manner.h"

/* Where a value comes to stand. */
struct value_place {
	const struct manner *manner;
	size_t column; /* of the key or hyphen that it stands behind, from 0 */
	int lang;      /* of the keys within it */
	bool flow;     /* between brackets */
};

/* A text in the style of another that stood there; in quotes, where as it is it would be read
 * otherwise. `width` is that of the lines of a folded one. */
void
value_put_text(struct buf *out, const char *text, enum span_style style, size_t width,
	       const struct value_place *place);

/* What stands behind the colon of a key, with the blank or line end before it. */
void
value_put(struct buf *out, const struct written *value, const struct value_place *place);

/* A key as it is written, without its colon. */
void
value_put_key(struct buf *out, const struct written *value, int lang);

/* An item of a list, behind its hyphen, whose column is the place's, or between the brackets. A
 * mapping stands in brackets of its own where `brackets` says that its siblings do. */
void
value_put_item(struct buf *out, const struct written *value, bool brackets,
	       const struct value_place *place);

/* The pairs of a mapping, the first right here and each further one on a line of its own at the
 * place's column; or, between brackets, parted by commas. */
void
value_put_pairs(struct buf *out, const struct written *first, const struct value_place *place);

#endif
