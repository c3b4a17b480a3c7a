/* SPDX-License-Identifier: MIT */
/* Text of several looks in one cell. The library's own call makes a temporary file for each such
 * text, thirty times the work of a plain one; its data structures, which its headers lay open, take
 * the finished XML instead. */
#include "emit/xlsx/sheet.h"
#include "emit/xlsx/text.h"

#include <stdlib.h>
#include <string.h>

enum { PLAIN_MAX = 32767 }; /* characters the library takes for a plain text */

static void
put_escaped(struct buf *out, const char *text)
{
	for (;;) {
		size_t length = strcspn(text, "&<>");
		buf_add(out, text, length);
		text += length;
		if (!*text)
			break;
		buf_puts(out, *text == '&' ? "&amp;" : *text == '<' ? "&lt;" : "&gt;");
		text++;
	}
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool
same_look(const struct piece *a, const struct piece *b)
{
	return a->look == b->look && a->color == b->color;
}

/* The text of pieces of one look; blanks at its ends would be trimmed if nothing was said. */
static void
put_text(struct xlsx *xlsx, struct buf *out, const struct piece *pieces, uint32_t count)
{
	const char *last = pieces[count - 1].text;
	bool edged = is_blank(*pieces->text) || is_blank(last[strlen(last) - 1]);
	buf_puts(out, edged ? "<t xml:space=\"preserve\">" : "<t>");
	for (uint32_t i = 0; i < count; i++)
		put_escaped(out, xlsx_text(&xlsx->scratch, pieces[i].text));
	buf_puts(out, "</t>");
}

/* Neighbours of one look are one run; a run without properties has the font of its cell. */
static void
put_runs(struct xlsx *xlsx, struct buf *out, const struct cell *cell, const struct style *style)
{
	for (uint32_t i = 0, count; i < cell->count; i += count) {
		const struct piece *piece = &cell->pieces[i];
		for (count = 1; i + count < cell->count && same_look(piece, &piece[count]);)
			count++;
		buf_puts(out, "<r>");
		if (piece->look)
			style_font(piece, style, out);
		put_text(xlsx, out, piece, count);
		buf_puts(out, "</r>");
	}
}

bool
xlsx_is_rich(const struct cell *cell)
{
	for (uint32_t i = 1; i < cell->count; i++)
		if (!same_look(cell->pieces, &cell->pieces[i]))
			return true;
	return false;
}

/* Through the library's own call, for texts whose XML is over what it takes as a plain one. */
static bool
write_slowly(struct xlsx *xlsx, uint32_t column, const struct cell *cell, const struct style *style,
	     lxw_format *format)
{
	lxw_rich_string_tuple *tuples = arena_array(&xlsx->scratch, cell->count, sizeof *tuples);
	lxw_rich_string_tuple **list = arena_array(&xlsx->scratch, cell->count + 1, sizeof *list);
	for (uint32_t i = 0; i < cell->count; i++) {
		tuples[i].format = style_piece(xlsx->styles, &cell->pieces[i], style);
		tuples[i].string =
		    (char *)(uintptr_t)xlsx_text(&xlsx->scratch, cell->pieces[i].text);
		list[i] = &tuples[i];
	}
	return xlsx_fine(xlsx->lxw.worksheet_write_rich_string(xlsx->sheet, xlsx->row,
							       (lxw_col_t)column, list, format));
}

bool
xlsx_write_rich(struct xlsx *xlsx, uint32_t column, const struct cell *cell,
		const struct style *style, lxw_format *format)
{
	struct buf out = {0};
	put_runs(xlsx, &out, cell, style);
	bool right;
	if (out.length > PLAIN_MAX)
		right = write_slowly(xlsx, column, cell, style, format);
	else {
		right = xlsx_fine(xlsx->lxw.worksheet_write_string(
		    xlsx->sheet, xlsx->row, (lxw_col_t)column, buf_text(&out), format));
		if (right)
			xlsx->sheet->array[column]->type = INLINE_RICH_STRING_CELL;
	}
	buf_free(&out);
	return right;
}
