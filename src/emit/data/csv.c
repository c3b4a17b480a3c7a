/* SPDX-License-Identifier: MIT */
/* The book as a folder of RFC 4180 files, one a table. A text that a spreadsheet would take for a
 * formula, and one that begins with an apostrophe, gets an apostrophe in front: whoever reads the
 * files back takes one off a text that begins with one. */
#include "emit/limits.h"
#include "model/fields.h"
#include "support/date.h"
#include "support/utf8.h"

#include <string.h>

struct csv {
	struct writer writer; /* first: the book knows only this */
	struct emission *emission;
	const struct sheet_form *form;
	struct arena scratch;
	struct buf out;
};

/* Whether a spreadsheet would run the text, or an apostrophe before it would be lost. */
static bool
is_risky(const char *text)
{
	static const char ascii[] = "=+-@\t\r\n'";
	if (!*text)
		return false;
	if (strchr(ascii, *text))
		return true;
	uint32_t rune = utf8_next(&text);
	return rune == 0xFF1D || rune == 0xFF0B || rune == 0xFF0D ||
	       rune == 0xFF20; /* ＝ ＋ － ＠ */
}

static void
put_text(struct buf *out, const char *text)
{
	bool risky = is_risky(text);
	if (!risky && !text[strcspn(text, "\",;\r\n\t")] && *text != ' ') {
		buf_puts(out, text);
		return;
	}
	buf_puts(out, risky ? "\"'" : "\"");
	for (;;) {
		size_t length = strcspn(text, "\"");
		buf_add(out, text, length);
		if (!text[length])
			break;
		buf_puts(out, "\"\"");
		text += length + 1;
	}
	buf_putc(out, '"');
}

static void
put_number(struct buf *out, double number)
{
	buf_printf(out, "%.10g", number);
}

static void
put_cell(struct csv *csv, const struct cell *cell)
{
	struct civil civil;
	switch (cell->type) {
	case CELL_NONE:
		if (cell->tint == TINT_BAR || cell->tint == TINT_CRITICAL)
			buf_puts(&csv->out, cell->tint == TINT_BAR ? "x" : "X");
		break;
	case CELL_TEXT:
		put_text(&csv->out, cell_plain(cell, &csv->scratch));
		break;
	case CELL_NUMBER:
		put_number(&csv->out, cell->number);
		break;
	case CELL_DATE:
		civil = date_civil((int32_t)cell->number);
		buf_printf(&csv->out, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
		break;
	}
}

static const char *
suffix_of(const struct csv *csv)
{
	const struct stage *stage = csv->form->stage;
	const char *name = stage ? stage->base.anchor : csv->form->file;
	return arena_printf(&csv->emission->arena, "-csv/%s%s.csv", stage ? "stage-" : "", name);
}

static bool
open_file(struct writer *writer, const struct sheet_form *form)
{
	struct csv *csv = (struct csv *)writer;
	csv->form = form;
	if (csv->emission->options->bom)
		buf_rune(&csv->out, 0xFEFF);
	for (uint32_t i = 0; i < form->count; i++) {
		if (i)
			buf_putc(&csv->out, ',');
		put_text(&csv->out, form->columns[i].title);
	}
	buf_puts(&csv->out, "\r\n");
	return true;
}

static bool
write_record(struct writer *writer, const struct row *row)
{
	struct csv *csv = (struct csv *)writer;
	for (uint32_t i = 0; i < csv->form->count; i++) {
		if (i)
			buf_putc(&csv->out, ',');
		put_cell(csv, &row->cells[i]);
	}
	buf_puts(&csv->out, "\r\n");
	arena_clear(&csv->scratch);
	if (csv->out.length >= EMISSION_PIECE)
		emission_spill(csv->emission, suffix_of(csv), &csv->out, 0);
	return true;
}

static bool
close_file(struct writer *writer)
{
	struct csv *csv = (struct csv *)writer;
	emission_write(csv->emission, suffix_of(csv), &csv->out);
	return true;
}

void
emit_csv(struct emission *emission)
{
	struct csv csv = {.writer = {open_file, write_record, close_file}, .emission = emission};
	struct book book;
	book_start(&book, &emission->view, &emission->arena, &csv.writer);
	emission->partial = emission->options->view.sheets;
	limits_say(emission, book_limits(&book), "-csv");
	book_write(&book);
	book_end(&book);
	arena_free(&csv.scratch);
}
