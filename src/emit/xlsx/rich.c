/* SPDX-License-Identifier: MIT */
/* Text of several looks in one cell. The library's own call makes a temporary file for each such
 * text, thirty times the work of a plain one, and never comes back from more than 255 looks; its
 * data structures, which its headers lay open, take the finished XML instead. */
#include "emit/xlsx/sheet.h"
#include "emit/xlsx/text.h"
#include "support/xml.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

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
		xml_escape(out, xlsx_text(&xlsx->scratch, pieces[i].text));
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

/* A blank stands in for the XML, which may be longer than what the library takes as a text; what
 * the cell then holds the library frees. */
bool
xlsx_write_rich(struct xlsx *xlsx, uint32_t column, const struct cell *cell,
		const struct style *style, lxw_format *format)
{
	struct buf out = {0};
	put_runs(xlsx, &out, cell, style);
	bool ok = xlsx_ok(xlsx->lxw.worksheet_write_string(xlsx->sheet, xlsx->row,
							   (lxw_col_t)column, " ", format));
	if (ok) {
		lxw_cell *made = xlsx->sheet->array[column];
		char *own = realloc((char *)(uintptr_t)made->u.string, out.length + 1);
		if (!own)
			memory_exhausted();
		made->u.string = memcpy(own, buf_text(&out), out.length + 1);
		made->type = INLINE_RICH_STRING_CELL;
	}
	buf_free(&out);
	return ok;
}
