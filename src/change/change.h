/* SPDX-License-Identifier: MIT */
/* What is to become of a process, or has become of it: the one currency of whoever finds changes
 * (comparing two models, reading an edited document) and whoever uses them (showing, merging,
 * editing the source). */
#ifndef PRESALE_CHANGE_CHANGE_H
#define PRESALE_CHANGE_CHANGE_H

#include "change/written.h"

enum change_what {
	CHANGE_SET = 1, /* a field has another value */
	CHANGE_UNSET,   /* a field has no value any more */
	CHANGE_ADD,     /* a thing in a list */
	CHANGE_REMOVE,
	CHANGE_MOVE, /* a thing stands elsewhere, in its list or in another's */
	CHANGE_RENAME,
};

/* Where a change comes from: the name of a document or file, and the address within it, "12",
 * «Этапы!H7», «Бриф › Итог». NULL: from nowhere that could be named. */
struct change_source {
	const char *document, *address;
};

struct change {
	enum change_what what;
	const struct entity *thing; /* in the model that changes: whose field; what is removed,
				       moved, renamed; of ADD the parent */
	const struct field *field;  /* SET, UNSET, RENAME: the field; ADD, REMOVE, MOVE: the list of
				       the parent that the thing stands in */
	const struct written *was, *is; /* the value before and after; of ADD the thing, of REMOVE
					   what is gone */
	const struct entity *other; /* the same or the added thing in the other model; NULL where
				       there is no such model */
	/* ADD, MOVE: behind which sibling of the model that changes, or behind which that is added
	 * or moved; both NULL: first. */
	const struct entity *after;
	const struct change *behind;
	const struct entity *to; /* MOVE: the parent it goes to, its own where it stays */
	struct change_source from;
	bool material; /* of a comparison: the work of people changes (model/weights.h) */
};

/* In an arena, in the order of the document. */
struct changes {
	struct change *items;
	uint32_t count;
};

#endif
