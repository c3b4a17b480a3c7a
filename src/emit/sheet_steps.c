/* SPDX-License-Identifier: MIT */
/* A row a step, in groups under the rows of their stages. */
#include "emit/listing.h"

#include <string.h>

void write_steps(struct book *book);

enum { COLUMN_STAGE, COLUMN_NUMBER, COLUMN_FOLLOWS, OWN_COLUMNS };

/* The number of a stage or step in the process: 2, 2.1, 2.1.3. In the scratch. */
static const char *
number_of(struct book *book, const struct entity *entity)
{
	const char *number = "";
	for (; entity && (entity->kind == KIND_STEP || entity->kind == KIND_STAGE); entity = entity->parent)
		number = arena_printf(&book->scratch, "%u%s%s", entity->number, *number ? "." : "", number);
	return number;
}

/* The id by which a step is found: with those of its stage and outer step before it. In the scratch. */
static const char *
path_of(struct book *book, const struct entity *step)
{
	const char *path = step->id;
	for (const struct entity *at = step->parent; at && (at->kind == KIND_STEP || at->kind == KIND_STAGE); at = at->parent)
		path = arena_printf(&book->scratch, "%s/%s", at->id, path);
	return path;
}

static void
add_line(struct book *book, struct cell *cell, const struct entity *before)
{
	if (cell->count)
		cell_add(cell, &book->scratch, "\n", 0, 0);
	const char *number = before->kind == KIND_END ? "" : number_of(book, before);
	cell_add(cell, &book->scratch, arena_printf(&book->scratch, "%s%s%s", number, *number ? " " : "", entity_name(before)), 0, 0);
}

/* What a stage or step waits for, given or by default: the one before it. */
static struct cell
follows(struct book *book, const struct entity *entity, const struct refs *after, const struct list *siblings)
{
	struct cell cell = {0};
	for (uint32_t i = 0; i < after->count; i++)
		if (after->items[i].to)
			add_line(book, &cell, after->items[i].to);
	if (!after->pos.line && entity->number > 1)
		add_line(book, &cell, siblings->items[entity->number - 2]);
	return cell;
}

static enum tint
mark_of(bool blocking, bool key)
{
	return blocking ? TINT_BLOCKING : key ? TINT_KEY : TINT_NONE;
}

/* The stage's own row: it heads the group of its steps. */
static void
write_stage(struct book *book, const struct listing *listing, const struct stage *stage)
{
	struct row row = book_blank(book);
	row.head = true;
	row.about = &stage->base;
	for (uint32_t i = 0; i < listing->form.count; i++)
		row.cells[i].tint = TINT_GROUP;
	struct cell *cell = &row.cells[COLUMN_STAGE];
	*cell = cell_text(&book->scratch, entity_name(&stage->base), 0);
	cell->target = &stage->base;
	cell->tint = TINT_GROUP;
	row.cells[COLUMN_NUMBER] = cell_text(&book->scratch, number_of(book, &stage->base), 0);
	row.cells[COLUMN_FOLLOWS] = follows(book, &stage->base, &stage->after, &book->model->document->stages);
	*listing_cell(listing, &row, "deadline") =
	    cell_text(&book->scratch, show_duration(book->model, &stage->deadline, &book->scratch), 0);
	*listing_cell(listing, &row, "id") = cell_text(&book->scratch, stage->base.id, 0);
	cell = listing_cell(listing, &row, "role");
	for (uint32_t i = 0; i < stage->responsible.count; i++)
		if (stage->responsible.items[i].to) {
			cell_add(cell, &book->scratch, cell->count ? "\n" : "", 0, 0);
			book_add_role(book, cell, role_of(stage->responsible.items[i].to), 0);
		}
	for (uint32_t i = 0; i < listing->form.count; i++)
		row.cells[i].tint = TINT_GROUP;
	row.cells[COLUMN_STAGE].tint = mark_of(stage->blocking.on, stage->key.on) ? mark_of(stage->blocking.on, stage->key.on) : TINT_GROUP;
	book_row(book, &row);
}

static void
write_step(struct book *book, const struct listing *listing, const struct stage *stage, const struct step *step, unsigned level)
{
	const struct entity *outer = step->base.parent;
	struct row row = listing_row(book, listing, &step->base);
	row.level = level;
	row.about = &step->base;
	row.cells[COLUMN_STAGE] = cell_text(&book->scratch, entity_name(&stage->base), LOOK_FAINT);
	row.cells[COLUMN_NUMBER] = cell_text(&book->scratch, number_of(book, &step->base), 0);
	row.cells[COLUMN_FOLLOWS] =
	    follows(book, &step->base, &step->after, outer->kind == KIND_STEP ? &step_of(outer)->steps : &stage->steps);
	struct cell *name = listing_cell(listing, &row, "name");
	name->tint = mark_of(step->blocking.on, step->key.on) ? mark_of(step->blocking.on, step->key.on) : level > 1 ? TINT_NONE : TINT_NAME;
	*listing_cell(listing, &row, "id") = cell_text(&book->scratch, path_of(book, &step->base), 0);
	book_row(book, &row);
}

void
write_steps(struct book *book)
{
	const struct list *stages = &book->model->document->stages;
	struct listing listing = listing_new(book, SHEET_STEPS, KIND_STEP,
	    (struct listing_wish){.own = OWN_COLUMNS, .without = "steps", .also = "outcomes|attachments|key|blocking"});
	listing.columns[COLUMN_STAGE] = (struct heading){.title = kind_info(KIND_STAGE)->names[0], .width = 22, .pick = PICK_STAGE};
	listing.columns[COLUMN_STAGE].title = field_title(book->model, field_named(KIND_STAGE, "name"), book->arena);
	listing.columns[COLUMN_NUMBER] = (struct heading){.title = word(book->model, WORD_NUMBER_SIGN), .width = 7, .align = ALIGN_CENTER};
	listing.columns[COLUMN_FOLLOWS] = (struct heading){.title = word(book->model, WORD_FOLLOWS), .width = 24};
	listing_column(&listing, "name")->width = 32;
	listing_column(&listing, "deadline")->width = 11;
	book_open(book, &listing.form);
	for (uint32_t i = 0; i < stages->count; i++) {
		const struct stage *stage = stage_at(stages, i);
		write_stage(book, &listing, stage);
		for (uint32_t j = 0; j < stage->steps.count; j++) {
			const struct step *step = step_at(&stage->steps, j);
			write_step(book, &listing, stage, step, 1);
			for (uint32_t k = 0; k < step->steps.count; k++)
				write_step(book, &listing, stage, step_at(&step->steps, k), 2);
		}
	}
	book_close(book);
}
