/* SPDX-License-Identifier: MIT */
/* Topics out of a text that is read from top to bottom: headings and items of lists, each below
 * what is of a higher rank, and paragraphs that tell of what stands above them. */
#ifndef PRESALE_IMPORT_READ_OUTLINER_H
#define PRESALE_IMPORT_READ_OUTLINER_H

#include "import/read/foreign.h"
#include "support/buf.h"

/* Ranks of topics; the lower is above. */
enum {
	OUTLINER_HEADINGS = 6, /* 1 to 6 */
	OUTLINER_ITEM = 10,    /* and one more for each step further in */
	OUTLINER_DEPTH = 64
};

struct outliner {
	struct foreign *foreign;
	struct foreign_topic *open[OUTLINER_DEPTH];
	unsigned ranks[OUTLINER_DEPTH];
	size_t depth;
	struct buf note; /* of the topic that is open last */
};

/* Begins with a root that says nothing. */
void
outliner_begin(struct outliner *outliner, struct foreign *foreign);

/* Opens a topic below the last one of a higher rank; false, with a remark, when there are too many.
 * A text that says nothing opens none. */
bool
outliner_open(struct outliner *outliner, unsigned rank, const char *text, const char *place);

/* Adds a line to what is told of the topic that is open last. */
void
outliner_add(struct outliner *outliner, const char *line);

/* Closes what is below headings: what follows tells of the heading, or of nothing. */
void
outliner_leave_items(struct outliner *outliner);

/* Another table below the topic that is open last, called as that is. */
struct foreign_table *
outliner_add_table(struct outliner *outliner);

/* Ends the last topic. */
void
outliner_end(struct outliner *outliner);

#endif
