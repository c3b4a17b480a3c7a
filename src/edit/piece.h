/* SPDX-License-Identifier: MIT */
/* Items and pairs as pieces of a file's text: which bytes go with one that goes, and where one that
 * comes is put. A comment goes with what it stands over, beside or within. */
#ifndef PRESALE_EDIT_PIECE_H
#define PRESALE_EDIT_PIECE_H

#include "edit/seat.h"

struct edit_piece {
	struct span whole; /* from its hyphen or key to the end of its value */
	struct span lines; /* of one in blocks: from the comments over it to the end of its last
			      line, without the line end */
	size_t column;     /* of its hyphen or key, from 0 */
	bool flow;         /* it stands between brackets */
	bool shares;       /* its first line begins with something else: `- name: …` */
};

/* The piece of an item of a list, or of a pair by its key. */
struct edit_piece
piece_of(struct editor *editor, unsigned file, uint32_t node);

/* The byte behind the colon of a value's key. */
size_t
piece_colon(struct editor *editor, unsigned file, uint32_t value);

/* The bytes that go with a piece, separators and all. `first`: nothing before it stays, something
 * behind it does. */
struct span
piece_going(struct editor *editor, unsigned file, uint32_t node, bool first);

/* Puts a text, without its indent, as a piece of its own behind another, or before it: on lines of
 * its own, or with a comma. */
void
piece_put_behind(struct editor *editor, unsigned file, uint32_t node, struct buf *text);
void
piece_put_before(struct editor *editor, unsigned file, uint32_t node, struct buf *text);

/* What comes before and after a piece that is put behind another, or before it; and where. */
struct piece_joint {
	const char *before, *after;
	size_t at;
};
struct piece_joint
piece_joint_behind(struct editor *editor, unsigned file, uint32_t node);
struct piece_joint
piece_joint_before(struct editor *editor, unsigned file, uint32_t node);

#endif
