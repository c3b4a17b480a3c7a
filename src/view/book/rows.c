/* SPDX-License-Identifier: MIT */
/* What those who fill a sheet say to the book. */
#include "view/book/book.h"

bool
book_has(const struct book *book, enum sheet_id sheet)
{
	return book->shown[sheet];
}

void
book_open(struct book *book, const struct sheet_form *form)
{
	book->form = form;
	book->failed = book->failed || !book->writer->open(book->writer, form);
}

void
book_row(struct book *book, const struct row *row)
{
	book->failed = book->failed || !book->writer->row(book->writer, row);
	arena_clear(&book->scratch);
}

void
book_close(struct book *book)
{
	book->failed = book->failed || !book->writer->close(book->writer);
	book->form = NULL;
}

struct row
book_blank(struct book *book)
{
	return (struct row){
	    .cells = arena_array(&book->scratch, book->form->count + 1, sizeof(struct cell))};
}

struct heading
book_id_column(const struct book *book, enum kind kind)
{
	return (struct heading){
	    .title = field_title(book->voice, field_flagged(kind, F_ID), book->arena),
	    .width = 18,
	    .extra = true,
	    .again = true};
}
