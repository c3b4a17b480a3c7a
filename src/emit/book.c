/* SPDX-License-Identifier: MIT */
#include "emit/book.h"

#include "model/glossary.h"
#include "support/utf8.h"

#include <string.h>

enum { WORD_SHEET_FIELD = -1 };

#define SHEET(ID, key, TITLE) void write_##key(struct book *book);
#include "emit/sheets.def"
#undef SHEET

static const struct sheet {
	const char *key;
	int title; /* a word, or WORD_SHEET_FIELD */
	void (*write)(struct book *book);
} sheets[SHEET_COUNT] = {
#define SHEET(ID, key, TITLE) [SHEET_##ID] = {#key, WORD_SHEET_##TITLE, write_##key},
#include "emit/sheets.def"
#undef SHEET
};

const char *
sheet_key(enum sheet_id sheet)
{
	return sheets[sheet].key;
}

const char *
sheet_title(const struct model *model, enum sheet_id sheet)
{
	if (sheets[sheet].title != WORD_SHEET_FIELD)
		return word(model, (enum word)sheets[sheet].title);
	return field_named(KIND_DOCUMENT, sheets[sheet].key)->titles[lang_index(model->lang)];
}

/* True when one of the names separated by commas is the sheet's key or title. */
static bool
is_picked(const struct model *model, const char *names, enum sheet_id sheet)
{
	struct arena arena = {0};
	const char *key = utf8_fold(&arena, sheet_key(sheet), FOLD_KEY);
	const char *title = utf8_fold(&arena, sheet_title(model, sheet), FOLD_KEY);
	bool picked = false;
	while (*names && !picked) {
		size_t length = strcspn(names, ",");
		const char *name = utf8_fold(&arena, arena_copy(&arena, names, length), FOLD_KEY);
		picked = strcmp(name, key) == 0 || strcmp(name, title) == 0;
		names += length + (names[length] == ',');
	}
	arena_free(&arena);
	return picked;
}

void
book_start(struct book *book, struct emission *emission, struct writer *writer)
{
	const struct model *model = emission->model;
	*book = (struct book){.model = model, .plan = emission->plan, .options = emission->options, .writer = writer};
	book->arena = &emission->arena;
	book->names = names_new(model, book->arena);
	book->terms = glossary_sorted(model, book->arena);
	book->noted = arena_alloc(book->arena, model->document->glossary.count + 1);
	const char *picked = emission->options->sheets;
	for (enum sheet_id id = SHEET_NONE + 1; id < SHEET_COUNT; id++)
		book->shown[id] = !picked || is_picked(model, picked, id);
}

bool
book_write(struct book *book)
{
	for (enum sheet_id id = SHEET_NONE + 1; id < SHEET_COUNT && !book->failed; id++)
		if (book->shown[id])
			sheets[id].write(book);
	return !book->failed;
}

void
book_end(struct book *book)
{
	arena_free(&book->scratch);
}

void
book_open(struct book *book, const struct form *form)
{
	book->form = form;
	book->failed = book->failed || !book->writer->open(book->writer, form);
}

void
book_row(struct book *book, const struct row *row)
{
	book->failed = book->failed || !book->writer->row(book->writer, row);
	arena_free(&book->scratch);
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
	return (struct row){.cells = arena_array(&book->scratch, book->form->count + 1, sizeof(struct cell))};
}
