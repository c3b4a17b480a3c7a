/* SPDX-License-Identifier: MIT */
#include "view/book/grid.h"

#include <string.h>

void
cell_add(struct cell *cell, struct arena *arena, const char *text, unsigned look, uint32_t color)
{
	if (!text || !*text)
		return;
	cell->type = CELL_TEXT;
	cell->pieces = arena_grow(arena, cell->pieces, cell->count, 1, sizeof *cell->pieces);
	cell->pieces[cell->count++] = (struct piece){text, look, look & LOOK_COLOR ? color : 0};
}

struct cell
cell_text(struct arena *arena, const char *text, unsigned look)
{
	struct cell cell = {0};
	cell_add(&cell, arena, text, look, 0);
	return cell;
}

struct cell
cell_number(double number)
{
	return (struct cell){.type = CELL_NUMBER, .number = number};
}

struct cell
cell_date(int32_t day)
{
	return (struct cell){.type = CELL_DATE, .number = day};
}

bool
tint_is_bold(enum tint tint)
{
	switch (tint) {
	case TINT_HEAD:
	case TINT_TITLE:
	case TINT_LABEL:
	case TINT_SECTION:
	case TINT_GROUP:
	case TINT_NAME:
	case TINT_KEY:
	case TINT_BLOCKING:
	case TINT_FILL:
	case TINT_RISK:
		return true;
	case TINT_NONE:
	case TINT_VALUE:
	case TINT_BAR:
	case TINT_CRITICAL:
	case TINT_NOTE:
	case TINT_SIGN:
	case TINT_COUNT:
		break;
	}
	return false;
}

const char *
cell_plain(const struct cell *cell, struct arena *arena)
{
	if (cell->count == 0)
		return "";
	if (cell->count == 1)
		return cell->pieces[0].text;
	size_t length = 0;
	for (uint32_t i = 0; i < cell->count; i++)
		length += strlen(cell->pieces[i].text);
	char *text = arena_alloc(arena, length + 1), *at = text;
	for (uint32_t i = 0; i < cell->count; i++) {
		size_t more = strlen(cell->pieces[i].text);
		memcpy(at, cell->pieces[i].text, more);
		at += more;
	}
	return text;
}
