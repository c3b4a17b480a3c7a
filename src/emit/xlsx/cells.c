/* SPDX-License-Identifier: MIT */
/* Rows of the workbook: fitted, styled, linked. A row that is too tall for a spreadsheet goes on in
 * the next one, which says again in the columns marked so what it is about. */
#include "emit/xlsx/fit.h"
#include "emit/xlsx/sheet.h"
#include "emit/xlsx/text.h"
#include "text/uri.h"

#include <string.h>

enum {
	LINKS_MAX = 65000,       /* of the 65,530 a sheet may have */
	DISPLAY_MAX = 255,       /* a longer text is not made a link */
	DAYS_TO_1970 = 25569,    /* from the day a spreadsheet counts from */
	DAY_1900_03_01 = -25508, /* before it spreadsheets disagree on dates */
};

struct style
xlsx_style_of(const struct xlsx *xlsx, const struct cell *cell, const struct heading *heading)
{
	return (struct style){
	    .tint = cell->tint,
	    .align = heading->align,
	    .number = cell->type == CELL_DATE ? NUMBER_DATE : NUMBER_PLAIN,
	    .color = cell->color,
	    .band = xlsx->banded && !xlsx->form->free && !heading->extra,
	    .free = xlsx->form->free,
	    .middle =
		cell->tint == TINT_TITLE || cell->tint == TINT_SECTION || cell->tint == TINT_HEAD,
	    .russian = xlsx->voice->lang != 0,
	};
}

/* Where a cell leads, in the library's words, or NULL. */
static const char *
link_of(struct xlsx *xlsx, const struct cell *cell)
{
	const char *sheet = NULL;
	uint32_t row = 0;
	if (cell->href && book_can_open(cell->href))
		return uri_of(&xlsx->scratch, cell->href, URI_LETTERS);
	if (cell->target)
		sheet = place_find(&xlsx->places, xlsx->sheet_names, cell->target,
				   (enum sheet_id)cell->sheet, &row);
	else if (cell->sheet)
		sheet = xlsx->sheet_names[cell->sheet];
	return sheet ? arena_printf(&xlsx->scratch, "internal:%s!A%u",
				    xlsx_quoted(&xlsx->scratch, sheet), row + 1)
		     : NULL;
}

/* LibreOffice shows a link on one line and in its own colour: only a text that fits one is made a
 * link. Nor is what people choose from a list, where a click would lead them away. */
static bool
may_link(const struct xlsx *xlsx, uint32_t column, const struct cell *cell)
{
	const struct heading *heading = &xlsx->form->columns[column];
	if ((!cell->href && !cell->target && !cell->sheet) || xlsx->links >= LINKS_MAX ||
	    heading->pick || cell->pick || cell->tint == TINT_FILL)
		return false;
	return fit_text(cell, (struct fit_place){0}, heading->width, heading->align).lines == 1;
}

static bool
write_text(struct xlsx *xlsx, uint32_t column, const struct cell *cell, struct style style)
{
	bool rich = xlsx_is_rich(cell);
	if (!rich) {
		style.look = cell->pieces[0].look;
		style.color = style.tint == TINT_FILL ? style.color : cell->pieces[0].color;
	}
	lxw_format *format = style_cell(xlsx->styles, &style);
	const char *link = may_link(xlsx, column, cell) ? link_of(xlsx, cell) : NULL;
	const char *plain =
	    link || !rich ? xlsx_short(&xlsx->scratch, cell_plain(cell, &xlsx->scratch)) : NULL;
	if (link && strlen(plain) <= DISPLAY_MAX) {
		xlsx->links++;
		lxw_error error = xlsx->lxw.worksheet_write_url_opt(
		    xlsx->sheet, xlsx->row, (lxw_col_t)column, link, format, plain, NULL);
		if (error == LXW_ERROR_MEMORY_MALLOC_FAILED || (error == LXW_NO_ERROR && !rich))
			return xlsx_ok(error);
	}
	if (rich)
		return xlsx_write_rich(xlsx, column, cell, &style, format);
	return xlsx_ok(xlsx->lxw.worksheet_write_string(xlsx->sheet, xlsx->row, (lxw_col_t)column,
							plain, format));
}

/* A day, as a number that shows as a date; in words where spreadsheets would show another one. */
static bool
write_date(struct xlsx *xlsx, uint32_t column, const struct cell *cell, const struct style *style)
{
	if (cell->number >= DAY_1900_03_01)
		return xlsx_ok(xlsx->lxw.worksheet_write_number(
		    xlsx->sheet, xlsx->row, (lxw_col_t)column, cell->number + DAYS_TO_1970,
		    style_cell(xlsx->styles, style)));
	const struct date date = {.day = (int32_t)cell->number};
	const char *text = show_date(xlsx->voice, &date, &xlsx->scratch);
	return xlsx_ok(xlsx->lxw.worksheet_write_string(xlsx->sheet, xlsx->row, (lxw_col_t)column,
							text, style_cell(xlsx->styles, style)));
}

/* True for an empty cell that looks as its column does anyway. */
static bool
needs_nothing(const struct xlsx *xlsx, uint32_t column, const struct cell *cell,
	      const struct style *style)
{
	if (cell->tint != TINT_NONE)
		return false;
	const struct heading *heading = &xlsx->form->columns[column];
	return xlsx->form->free || !style->band || (heading->bare && xlsx->big);
}

static bool
write_cell(struct xlsx *xlsx, uint32_t column, const struct cell *cell)
{
	struct style style = xlsx_style_of(xlsx, cell, &xlsx->form->columns[column]);
	lxw_col_t at = (lxw_col_t)column;
	switch (cell->type) {
	case CELL_NONE:
		if (needs_nothing(xlsx, column, cell, &style))
			return true;
		return xlsx_ok(xlsx->lxw.worksheet_write_blank(xlsx->sheet, xlsx->row, at,
							       style_cell(xlsx->styles, &style)));
	case CELL_NUMBER:
		return xlsx_ok(xlsx->lxw.worksheet_write_number(
		    xlsx->sheet, xlsx->row, at, cell->number, style_cell(xlsx->styles, &style)));
	case CELL_DATE:
		return write_date(xlsx, column, cell, &style);
	case CELL_TEXT:
		return write_text(xlsx, column, cell, style);
	}
	return true;
}

static bool
write_note(struct xlsx *xlsx, uint32_t column, const struct cell *cell)
{
	const char *text = xlsx_short(&xlsx->scratch, cell->note);
	struct cell measured = cell_text(&xlsx->scratch, text, 0);
	uint32_t lines = fit_text(&measured, (struct fit_place){0}, 44, ALIGN_CENTER).lines;
	lxw_comment_options options = {.width = 330,
				       .height = (uint16_t)(lines * 18 + 12),
				       .font_name = (char *)(uintptr_t)"Arial",
				       .font_size = 9,
				       .color = 0xFFFBE6,
				       .author = (char *)(uintptr_t)"presale"};
	return xlsx_ok(xlsx->lxw.worksheet_write_comment_opt(xlsx->sheet, xlsx->row,
							     (lxw_col_t)column, text, &options));
}

/* The part of a cell between two places. */
static struct cell
part_of(struct xlsx *xlsx, const struct cell *cell, struct fit_place from, struct fit_place to)
{
	struct cell part = *cell;
	part.pieces = NULL;
	part.count = 0;
	for (uint32_t i = from.piece; i < cell->count && i <= to.piece; i++) {
		const struct piece *piece = &cell->pieces[i];
		size_t start = i == from.piece ? from.offset : 0;
		size_t end = i == to.piece ? to.offset : strlen(piece->text);
		if (end > start)
			cell_add(&part, &xlsx->scratch,
				 arena_copy(&xlsx->scratch, piece->text + start, end - start),
				 piece->look, piece->color);
	}
	if (!part.count)
		part.type = CELL_NONE;
	part.note = NULL;
	return part;
}

/* Makes cells one; what they say is written over it afterwards. */
static bool
merge(struct xlsx *xlsx, const struct row *row, const struct cell *cell)
{
	struct style style = xlsx_style_of(xlsx, cell, &xlsx->form->columns[row->merge_from]);
	return xlsx_ok(xlsx->lxw.worksheet_merge_range(
	    xlsx->sheet, xlsx->row, (lxw_col_t)row->merge_from, xlsx->row, (lxw_col_t)row->merge_to,
	    "", style_cell(xlsx->styles, &style)));
}

/* The list to choose from in a cell of a column that is not all of one kind. */
static bool
offer(struct xlsx *xlsx, uint32_t column, const struct cell *cell)
{
	const struct pick_range range = {xlsx->row, xlsx->row, column};
	return xlsx_offer(xlsx, &range, cell->pick, cell->choices,
			  xlsx->form->columns[column].many);
}

static bool
put_row(struct xlsx *xlsx, const struct row *row, const struct cell *parts, uint32_t lines)
{
	lxw_row_col_options options = {.level = (uint8_t)row->level};
	double height = row->height > 0 ? row->height : fit_height(lines);
	height = height < row->least ? row->least : height;
	if (xlsx->row >= XLSX_ROWS)
		return xlsx_ok(LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE);
	if (!xlsx_ok(
		xlsx->lxw.worksheet_set_row_opt(xlsx->sheet, xlsx->row, height, NULL, &options)))
		return false;
	if (row->merge_to > row->merge_from && !merge(xlsx, row, &parts[row->merge_from]))
		return false;
	for (uint32_t i = 0; i < xlsx->form->count; i++)
		if (row->merge_to > row->merge_from && i > row->merge_from && i <= row->merge_to)
			continue;
		else if (!write_cell(xlsx, i, &parts[i]) ||
			 (parts[i].note && !write_note(xlsx, i, &parts[i])) ||
			 !offer(xlsx, i, &parts[i]))
			return false;
	xlsx->row++;
	xlsx->height += row->on_screen ? 0 : height;
	xlsx->printed = row->on_screen ? xlsx->printed : xlsx->row;
	return true;
}

static bool
write_mark(struct xlsx *xlsx, const char *mark)
{
	return !mark || xlsx_ok(xlsx->lxw.worksheet_write_string(
			    xlsx->sheet, xlsx->row, (lxw_col_t)xlsx->form->count, mark, NULL));
}

/* What a row of the sheet shows of a cell that was fitted from one place to another. */
static struct cell
shown(struct xlsx *xlsx, const struct cell *cell, struct fit_place from, struct fit_place to,
      uint32_t column)
{
	bool again = xlsx->form->columns[column].again || column < xlsx->form->frozen;
	if (cell->type == CELL_TEXT && (from.piece || from.offset || to.piece < cell->count) &&
	    !(again && from.piece == cell->count))
		return part_of(xlsx, cell, from, to);
	struct cell part = *cell;
	part.note = NULL;
	return part;
}

/* A row that goes on in the next: its first part ends at places, the others where they are full. */
static bool
put_parts(struct xlsx *xlsx, const struct row *row, struct fit_place *places, uint32_t lines)
{
	uint32_t count = xlsx->form->count;
	struct fit_place *before = arena_array(&xlsx->scratch, count, sizeof *places);
	struct cell *parts = arena_array(&xlsx->scratch, count, sizeof *parts);
	for (bool first = true, whole = false;; first = false) {
		for (uint32_t i = 0; i < count; i++) {
			parts[i] = shown(xlsx, &row->cells[i], before[i], places[i], i);
			if (first)
				parts[i].note = row->cells[i].note;
			else if (row->cells[i].type != CELL_TEXT)
				parts[i].type = CELL_NONE;
		}
		if (!put_row(xlsx, row, parts, lines))
			return false;
		if (whole)
			return true;
		memcpy(before, places, count * sizeof *places);
		whole = fit_row(xlsx->form, row, places, &lines);
	}
}

bool
xlsx_write_row(struct writer *writer, const struct row *row)
{
	struct xlsx *xlsx = (struct xlsx *)writer;
	uint32_t count = xlsx->form->count;
	struct fit_place *places = arena_array(&xlsx->scratch, count, sizeof *places);
	uint32_t lines;
	xlsx->banded = !xlsx->banded;
	bool whole = fit_row(xlsx->form, row, places, &lines), ok = write_mark(xlsx, row->mark);
	if (whole)
		ok = ok && put_row(xlsx, row, row->cells, lines);
	else
		ok = ok && put_parts(xlsx, row, places, lines);
	arena_clear(&xlsx->scratch);
	return ok;
}
