/* SPDX-License-Identifier: MIT */
/* What those who fill a sheet say to the book. */
#include "view/book/book.h"
#include "view/book/mark.h"

bool
book_has(const struct book *book, enum sheet_id sheet)
{
	return book->shown[sheet];
}

void
book_open(struct book *book, const struct sheet_form *form)
{
	struct sheet_form *marked = arena_alloc(book->arena, sizeof *marked);
	*marked = *form;
	if (book->writer->marked && (!book->model->cut || book->writer->stays))
		marked->mark = mark_columns(book->model, form, book->arena);
	book->form = marked;
	book->failed = book->failed || !book->writer->open(book->writer, marked);
}

void
book_row(struct book *book, const struct row *row)
{
	struct row marked = *row;
	if (book->form->mark)
		marked.mark = mark_row(book->form, row, &book->scratch);
	book->failed = book->failed || !book->writer->row(book->writer, &marked);
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
	    .cells = arena_array(&book->scratch, book->form->count + 1, sizeof(struct cell)),
	    .on_screen = book->on_screen};
}

struct heading
book_id_column(const struct book *book, enum kind kind)
{
	return (struct heading){
	    .title = field_title(book->voice, field_flagged(kind, F_ID), book->arena),
	    .key = field_flagged(kind, F_ID)->member,
	    .width = 18,
	    .extra = true,
	    .again = true};
}
