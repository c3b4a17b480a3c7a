/* SPDX-License-Identifier: MIT */
/* A sheet with a row for each thing of a kind and a column for each field: the table of fields decides. */
#ifndef PRESALE_LISTING_H
#define PRESALE_LISTING_H

#include "emit/book.h"

struct listing {
	struct form form;
	enum kind kind;
	struct heading *columns;
	const struct field **fields; /* by column; NULL for a column of the sheet's own */
	uint32_t own;                /* columns of the sheet's own, before those of fields */
};

/* The columns of a kind: `own` empty ones to be filled in, then the fields of the main sheet (all but plumbing for a kind that
 * marks none), then, folded away, the others; the id last. `without` names members that have no column, separated by |, or NULL. */
struct listing
listing_new(struct book *book, enum sheet_id sheet, enum kind kind, uint32_t own, const char *without);

/* The column of a field by its member, or NULL. */
struct heading *
listing_column(struct listing *listing, const char *member);

/* The cell of a field in a row, or a spare one that nobody sees. */
struct cell *
listing_cell(const struct listing *listing, struct row *row, const char *member);

/* A row with the fields of an entity. */
struct row
listing_row(struct book *book, const struct listing *listing, const struct entity *entity);

#endif
