/* SPDX-License-Identifier: MIT */
/* Sheets of the workbook set up and finished: columns, headings, page, filter, lists to choose
 * from. */
#include "emit/xlsx/sheet.h"

#include "emit/xlsx/fit.h"
#include "emit/xlsx/text.h"
#include "model/fields.h"

#include <errno.h>
#include <string.h>

enum {
	TITLE_LINES_MAX = 8,
	PAPER_A3 = 8,
	PAPER_A4 = 9,
	SPARE_ROWS = 200, /* below the last one, where lists to choose from are offered too */
};

/* Digits that fit across a sheet put across, with letters of 7 points; how much too wide a sheet
 * may be to be narrowed until it does, and how narrow columns become at most. */
static const double WIDTH_A4 = 212, WIDTH_A3 = 306, TOO_WIDE = 1.3, NARROW = 15;

/* Digits that a column takes beside its width. */
static const double COLUMN_EDGE = 0.72;

/* Of a row without texts. */
static const double ROW_POINTS = 12.75;

/* Points a digit of a column's width takes, and the tallest heading with standing titles. */
static const double DIGIT_POINTS = 5.25, UPRIGHT_POINTS = 150, UPRIGHT_LEAST = 40;

/* Digits kept free in a column: at the edges of its text, and in the heading for the mark of the
 * filter. */
static const double FREE_WIDTH = 2, FILTER_WIDTH = 2.5;

/* The longest word of a title, in digits. */
static double
word_width(const char *title)
{
	struct arena arena = {0};
	double longest = 0;
	while (*title) {
		size_t length = strcspn(title, " \n");
		double width = fit_width(arena_copy(&arena, title, length), true);
		longest = width > longest ? width : longest;
		title += length + (title[length] != '\0');
	}
	arena_free(&arena);
	return longest;
}

/* How tall the heading row has to be. */
static double
title_height(struct xlsx *xlsx)
{
	uint32_t lines = 1;
	double tallest = 0;
	for (uint32_t i = 0; i < xlsx->form->count; i++) {
		const struct heading *heading = &xlsx->form->columns[i];
		if (heading->extra)
			continue;
		if (heading->upright) {
			double height = fit_width(heading->title, true) * DIGIT_POINTS + 12;
			height = height < UPRIGHT_LEAST ? UPRIGHT_LEAST : height;
			tallest = height > tallest ? height : tallest;
			continue;
		}
		struct cell cell = cell_text(&xlsx->scratch, heading->title, LOOK_BOLD);
		struct fit fit =
		    fit_text(&cell, (struct fit_place){0}, heading->width, heading->align);
		lines = fit.lines > lines ? fit.lines : lines;
	}
	double height = fit_height(lines > TITLE_LINES_MAX ? TITLE_LINES_MAX : lines) + 4;
	tallest = tallest > UPRIGHT_POINTS ? UPRIGHT_POINTS : tallest;
	return tallest > height ? tallest : height;
}

/* The width of what is seen. */
static double
width_of(const struct heading *columns, uint32_t count)
{
	double width = 0;
	for (uint32_t i = 0; i < count; i++)
		width += columns[i].extra ? 0 : columns[i].width + COLUMN_EDGE;
	return width;
}

/* The colours of the tabs: what the process is, its work, who does it, when, and records of it. */
enum { TAB_WHOLE = 0x22304A, TAB_WORK = 0x2E75B6, TAB_PEOPLE = 0x7B4FA3, TAB_TIME = 0xB7791F };
static const lxw_color_t tabs[SHEET_COUNT] = {
    [SHEET_PROCESS] = TAB_WHOLE,   [SHEET_STAGES] = TAB_WORK,
    [SHEET_STEPS] = TAB_WORK,      [SHEET_STAGE] = TAB_WORK,
    [SHEET_ROLES] = TAB_PEOPLE,    [SHEET_RESPONSIBILITY] = TAB_PEOPLE,
    [SHEET_HANDOVER] = TAB_PEOPLE, [SHEET_CHECKPOINTS] = TAB_PEOPLE,
    [SHEET_SCHEDULE] = TAB_TIME,
};

/* Where there is something to pick from: not in what is read from the first row to the last. */
static const bool filtered[SHEET_COUNT] = {
    [SHEET_STAGES] = true,      [SHEET_ROLES] = true,          [SHEET_GLOSSARY] = true,
    [SHEET_STEPS] = true,       [SHEET_RESPONSIBILITY] = true, [SHEET_CHECKPOINTS] = true,
    [SHEET_ATTACHMENTS] = true, [SHEET_RETROSPECTIVE] = true,  [SHEET_PILOTS] = true,
};

/* The heading row: titles, frozen, repeated in print. */
static bool
write_titles(struct xlsx *xlsx)
{
	const struct sheet_form *form = xlsx->form;
	xlsx->height = title_height(xlsx);
	if (!xlsx_ok(xlsx->lxw.worksheet_set_row(xlsx->sheet, 0, xlsx->height, NULL)))
		return false;
	for (uint32_t i = 0; i < form->count; i++) {
		const struct heading *heading = &form->columns[i];
		struct style style = {.tint = heading->color ? TINT_FILL : TINT_HEAD,
				      .align = heading->align,
				      .upright = heading->upright,
				      .color = heading->color,
				      .middle = true};
		const char *title = xlsx_short(&xlsx->scratch, heading->title);
		if (!xlsx_ok(xlsx->lxw.worksheet_write_string(xlsx->sheet, 0, (lxw_col_t)i, title,
							      style_cell(xlsx->styles, &style))))
			return false;
	}
	xlsx->row = 1;
	return true;
}

/* The column of the marks stands behind all others, hidden for good: it is no column to unfold. Of
 * a sheet without titles the first row has a mark of its own, and the mark of the columns stands
 * beside it. */
static bool
open_marks(struct xlsx *xlsx)
{
	lxw_row_col_options hidden = {.hidden = true};
	lxw_col_t at = (lxw_col_t)xlsx->form->count, head = (lxw_col_t)(at + xlsx->form->free);
	return !xlsx->form->mark || (xlsx_ok(xlsx->lxw.worksheet_set_column_opt(
					 xlsx->sheet, at, head, 9, NULL, &hidden)) &&
				     xlsx_ok(xlsx->lxw.worksheet_write_string(
					 xlsx->sheet, 0, head, xlsx->form->mark, NULL)));
}

/* A column has the look of its empty cells, which so need not be written, and in which people go on
 * below the last row. */
static bool
set_columns(struct xlsx *xlsx)
{
	static const struct cell empty;
	bool ok = true;
	xlsx->banded = false;
	for (uint32_t i = 0; i < xlsx->form->count && ok; i++) {
		const struct heading *heading = &xlsx->form->columns[i];
		struct style style = xlsx_style_of(xlsx, &empty, heading);
		lxw_format *format = xlsx->form->free ? NULL : style_cell(xlsx->styles, &style);
		lxw_row_col_options options = {.hidden = heading->extra,
					       .level = heading->extra ? 1 : 0};
		ok = xlsx_ok(xlsx->lxw.worksheet_set_column_opt(
		    xlsx->sheet, (lxw_col_t)i, (lxw_col_t)i, heading->width, format, &options));
	}
	return ok;
}

/* Margins of the paper in inches. */
static const double MARGIN_ACROSS = 0.4, MARGIN_DOWN = 0.6;

static bool
is_large(double width)
{
	return width > WIDTH_A4 + COLUMN_EDGE;
}

/* How many pages the sheet takes when it is as wide as the paper, and by how much it is smaller
 * then than on a screen: 1 or less. */
static double
pages_of(const struct xlsx *xlsx, double *scale)
{
	enum { SHORT_SIDE = 595, LONG_SIDE = 842, INCH = 72 }; /* of A4, in points */
	double width = width_of(xlsx->form->columns, xlsx->form->count),
	       larger = is_large(width) ? 1.414 : 1,
	       across = larger * (xlsx->form->upright ? SHORT_SIDE : LONG_SIDE) -
			2 * MARGIN_ACROSS * INCH,
	       down =
		   larger * (xlsx->form->upright ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN_DOWN * INCH;
	*scale = across / (width * DIGIT_POINTS);
	*scale = *scale < 1 ? *scale : 1;
	return xlsx->height * *scale / down;
}

/* What would stand alone on a last page fits before it with letters a little smaller, if these
 * still have 7 points. */
static void
spare_last_page(struct xlsx *xlsx)
{
	enum { MOST = 9 };
	static const double LITTLE = 0.3, SMALLEST = 0.7;
	double scale, pages = pages_of(xlsx, &scale);
	uint16_t whole = pages < MOST ? (uint16_t)pages : 0;
	if (whole && pages - whole < LITTLE && scale * whole / pages >= SMALLEST)
		xlsx->lxw.worksheet_fit_to_pages(xlsx->sheet, 1, whole);
}

/* Paper, margins, what is repeated, header and footer. */
static bool
set_page(struct xlsx *xlsx)
{
	lxw_worksheet *sheet = xlsx->sheet;
	double width = width_of(xlsx->form->columns, xlsx->form->count);
	xlsx->lxw.worksheet_set_paper(sheet, is_large(width) ? PAPER_A3 : PAPER_A4);
	if (xlsx->form->upright)
		xlsx->lxw.worksheet_set_portrait(sheet);
	else
		xlsx->lxw.worksheet_set_landscape(sheet);
	xlsx->lxw.worksheet_fit_to_pages(sheet, 1, 0);
	xlsx->lxw.worksheet_set_margins(sheet, MARGIN_ACROSS, MARGIN_ACROSS, MARGIN_DOWN,
					MARGIN_DOWN);
	const char *process = xlsx_header_text(&xlsx->scratch, xlsx->heading);
	const char *title =
	    xlsx_header_text(&xlsx->scratch, xlsx_clip(&xlsx->scratch, xlsx->form->title, 40));
	const char *header = arena_printf(&xlsx->scratch, "&L&9%s&R&9%s", process, title);
	if (strlen(header) > 0 && !xlsx_ok(xlsx->lxw.worksheet_set_header(sheet, header)))
		return false;
	return xlsx_ok(xlsx->lxw.worksheet_set_footer(sheet, "&C&9&P / &N"));
}

/* What a column can give up: one of short values, in the middle, nothing. */
static double
spare_of(const struct heading *heading)
{
	bool wide = !heading->extra && !heading->upright && heading->align == ALIGN_LEFT &&
		    heading->width > NARROW;
	return wide ? heading->width - NARROW : 0;
}

/* The same, weighed: where few rows have something, up to four times as much is given up. */
static double
weighed(const struct heading *heading, uint32_t filled, uint32_t rows)
{
	return spare_of(heading) * (4 - 3 * (rows ? (double)filled / rows : 1));
}

/* Narrows the columns of running text until the sheet can be read on paper: on A4 where it is
 * little too wide for it, else on A3. What one cannot give the others do, in another turn. */
static void
narrow_for_paper(struct heading *columns, uint32_t count, const uint32_t *filled, uint32_t rows)
{
	double width = width_of(columns, count);
	double paper = width > WIDTH_A4 * TOO_WIDE ? WIDTH_A3 : WIDTH_A4;
	for (uint32_t turn = 0; turn < count && width > paper; turn++) {
		double spare = 0;
		for (uint32_t i = 0; i < count; i++)
			spare += weighed(&columns[i], filled[i], rows);
		double part = spare > 0 ? (width - paper) / spare : 0;
		for (uint32_t i = 0; i < count && part > 0; i++) {
			double give = weighed(&columns[i], filled[i], rows) * part,
			       most = spare_of(&columns[i]);
			columns[i].width -= give < most ? give : most;
		}
		width = width_of(columns, count);
	}
}

/* The form with columns no wider than their texts, nor than paper. What is folded away stands at
 * the left: LibreOffice draws of a number that does not fit its column what sticks out of it at
 * both sides, and would so at the edge of the last column that is seen. */
static const struct sheet_form *
narrowed(struct xlsx *xlsx, const struct sheet_form *form)
{
	const double *widths = xlsx->places.widths[form->id];
	if (!widths || form->free)
		return form;
	struct heading *columns = arena_array(xlsx->arena, form->count, sizeof *columns);
	struct sheet_form *copy = arena_alloc(xlsx->arena, sizeof *copy);
	for (uint32_t i = 0; i < form->count; i++) {
		struct heading *heading = &columns[i];
		*heading = form->columns[i];
		double title = heading->upright ? 0
						: word_width(heading->title) + FREE_WIDTH +
						      (filtered[form->id] ? FILTER_WIDTH : 0);
		double text = widths[i] > 0 ? widths[i] + FREE_WIDTH : 0;
		double wanted = text > title ? text : title;
		if (!heading->upright && !heading->bare && wanted < heading->width)
			heading->width = wanted;
		heading->extra = heading->extra || (form->lean && !widths[i]);
	}
	for (uint32_t i = 0; i < form->count; i++)
		columns[i].align = columns[i].extra ? ALIGN_LEFT : columns[i].align;
	narrow_for_paper(columns, form->count, xlsx->places.filled[form->id],
			 xlsx->places.ends[form->id] - 1);
	*copy = *form;
	copy->columns = columns;
	return copy;
}

/* Points of the screen by which a picture is too large for a place: 1 or less. */
static double
scale_into(const struct picture *picture, double width, double height)
{
	double across = width / picture->width, down = height / picture->height,
	       least = across < down ? across : down;
	return least < 1 ? least : 1;
}

/* The logo at the head of the cover, over rows of the height that the library reckons with: of
 * others it knows nothing, and would stretch the picture. It counts in points of the screen, of
 * which an inch has 96, and takes those of the picture for as large as the picture says. */
static bool
put_logo(struct xlsx *xlsx)
{
	enum { ROWS = 5, ROW = 17, EDGE = 6, WIDTH = 300, INCH = 96 };
	static const double INCH_METRES = 0.0254;
	const struct picture *logo = model_logo(xlsx->model);
	if (!logo || logo->form != PICTURE_PNG)
		return true;
	double scale = scale_into(logo, WIDTH, ROWS * ROW - 3 * EDGE), scales[2];
	for (int i = 0; i < 2; i++)
		scales[i] =
		    logo->a_metre[i] ? scale * logo->a_metre[i] * INCH_METRES / INCH : scale;
	lxw_image_options options = {
	    .x_offset = EDGE,
	    .y_offset = EDGE,
	    .x_scale = scales[0],
	    .y_scale = scales[1],
	    .description = (char *)(uintptr_t)xlsx_text(&xlsx->scratch, show_logo(xlsx->voice))};
	xlsx->row = ROWS;
	xlsx->height = ROWS * ROW_POINTS;
	return xlsx_ok(xlsx->lxw.worksheet_insert_image_buffer_opt(
	    xlsx->sheet, 0, 0, (const unsigned char *)logo->bytes.data, logo->bytes.length,
	    &options));
}

static bool
open_sheet(struct writer *writer, const struct sheet_form *form)
{
	struct xlsx *xlsx = (struct xlsx *)writer;
	xlsx->form = narrowed(xlsx, form);
	form = xlsx->form;
	xlsx->row = xlsx->links = 0;
	xlsx->printed = 0;
	xlsx->height = 0;
	const char *name = form->stage ? xlsx->places.stage_sheets[form->stage->base.number]
			   : form->id  ? xlsx->sheet_names[form->id]
				       : xlsx_sheet_name(&xlsx->names, form->title, xlsx->arena);
	errno = 0;
	xlsx->sheet = xlsx->lxw.workbook_add_worksheet(xlsx->workbook, name);
	if (!xlsx->sheet) {
		errno = errno ? errno : EINVAL;
		return false;
	}
	if (tabs[form->id])
		xlsx->lxw.worksheet_set_tab_color(xlsx->sheet, tabs[form->id]);
	xlsx->lxw.worksheet_gridlines(xlsx->sheet, form->free ? LXW_HIDE_ALL_GRIDLINES
							      : LXW_SHOW_SCREEN_GRIDLINES);
	xlsx->lxw.worksheet_outline_settings(xlsx->sheet, LXW_TRUE, LXW_FALSE, LXW_FALSE,
					     LXW_FALSE);
	xlsx->lxw.worksheet_set_default_row(xlsx->sheet, ROW_POINTS, LXW_FALSE);
	if (!set_columns(xlsx) || !set_page(xlsx))
		return false;
	xlsx->banded = true;
	if (form->free)
		return open_marks(xlsx) && (form->id != SHEET_PROCESS || put_logo(xlsx));
	xlsx->lxw.worksheet_freeze_panes(xlsx->sheet, 1, (lxw_col_t)form->frozen);
	return write_titles(xlsx) && open_marks(xlsx) &&
	       xlsx_ok(xlsx->lxw.worksheet_repeat_rows(xlsx->sheet, 0, 0));
}

/* The list of what may be chosen, in the cells of each column that has one. */
static bool
offer_choices(struct xlsx *xlsx)
{
	bool ok = true;
	for (uint32_t i = 0; i < xlsx->form->count && ok; i++) {
		const struct heading *heading = &xlsx->form->columns[i];
		const struct pick_range range = {
		    1, xlsx->row < XLSX_ROWS - SPARE_ROWS ? xlsx->row + SPARE_ROWS : XLSX_ROWS - 1,
		    i};
		ok = xlsx_offer(xlsx, &range, heading->pick, heading->choices, heading->many);
	}
	return ok;
}

/* What is folded away is not printed, nor what serves the screen alone. */
static bool
set_printed(struct xlsx *xlsx)
{
	uint32_t last = xlsx->form->count;
	while (last > 1 && xlsx->form->columns[last - 1].extra)
		last--;
	uint32_t rows = xlsx->form->free ? xlsx->printed : xlsx->row;
	bool all = last == xlsx->form->count && rows == xlsx->row && !xlsx->form->mark;
	return all || !rows ||
	       xlsx_ok(xlsx->lxw.worksheet_print_area(xlsx->sheet, 0, 0, rows - 1,
						      (lxw_col_t)(last - 1)));
}

/* Sorting takes the marks along. */
static lxw_col_t
last_column(const struct xlsx *xlsx)
{
	return (lxw_col_t)(xlsx->form->mark ? xlsx->form->count : xlsx->form->count - 1);
}

static bool
close_sheet(struct writer *writer)
{
	struct xlsx *xlsx = (struct xlsx *)writer;
	bool ok = set_printed(xlsx);
	if (ok && (filtered[xlsx->form->id] || xlsx->filtered) && xlsx->row > 1)
		ok = xlsx_ok(xlsx->lxw.worksheet_autofilter(xlsx->sheet, 0, 0, xlsx->row - 1,
							    last_column(xlsx)));
	if (ok && !xlsx->form->free && xlsx->row > 1)
		ok = offer_choices(xlsx);
	spare_last_page(xlsx);
	arena_clear(&xlsx->scratch);
	return ok;
}

void
xlsx_writer(struct xlsx *xlsx)
{
	xlsx->writer = (struct writer){open_sheet, xlsx_write_row, close_sheet, .marked = true,
				       .visual = true};
}
