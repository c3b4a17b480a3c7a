/* SPDX-License-Identifier: MIT */
/* Widths are those of Arial 10 (and of Liberation Sans, which has the same), in thousandths of the
 * font's size. */
#include "emit/xlsx/fit.h"

#include "support/utf8.h"

#include <string.h>

enum {
	COLUMN_DIGIT = 525, /* a digit of a column's width: 7 pixels of 13⅓ */
	DEFAULT_WIDTH = 600,
	WIDE_WIDTH = 1000,
	BOLD_PERCENT = 109,
	EDGES = 1100, /* kept free at the edges: the indent, and some slack */
};

static const double LINE_POINTS = 12.75, EDGE_POINTS = 4.5;

static const uint16_t ascii[95] = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

/* From А to я. */
static const uint16_t cyrillic[64] = {
    667, 656, 667, 542, 677, 667, 923, 604, 719, 719, 583, 656, 833, 722, 778,  719,
    667, 722, 611, 635, 760, 667, 740, 667, 917, 938, 792, 885, 656, 719, 1010, 722,
    556, 573, 531, 365, 583, 556, 669, 458, 559, 559, 438, 583, 688, 552, 556,  542,
    556, 500, 458, 500, 823, 500, 573, 521, 802, 823, 625, 719, 521, 510, 750,  542};

static uint32_t
rune_width(uint32_t rune, const char *text, size_t length)
{
	if (rune >= ' ' && rune < 0x7F)
		return ascii[rune - ' '];
	if (rune >= 0x410 && rune < 0x450)
		return cyrillic[rune - 0x410];
	if (rune == 0xA0)
		return ascii[0];
	size_t columns = utf8_width(text, length);
	return columns == 0 ? 0 : columns == 1 && rune < 0x2000 ? DEFAULT_WIDTH : WIDE_WIDTH;
}

/* Greedy wrapping under way. */
struct cell_wrap {
	uint32_t room; /* of a line */
	uint32_t used; /* of the line under way */
	uint32_t word; /* of it since the last blank */
	uint32_t lines;
	uint32_t units;
	struct fit_place
	    newline; /* after the last line break, blank and character within the limits */
	struct fit_place blank;
	bool has_newline, has_blank;
};

static void
advance(struct cell_wrap *wrap, uint32_t width)
{
	wrap->used += width;
	wrap->word += width;
	if (wrap->used <= wrap->room)
		return;
	wrap->lines++;
	if (wrap->word > wrap->room)
		wrap->word = width;
	wrap->used = wrap->word;
}

/* Takes one character in; false when it does not fit any more. */
static bool
take(struct cell_wrap *wrap, uint32_t rune, uint32_t width)
{
	bool over = wrap->used + width > wrap->room;
	uint32_t lines = wrap->lines + (rune == '\n' || (over && rune != ' '));
	uint32_t units = wrap->units + (rune > 0xFFFF ? 2 : 1);
	if (units > FIT_UNITS || lines > FIT_LINES)
		return false;
	wrap->units = units;
	if (rune == '\n') {
		wrap->lines = lines;
		wrap->used = wrap->word = 0;
	} else if (rune == ' ' && over) {
		wrap->word = 0; /* hangs over the edge */
	} else {
		advance(wrap, width);
		if (rune == ' ' || rune == '-')
			wrap->word = 0;
	}
	return true;
}

static struct fit
part_at(const struct cell_wrap *wrap, struct fit_place at)
{
	struct fit_place end = wrap->has_newline ? wrap->newline
			       : wrap->has_blank ? wrap->blank
						 : at;
	return (struct fit){end, wrap->lines, false};
}

/* Takes in the text of a piece from a place on; false when it does not fit, at *at then. */
static bool
take_piece(struct cell_wrap *wrap, const struct piece *piece, bool bold, struct fit_place *at)
{
	const char *text = piece->text + at->offset;
	while (*text) {
		const char *start = text;
		uint32_t rune = utf8_next(&text);
		uint32_t wide = rune_width(rune, start, (size_t)(text - start));
		if (!take(wrap, rune, bold ? wide * BOLD_PERCENT / 100 : wide)) {
			at->offset = (size_t)(start - piece->text);
			return false;
		}
		if (rune != ' ' && rune != '\n')
			continue;
		at->offset = (size_t)(text - piece->text);
		*(rune == ' ' ? &wrap->blank : &wrap->newline) = *at;
		*(rune == ' ' ? &wrap->has_blank : &wrap->has_newline) = true;
	}
	return true;
}

struct fit
fit_text(const struct cell *cell, struct fit_place from, double width)
{
	struct cell_wrap wrap = {.room = (uint32_t)(width * COLUMN_DIGIT), .lines = 1};
	wrap.room = wrap.room > 2 * EDGES ? wrap.room - EDGES : WIDE_WIDTH;
	bool bold = tint_is_bold(cell->tint);
	for (struct fit_place at = from; at.piece < cell->count; at.piece++, at.offset = 0) {
		const struct piece *piece = &cell->pieces[at.piece];
		if (!take_piece(&wrap, piece, bold || piece->look & (LOOK_BOLD | LOOK_CODE), &at))
			return part_at(&wrap, at);
	}
	return (struct fit){{cell->count, 0}, wrap.lines, true};
}

/* The width a cell has: its column's, or that of all it is merged with. */
static double
room_of(const struct sheet_form *form, const struct row *row, uint32_t column)
{
	double width = form->columns[column].width;
	if (column == row->merge_from)
		for (uint32_t i = column + 1; i <= row->merge_to; i++)
			width += form->columns[i].width;
	return width;
}

bool
fit_row(const struct sheet_form *form, const struct row *row, struct fit_place *places,
	uint32_t *lines)
{
	bool whole = true;
	*lines = 1;
	for (uint32_t i = 0; i < form->count; i++) {
		const struct cell *cell = &row->cells[i];
		if (cell->type != CELL_TEXT || places[i].piece == cell->count)
			continue;
		struct fit fit = fit_text(cell, places[i], room_of(form, row, i));
		places[i] = fit.end;
		whole = whole && fit.whole;
		if (!form->columns[i].extra)
			*lines = fit.lines > *lines ? fit.lines : *lines;
	}
	return whole;
}

double
fit_height(uint32_t lines)
{
	double height = lines * LINE_POINTS + EDGE_POINTS;
	return height > 409 ? 409 : height;
}

/* Adds a text to the line under way; gives the longest so far. */
static uint32_t
lengthen(const char *text, unsigned look, uint32_t *line, uint32_t longest)
{
	while (*text) {
		const char *start = text;
		uint32_t rune = utf8_next(&text);
		uint32_t wide = rune_width(rune, start, (size_t)(text - start));
		*line = rune == '\n'
			    ? 0
			    : *line + (look & (LOOK_BOLD | LOOK_CODE) ? wide * BOLD_PERCENT / 100
								      : wide);
		longest = *line > longest ? *line : longest;
	}
	return longest;
}

double
fit_width(const char *text, bool bold)
{
	uint32_t line = 0;
	return (double)lengthen(text, bold ? LOOK_BOLD : 0, &line, 0) / COLUMN_DIGIT;
}

double
fit_cell_width(const struct cell *cell)
{
	uint32_t line = 0, longest = 0;
	unsigned bold = tint_is_bold(cell->tint) ? LOOK_BOLD : 0;
	for (uint32_t i = 0; i < cell->count; i++)
		longest =
		    lengthen(cell->pieces[i].text, cell->pieces[i].look | bold, &line, longest);
	return (double)longest / COLUMN_DIGIT;
}
