/* SPDX-License-Identifier: MIT */
/* The parts of a text or map by their headings, and the tables of steps that stand under them. */
#ifndef PRESALE_IMPORT_BRANCH_H
#define PRESALE_IMPORT_BRANCH_H

#include "import/assembly.h"
#include "import/head.h"

/* A table of steps that names no stage: the heading above it is one. */
struct branch_table {
	struct table_head columns;
	struct foreign_table body; /* its rows */
	bool taken;
	struct branch_table *beside; /* under the same heading, or NULL */
	struct branch_table *next;   /* of the document */
};

/* The topic whose branches are the parts: of a text with one heading above all others, that. */
const struct foreign_topic *
branch_trunk(const struct foreign *foreign);

/* The list of things that a branch is called like: of roles, terms or stages; NULL for none. */
const struct field *
branch_list(const struct assembly *assembly, const struct foreign_topic *topic);

/* Keeps a table for what becomes of the heading above it; the tables of a topic, or NULL. */
void
branch_keep(struct assembly *assembly, const struct branch_table *table);
struct branch_table *
branch_tables(const struct assembly *assembly, const struct foreign_topic *topic);

#endif
