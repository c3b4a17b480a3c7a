/* SPDX-License-Identifier: MIT */
/* What is said of a document that is imported or merged, and of which place in it. */
#ifndef PRESALE_IMPORT_READ_REMARK_H
#define PRESALE_IMPORT_READ_REMARK_H

#include "support/arena.h"

#include <stdint.h>

/* What becomes of what a remark is about. */
enum remark_sort {
	REMARK_SORT_REFUSED, /* nothing is made of the document */
	REMARK_SORT_EMPTY,   /* it can be read, and no process made of it */
	REMARK_SORT_LOST,    /* it is not in the process */
	REMARK_SORT_GUESSED, /* it is, and somebody should look at it */
	REMARK_SORT_STOPPED, /* nothing is merged before it is settled */
	REMARK_SORT_HELD,    /* it is gone from the document, and stays in the source */
	REMARK_SORT_TAKEN    /* it is done */
};

enum remark_id {
#define REMARK(ID, ...) REMARK_##ID,
#include "import/read/remarks.def"
#undef REMARK
};

struct remark {
	enum remark_id id;
	const char *document; /* its name */
	const char *place;    /* «Этапы!H7»; "": the document as a whole */
	const char *one, *two;
};

/* All that is said in one import. */
struct remarks {
	struct arena *arena;
	struct remark *items;
	size_t count, refused; /* refused: documents of which nothing is made */
	int lang;              /* of the documents: 0 English, 1 Russian */
	size_t lost; /* of those beyond what is kept: a document may be strange at every cell */
};

/* So many are kept of each import. */
enum { REMARKS_MOST = 500 };

/* Adds a remark, with copies of its strings, of long ones the beginning; one and two may be
 * NULL. */
void
remarks_add(struct remarks *remarks, struct remark remark);

/* What becomes of what a remark is about. */
enum remark_sort
remark_sort(const struct remark *remark);

/* The sentence in English (0) or Russian (1), without the place. In arena. */
const char *
remark_text(const struct remark *remark, int lang, struct arena *arena);

#endif
