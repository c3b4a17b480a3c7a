/* SPDX-License-Identifier: MIT */
/* The register as a workbook: a sheet of what is due, and a sheet of processes. */
#include "emit/xlsx/table.h"
#include "register/forms.h"

enum { DUE_COLUMNS = 5 };

static struct cell
text_cell(const struct register_sight *sight, const char *text, enum tint tint)
{
	struct cell cell = cell_text(sight->arena, text, 0);
	cell.tint = tint;
	return cell;
}

static struct row
due_row(const struct register_sight *sight, const struct register_due *due)
{
	struct arena *arena = sight->arena;
	enum tint tint = sight_is_late(sight, due) ? TINT_RISK : TINT_NONE;
	struct cell *cells = arena_array(arena, DUE_COLUMNS + 1, sizeof *cells);
	cells[0] =
	    due->dated ? cell_date(due->day) : text_cell(sight, sight_day(sight, due), TINT_NONE);
	cells[0].tint = tint;
	cells[1] = text_cell(sight, sight_distance(sight, due), tint);
	cells[2] = text_cell(sight, due->row->name, TINT_NAME);
	cells[3] = text_cell(sight, sight_due(sight, due), TINT_NONE);
	cells[4] = text_cell(sight, due->row->owner ? due->row->owner : "", TINT_NONE);
	return (struct row){.cells = cells};
}

static struct xlsx_table
due_table(const struct register_sight *sight)
{
	static const enum word titles[DUE_COLUMNS] = {WORD_REGISTER_WHEN, WORD_REGISTER_DISTANCE,
						      WORD_REGISTER_PROCESS, WORD_REGISTER_WHAT,
						      WORD_REGISTER_OWNER};
	static const double widths[DUE_COLUMNS] = {13, 24, 40, 50, 26};
	struct heading *columns = arena_array(sight->arena, DUE_COLUMNS, sizeof *columns);
	struct row *rows = arena_array(sight->arena, sight->due_count, sizeof *rows);
	for (size_t i = 0; i < DUE_COLUMNS; i++)
		columns[i] = (struct heading){.title = show_word(&sight->voice, titles[i]),
					      .width = widths[i]};
	for (uint32_t i = 0; i < sight->due_count; i++)
		rows[i] = due_row(sight, sight->dues[i]);
	return (struct xlsx_table){.title = show_word(&sight->voice, WORD_REGISTER_DUE),
				   .columns = columns,
				   .column_count = DUE_COLUMNS,
				   .rows = rows,
				   .row_count = sight->due_count};
}

static struct cell
value_cell(const struct register_sight *sight, const struct register_value *value)
{
	switch (value->kind) {
	case REGISTER_DATE:
		return cell_date(value->day);
	case REGISTER_COUNT:
		return cell_number(value->count);
	default:
		return text_cell(sight, sight_value(sight, value), TINT_NONE);
	}
}

static struct xlsx_table
process_table(const struct register_sight *sight)
{
	uint32_t count = 0;
	while (register_columns[count].key)
		count++;
	struct heading *columns = arena_array(sight->arena, count, sizeof *columns);
	struct row *rows = arena_array(sight->arena, sight->row_count, sizeof *rows);
	for (uint32_t i = 0; i < count; i++)
		columns[i] =
		    (struct heading){.title = register_columns[i].titles[sight->voice.lang],
				     .width = register_columns[i].width};
	for (uint32_t i = 0; i < sight->row_count; i++) {
		rows[i].cells = arena_array(sight->arena, count + 1, sizeof *rows[i].cells);
		for (uint32_t j = 0; j < count; j++) {
			struct register_value value =
			    register_columns[j].value(sight, sight->rows[i]);
			rows[i].cells[j] = value_cell(sight, &value);
		}
		rows[i].cells[0].tint = TINT_NAME;
	}
	return (struct xlsx_table){.title = show_word(&sight->voice, WORD_REGISTER_PROCESSES),
				   .columns = columns,
				   .column_count = count,
				   .rows = rows,
				   .row_count = sight->row_count};
}

int
form_xlsx(const struct register_sight *sight, struct buf *out)
{
	const struct xlsx_table tables[] = {due_table(sight), process_table(sight)};
	const struct xlsx_tables book = {.voice = &sight->voice,
					 .heading = show_word(&sight->voice, WORD_REGISTER),
					 .tables = tables,
					 .count = sizeof tables / sizeof *tables,
					 .workplace = sight->wish->workplace};
	return xlsx_tables_write(&book, out);
}
