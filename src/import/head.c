/* SPDX-License-Identifier: MIT */
/* A row is one of headings when it names the things of a kind and something else about them, and
 * most of its cells are known. Of several kinds the one with most known headings wins; the name of
 * the sheet counts as one more. */
#include "import/head.h"

#include "import/letters.h"
#include "import/value.h"
#include "model/fields.h"
#include "model/synonym.h"
#include "support/utf8.h"
#include "text/marker.h"

#include <string.h>

enum {
	HEADING_BYTES = 200,
	COLUMNS_MOST = 200, /* of a row of headings */
	TRIED = 2000,       /* cells below it that are looked at */
	SURE = 3,
	GUESS = 2,
	SHEET = 4
};

/* The kinds that tables are of, with the list of the file that they make. */
static const struct table_kind {
	enum kind kind;
	enum field_id list;
} kinds[] = {{KIND_STAGE, FIELD_DOCUMENT_stages},
	     {KIND_ROLE, FIELD_DOCUMENT_roles},
	     {KIND_TERM, FIELD_DOCUMENT_glossary}};

/* The columns of steps and the names of them are columns of stages here. */
static struct heading_meaning
stage_heading(const char *text, enum head_sort *sort, struct arena *arena)
{
	struct heading_meaning heading = heading_of(KIND_STAGE, text, arena),
			       step = heading_of(KIND_STEP, text, arena);
	bool sure = heading.sort == HEADING_KEY;
	if (step.field && step.field->flags & F_NAME && !sure)
		heading = (struct heading_meaning){.sort = step.sort,
						   .field = field_row(FIELD_STAGE_steps)};
	if (heading.field && field_holds(heading.field, KIND_STEP))
		*sort = HEAD_STEP;
	return heading;
}

static struct head_column
head_column_of(enum kind kind, const struct foreign_table *table, const struct foreign_cell *cell,
	       struct arena *arena)
{
	struct head_column column = {.number = cell->column,
				     .title = utf8_fold(arena, cell->text, FOLD_FORM),
				     .place = foreign_place(arena, table, cell->row, cell->column)};
	column.heading = kind == KIND_STAGE ? stage_heading(column.title, &column.sort, arena)
					    : heading_of(kind, column.title, arena);
	const struct heading_meaning *heading = &column.heading;
	if (heading->sort == HEADING_NONE)
		column.heading = heading_by_last(kind, column.title, arena);
	if (heading->sort == HEADING_NUMBER)
		column.sort = HEAD_NUMBER;
	else if (!heading->field)
		column.sort = HEAD_UNKNOWN;
	else if (heading->field->flags & F_NAME)
		column.sort = HEAD_NAME;
	return column;
}

/* How sure a heading is: «Роль» before «Название». */
static unsigned
sureness(const struct head_column *column, struct arena *arena)
{
	const char *folded = utf8_fold(arena, column->title, FOLD_KEY);
	return column->heading.sort * 2u + field_is_titled(column->heading.field, folded);
}

/* Two columns of one field: the surer keeps it, the other is the author's own. Beside the names of
 * roles stand those of people. */
static void
part_doubles(struct table_head *columns, struct arena *arena)
{
	for (size_t i = 0; i < columns->count; i++)
		for (size_t j = i + 1; j < columns->count; j++) {
			struct head_column *one = &columns->items[i], *two = &columns->items[j];
			const struct field *field = one->heading.field;
			if (!field || field != two->heading.field || field->flags & F_VARIANTS)
				continue;
			struct head_column *less =
			    sureness(one, arena) >= sureness(two, arena) ? two : one;
			bool person = field == field_row(FIELD_ROLE_name);
			less->sort = person ? HEAD_FIELD : HEAD_UNKNOWN;
			less->heading = (struct heading_meaning){0};
			if (person)
				less->heading = (struct heading_meaning){
				    .sort = HEADING_GUESS, .field = field_row(FIELD_ROLE_people)};
		}
}

static void
reckon(struct table_head *columns, const struct foreign_table *table, struct arena *arena)
{
	size_t known = 0;
	bool named = false;
	for (size_t i = 0; i < columns->count; i++) {
		const struct head_column *column = &columns->items[i];
		named = named || column->sort == HEAD_NAME || column->sort == HEAD_STEP;
		known += column->sort != HEAD_UNKNOWN;
		columns->score += column->heading.sort == HEADING_KEY     ? SURE
				  : column->heading.sort == HEADING_GUESS ? GUESS
									  : 0;
	}
	const struct head_column *first =
	    &columns->items[columns->count > 1 && columns->items[0].sort == HEAD_NUMBER];
	columns->score += first->sort == HEAD_NAME; /* which is where names stand */
	/* «Роль» over the first column needs no other that is known. */
	bool sure = first->sort == HEAD_NAME &&
		    field_is_titled(first->heading.field, utf8_fold(arena, first->title, FOLD_KEY));
	if (!named || (known < 2 && !sure))
		columns->score = 0;
	const char *name = table->name;
	struct item_marker marker = marker_of_item(name, name + strlen(name));
	name += marker.length < strlen(name) ? marker.length : 0;
	for (size_t i = 0; columns->score && i < sizeof kinds / sizeof *kinds; i++)
		if (kinds[i].kind == columns->kind &&
		    heading_of(KIND_DOCUMENT, name, arena).field == field_row(kinds[i].list))
			columns->score += SHEET;
}

static bool
may_be_headings(const struct foreign_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (strlen(row->cells[i].text) > HEADING_BYTES)
			return false;
	return row->count > 1 && row->count <= COLUMNS_MOST;
}

static struct table_head
head_as(enum kind kind, const struct foreign_table *table, const struct foreign_row *row,
	struct arena *arena)
{
	struct table_head columns = {.kind = kind};
	/* One more, where names stand under no heading. */
	columns.items = arena_array(arena, row->count + 1, sizeof *columns.items);
	for (size_t i = 0; i < row->count; i++)
		columns.items[columns.count++] = head_column_of(kind, table, &row->cells[i], arena);
	part_doubles(&columns, arena);
	return columns;
}

struct table_head
head_read(const struct foreign_table *table, const struct foreign_row *row, struct arena *arena)
{
	struct table_head best = {0};
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds && may_be_headings(row); k++) {
		struct table_head columns = head_as(kinds[k].kind, table, row, arena);
		reckon(&columns, table, arena);
		if (columns.score > best.score)
			best = columns;
	}
	return best;
}

struct heading_meaning
head_step_meaning(const struct head_column *column, struct arena *arena)
{
	struct heading_meaning heading = heading_of(KIND_STEP, column->title, arena);
	const struct field *of_stage = column->heading.field;
	if (heading.field)
		return heading;
	if (of_stage && field_refers(of_stage, KIND_ROLE) && field_is_list(of_stage))
		return (struct heading_meaning){.sort = HEADING_GUESS,
						.field = field_row(FIELD_STEP_role)};
	return heading_by_last(KIND_STEP, column->title, arena);
}

const struct head_column *
head_find(const struct table_head *columns, enum head_sort sort)
{
	for (size_t i = 0; i < columns->count; i++)
		if (columns->items[i].sort == sort)
			return &columns->items[i];
	return NULL;
}

/* A column that may hold letters: one that nothing is known of, or whose heading was guessed at, as
 * in the name of a department. */
static bool
may_hold_parts(const struct head_column *column)
{
	return column->sort == HEAD_UNKNOWN ||
	       (column->sort == HEAD_FIELD && column->heading.sort == HEADING_GUESS &&
		field_refers(column->heading.field, KIND_ROLE));
}

/* Marks the columns that hold letters; gives how many. */
static size_t
mark_parts(struct table_head *columns, const struct foreign_table *table, size_t from,
	   struct arena *arena)
{
	size_t parts = 0, end = table->count - from < TRIED ? table->count : from + TRIED,
	       last = from;
	while (last + 1 < end && table->cells[last + 1].row - table->cells[last].row <= 1)
		last++;
	/* Below a blank row a legend may stand, which makes no other column of it. */
	uint32_t end_row = from < end ? table->cells[last].row + 1 : 0;
	for (size_t i = 0; i < columns->count; i++) {
		struct head_column *column = &columns->items[i];
		size_t yes = 0, no = 0;
		for (size_t j = from; may_hold_parts(column) && j < end; j++) {
			const struct foreign_cell *cell = &table->cells[j];
			if (cell->column != column->number || value_is_blank(arena, cell->text))
				continue;
			bool is = letters_of(arena, cell->text) != 0;
			yes += is;
			no += !is && cell->row < end_row;
		}
		/* It may follow without one. */
		if (yes > no * 4)
			column->sort = HEAD_PART;
		parts += column->sort == HEAD_PART;
	}
	return parts;
}

/* The first column that is nothing else, or one without a heading. */
static void
name_column(struct table_head *columns, const struct foreign_table *table, size_t from)
{
	for (size_t i = 0; i < columns->count; i++)
		if (columns->items[i].sort == HEAD_UNKNOWN) {
			columns->items[i].sort = HEAD_NAME;
			return;
		}
	if (from < table->count)
		columns->items[columns->count++] = (struct head_column){
		    .sort = HEAD_NAME, .number = table->cells[from].column, .title = ""};
}

void
head_find_parts(struct table_head *columns, const struct foreign_table *table,
		const struct foreign_row *row, size_t from, struct arena *arena)
{
	struct table_head found = columns->kind || !may_be_headings(row)
				      ? *columns
				      : head_as(KIND_STAGE, table, row, arena);
	if (found.kind != KIND_STAGE || mark_parts(&found, table, from, arena) < 2)
		return;
	if (!head_find(&found, HEAD_NAME) && !head_find(&found, HEAD_STEP))
		name_column(&found, table, from);
	*columns = found;
}
