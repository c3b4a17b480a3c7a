/* SPDX-License-Identifier: MIT */
/* A sheet with a row for each thing of a kind and a column for each field: the table of fields
 * decides. */
#ifndef PRESALE_VIEW_BOOK_LISTING_H
#define PRESALE_VIEW_BOOK_LISTING_H

#include "model/fields.h"
#include "view/book/book.h"

struct listing {
	struct sheet_form form;
	enum kind kind;
	struct heading *columns;
	const struct field **fields; /* by column; NULL for a column of the sheet's own */
	uint32_t closing;            /* the first of the closing columns */
};

/* What a sheet asks for beyond the table of fields. */
struct listing_wish {
	uint32_t own;              /* columns of its own before the fields, to be filled in */
	uint32_t closing;          /* columns of its own after those in view */
	enum field_id without;     /* has no column */
	const enum field_id *also; /* in view though not of the main sheet */
	size_t also_count;
};

/* The columns of a kind, without those of F_APPLIED and F_LATER fields that no thing of the process
 * gives: the sheet's own, then the fields of the main sheet (all but plumbing for a
 * kind that marks none), then, folded away, the others; the id last. */
struct listing
listing_new(struct book *book, enum sheet_id sheet, enum kind kind, struct listing_wish wish);

/* What may be chosen for a field. */
enum pick
listing_pick(const struct field *field);

/* The column of a field, or a spare one that is not shown: an edition may hide any
 * field. */
struct heading *
listing_column(struct listing *listing, enum field_id field);

/* The cell of a field in a row, or a spare one that nobody sees. */
struct cell *
listing_cell(const struct listing *listing, struct row *row, enum field_id field);

/* A row with the fields of an entity. */
struct row
listing_row(struct book *book, const struct listing *listing, const struct entity *entity);

#endif
