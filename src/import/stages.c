/* SPDX-License-Identifier: MIT */
#include "import/stages.h"

#include "import/aside.h"
#include "import/letters.h"
#include "import/names.h"
#include "import/value.h"
#include "model/fields.h"
#include "text/marker.h"

#include <string.h>

/* A table as it is read: the rows of one stage at a time. */
struct stage_reader {
	struct assembly *assembly;
	const struct table_head *columns;
	const struct foreign_table *table;
	const struct head_column *name, *step, *number;
	bool sections;            /* stages stand in rows of their own */
	struct foreign_row *rows; /* of the stage */
	size_t count;
	bool *of_stage;                   /* by column: it says something once for all of them */
	const struct foreign_cell *title; /* where the stage is named */
	struct map numbers;               /* № → name */
	unsigned stages;                  /* so far */
	bool legend;                      /* what stands below the letters has begun */
};

static struct piece_source
source_of(const struct stage_reader *r, const struct foreign_cell *cell)
{
	return assembly_source(
	    r->assembly, foreign_place(r->assembly->arena, r->table, cell->row, cell->column));
}

/* A cell of a row that says something of its own. */
static const struct foreign_cell *
own_cell(const struct stage_reader *r, const struct foreign_row *row,
	 const struct head_column *column)
{
	const struct foreign_cell *cell = column ? foreign_row_cell(row, column->number) : NULL;
	return cell && !value_is_blank(r->assembly->arena, cell->text) ? cell : NULL;
}

/* Puts a cell's value where it belongs: a step has fields of the same headings. */
static void
take_cell(struct stage_reader *r, struct import_piece *thing, const struct head_column *column,
	  const struct foreign_cell *cell, bool step)
{
	struct assembly *a = r->assembly;
	struct heading_meaning heading =
	    step ? head_step_meaning(column, a->arena) : column->heading;
	const struct import_value value = {thing, &heading, cell->text, source_of(r, cell)};
	if (heading.field)
		value_take(a, &value);
	else
		value_take_own(a, step ? (enum kind)KIND_STEP : (enum kind)KIND_STAGE,
			       column->title, &value);
}

/* «R» in a role's column, with what each letter stands for. */
static void
take_parts(struct stage_reader *r, struct import_piece *thing, const struct head_column *column,
	   const struct foreign_cell *cell, bool step)
{
	static const struct {
		enum letters_part part;
		enum field_id stage, step;
	} parts[] = {{LETTERS_RESPONSIBLE, FIELD_STAGE_responsible, FIELD_STEP_role},
		     {LETTERS_ACCOUNTABLE, FIELD_STAGE_accountable, FIELD_STEP_accountable},
		     {LETTERS_CONSULTED, FIELD_STAGE_consulted, FIELD_STEP_consulted},
		     {LETTERS_INFORMED, FIELD_STAGE_informed, FIELD_STEP_informed}};
	struct piece_source source = source_of(r, cell);
	unsigned letters = letters_of(r->assembly->arena, cell->text);
	if (!letters) {
		assembly_remark(r->assembly, REMARK_STRAY, source, cell->text, NULL);
		return;
	}
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		struct heading_meaning heading = {
		    .sort = HEADING_KEY, .field = field_row(step ? parts[i].step : parts[i].stage)};
		const struct import_value value = {thing, &heading, column->title, source};
		if (letters & parts[i].part)
			value_take(r->assembly, &value);
	}
}

static void
take_column(struct stage_reader *r, struct import_piece *thing, const struct head_column *column,
	    const struct foreign_cell *cell, bool step)
{
	if (column->sort == HEAD_PART)
		take_parts(r, thing, column, cell, step);
	else
		take_cell(r, thing, column, cell, step);
}

/* A column tells of the stage where it says something in the first of its rows alone. */
static void
find_of_stage(struct stage_reader *r)
{
	r->of_stage = arena_array(r->assembly->arena, r->columns->count, sizeof *r->of_stage);
	for (size_t j = 0; j < r->columns->count && r->count; j++) {
		const struct head_column *column = &r->columns->items[j];
		bool once = own_cell(r, &r->rows[0], column) && (r->count == 1 || !r->sections);
		for (size_t i = 1; i < r->count && once; i++) {
			const struct foreign_cell *cell = own_cell(r, &r->rows[i], column);
			once = !cell || cell->repeated;
		}
		r->of_stage[j] = once;
	}
}

/* Steps, of the rows that name one. */
static void
take_steps(struct stage_reader *r, struct import_piece *stage, const struct head_column *named)
{
	struct import_piece *step = NULL;
	for (size_t i = 0; i < r->count; i++) {
		const struct foreign_cell *cell = own_cell(r, &r->rows[i], named);
		if (cell && !cell->repeated)
			step = value_add_step(r->assembly, stage, cell->text, source_of(r, cell));
		for (size_t j = 0; step && j < r->columns->count; j++) {
			const struct head_column *column = &r->columns->items[j];
			const struct foreign_cell *said = own_cell(r, &r->rows[i], column);
			if (said && column != named && column != r->name &&
			    column->sort != HEAD_NAME && column->sort != HEAD_NUMBER &&
			    !r->of_stage[j])
				take_column(r, step, column, said, true);
		}
	}
}

static size_t
count_steps(const struct stage_reader *r, const struct head_column *named)
{
	size_t count = 0;
	for (size_t i = 0; i < r->count; i++) {
		const struct foreign_cell *cell = own_cell(r, &r->rows[i], named);
		count += cell && !cell->repeated;
	}
	return count;
}

/* What is said of the stage, in one row or in several that go on with it. */
static void
take_stage(struct stage_reader *r, struct import_piece *stage, bool stepwise)
{
	for (size_t j = 0; j < r->columns->count; j++) {
		const struct head_column *column = &r->columns->items[j];
		bool own =
		    column != r->name && column->sort != HEAD_NAME && column->sort != HEAD_NUMBER;
		if (!own || (stepwise && (column->sort == HEAD_STEP || !r->of_stage[j])))
			continue;
		for (size_t i = 0; i < r->count; i++) {
			const struct foreign_cell *cell = own_cell(r, &r->rows[i], column);
			if (cell && (i == 0 || !cell->repeated))
				take_column(r, stage, column, cell, false);
		}
	}
}

/* The number of a stage is in its column, before its name, or not written at all. */
static void
note_number(struct stage_reader *r, const char *name)
{
	struct arena *arena = r->assembly->arena;
	const struct foreign_cell *cell = r->count ? own_cell(r, &r->rows[0], r->number) : NULL;
	const char *text = r->title->text;
	struct item_marker marker = marker_of(text, text + strlen(text));
	bool told = marker.form == MARKER_NUMBER || marker.form == MARKER_PART;
	r->stages++;
	if (cell)
		*map_at(&r->numbers, cell->text) = (void *)(uintptr_t)name;
	else
		*map_at(&r->numbers, arena_printf(arena, "%u", told ? marker.number : r->stages)) =
		    (void *)(uintptr_t)name;
}

/* The rows of a stage become it. One that another table has told of is gone on with. */
static void
finish_stage(struct stage_reader *r)
{
	if (!r->title)
		return;
	struct assembly *a = r->assembly;
	const struct head_column *named = r->sections ? (r->step ? r->step : r->name) : r->step;
	const char *name = assembly_name(a, r->title->text);
	struct import_piece *stage = assembly_find_stage(a, name);
	if (!stage)
		stage = assembly_add_stage(a, name, source_of(r, r->title));
	note_number(r, piece_found_text(stage, field_row(FIELD_STAGE_name)));
	find_of_stage(r);
	/* One step is the stage's own cell, unless it stands below it. */
	size_t most = r->count && own_cell(r, &r->rows[0], named) ? 1 : 0;
	bool stepwise = named && (r->sections || count_steps(r, named) > most);
	take_stage(r, stage, stepwise);
	if (stepwise)
		take_steps(r, stage, named);
	r->count = 0;
	r->title = NULL;
}

static void
add_row(struct stage_reader *r, const struct foreign_row *row)
{
	r->rows = arena_grow(r->assembly->arena, r->rows, r->count, 1, sizeof *r->rows);
	r->rows[r->count++] = *row;
}

/* True when a row names another stage than the one before it. */
static bool
begins_stage(const struct stage_reader *r, const struct foreign_row *row)
{
	const struct foreign_cell *cell = own_cell(r, row, r->name);
	if (r->sections)
		return row->count == 1;
	if (!cell || cell->repeated)
		return false;
	/* Where steps have rows of their own, the stage may be named in each of them. */
	return !r->title || !r->step || strcmp(cell->text, r->title->text) != 0;
}

/* Rows of one cell over rows of several: names of stages, if there is no other column of them. */
static bool
has_sections(const struct stage_reader *r)
{
	struct foreign_row row;
	size_t sections = 0, others = 0;
	uint32_t before = UINT32_MAX;
	for (size_t at = 0; foreign_next_row(r->table, &at, &row); before = row.number) {
		if (aside_is_remark(&row, before))
			continue;
		if (row.count == 1 && !others && !sections)
			sections++;
		else if (row.count == 1)
			sections += others > 0;
		else
			others++;
		if (others && !sections)
			return false;
	}
	return sections && others;
}

static void
begin(struct stage_reader *r)
{
	bool parts = head_find(r->columns, HEAD_PART);
	r->name = head_find(r->columns, HEAD_NAME);
	r->step = head_find(r->columns, HEAD_STEP);
	r->number = head_find(r->columns, HEAD_NUMBER);
	r->sections = (!r->name || (parts && !r->step)) && has_sections(r);
	if (!r->name && !r->sections) {
		r->name = r->step;
		r->step = NULL;
	}
}

/* A remark of one cell, or below a chart of responsibility the legend: rows that hold no letter. */
static bool
is_aside(struct stage_reader *r, const struct foreign_row *row, uint32_t before)
{
	bool gap = row->number > before && row->number - before > 1;
	if (aside_is_remark(row, before))
		return true;
	if (!head_find(r->columns, HEAD_PART) || (!gap && !r->legend))
		return false;
	r->legend = row->count > 1;
	for (size_t j = 0; j < r->columns->count; j++) {
		const struct head_column *column = &r->columns->items[j];
		const struct foreign_cell *cell =
		    column->sort == HEAD_PART ? own_cell(r, row, column) : NULL;
		if (cell && letters_of(r->assembly->arena, cell->text))
			r->legend = false;
	}
	return r->legend;
}

/* The next row that is none of the samples and remarks; those that are remarks are said. */
static bool
next_row(struct stage_reader *r, size_t *at, struct foreign_row *row)
{
	uint32_t before = *at ? r->table->cells[*at - 1].row : UINT32_MAX;
	for (; foreign_next_row(r->table, at, row); before = row->number) {
		if (aside_is_sample(row->cells->text))
			continue;
		if (!is_aside(r, row, before))
			return true;
		for (size_t i = 0; i < row->count; i++)
			assembly_remark(r->assembly, REMARK_UNDER_TABLE,
					source_of(r, &row->cells[i]), row->cells[i].text, NULL);
	}
	return false;
}

void
stages_take(struct assembly *assembly, const struct table_head *columns,
	    const struct foreign_table *rows)
{
	struct stage_reader r = {.assembly = assembly, .columns = columns, .table = rows};
	struct foreign_row row;
	begin(&r);
	for (size_t at = 0; next_row(&r, &at, &row);) {
		if (begins_stage(&r, &row)) {
			finish_stage(&r);
			r.title = r.sections ? row.cells : own_cell(&r, &row, r.name);
			if (!r.sections)
				add_row(&r, &row);
		} else if (r.title) {
			add_row(&r, &row);
		} else {
			assembly_remark(assembly, REMARK_STRAY, source_of(&r, row.cells),
					row.cells->text, NULL);
		}
	}
	finish_stage(&r);
	names_settle(assembly, &r.numbers);
	map_free(&r.numbers);
}

void
stages_take_steps(struct assembly *assembly, const struct table_head *columns,
		  const struct foreign_table *rows, struct import_piece *thing)
{
	struct stage_reader r = {.assembly = assembly, .columns = columns, .table = rows};
	struct foreign_row row;
	for (size_t at = 0; next_row(&r, &at, &row);)
		add_row(&r, &row);
	r.of_stage = arena_array(assembly->arena, columns->count, sizeof *r.of_stage);
	take_steps(&r, thing, head_find(columns, HEAD_STEP));
}
