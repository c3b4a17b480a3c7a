/* SPDX-License-Identifier: MIT */
/* A stage on a sheet of its own: its fields one under the other, then its steps. For programs, a
 * plain table: the stage, its steps and their sub-steps in rows. */
#include "model/fields.h"
#include "view/book/sheets.h"

enum { LABEL, NAME, ROLE, DEADLINE, RESULT, CRITERIA, COLUMNS };

static const struct heading columns[COLUMNS] = {
    [LABEL] = {.width = 24},  [NAME] = {.width = 46},
    [ROLE] = {.width = 24},   [DEADLINE] = {.width = 13, .align = ALIGN_CENTER},
    [RESULT] = {.width = 34}, [CRITERIA] = {.width = 34}};

/* The fields of a step, by column. */
static const enum field_id step_fields[COLUMNS] = {[NAME] = FIELD_STEP_name,
						   [ROLE] = FIELD_STEP_role,
						   [DEADLINE] = FIELD_STEP_deadline,
						   [RESULT] = FIELD_STEP_result,
						   [CRITERIA] = FIELD_STEP_criteria};

/* Those of a stage that stand in the same columns. */
static const enum field_id stage_fields[COLUMNS] = {[NAME] = FIELD_STAGE_name,
						    [ROLE] = FIELD_STAGE_responsible,
						    [DEADLINE] = FIELD_STAGE_deadline,
						    [RESULT] = FIELD_STAGE_result,
						    [CRITERIA] = FIELD_STAGE_criteria};

static void
write_wide(struct book *book, struct cell cell, enum tint tint, double least)
{
	struct row row = book_blank(book);
	row.cells[LABEL] = cell;
	row.cells[LABEL].tint = tint;
	row.merge_to = COLUMNS - 1;
	row.least = least;
	book_row(book, &row);
}

static void
write_head(struct book *book, const struct stage *stage)
{
	const char *title =
	    arena_printf(&book->scratch, "%s. %s", show_number(&stage->base, &book->scratch),
			 entity_name(&stage->base));
	write_wide(book, cell_text(&book->scratch, title, 0), TINT_TITLE, 34);
	if (!book_has(book, SHEET_STAGES))
		return;
	struct cell back =
	    cell_text(&book->scratch, show_word(book->voice, WORD_BACK_TO_STAGES), LOOK_LINK);
	back.target = &stage->base;
	write_wide(book, back, TINT_NOTE, 0);
}

static void
write_fields(struct book *book, const struct stage *stage)
{
	for (const struct field **field = book->model->fields[KIND_STAGE]; *field; field++) {
		bool steps = field_holds(*field, KIND_STEP);
		if (steps || (*field)->flags & F_NAME || (*field)->flags & F_ID ||
		    !field_is_set(&stage->base, *field))
			continue;
		struct row row = book_blank(book);
		row.cells[LABEL] =
		    cell_text(&book->scratch, field_title(book->voice, *field, &book->scratch), 0);
		row.cells[LABEL].tint = TINT_LABEL;
		row.merge_from = NAME;
		row.merge_to = COLUMNS - 1;
		row.cells[NAME] = book_field(book, &stage->base, *field);
		row.cells[NAME].tint = TINT_VALUE;
		if ((*field)->id == FIELD_STAGE_deadline)
			book_mark_risk(book, &row.cells[NAME], &stage->base);
		book_row(book, &row);
	}
}

/* The titles of the table's columns; in arena. */
static const char *
column_title(struct book *book, uint32_t column, struct arena *arena)
{
	if (column == LABEL)
		return show_word(book->voice, WORD_NUMBER_SIGN);
	return field_title(book->voice, field_row(step_fields[column]), arena);
}

static void
write_step_titles(struct book *book)
{
	struct row row = book_blank(book);
	for (uint32_t i = 0; i < COLUMNS; i++) {
		row.cells[i] = cell_text(&book->scratch, column_title(book, i, &book->scratch), 0);
		row.cells[i].tint = TINT_HEAD;
	}
	book_row(book, &row);
}

/* Who does a step; then, by the titles of their fields, who else it names. */
static struct cell
roles_cell(struct book *book, const struct entity *step)
{
	struct cell cell = book_part(book, step, RACI_R);
	for (enum raci letter = RACI_A; letter < RACI_COUNT; letter++) {
		const struct field *field = part_field(KIND_STEP, letter);
		bool prose;
		struct texts names = show_field(book->voice, step, field, &prose, &book->scratch);
		const char *title = field_title(book->voice, field, &book->scratch);
		for (uint32_t i = 0; i < names.count; i++) {
			cell_add(&cell, &book->scratch, cell.count && !i ? "\n" : "", 0, 0);
			cell_add(&cell, &book->scratch,
				 i ? ", " : arena_printf(&book->scratch, "%s: ", title), LOOK_FAINT,
				 0);
			cell_add(&cell, &book->scratch, names.items[i].s, 0, 0);
		}
	}
	return cell;
}

static void
write_one_step(struct book *book, const struct entity *step)
{
	struct row row = book_blank(book);
	row.cells[LABEL] = cell_text(&book->scratch, show_number(step, &book->scratch), 0);
	for (uint32_t i = NAME; i < COLUMNS; i++)
		row.cells[i] = book_field(book, step, field_row(step_fields[i]));
	for (uint32_t i = 0; i < COLUMNS; i++)
		row.cells[i].tint = TINT_VALUE;
	row.cells[ROLE] = roles_cell(book, step);
	row.cells[ROLE].tint = TINT_VALUE;
	enum tint mark = book_mark(step);
	row.cells[NAME].tint = mark ? mark : TINT_VALUE;
	book_mark_risk(book, &row.cells[DEADLINE], step);
	book_row(book, &row);
}

static void
write_step_rows(struct book *book, const struct stage *stage)
{
	for (uint32_t i = 0; i < stage->steps.count; i++) {
		const struct step *step = step_at(&stage->steps, i);
		write_one_step(book, &step->base);
		for (uint32_t j = 0; j < step->steps.count; j++)
			write_one_step(book, step->steps.items[j]);
	}
}

static void
write_table(struct book *book, const struct stage *stage)
{
	struct heading titles[COLUMNS] = {0};
	for (uint32_t i = 0; i < COLUMNS; i++)
		titles[i].title = column_title(book, i, book->arena);
	const struct sheet_form form = {.id = SHEET_STAGE,
					.title = entity_name(&stage->base),
					.stage = stage,
					.columns = titles,
					.count = COLUMNS};
	book_open(book, &form);
	struct row row = book_blank(book);
	row.cells[LABEL] = cell_text(&book->scratch, show_number(&stage->base, &book->scratch), 0);
	for (uint32_t i = NAME; i < COLUMNS; i++)
		row.cells[i] = book_field(book, &stage->base, field_row(stage_fields[i]));
	book_add_approver(book, &row.cells[ROLE], &stage->base, "\n");
	book_row(book, &row);
	write_step_rows(book, stage);
	book_close(book);
}

static void
write_sheet(struct book *book, const struct stage *stage)
{
	const struct sheet_form form = {.id = SHEET_STAGE,
					.title = entity_name(&stage->base),
					.stage = stage,
					.columns = columns,
					.count = COLUMNS,
					.free = true};
	book_open(book, &form);
	write_head(book, stage);
	write_fields(book, stage);
	if (stage->steps.count) {
		struct row gap = book_blank(book);
		book_row(book, &gap);
		write_step_titles(book);
	}
	write_step_rows(book, stage);
	book_close(book);
}

void
write_stage(struct book *book)
{
	const struct list *stages = &book->model->document->stages;
	for (uint32_t i = 0; i < stages->count; i++)
		(book->writer->visual ? write_sheet : write_table)(book, stage_at(stages, i));
}
