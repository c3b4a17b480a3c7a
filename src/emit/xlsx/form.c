/* SPDX-License-Identifier: MIT */
/* Sheets of headings with a grey row of samples below, which import passes by, and room for more:
 * each cell tells what it is for when it is entered, and offers what may be chosen. */
#include "emit/xlsx/form.h"

#include "emit/xlsx/pick.h"
#include "emit/xlsx/status.h"
#include "emit/xlsx/text.h"
#include "emit/xlsx/verify.h"
#include "files/file.h"
#include "files/memory_file.h"
#include "format/usage.h"
#include "model/fields.h"
#include "model/show.h"

#include <errno.h>
#include <string.h>

enum {
	ROWS = 200,      /* to fill in */
	FIRST = 2,       /* of them, from 0: below headings and samples */
	LABELS = 30,     /* width of the names of properties */
	VALUES = 60,     /* and of their values */
	HELP = 100,      /* and of the explanation */
	TITLE_UNITS = 32 /* of what a cell tells */
};

enum form_pick { FORM_PICK_NONE, FORM_PICK_ROLES, FORM_PICK_FLAGS, FORM_PICK_STATUS };
enum form_row { FORM_ROW_SHEET, FORM_ROW_COLUMN, FORM_ROW_LIST };

static const struct form_cell {
	enum form_row row;
	enum field_id field;
	int width;
	enum form_pick pick;
	const char *sample[2];
} cells[] = {
#define FORM_SHEET(field) {FORM_ROW_SHEET, FIELD_##field, 0, FORM_PICK_NONE, {NULL, NULL}},
#define FORM_COLUMN(field, width, pick, en, ru) \
	{FORM_ROW_COLUMN, FIELD_##field, width, FORM_PICK_##pick, {en, ru}},
#define FORM_LIST(field, width, pick, en, ru) \
	{FORM_ROW_LIST, FIELD_##field, width, FORM_PICK_##pick, {en, ru}},
#include "emit/xlsx/form.def"
#undef FORM_SHEET
#undef FORM_COLUMN
#undef FORM_LIST
};

enum { CELLS = sizeof cells / sizeof *cells };

struct form_writer {
	struct voice voice;
	struct xlsx_library lxw;
	lxw_workbook *workbook;
	lxw_worksheet *sheet;
	lxw_format *head, *sample, *plain;
	struct arena arena;
	bool failed;
};

static void
check(struct form_writer *w, lxw_error error)
{
	w->failed = w->failed || !xlsx_ok(error);
}

static const char *
title_of(struct form_writer *w, enum field_id field)
{
	const char *title = field_row(field)->titles[w->voice.lang];
	size_t length = strlen(title);
	while (length && strchr(": ", title[length - 1]))
		length--;
	return arena_copy(&w->arena, title, length);
}

/* Cells are text: what looks like a date to a spreadsheet («1-2») stays what was typed. */
static lxw_format *
format_of(struct form_writer *w, bool bold, uint32_t color, uint32_t ground)
{
	lxw_format *format = w->lxw.workbook_add_format(w->workbook);
	if (!format)
		memory_exhausted();
	w->lxw.format_set_font_name(format, "Arial");
	w->lxw.format_set_font_size(format, 10);
	w->lxw.format_set_text_wrap(format);
	w->lxw.format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	w->lxw.format_set_num_format(format, "@");
	w->lxw.format_set_font_color(format, color);
	if (bold)
		w->lxw.format_set_bold(format);
	if (!ground)
		return format;
	w->lxw.format_set_pattern(format, LXW_PATTERN_SOLID);
	w->lxw.format_set_fg_color(format, ground);
	return format;
}

static void
put(struct form_writer *w, uint32_t row, uint32_t column, const char *text, lxw_format *format)
{
	check(w, w->lxw.worksheet_write_string(w->sheet, row, (lxw_col_t)column,
					       xlsx_text(&w->arena, text), format));
}

static void
open_sheet(struct form_writer *w, const char *title)
{
	w->sheet = w->lxw.workbook_add_worksheet(w->workbook, title);
	w->failed = w->failed || !w->sheet;
}

static void
set_width(struct form_writer *w, uint32_t column, int width)
{
	check(w, w->lxw.worksheet_set_column_opt(w->sheet, (lxw_col_t)column, (lxw_col_t)column,
						 width, w->plain, NULL));
}

static const char *
statuses(struct form_writer *w)
{
	const char *list = "";
	for (enum choice choice = CHOICE_ABSENT + 1; choice < CHOICE_COUNT; choice++)
		if (choice_set(choice) == SET_STATUS)
			list = arena_printf(&w->arena, "%s%s%s", list, *list ? "," : "",
					    choice_name(choice, w->voice.lang));
	return arena_printf(&w->arena, "\"%s\"", list);
}

/* What may be chosen in a cell, as a formula; NULL where anything may be written. */
static const char *
choices_of(struct form_writer *w, enum form_pick pick)
{
	switch (pick) {
	case FORM_PICK_ROLES:
		return arena_printf(&w->arena, "%s!$A$%d:$A$%d",
				    xlsx_quoted(&w->arena, title_of(w, FIELD_DOCUMENT_roles)),
				    FIRST + 1, FIRST + ROWS);
	case FORM_PICK_FLAGS:
		return arena_printf(&w->arena, "\"%s,%s\"", show_word(&w->voice, WORD_YES),
				    show_word(&w->voice, WORD_NO));
	case FORM_PICK_STATUS:
		return statuses(w);
	case FORM_PICK_NONE:
		break;
	}
	return NULL;
}

static void
offer(struct form_writer *w, const struct form_cell *cell, const struct pick_range *range)
{
	const struct field *field = field_row(cell->field);
	const struct pick_rule rule = {
	    .range = *range,
	    .formula = choices_of(w, cell->pick),
	    .many = true, /* several roles may stand in a cell */
	    .title = xlsx_clip(&w->arena, title_of(w, cell->field), TITLE_UNITS),
	    .hint = usage_about(field, w->voice.lang)};
	w->failed = w->failed || !pick_set_rule(&w->lxw, w->sheet, &rule);
}

/* The first sample says that it is one, so that nobody takes the row for a thing. */
static void
put_sample(struct form_writer *w, const struct form_cell *cell, uint32_t row, uint32_t column,
	   bool first)
{
	const char *text = cell->sample[w->voice.lang];
	if (first)
		text =
		    arena_printf(&w->arena, "%s %s", show_word(&w->voice, WORD_FORM_SAMPLE), text);
	put(w, row, column, text, w->sample);
}

static const struct form_cell *
write_columns(struct form_writer *w, const struct form_cell *first)
{
	const struct form_cell *end = first;
	for (; end < cells + CELLS && end->row == FORM_ROW_COLUMN; end++) {
		set_width(w, (uint32_t)(end - first), end->width);
		put(w, 0, (uint32_t)(end - first), title_of(w, end->field), w->head);
	}
	for (const struct form_cell *cell = first; cell < end; cell++) {
		uint32_t column = (uint32_t)(cell - first);
		put_sample(w, cell, 1, column, cell == first);
		offer(w, cell, &(struct pick_range){FIRST, FIRST + ROWS - 1, column});
	}
	w->lxw.worksheet_freeze_panes(w->sheet, 1, 1);
	return end;
}

static const struct form_cell *
write_list(struct form_writer *w, const struct form_cell *first)
{
	const struct form_cell *end = first;
	set_width(w, 0, LABELS);
	set_width(w, 1, VALUES);
	set_width(w, 2, VALUES);
	for (; end < cells + CELLS && end->row == FORM_ROW_LIST; end++) {
		uint32_t row = (uint32_t)(end - first);
		put(w, row, 0, title_of(w, end->field), w->head);
		put_sample(w, end, row, 2, true);
		offer(w, end, &(struct pick_range){row, row, 1});
	}
	w->lxw.worksheet_freeze_panes(w->sheet, 0, 1);
	return end;
}

/* How to fill it in, a paragraph a row. */
static void
write_help(struct form_writer *w)
{
	static const enum word lines[] = {WORD_FORM_HELP_1, WORD_FORM_HELP_2, WORD_FORM_HELP_3,
					  WORD_FORM_HELP_4, WORD_FORM_HELP_5, WORD_FORM_HELP_6,
					  WORD_FORM_HELP_7};
	open_sheet(w, show_word(&w->voice, WORD_FORM_HELP));
	if (w->failed)
		return;
	set_width(w, 0, HELP);
	put(w, 0, 0, show_word(&w->voice, WORD_FORM_HELP), w->head);
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		put(w, (uint32_t)i + 1, 0, show_word(&w->voice, lines[i]), w->plain);
}

static void
write_sheets(struct form_writer *w)
{
	enum { HEAD = 0xD9E2F3, INK = 0x1F2937, GREY = 0x808080 };
	w->head = format_of(w, true, INK, HEAD);
	w->sample = format_of(w, false, GREY, 0);
	w->plain = format_of(w, false, INK, 0);
	w->lxw.format_set_italic(w->sample);
	write_help(w);
	for (const struct form_cell *cell = cells; cell < cells + CELLS && !w->failed;) {
		open_sheet(w, title_of(w, cell++->field));
		if (!w->failed)
			cell = cell->row == FORM_ROW_LIST ? write_list(w, cell)
							  : write_columns(w, cell);
	}
}

static void
give_up(void *data)
{
	const struct form_writer *w = data;
	w->lxw.lxw_workbook_free(w->workbook);
}

static int
write_workbook(struct form_writer *w, const char *path, const char *workplace, struct buf *out)
{
	lxw_workbook_options options = {.tmpdir = (char *)(uintptr_t)workplace};
	lxw_doc_properties properties = {.created = 946684800}; /* 2000-01-01 */
	w->workbook = w->lxw.workbook_new_opt(path, &options);
	if (!w->workbook)
		return ENOMEM;
	struct memory_ending ending;
	memory_hold(&ending, give_up, w);
	w->lxw.workbook_set_properties(w->workbook, &properties);
	write_sheets(w);
	memory_release(&ending);
	if (w->failed) {
		give_up(w);
		return errno ? errno : EIO;
	}
	if (w->lxw.workbook_close(w->workbook) != LXW_NO_ERROR)
		return errno ? errno : EIO;
	return file_read(path, out) == FILE_OK ? 0 : errno;
}

static void
close_file(void *file)
{
	memory_file_close(file);
}

int
form_write(int lang, const char *workplace, struct buf *out)
{
	struct form_writer w = {.voice = {.lang = lang}};
	struct memory_file file;
	struct memory_ending ending;
	if (!xlsx_library_load(&w.lxw) || !memory_file_open(&file))
		return errno;
	errno = 0;
	memory_hold(&ending, close_file, &file);
	int error = write_workbook(&w, file.path, workplace, out);
	memory_release(&ending);
	memory_file_close(&file);
	arena_free(&w.arena);
	return error;
}
