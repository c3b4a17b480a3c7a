/* SPDX-License-Identifier: MIT */
/* Tables. To cmark they are paragraphs: of each that holds one the lines are looked up in the text
 * and taken apart into cells, and all the cells are read by cmark at once, a paragraph each, so
 * that links find what they refer to and the time stays linear. */
#include "support/buf.h"
#include "text/prose/extra.h"

#include <string.h>

/* A line of a paragraph, without what it is indented with and without blanks at its end. */
struct table_line {
	const char *start, *end;
};

struct found {
	cmark_node *paragraph;
	size_t rows;
};

struct finder {
	struct prose_lines lines;
	struct table_line *paragraph; /* the lines of the one looked at */
	struct found *found;
	size_t count;
	struct buf cells; /* what cmark reads then: before each row and behind each table a rule */
};

/* With so many blanks before it a line goes on with a paragraph, whatever it begins with. */
static const char cell_sign[] = "|", row_sign[] = "***\n\n", continued[] = "\n    ";

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* A line without blanks around it and without the marks of the quotes it stands in. */
static struct table_line
line_of(const char *start, int quotes)
{
	struct table_line line = {start, start + strcspn(start, "\r\n")};
	line.start += strspn(line.start, " \t");
	for (; quotes && *line.start == '>'; quotes--)
		line.start += 1 + strspn(line.start + 1, " \t");
	while (line.end > line.start && is_blank(line.end[-1]))
		line.end--;
	return line;
}

/* The end of the cell that begins at a place: the next pipe without a backslash. */
static const char *
cell_end(const char *at, const char *end)
{
	while (at < end && *at != '|')
		at += *at == '\\' && at + 1 < end ? 2 : 1;
	return at;
}

/* Takes the next cell off a row, of which the pipe that it may begin with is gone; false behind the
 * last. */
static bool
next_cell(struct table_line *row, struct table_line *cell)
{
	if (row->start >= row->end)
		return false;
	*cell = (struct table_line){row->start, cell_end(row->start, row->end)};
	row->start = cell->end + (cell->end < row->end);
	while (cell->start < cell->end && is_blank(*cell->start))
		cell->start++;
	while (cell->end > cell->start && is_blank(cell->end[-1]))
		cell->end--;
	return true;
}

static struct table_line
cells_of(struct table_line line)
{
	line.start += line.start < line.end && *line.start == '|';
	return line;
}

static size_t
count_cells(struct table_line line)
{
	struct table_line row = cells_of(line), cell;
	size_t count = 0;
	while (next_cell(&row, &cell))
		count++;
	return count;
}

/* A row of hyphens, each with a colon at either end or both. Without a pipe it may be anything. */
static bool
is_rule(struct table_line line)
{
	struct table_line row = cells_of(line), cell;
	if (!memchr(line.start, '|', (size_t)(line.end - line.start)))
		return false;
	while (next_cell(&row, &cell)) {
		cell.start += cell.start < cell.end && *cell.start == ':';
		cell.end -= cell.end > cell.start && cell.end[-1] == ':';
		if (cell.start == cell.end ||
		    strspn(cell.start, "-") < (size_t)(cell.end - cell.start))
			return false;
	}
	return true;
}

/* A cell as a paragraph that nothing but a paragraph can begin; a pipe of its text has lost its
 * backslash, in code, too. */
static void
put_cell(struct buf *out, struct table_line cell)
{
	buf_puts(out, cell_sign);
	for (const char *at = cell.start; at < cell.end; at++) {
		at += *at == '\\' && at + 1 < cell.end && at[1] == '|';
		buf_putc(out, *at);
	}
	buf_puts(out, "\n\n");
}

static void
put_row(struct buf *out, struct table_line line, size_t columns)
{
	struct table_line row = cells_of(line), cell, more;
	buf_puts(out, row_sign);
	for (size_t column = 1; next_cell(&row, &cell); column++) {
		while (column == columns && next_cell(&row, &more))
			cell.end = more.end;
		put_cell(out, cell);
	}
}

/* Puts the lines of a paragraph down for reading when they hold a table: what is before it first.
 */
static void
put_table(struct finder *f, cmark_node *paragraph, size_t count)
{
	size_t head = 0, columns = 0;
	for (; head + 1 < count && !columns; head++)
		if (is_rule(f->paragraph[head + 1]) &&
		    count_cells(f->paragraph[head]) == count_cells(f->paragraph[head + 1]))
			columns = count_cells(f->paragraph[head]);
	if (!columns)
		return;
	head--;
	for (size_t i = 0; i < head; i++) {
		const struct table_line *line = &f->paragraph[i];
		buf_puts(&f->cells, i ? continued : "");
		buf_add(&f->cells, line->start, (size_t)(line->end - line->start));
	}
	buf_puts(&f->cells, head ? "\n\n" : "");
	for (size_t i = head; i < count; i++)
		put_row(&f->cells, f->paragraph[i], columns);
	buf_puts(&f->cells, row_sign);
	f->found = list_grow(f->found, f->count, sizeof *f->found);
	f->found[f->count++] = (struct found){paragraph, count - head};
}

static int
quotes_around(cmark_node *node)
{
	int quotes = 0;
	for (; node; node = cmark_node_parent(node))
		quotes += cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
	return quotes;
}

static void
add_line(struct finder *f, size_t index, struct table_line line)
{
	f->paragraph = list_grow(f->paragraph, index, sizeof *f->paragraph);
	f->paragraph[index] = line;
}

static void
look_into(struct finder *f, cmark_node *paragraph)
{
	int first = cmark_node_get_start_line(paragraph), quotes = quotes_around(paragraph);
	const char *start = prose_line(&f->lines, first);
	size_t column = (size_t)cmark_node_get_start_column(paragraph) - 1;
	size_t length = strcspn(start, "\n"), count = 0;
	add_line(f, count++, line_of(start + (column < length ? column : length), 0));
	for (int number = first + 1; number <= cmark_node_get_end_line(paragraph); number++)
		add_line(f, count++, line_of(prose_line(&f->lines, number), quotes));
	put_table(f, paragraph, count);
}

/* True for a line «[label]: …». */
static bool
is_definition(const char *line, size_t length)
{
	for (size_t i = 1; line[0] == '[' && i + 1 < length; i++)
		if (line[i] == ']' && line[i + 1] == ':')
			return true;
	return false;
}

/* Adds what links in cells may refer to: definitions stand elsewhere in the text. */
static void
put_definitions(struct buf *out, const char *text)
{
	for (const char *at = text; at; at = strchr(at, '\n')) {
		at += *at == '\n';
		at += strspn(at, " \t>");
		size_t length = strcspn(at, "\n");
		if (!is_definition(at, length))
			continue;
		buf_add(out, at, length);
		buf_puts(out, "\n\n");
	}
}

/* Takes a node out of what was read for the table; the next one is then the next to take. */
static cmark_node *
take(cmark_node **next)
{
	cmark_node *node = *next;
	*next = cmark_node_next(node);
	cmark_node_unlink(node);
	return node;
}

static cmark_node *
take_row(cmark_node **next)
{
	cmark_node *row = prose_extra_node(EXTRA_ROW);
	cmark_node_free(take(next));
	while (cmark_node_get_type(*next) == CMARK_NODE_PARAGRAPH) {
		cmark_node *paragraph = take(next), *cell = prose_extra_node(EXTRA_CELL), *child;
		cmark_node *first = cmark_node_first_child(paragraph);
		if (strcmp(cmark_node_get_literal(first), cell_sign) == 0)
			cmark_node_free(first);
		else
			prose_cut(first, strlen(cell_sign));
		while ((child = cmark_node_first_child(paragraph)))
			cmark_node_append_child(cell, child);
		cmark_node_append_child(row, cell);
		cmark_node_free(paragraph);
	}
	return row;
}

/* Gives the cells of a row the alignment that the rule's cell above has. */
static void
align(cmark_node *row, cmark_node *rule)
{
	cmark_node *above = cmark_node_first_child(rule);
	for (cmark_node *cell = cmark_node_first_child(row); cell && above;
	     cell = cmark_node_next(cell), above = cmark_node_next(above)) {
		const char *text = cmark_node_get_literal(cmark_node_first_child(above));
		bool left = text[0] == ':', right = text[strlen(text) - 1] == ':';
		enum prose_extra extra = right && left ? EXTRA_MIDDLE
					 : right       ? EXTRA_RIGHT
					 : left        ? EXTRA_LEFT
						       : EXTRA_CELL;
		prose_extra_set(cell, extra);
	}
}

/* Puts a table, and what was before it in its paragraph, in the paragraph's place. */
static void
build(const struct found *found, cmark_node **next)
{
	while (cmark_node_get_type(*next) == CMARK_NODE_PARAGRAPH)
		cmark_node_insert_before(found->paragraph, take(next));
	cmark_node *table = prose_extra_node(EXTRA_TABLE), *head = take_row(next),
		   *rule = take_row(next);
	align(head, rule);
	cmark_node_append_child(table, head);
	for (size_t i = 2; i < found->rows; i++) {
		cmark_node *row = take_row(next);
		align(row, rule);
		cmark_node_append_child(table, row);
	}
	cmark_node_free(rule);
	cmark_node_free(take(next));
	cmark_node_replace(found->paragraph, table);
	cmark_node_free(found->paragraph);
}

void
prose_find_tables(cmark_node *document, const char *text)
{
	struct finder f = {.lines = {text, 1}};
	if (!strchr(text, '|'))
		return;
	cmark_iter *iter = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter)) {
		cmark_node *node = cmark_iter_get_node(iter);
		if (event == CMARK_EVENT_ENTER && cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH)
			look_into(&f, node);
	}
	cmark_iter_free(iter);
	if (f.count) {
		put_definitions(&f.cells, text);
		cmark_node *read = prose_read(buf_text(&f.cells), f.cells.length),
			   *next = cmark_node_first_child(read);
		for (size_t i = 0; i < f.count; i++)
			build(&f.found[i], &next);
		cmark_node_free(read);
	}
	buf_free(&f.cells);
	memory_free(f.found);
	memory_free(f.paragraph);
}
