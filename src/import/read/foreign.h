/* SPDX-License-Identifier: MIT */
/* A document that somebody else made, in the form that every reader gives it: tables of cells and
 * trees of topics, charts of work, each with the place where a person finds it. */
#ifndef PRESALE_IMPORT_READ_FOREIGN_H
#define PRESALE_IMPORT_READ_FOREIGN_H

#include "import/read/remark.h"

#include <stdbool.h>

/* What documents of people stay far below, and hostile ones do not. */
enum {
	FOREIGN_CELLS = 1000 * 1000,         /* that say something, of all tables */
	FOREIGN_TOPICS = 200 * 1000,         /* of all trees */
	FOREIGN_BYTES = 256 * 1024 * 1024,   /* of a document, unpacked */
	FOREIGN_DOCUMENT = 128 * 1024 * 1024 /* of one as it lies on the disk */
};

struct foreign_cell {
	uint32_t row, column; /* from 0 */
	const char *text;     /* trimmed, not empty; lines end with \n */
	bool repeated;        /* of a merged cell: the text of its first row once more */
};

/* A row of a table: its cells by column. */
struct foreign_row {
	const struct foreign_cell *cells;
	size_t count;
	uint32_t number;
};

struct foreign_table {
	const char *name;           /* of the sheet, or what stands above; "" when nothing does */
	struct foreign_cell *cells; /* by row, then by column, once the table is read */
	size_t count, sorted;
	const uint32_t
	    *lines; /* of a text: the line of each row; else NULL: columns have letters */
	const struct foreign_topic *topic; /* of a text: what it stands under; else NULL */
	bool hidden;
};

/* A topic of a map, a heading or an item of a list. */
struct foreign_topic {
	const char *text; /* not empty */
	const char *note; /* what else is said of it, or NULL */
	const char *place;
	const char *table;  /* beside it: «name: value» by lines, or NULL */
	const char *labels; /* on it, by lines, or NULL */
	const char *mark;   /* what a map of ours says that the topic said (view/outline/outline.h),
			       or NULL */
	uint64_t id;        /* beside a mark */
	bool heading;
	struct foreign_topic *first, *last, *next;
};

struct foreign {
	struct arena *arena;
	struct remarks *remarks;
	const char *name;  /* of the document, as it was given */
	const char *title; /* what it says it is called, or NULL */
	struct foreign_table *tables;
	size_t table_count, cell_count, topic_count;
	struct foreign_topic *root; /* or NULL; its text may be "" */
	struct flowchart *chart;    /* or NULL */
};

/* Says something of a place; gives false, which is what a reader gives that refuses a document. */
bool
foreign_remark(struct foreign *foreign, enum remark_id id, const char *place, const char *one);

/* Another table; it stays until the next one is added. */
struct foreign_table *
foreign_add_table(struct foreign *foreign, const char *name);

/* Adds a cell's text to the table that was added last, if it says something: cut to what is text.
 * False, with a remark, when there are too many. */
bool
foreign_add_cell(struct foreign *foreign, uint32_t row, uint32_t column, const char *text);

/* Repeats the cell of the row above, in the table that was added last and whose cells come in
 * order: of cells that are merged downwards. False, with a remark, when there are too many. */
bool
foreign_repeat(struct foreign *foreign, uint32_t row, uint32_t column);

/* Repeats in the table that was added last, which is in order, the cell at the top of what is
 * merged, from a row to another in a column, down to the last row that says anything. It has to be
 * put in order again then. */
bool
foreign_merge(struct foreign *foreign, uint32_t first_row, uint32_t last_row, uint32_t column);

/* Puts the cells of the table that was added last in order. */
void
foreign_sort(struct foreign *foreign);

/* A topic below another, or the root with NULL. NULL, with a remark, when there are too many. */
struct foreign_topic *
foreign_add_topic(struct foreign *foreign, struct foreign_topic *parent, const char *text);

/* Where a topic is, by the beginnings of the names above it: «Найм › Заявка»; above is the topic it
 * hangs on, or NULL. In arena. */
const char *
foreign_path(struct arena *arena, const struct foreign_topic *above, const char *text);

/* A text without control characters, blanks round it and at the ends of its lines. In arena; ""
 * when it says nothing. */
const char *
foreign_text(struct arena *arena, const char *text);

/* Where a cell is: «Этапы!H7», or the line. */
const char *
foreign_place(struct arena *arena, const struct foreign_table *table, uint32_t row,
	      uint32_t column);

/* The row that begins at a cell's number, which then is that of the next row's first cell; false at
 * the end. */
bool
foreign_next_row(const struct foreign_table *table, size_t *at, struct foreign_row *row);

/* The cell of a row in a column, or NULL. */
const struct foreign_cell *
foreign_row_cell(const struct foreign_row *row, uint32_t column);

#endif
