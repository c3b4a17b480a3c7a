/* SPDX-License-Identifier: MIT */
/* Widths are those of Arial 10, in thousandths of the font's size. */
#include "emit/xlsx/fit.h"

#include "draw/pen/advance.h"
#include "support/utf8.h"

#include <string.h>

enum {
	COLUMN_DIGIT = 525, /* a digit of a column's width: 7 pixels of 13⅓ */
	CODE_WIDTH = 600,   /* each letter of Courier New */
	LEAST_ROOM = 1000,  /* a letter fits any column */
	EDGES = 250,        /* kept free at the edges of a cell */
	INDENT = 650,       /* and before a text at the left */
	WIDEST = 1200,      /* more than any letter */
	ROOMY = 4 * WIDEST, /* a column in which a line is nearly full before a word is parted */
};

static const double LINE_POINTS = 12.75, EDGE_POINTS = 4.5;

static uint32_t
rune_width(uint32_t rune, unsigned look)
{
	return look & LOOK_CODE && rune > ' ' ? CODE_WIDTH
					      : advance_of(ADVANCE_ARIAL, rune, look & LOOK_BOLD);
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

/* Takes in a letter of a word that goes on in its line, as most do; false where it is another
 * character or nears a limit. */
static inline bool
take_letter(struct cell_wrap *wrap, uint32_t rune, uint32_t width)
{
	if (rune <= '-' || rune > 0xFFFF || wrap->used + width > wrap->room ||
	    wrap->units >= FIT_UNITS)
		return false;
	wrap->used += width;
	wrap->word += width;
	wrap->units++;
	return true;
}

/* Takes in the text of a piece from a place on; false when it does not fit, at *at then. */
static bool
take_piece(struct cell_wrap *wrap, const struct piece *piece, unsigned look, struct fit_place *at)
{
	const char *text = piece->text + at->offset;
	while (*text) {
		const char *start = text;
		uint32_t rune = utf8_next(&text), width = rune_width(rune, look);
		if (take_letter(wrap, rune, width))
			continue;
		if (!take(wrap, rune, width)) {
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
fit_text(const struct cell *cell, struct fit_place from, double width, enum align align)
{
	struct cell_wrap wrap = {.room = (uint32_t)(width * COLUMN_DIGIT), .lines = 1};
	uint32_t edges = EDGES + (align == ALIGN_LEFT ? INDENT : 0);
	wrap.room = wrap.room > edges + LEAST_ROOM ? wrap.room - edges : LEAST_ROOM;
	unsigned bold = tint_is_bold(cell->tint) ? LOOK_BOLD : 0;
	for (struct fit_place at = from; at.piece < cell->count; at.piece++, at.offset = 0) {
		const struct piece *piece = &cell->pieces[at.piece];
		if (!take_piece(&wrap, piece, piece->look | bold, &at))
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

/* Whether a text takes no more lines than a row may have, seen by its bytes alone: of two lines
 * one after the other, the first word of the second would not have fitted the first. */
static bool
is_surely_whole(const struct cell *cell, double width)
{
	size_t most = (size_t)(width * COLUMN_DIGIT), bytes = 0, lines = 2;
	if (most < ROOMY)
		return false;
	for (uint32_t i = 0; i < cell->count; i++) {
		const char *text = cell->pieces[i].text;
		bytes += strlen(text);
		for (; (text = strchr(text, '\n')); text++)
			lines++;
	}
	return lines + 3 * bytes * WIDEST / (most - ROOMY / 2) <= FIT_LINES;
}

bool
fit_is_one_row(const struct sheet_form *form, const struct row *row)
{
	for (uint32_t i = 0; i < form->count; i++)
		if (row->cells[i].type == CELL_TEXT &&
		    !is_surely_whole(&row->cells[i], room_of(form, row, i)))
			return false;
	return true;
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
		struct fit fit =
		    fit_text(cell, places[i], room_of(form, row, i), form->columns[i].align);
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
		uint32_t rune = utf8_next(&text);
		*line = rune == '\n' ? 0 : *line + rune_width(rune, look);
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
