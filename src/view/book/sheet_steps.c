/* SPDX-License-Identifier: MIT */
/* A row a step, in groups under the rows of their stages. */
#include "model/variant.h"
#include "view/book/listing.h"
#include "view/book/sheets.h"

enum { COLUMN_NUMBER, COLUMN_STAGE, OWN_COLUMNS };

static void
add_line(struct book *book, struct cell *cell, const struct entity *before)
{
	if (cell->count)
		cell_add(cell, &book->scratch, "\n", 0, 0);
	const char *number = before->kind == KIND_END ? "" : show_number(before, &book->scratch);
	cell_add(
	    cell, &book->scratch,
	    arena_printf(&book->scratch, "%s%s%s", number, *number ? " " : "", entity_name(before)),
	    0, 0);
}

/* By default one waits for the one before it: for each variant, the last before it that is there.
 * Those that only some variants have stand side by side. */
static void
add_before(struct book *book, struct cell *cell, const struct entity *entity,
	   const struct list *siblings)
{
	const struct list *variants = &book->model->document->variants;
	uint32_t own = entity->number - 1;
	bool *before = arena_array(&book->scratch, siblings->count, sizeof *before);
	for (uint32_t v = 0; v < variants->count; v++) {
		uint32_t i = own;
		while (i && !variant_has(variants->items[v], siblings->items[i - 1]))
			i--;
		if (i && variant_has(variants->items[v], entity))
			before[i - 1] = true;
	}
	if (!variants->count && own)
		before[own - 1] = true;
	for (uint32_t i = 0; i < own; i++)
		if (before[i])
			add_line(book, cell, siblings->items[i]);
}

/* What a stage or step waits for, given or by default. */
static struct cell
follows(struct book *book, const struct entity *entity, const struct refs *after,
	const struct list *siblings)
{
	struct cell cell = {0};
	for (uint32_t i = 0; i < after->count; i++)
		if (after->items[i].to)
			add_line(book, &cell, after->items[i].to);
	if (!after->pos.line)
		add_before(book, &cell, entity, siblings);
	return cell;
}

static void
write_parts(struct book *book, const struct listing *listing, struct row *row,
	    const struct entity *entity)
{
	for (enum raci letter = RACI_R; letter < RACI_COUNT; letter++)
		*listing_cell(listing, row, part_field(KIND_STEP, letter)->id) =
		    book_part(book, entity, letter);
}

/* The stage's own row: it heads the group of its steps. */
static void
write_head(struct book *book, const struct listing *listing, const struct stage *stage)
{
	struct row row = book_blank(book);
	row.head = true;
	row.about = &stage->base;
	struct cell *name = &row.cells[COLUMN_STAGE];
	*name = cell_text(&book->scratch, entity_name(&stage->base), 0);
	name->target = &stage->base;
	row.cells[COLUMN_NUMBER] =
	    cell_text(&book->scratch, show_number(&stage->base, &book->scratch), 0);
	row.cells[listing->closing] =
	    follows(book, &stage->base, &stage->after, &book->model->document->stages);
	static const struct {
		enum field_id column, source;
	} shown[] = {{FIELD_STEP_deadline, FIELD_STAGE_deadline},
		     {FIELD_STEP_outcomes, FIELD_STAGE_outcomes}};
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		*listing_cell(listing, &row, shown[i].column) =
		    book_field(book, &stage->base, field_row(shown[i].source));
	write_parts(book, listing, &row, &stage->base);
	*listing_cell(listing, &row, FIELD_STEP_id) = cell_text(&book->scratch, stage->base.id, 0);
	for (uint32_t i = 0; i < listing->form.count; i++)
		row.cells[i].tint = TINT_GROUP;
	if (book_mark(&stage->base))
		name->tint = book_mark(&stage->base);
	book_mark_risk(book, listing_cell(listing, &row, FIELD_STEP_deadline), &stage->base);
	book_row(book, &row);
}

static void
write_step(struct book *book, const struct listing *listing, const struct stage *stage,
	   const struct step *step, unsigned level)
{
	const struct entity *outer = step->base.parent;
	struct row row = listing_row(book, listing, &step->base);
	row.level = level;
	row.cells[COLUMN_STAGE] = cell_text(&book->scratch, entity_name(&stage->base), LOOK_FAINT);
	row.cells[COLUMN_NUMBER] =
	    cell_text(&book->scratch, show_number(&step->base, &book->scratch), 0);
	row.cells[listing->closing] =
	    follows(book, &step->base, &step->after,
		    outer->kind == KIND_STEP ? &step_of(outer)->steps : &stage->steps);
	write_parts(book, listing, &row, &step->base);
	enum tint mark = book_mark(&step->base);
	listing_cell(listing, &row, FIELD_STEP_name)->tint = mark        ? mark
							     : level > 1 ? TINT_NONE
									 : TINT_NAME;
	book_mark_risk(book, listing_cell(listing, &row, FIELD_STEP_deadline), &step->base);
	*listing_cell(listing, &row, FIELD_STEP_id) =
	    cell_text(&book->scratch, book_path(book, &step->base), 0);
	book_row(book, &row);
}

void
write_steps(struct book *book)
{
	const struct list *stages = &book->model->document->stages;
	static const enum field_id also[] = {
	    FIELD_STEP_outcomes,    FIELD_STEP_attachments, FIELD_STEP_key,     FIELD_STEP_blocking,
	    FIELD_STEP_accountable, FIELD_STEP_consulted,   FIELD_STEP_informed};
	struct listing listing =
	    listing_new(book, SHEET_STEPS, KIND_STEP,
			(struct listing_wish){.own = OWN_COLUMNS,
					      .closing = 1,
					      .without = FIELD_STEP_steps,
					      .also = also,
					      .also_count = sizeof also / sizeof *also});
	listing.columns[COLUMN_STAGE] = (struct heading){
	    .title = field_title(book->voice, field_row(FIELD_STAGE_name), book->arena),
	    .key = "stage",
	    .width = 24,
	    .pick = PICK_STAGE};
	listing.columns[COLUMN_NUMBER] =
	    (struct heading){.title = show_word(book->voice, WORD_NUMBER_SIGN),
			     .key = "number",
			     .width = 7,
			     .align = ALIGN_CENTER};
	listing.columns[listing.closing] =
	    (struct heading){.title = show_word(book->voice, WORD_FOLLOWS), .width = 28};
	listing_column(&listing, FIELD_STEP_name)->width = 32;
	listing.form.frozen = OWN_COLUMNS + 1; /* up to the name of the step */
	listing.form.lean = true;
	book_open(book, &listing.form);
	for (uint32_t i = 0; i < stages->count; i++) {
		const struct stage *stage = stage_at(stages, i);
		write_head(book, &listing, stage);
		for (uint32_t j = 0; j < stage->steps.count; j++) {
			const struct step *step = step_at(&stage->steps, j);
			write_step(book, &listing, stage, step, 1);
			for (uint32_t k = 0; k < step->steps.count; k++)
				write_step(book, &listing, stage, step_at(&step->steps, k), 2);
		}
	}
	book_close(book);
}
