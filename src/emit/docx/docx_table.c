/* SPDX-License-Identifier: MIT */
/* Tables. Their columns get the width that what is in them needs, which is known when the last row
 * is written, or enough of many: neither LibreOffice nor a printed page fits a table to its
 * contents by itself. */
#include "emit/docx/docx.h"

#include "draw/pen/svg_color.h"
#include "draw/pen/svg_text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
	PADDING = 210, /* of a cell, both sides, and some slack */
	SPARED = 90,   /* of that, where the words of a row fill the line */
	NARROWEST = 420,
	TO_SIGN = 1900, /* of a column that is empty: to be filled in by hand */
	INITIALS = 900, /* the same where others need the room */
	ENOUGH = 500,   /* rows to know by how wide columns are to be */
	HIGHEST = 2800, /* of a head on end */
	MANY = 5        /* columns in the middle, from which on their heads stand on end */
};

static double
longer(double one, double other)
{
	return one > other ? one : other;
}

/* Takes the columns as the head has them. */
static void
start_columns(struct docx *docx, const struct doc_block *head)
{
	struct docx_table *table = &docx->table;
	uint32_t middle = 0;
	if (head->cell_count > table->capacity) {
		table->capacity = head->cell_count;
		table->columns = arena_array(&docx->arena, table->capacity, sizeof *table->columns);
	}
	table->count = head->cell_count;
	table->rows = 0;
	table->settled = false;
	for (uint32_t i = 0; i < table->count; i++)
		middle += head->cells[i].align == ALIGN_MIDDLE;
	for (uint32_t i = 0; i < table->count; i++)
		table->columns[i] = (struct docx_column){
		    .align = head->cells[i].align,
		    .empty = head->cells[i].align != ALIGN_MIDDLE,
		    .upright = middle >= MANY && head->cells[i].align == ALIGN_MIDDLE};
}

/* Notes how wide the cell that was just written would like its column to be. */
static void
note_width(struct docx *docx, struct docx_column *column)
{
	column->word = longer(column->word, docx->measure.word);
	column->widest = longer(column->widest, docx->measure.widest);
	column->sum += docx->measure.all;
}

/* The same of a cell of a row. */
static void
note_cell(struct docx *docx, struct docx_column *column)
{
	note_width(docx, column);
	column->empty = column->empty && docx->measure.all == 0;
}

/* The height of heads that stand on end; 0 when none does. */
static int
head_height(const struct docx *docx, const struct doc_block *head)
{
	const struct svg_font font = {DOCX_CELL_FONT, true};
	double highest = 0;
	for (uint32_t i = 0; i < head->cell_count; i++) {
		const struct doc_line *line = &head->cells[i].lines.items[0];
		double width = PADDING;
		for (uint32_t j = 0; j < line->count; j++)
			width +=
			    svg_text_width(line->items[j].text, strlen(line->items[j].text), font);
		if (docx->table.columns[i].upright)
			highest = longer(highest, width + font.size);
	}
	return highest < HIGHEST ? (int)highest : HIGHEST;
}

static void
put_head_cell(struct docx *docx, const struct doc_cell *cell, struct docx_column *column)
{
	buf_printf(&docx->out,
		   "<w:tc><w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%06" PRIX32
		   "\"/>%s<w:vAlign w:val=\"%s\"/></w:tcPr>",
		   docx->tint, column->upright ? "<w:textDirection w:val=\"btLr\"/>" : "",
		   column->upright ? "center" : "bottom");
	docx->measure = (struct docx_measure){0};
	docx_put(docx,
		 (struct docx_paragraph){.style = "TableHead",
					 .align = column->upright ? ALIGN_START : column->align},
		 &cell->lines.items[0]);
	if (!column->upright)
		note_width(docx, column);
	buf_puts(&docx->out, "</w:tc>");
}

/* What ends the properties of a table; the margins of its cells stand before it. */
static const char look[] =
    "<w:tblLook w:val=\"0620\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" "
    "w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr>\n";

void
docx_table_begin(struct docx *docx, const char *style)
{
	buf_printf(&docx->out,
		   "<w:tbl><w:tblPr><w:tblStyle w:val=\"%s\"/><w:tblW w:w=\"%d\" "
		   "w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>%s",
		   style, DOCX_WIDTH, look);
}

void
docx_table_end(struct docx *docx)
{
	buf_puts(&docx->out, "</w:tbl>\n");
	docx_put_text(docx, (struct docx_paragraph){.style = "AfterTable"}, "");
}

void
docx_table_open(struct docx *docx, const struct doc_block *head)
{
	struct buf *out = &docx->out;
	start_columns(docx, head);
	if (head->title)
		docx_put_text(docx, (struct docx_paragraph){.style = "Heading3"}, head->title);
	docx_table_begin(docx, "Rows");
	docx->table.grid = out->length;
	buf_puts(out, "<w:tr><w:trPr><w:cantSplit/>");
	int height = head_height(docx, head);
	if (height)
		buf_printf(out, "<w:trHeight w:val=\"%d\" w:hRule=\"atLeast\"/>", height);
	buf_puts(out, "<w:tblHeader/></w:trPr>");
	for (uint32_t i = 0; i < head->cell_count; i++)
		put_head_cell(docx, &head->cells[i], &docx->table.columns[i]);
	buf_puts(out, "</w:tr>\n");
}

/* True for the row of a stage among those of its steps. */
static bool
leads(const struct doc_block *row)
{
	return row->level == 1;
}

static void
put_cell(struct docx *docx, const struct doc_block *row, uint32_t number)
{
	const struct doc_cell *cell = &row->cells[number];
	struct docx_paragraph paragraph = {.style = "TableText",
					   .align = docx->table.columns[number].align,
					   .anchor = number ? NULL : row->anchor};
	if (number == 0 && row->level > 1)
		paragraph.left = DOCX_IN_CELL;
	buf_puts(&docx->out, "<w:tc><w:tcPr>");
	if (leads(row))
		buf_puts(&docx->out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F4F6F8\"/>");
	buf_puts(&docx->out, "</w:tcPr>");
	docx->measure = (struct docx_measure){0};
	if (cell->lines.count > 1)
		docx_items(docx, &cell->lines, "TableText", 0);
	else
		docx_put(docx, paragraph,
			 cell->lines.count ? &cell->lines.items[0] : &(struct doc_line){0});
	note_cell(docx, &docx->table.columns[number]);
	buf_puts(&docx->out, "</w:tc>");
}

/* The least that a column takes: its widest word, of figures all that stands in a line. */
static double
least_width(const struct docx_column *column)
{
	double word = column->align == ALIGN_FIGURES && column->widest < DOCX_WIDTH / 6.0
			  ? column->widest
			  : column->word;
	return longer(word + PADDING, column->empty ? TO_SIGN : NARROWEST);
}

static double
most_width(const struct docx_column *column)
{
	return longer(column->widest + PADDING, least_width(column));
}

/* Gives out what is left among the columns by what stands in them, none more than it needs, until
 * there is none, or all have enough: then those of running text share the rest. */
static void
share(const struct docx_table *table, double *widths, double left)
{
	bool enough = false;
	while (left >= 1) {
		double weights = 0, given = 0;
		for (uint32_t i = 0; i < table->count; i++)
			if (enough || widths[i] < most_width(&table->columns[i]))
				weights += table->columns[i].sum;
		if (!weights && enough)
			return;
		enough = enough || !weights;
		for (uint32_t i = 0; i < table->count && weights; i++) {
			double least = widths[i], most = most_width(&table->columns[i]),
			       part = left * table->columns[i].sum / weights;
			if (!enough && least >= most)
				continue;
			widths[i] = !enough && least + part > most ? most : least + part;
			given += widths[i] - least;
		}
		left -= given;
	}
}

/* Makes columns that are too wide for the line narrower: the widest first, and none below those
 * that are left as they are, so that dates and short words stay whole. */
static void
narrow(const struct docx_table *table, double *widths)
{
	double most = DOCX_WIDTH / (double)table->count, before = 0;
	while (most > before) {
		double left = DOCX_WIDTH;
		uint32_t wide = 0;
		for (uint32_t i = 0; i < table->count; i++) {
			wide += widths[i] > most;
			left -= widths[i] > most ? 0 : widths[i];
		}
		before = most;
		most = wide ? left / wide : most;
	}
	for (uint32_t i = 0; i < table->count; i++)
		widths[i] = widths[i] < most ? widths[i] : most;
}

/* The widths of all columns, which fill the line; *close tells that the margins between them must
 * be small. */
static double *
find_widths(struct docx *docx, bool *close)
{
	const struct docx_table *table = &docx->table;
	double *widths = arena_array(&docx->scratch, table->count, sizeof *widths), sum = 0;
	for (uint32_t i = 0; i < table->count; i++)
		sum += widths[i] = least_width(&table->columns[i]);
	for (uint32_t i = 0; i < table->count && sum > DOCX_WIDTH; i++)
		if (table->columns[i].empty) {
			sum -= widths[i];
			widths[i] = longer(table->columns[i].word + PADDING, INITIALS);
			sum += widths[i];
		}
	*close = sum > DOCX_WIDTH;
	for (uint32_t i = 0; i < table->count && *close; i++) {
		widths[i] -= SPARED;
		sum -= SPARED;
	}
	if (sum < DOCX_WIDTH)
		share(table, widths, DOCX_WIDTH - sum);
	else
		narrow(table, widths);
	return widths;
}

/* Has the words of a row stand closer to one another: rather that than broken words. */
static void
put_margins(struct docx *docx)
{
	static const char margins[] =
	    "<w:tblCellMar><w:left w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"40\" "
	    "w:type=\"dxa\"/></w:tblCellMar>";
	buf_insert(&docx->out, docx->table.grid - strlen(look), margins, strlen(margins));
}

/* Puts the widths before the rows written so far. */
static void
settle(struct docx *docx)
{
	bool close;
	const double *widths = find_widths(docx, &close);
	struct buf grid = {0};
	buf_puts(&grid, "<w:tblGrid>");
	for (uint32_t i = 0; i < docx->table.count; i++)
		buf_printf(&grid, "<w:gridCol w:w=\"%d\"/>", (int)widths[i]);
	buf_puts(&grid, "</w:tblGrid>\n");
	buf_insert(&docx->out, docx->table.grid, buf_text(&grid), grid.length);
	buf_free(&grid);
	if (close)
		put_margins(docx);
	docx->table.settled = true;
}

void
docx_table_row(struct docx *docx, const struct doc_block *row)
{
	buf_puts(&docx->out, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
	for (uint32_t i = 0; i < row->cell_count; i++)
		put_cell(docx, row, i);
	buf_puts(&docx->out, "</w:tr>\n");
	if (++docx->table.rows == ENOUGH)
		settle(docx);
}

void
docx_table_close(struct docx *docx)
{
	if (!docx->table.settled)
		settle(docx);
	docx->table.count = 0;
	docx_table_end(docx);
}
