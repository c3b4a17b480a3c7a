/* SPDX-License-Identifier: MIT */
#include "emit/xlsx_sheet.h"

#include "emit/xlsx_fit.h"
#include "emit/xlsx_text.h"

#include <errno.h>
#include <string.h>

enum {
	LINKS_MAX = 65000, /* of the 65,530 a sheet may have */
	URL_MAX = 2000,
	DISPLAY_MAX = 255, /* a longer text is not made a link */
	TITLE_LINES_MAX = 8,
	PAPER_A4 = 9,
	DAYS_TO_1970 = 25569, /* from the day a spreadsheet counts from */
	HEADER_UNITS = 100,
};

static bool
fine(lxw_error error)
{
	if (error == LXW_NO_ERROR)
		return true;
	errno = error == LXW_ERROR_MEMORY_MALLOC_FAILED ? ENOMEM : errno ? errno : EIO;
	return false;
}

static struct style
style_of(const struct xlsx *xlsx, const struct cell *cell, const struct heading *heading)
{
	return (struct style){
	    .tint = cell->tint,
	    .align = heading->align,
	    .number = cell->type == CELL_DATE ? NUMBER_DATE : NUMBER_PLAIN,
	    .color = cell->color,
	    .band = xlsx->banded && !xlsx->form->free,
	    .free = xlsx->form->free,
	    .russian = xlsx->model->lang != LANG_EN,
	};
}

/* The heading row: titles, frozen, repeated in print. */
static bool
write_titles(struct xlsx *xlsx)
{
	const struct form *form = xlsx->form;
	uint32_t lines = 1;
	for (uint32_t i = 0; i < form->count; i++) {
		struct cell cell = cell_text(&xlsx->scratch, form->columns[i].title, LOOK_BOLD);
		struct fit fit = fit_text(&cell, (struct fit_place){0}, form->columns[i].width);
		lines = fit.lines > lines && !form->columns[i].extra ? fit.lines : lines;
	}
	lines = lines > TITLE_LINES_MAX ? TITLE_LINES_MAX : lines;
	if (!fine(worksheet_set_row(xlsx->sheet, 0, fit_height(lines) + 4, NULL)))
		return false;
	for (uint32_t i = 0; i < form->count; i++) {
		struct style style = {.tint = TINT_HEAD, .align = form->columns[i].align};
		const char *title = xlsx_text(&xlsx->scratch, form->columns[i].title);
		if (!fine(worksheet_write_string(xlsx->sheet, 0, (lxw_col_t)i, title, style_cell(xlsx->styles, &style))))
			return false;
	}
	xlsx->row = 1;
	return true;
}

static bool
set_columns(struct xlsx *xlsx)
{
	bool right = true;
	for (uint32_t i = 0; i < xlsx->form->count && right; i++) {
		const struct heading *heading = &xlsx->form->columns[i];
		lxw_row_col_options folded = {.hidden = LXW_TRUE, .level = 1};
		if (heading->extra)
			right = fine(worksheet_set_column_opt(xlsx->sheet, (lxw_col_t)i, (lxw_col_t)i, heading->width, NULL, &folded));
		else
			right = fine(worksheet_set_column(xlsx->sheet, (lxw_col_t)i, (lxw_col_t)i, heading->width, NULL));
	}
	return right;
}

/* Paper, margins, what is repeated, header and footer. */
static bool
set_page(struct xlsx *xlsx)
{
	lxw_worksheet *sheet = xlsx->sheet;
	worksheet_set_paper(sheet, PAPER_A4);
	if (xlsx->form->upright)
		worksheet_set_portrait(sheet);
	else
		worksheet_set_landscape(sheet);
	worksheet_fit_to_pages(sheet, 1, 0);
	worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.6);
	const char *process = xlsx_clip(&xlsx->scratch, entity_name(&model_process(xlsx->model)->base), HEADER_UNITS);
	process = xlsx_header_text(&xlsx->scratch, process);
	const char *title = xlsx_header_text(&xlsx->scratch, xlsx_clip(&xlsx->scratch, xlsx->form->title, 40));
	const char *header = arena_printf(&xlsx->scratch, "&L&9%s&R&9%s", process, title);
	if (strlen(header) > 0 && !fine(worksheet_set_header(sheet, header)))
		return false;
	return fine(worksheet_set_footer(sheet, "&C&9&P / &N"));
}

static bool
open_sheet(struct writer *writer, const struct form *form)
{
	struct xlsx *xlsx = (struct xlsx *)writer;
	xlsx->form = form;
	xlsx->row = xlsx->links = 0;
	xlsx->banded = true;
	const char *name = form->stage ? xlsx_sheet_name(&xlsx->names, form->title, xlsx->arena) : xlsx->sheet_names[form->id];
	xlsx->sheet = workbook_add_worksheet(xlsx->workbook, name);
	if (!xlsx->sheet) {
		errno = EINVAL;
		return false;
	}
	worksheet_gridlines(xlsx->sheet, form->free ? LXW_HIDE_ALL_GRIDLINES : LXW_SHOW_SCREEN_GRIDLINES);
	worksheet_outline_settings(xlsx->sheet, LXW_TRUE, LXW_FALSE, LXW_FALSE, LXW_FALSE);
	worksheet_set_default_row(xlsx->sheet, 12.75, LXW_FALSE);
	if (!set_columns(xlsx) || !set_page(xlsx))
		return false;
	if (form->free)
		return true;
	worksheet_freeze_panes(xlsx->sheet, 1, (lxw_col_t)form->frozen);
	return write_titles(xlsx) && fine(worksheet_repeat_rows(xlsx->sheet, 0, 0));
}

/* The sheet and row of a thing; false when the book does not show it. */
static bool
place_of(const struct xlsx *xlsx, const struct entity *entity, const char **sheet, uint32_t *row)
{
	enum sheet_id id;
	*row = entity->number;
	switch (entity->kind) {
	case KIND_STAGE:
		id = SHEET_STAGES;
		break;
	case KIND_ROLE:
		id = SHEET_ROLES;
		break;
	case KIND_TERM:
		id = SHEET_GLOSSARY;
		*row = xlsx->term_rows[entity->number] + 1;
		break;
	default:
		return false;
	}
	*sheet = xlsx->sheet_names[id];
	return *sheet != NULL;
}

/* A sheet's name in a reference: between apostrophes, inner ones doubled. */
static const char *
quoted(struct arena *arena, const char *name)
{
	struct buf out = {0};
	for (; *name; name++) {
		if (*name == '\'')
			buf_putc(&out, '\'');
		buf_putc(&out, *name);
	}
	const char *copy = arena_printf(arena, "'%s'", buf_text(&out));
	buf_free(&out);
	return copy;
}

/* An address that may be a link: of the web or mail. */
static bool
is_address(const char *href)
{
	static const char *const schemes[] = {"https://", "http://", "mailto:", NULL};
	for (const char *const *scheme = schemes; *scheme; scheme++)
		if (strncmp(href, *scheme, strlen(*scheme)) == 0)
			return strlen(href) <= URL_MAX;
	return false;
}

/* Where a cell leads, in the library's words, or NULL. */
static const char *
link_of(struct xlsx *xlsx, const struct cell *cell)
{
	const char *sheet;
	uint32_t row;
	if (cell->sheet && xlsx->sheet_names[cell->sheet])
		return arena_printf(&xlsx->scratch, "internal:%s!A1", quoted(&xlsx->scratch, xlsx->sheet_names[cell->sheet]));
	if (cell->href && is_address(cell->href))
		return cell->href;
	if (cell->target && place_of(xlsx, cell->target, &sheet, &row))
		return arena_printf(&xlsx->scratch, "internal:%s!A%u", quoted(&xlsx->scratch, sheet), row + 1);
	return NULL;
}

/* Writes a text that is one piece or several. The library takes rich strings from two pieces on. */
static bool
write_pieces(struct xlsx *xlsx, uint32_t column, const struct cell *cell, const struct style *style, lxw_format *format)
{
	lxw_worksheet *sheet = xlsx->sheet;
	if (cell->count == 1)
		return fine(worksheet_write_string(sheet, xlsx->row, (lxw_col_t)column, xlsx_text(&xlsx->scratch, cell->pieces[0].text), format));
	lxw_rich_string_tuple *tuples = arena_array(&xlsx->scratch, cell->count, sizeof *tuples);
	lxw_rich_string_tuple **list = arena_array(&xlsx->scratch, cell->count + 1, sizeof *list);
	for (uint32_t i = 0; i < cell->count; i++) {
		const char *text = xlsx_text(&xlsx->scratch, cell->pieces[i].text);
		tuples[i].format = style_piece(xlsx->styles, &cell->pieces[i], style);
		tuples[i].string = (char *)(uintptr_t)text;
		list[i] = &tuples[i];
	}
	return fine(worksheet_write_rich_string(sheet, xlsx->row, (lxw_col_t)column, list, format));
}

static bool
write_text(struct xlsx *xlsx, uint32_t column, const struct cell *cell, struct style style)
{
	if (cell->count == 1) {
		style.look = cell->pieces[0].look;
		style.color = style.tint == TINT_FILL ? style.color : cell->pieces[0].color;
	}
	lxw_format *format = style_cell(xlsx->styles, &style);
	const char *link = xlsx->links < LINKS_MAX ? link_of(xlsx, cell) : NULL;
	const char *plain = link ? xlsx_text(&xlsx->scratch, cell_plain(cell, &xlsx->scratch)) : NULL;
	if (link && strlen(plain) <= DISPLAY_MAX) {
		xlsx->links++;
		lxw_error error = worksheet_write_url_opt(xlsx->sheet, xlsx->row, (lxw_col_t)column, link, format, plain, NULL);
		if (error == LXW_NO_ERROR && cell->count == 1)
			return true;
	}
	return write_pieces(xlsx, column, cell, &style, format);
}

static bool
write_cell(struct xlsx *xlsx, uint32_t column, const struct cell *cell)
{
	struct style style = style_of(xlsx, cell, &xlsx->form->columns[column]);
	lxw_col_t at = (lxw_col_t)column;
	switch (cell->type) {
	case CELL_NONE:
		if (xlsx->form->free && cell->tint == TINT_NONE)
			return true;
		return fine(worksheet_write_blank(xlsx->sheet, xlsx->row, at, style_cell(xlsx->styles, &style)));
	case CELL_NUMBER:
		return fine(worksheet_write_number(xlsx->sheet, xlsx->row, at, cell->number, style_cell(xlsx->styles, &style)));
	case CELL_DATE:
		return fine(worksheet_write_number(
		    xlsx->sheet, xlsx->row, at, cell->number + DAYS_TO_1970, style_cell(xlsx->styles, &style)));
	case CELL_TEXT:
		return write_text(xlsx, column, cell, style);
	}
	return true;
}

static bool
write_note(struct xlsx *xlsx, uint32_t column, const struct cell *cell)
{
	const char *text = xlsx_text(&xlsx->scratch, cell->note);
	struct cell measured = cell_text(&xlsx->scratch, text, 0);
	uint32_t lines = fit_text(&measured, (struct fit_place){0}, 44).lines;
	lxw_comment_options options = {.width = 330, .height = (uint16_t)(lines * 18 + 12), .font_name = (char *)(uintptr_t)"Arial",
	    .font_size = 9, .color = 0xFFFBE6, .author = (char *)(uintptr_t)"presale"};
	return fine(worksheet_write_comment_opt(xlsx->sheet, xlsx->row, (lxw_col_t)column, text, &options));
}

/* The part of a cell between two places. */
static struct cell
part_of(struct xlsx *xlsx, const struct cell *cell, struct fit_place from, struct fit_place to)
{
	struct cell part = *cell;
	part.pieces = NULL;
	part.count = part.room = 0;
	for (uint32_t i = from.piece; i < cell->count && i <= to.piece; i++) {
		const struct piece *piece = &cell->pieces[i];
		size_t start = i == from.piece ? from.offset : 0;
		size_t end = i == to.piece ? to.offset : strlen(piece->text);
		if (end > start)
			cell_add(&part, &xlsx->scratch, arena_copy(&xlsx->scratch, piece->text + start, end - start), piece->look, piece->color);
	}
	if (!part.count)
		part.type = CELL_NONE;
	if (from.piece || from.offset)
		part.note = NULL;
	return part;
}

/* The width a cell has: its column's, or that of all it is merged with. */
static double
room_of(const struct xlsx *xlsx, const struct row *row, uint32_t column)
{
	double width = xlsx->form->columns[column].width;
	if (column == row->merge_from)
		for (uint32_t i = column + 1; i <= row->merge_to; i++)
			width += xlsx->form->columns[i].width;
	return width;
}

/* One row of the sheet: what is left of each cell, as far as it fits. True when nothing is left over. */
static bool
fit_row(struct xlsx *xlsx, const struct row *row, struct fit_place *places, struct cell *parts, uint32_t *lines)
{
	bool whole = true;
	*lines = 1;
	for (uint32_t i = 0; i < xlsx->form->count; i++) {
		const struct cell *cell = &row->cells[i];
		parts[i] = *cell;
		if (cell->type != CELL_TEXT)
			continue;
		struct fit fit = fit_text(cell, places[i], room_of(xlsx, row, i));
		if (!fit.whole || places[i].piece || places[i].offset)
			parts[i] = part_of(xlsx, cell, places[i], fit.end);
		places[i] = fit.end;
		whole = whole && fit.whole;
		if (!xlsx->form->columns[i].extra)
			*lines = fit.lines > *lines ? fit.lines : *lines;
	}
	return whole;
}

/* Makes cells one; what they say is written over it afterwards. */
static bool
merge(struct xlsx *xlsx, const struct row *row, const struct cell *cell)
{
	struct style style = style_of(xlsx, cell, &xlsx->form->columns[row->merge_from]);
	return fine(worksheet_merge_range(xlsx->sheet, xlsx->row, (lxw_col_t)row->merge_from, xlsx->row, (lxw_col_t)row->merge_to, "",
	    style_cell(xlsx->styles, &style)));
}

static bool
put_row(struct xlsx *xlsx, const struct row *row, const struct cell *parts, uint32_t lines)
{
	lxw_row_col_options options = {.level = (uint8_t)row->level};
	double height = row->height > 0 ? row->height : fit_height(lines);
	height = height < row->least ? row->least : height;
	if (!fine(worksheet_set_row_opt(xlsx->sheet, xlsx->row, height, NULL, &options)))
		return false;
	if (row->merge_to > row->merge_from && !merge(xlsx, row, &parts[row->merge_from]))
		return false;
	for (uint32_t i = 0; i < xlsx->form->count; i++)
		if (row->merge_to > row->merge_from && i > row->merge_from && i <= row->merge_to)
			continue;
		else if (!write_cell(xlsx, i, &parts[i]) || (parts[i].note && !write_note(xlsx, i, &parts[i])))
			return false;
	xlsx->row++;
	return true;
}

static bool
write_row(struct writer *writer, const struct row *row)
{
	struct xlsx *xlsx = (struct xlsx *)writer;
	uint32_t count = xlsx->form->count;
	struct fit_place *places = arena_array(&xlsx->scratch, count, sizeof *places);
	struct cell *parts = arena_array(&xlsx->scratch, count, sizeof *parts);
	bool whole = false, right = true;
	xlsx->banded = !xlsx->banded;
	while (!whole && right) {
		uint32_t lines;
		whole = fit_row(xlsx, row, places, parts, &lines);
		right = put_row(xlsx, row, parts, lines);
	}
	arena_free(&xlsx->scratch);
	return right;
}

static bool
close_sheet(struct writer *writer)
{
	struct xlsx *xlsx = (struct xlsx *)writer;
	bool right = true;
	if (!xlsx->form->free && xlsx->row > 1)
		right = fine(worksheet_autofilter(xlsx->sheet, 0, 0, xlsx->row - 1, (lxw_col_t)(xlsx->form->count - 1)));
	arena_free(&xlsx->scratch);
	return right;
}

void
xlsx_writer(struct xlsx *xlsx)
{
	xlsx->writer = (struct writer){open_sheet, write_row, close_sheet, true};
}
