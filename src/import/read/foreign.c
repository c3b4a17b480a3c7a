/* SPDX-License-Identifier: MIT */
#include "import/read/foreign.h"

#include "support/buf.h"
#include "support/utf8.h"
#include "yaml/trap.h"

#include <stdlib.h>
#include <string.h>

enum { ALPHABET = 26 };

bool
foreign_remark(struct foreign *foreign, enum remark_id id, const char *place, const char *one)
{
	remarks_add(foreign->remarks, (struct remark){.id = id,
						      .document = foreign->name,
						      .place = place ? place : "",
						      .one = one});
	return false;
}

struct foreign_table *
foreign_add_table(struct foreign *foreign, const char *name)
{
	foreign->tables = arena_grow(foreign->arena, foreign->tables, foreign->table_count, 1,
				     sizeof *foreign->tables);
	struct foreign_table *table = &foreign->tables[foreign->table_count++];
	*table = (struct foreign_table){.name = name};
	return table;
}

/* True for what ends a line or a page in other programs. */
static bool
is_line_end(uint32_t rune)
{
	return rune == '\r' || rune == '\v' || rune == '\f' || rune == 0x85 || rune == 0x2028 ||
	       rune == 0x2029;
}

/* Blanks at the end of a line go; of control characters only its end stays, in whichever form. */
const char *
foreign_text(struct arena *arena, const char *text)
{
	struct buf out = {0};
	size_t kept = 0; /* up to the last sign that is no blank */
	while (*text) {
		uint32_t rune = utf8_next(&text);
		if (rune == '\r' && *text == '\n')
			text++;
		if (is_line_end(rune))
			rune = '\n';
		if (rune == '\n' && kept)
			buf_cut(&out, kept);
		else if (utf8_is_blank(rune) || rune == '\t')
			rune = ' ';
		if (trap_forbids(rune) || (!kept && (rune == '\n' || rune == ' ')))
			continue;
		buf_rune(&out, rune);
		if (rune != ' ')
			kept = out.length;
	}
	while (kept && out.data[kept - 1] == '\n')
		kept--;
	const char *clean = arena_copy(arena, buf_text(&out), kept);
	buf_free(&out);
	return clean;
}

static bool
add(struct foreign *foreign, struct foreign_cell cell)
{
	struct foreign_table *table = &foreign->tables[foreign->table_count - 1];
	if (foreign->cell_count++ == FOREIGN_CELLS)
		return foreign_remark(foreign, REMARK_MANY_CELLS, table->name,
				      arena_printf(foreign->arena, "%d", (int)FOREIGN_CELLS));
	table->cells =
	    arena_grow(foreign->arena, table->cells, table->count, 1, sizeof *table->cells);
	table->cells[table->count++] = cell;
	return true;
}

bool
foreign_add_cell(struct foreign *foreign, uint32_t row, uint32_t column, const char *text)
{
	const char *clean = foreign_text(foreign->arena, text);
	return !*clean ||
	       add(foreign, (struct foreign_cell){.row = row, .column = column, .text = clean});
}

static int
compare(const void *left, const void *right)
{
	const struct foreign_cell *a = left, *b = right;
	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	return (a->column > b->column) - (a->column < b->column);
}

void
foreign_sort(struct foreign *foreign)
{
	struct foreign_table *table = &foreign->tables[foreign->table_count - 1];
	if (table->count)
		qsort(table->cells, table->count, sizeof *table->cells, compare);
	table->sorted = table->count;
}

bool
foreign_merge(struct foreign *foreign, uint32_t first_row, uint32_t last_row, uint32_t column)
{
	const struct foreign_table *table = &foreign->tables[foreign->table_count - 1];
	uint32_t end = table->sorted ? table->cells[table->sorted - 1].row : 0;
	const struct foreign_cell key = {.row = first_row, .column = column};
	const struct foreign_cell *top =
	    table->sorted ? bsearch(&key, table->cells, table->sorted, sizeof key, compare) : NULL;
	const char *text = top ? top->text : NULL;
	for (uint32_t row = first_row + 1; text && row <= last_row && row <= end; row++)
		if (!add(foreign, (struct foreign_cell){row, column, text, true}))
			return false;
	return true;
}

bool
foreign_repeat(struct foreign *foreign, uint32_t row, uint32_t column)
{
	const struct foreign_table *table = &foreign->tables[foreign->table_count - 1];
	for (size_t i = table->count; i && table->cells[i - 1].row + 1 >= row; i--) {
		const struct foreign_cell *cell = &table->cells[i - 1];
		if (cell->column == column && cell->row + 1 == row)
			return add(foreign, (struct foreign_cell){row, column, cell->text, true});
	}
	return true;
}

struct foreign_topic *
foreign_add_topic(struct foreign *foreign, struct foreign_topic *parent, const char *text)
{
	if (foreign->topic_count++ == FOREIGN_TOPICS) {
		foreign_remark(foreign, REMARK_MANY_CELLS, NULL,
			       arena_printf(foreign->arena, "%d", (int)FOREIGN_TOPICS));
		return NULL;
	}
	struct foreign_topic *topic = arena_alloc(foreign->arena, sizeof *topic);
	topic->text = text;
	if (!parent)
		return foreign->root = topic;
	if (parent->last)
		parent->last->next = topic;
	else
		parent->first = topic;
	return parent->last = topic;
}

const char *
foreign_path(struct arena *arena, const struct foreign_topic *above, const char *text)
{
	enum { LETTERS = 40 };
	size_t line = strcspn(text, "\n"), length = utf8_beginning(text, line, LETTERS);
	const char *part =
	    arena_printf(arena, "%.*s%s", (int)length, text, length < line ? "\xE2\x80\xA6" : "");
	return above && *above->place ? arena_printf(arena, "%s › %s", above->place, part) : part;
}

const char *
foreign_place(struct arena *arena, const struct foreign_table *table, uint32_t row, uint32_t column)
{
	char letters[8];
	size_t at = sizeof letters - 1;
	if (table->lines)
		return arena_printf(arena, "%u", table->lines[row]);
	letters[at] = '\0';
	for (uint32_t rest = column + 1; rest; rest = (rest - 1) / ALPHABET)
		letters[--at] = (char)('A' + (rest - 1) % ALPHABET);
	return arena_printf(arena, "%s%s%s%u", table->name, *table->name ? "!" : "", letters + at,
			    row + 1);
}

bool
foreign_next_row(const struct foreign_table *table, size_t *at, struct foreign_row *row)
{
	size_t end = *at;
	if (end == table->count)
		return false;
	*row = (struct foreign_row){.cells = table->cells + end, .number = table->cells[end].row};
	while (end < table->count && table->cells[end].row == row->number)
		end++;
	row->count = end - *at;
	*at = end;
	return true;
}

const struct foreign_cell *
foreign_row_cell(const struct foreign_row *row, uint32_t column)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->cells[i].column == column)
			return &row->cells[i];
	return NULL;
}
