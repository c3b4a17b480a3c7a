/* SPDX-License-Identifier: MIT */
/* The row of headings of a table: what the table is of, and what each of its columns says. */
#ifndef PRESALE_IMPORT_HEAD_H
#define PRESALE_IMPORT_HEAD_H

#include "import/read/foreign.h"
#include "import/heading.h"

enum head_sort {
	HEAD_FIELD,
	HEAD_NAME,    /* of the things that the table is of */
	HEAD_STEP,    /* steps of stages, or the name of one in each row */
	HEAD_NUMBER,  /* numbers of rows */
	HEAD_UNKNOWN, /* the author's own */
	HEAD_PART     /* R, A, C, I: the heading is a role */
};

struct head_column {
	enum head_sort sort;
	uint32_t number; /* in the table */
	struct heading_meaning heading;
	const char *title;
	const char *place; /* of the heading */
};

struct table_head {
	enum kind kind; /* KIND_STAGE, KIND_ROLE, KIND_TERM, KIND_PROCESS; KIND_NONE: no headings */
	struct head_column *items;
	size_t count;
	unsigned score;
};

/* What a row says as headings of a table of the name. In arena. */
struct table_head
head_read(const struct foreign_table *table, const struct foreign_row *row, struct arena *arena);

/* What a column says of a step, of which some fields are called otherwise than of stages. */
struct heading_meaning
head_step_meaning(const struct head_column *column, struct arena *arena);

/* The first column of a sort, or NULL. */
const struct head_column *
head_find(const struct table_head *columns, enum head_sort sort);

/* The same of a row over roles: makes columns that hold nothing but letters of RACI (letters.h),
 * from a cell of the table on, such columns, if there are two. A table that nothing else makes one
 * of stages becomes one; the column of names may lack a heading. */
void
head_find_parts(struct table_head *columns, const struct foreign_table *table,
		const struct foreign_row *row, size_t from, struct arena *arena);

#endif
