/* SPDX-License-Identifier: MIT */
/* Runs as a workbook: a sheet for each, and one for who has work in several at once. */
#include "emit/xlsx/table.h"
#include "run/forms.h"
#include "run/load.h"

#include <string.h>

static struct cell
text_cell(const struct run_sights *sights, const char *text, enum tint tint)
{
	struct cell cell = *text ? cell_text(sights->arena, text, 0) : (struct cell){0};
	cell.tint = tint;
	return cell;
}

static enum tint
tint_of(const struct run_row *row)
{
	return row->item->outer == PLAN_NONE       ? TINT_GROUP
	       : row->item->state == PROGRESS_LATE ? TINT_RISK
						   : TINT_NAME;
}

static struct row
row_of(const struct run_sights *sights, const struct run_row *from, uint32_t columns)
{
	struct row row = {.cells = arena_array(sights->arena, columns + 1, sizeof *row.cells)};
	for (uint32_t i = 0; i < columns; i++) {
		struct run_value value = run_columns[i].value(from);
		row.cells[i] =
		    value.dated ? cell_date(value.day) : text_cell(sights, value.text, TINT_NONE);
	}
	row.cells[0].tint = tint_of(from);
	return row;
}

static struct xlsx_table
run_table(const struct run_sights *sights, const struct run_sight *run)
{
	uint32_t count = 0;
	while (run_columns[count].key)
		count++;
	struct heading *columns = arena_array(sights->arena, count, sizeof *columns);
	struct row *rows =
	    arena_array(sights->arena, (size_t)run->progress->count + 1, sizeof *rows);
	uint32_t row_count = 0;
	for (uint32_t i = 0; i < count; i++)
		columns[i] = (struct heading){.title = run_columns[i].titles[sights->lang],
					      .width = run_columns[i].width};
	for (uint32_t i = 0; i < run->progress->count; i++) {
		const struct run_row row = {run, &run->progress->items[i], sights->arena};
		if (row.item->whole || run_is_step(sights, &row))
			rows[row_count++] = row_of(sights, &row, count);
	}
	return (struct xlsx_table){.title = run_title(run),
				   .columns = columns,
				   .column_count = count,
				   .rows = rows,
				   .row_count = row_count};
}

enum { LOAD_COLUMNS = 4 };

static struct xlsx_table
load_table(const struct run_sights *sights, const struct run_load *loads, uint32_t count)
{
	static const enum word titles[LOAD_COLUMNS] = {WORD_RUN_WHO, WORD_RUN_FROM, WORD_RUN_TO,
						       WORD_REGISTER_WHAT};
	static const double widths[LOAD_COLUMNS] = {30, 13, 13, 80};
	struct heading *columns = arena_array(sights->arena, LOAD_COLUMNS, sizeof *columns);
	struct row *rows = arena_array(sights->arena, (size_t)count + 1, sizeof *rows);
	const struct voice *voice = &sights->runs[0].voice;
	for (size_t i = 0; i < LOAD_COLUMNS; i++)
		columns[i] =
		    (struct heading){.title = show_word(voice, titles[i]), .width = widths[i]};
	for (uint32_t i = 0; i < count; i++) {
		struct cell *cells = arena_array(sights->arena, LOAD_COLUMNS + 1, sizeof *cells);
		cells[0] = text_cell(sights, loads[i].person, TINT_NAME);
		cells[1] = cell_date(loads[i].from);
		cells[2] = cell_date(loads[i].to);
		cells[3] = text_cell(sights, run_load_what(sights, &loads[i]), TINT_NONE);
		rows[i].cells = cells;
	}
	return (struct xlsx_table){.title = show_word(voice, WORD_RUN_BUSY_SHORT),
				   .columns = columns,
				   .column_count = LOAD_COLUMNS,
				   .rows = rows,
				   .row_count = count};
}

int
run_form_xlsx(const struct run_sights *sights, struct buf *out)
{
	uint32_t count;
	const struct run_load *loads = run_loads(sights, &count);
	struct xlsx_table *tables =
	    arena_array(sights->arena, (size_t)sights->count + 1, sizeof *tables);
	for (uint32_t i = 0; i < sights->count; i++)
		tables[i] = run_table(sights, &sights->runs[i]);
	if (count)
		tables[sights->count] = load_table(sights, loads, count);
	const struct xlsx_tables book = {.voice = &sights->runs[0].voice,
					 .heading = run_title(&sights->runs[0]),
					 .tables = tables,
					 .count = sights->count + (count ? 1 : 0),
					 .workplace = sights->workplace};
	return xlsx_tables_write(&book, out);
}
