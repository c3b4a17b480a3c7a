/* SPDX-License-Identifier: MIT */
/* What was learnt, tried, signed and changed: retrospective, pilots, approval, acknowledgement,
 * change list; and the
 * materials. */
#include "model/visit.h"
#include "plan/pilot.h"
#include "plan/signing_said.h"
#include "support/map.h"
#include "view/book/listing.h"
#include "view/book/sheets.h"

#include <stdlib.h>

static const double SIGNATURE_HEIGHT = 30;

enum { SPARE_ROWS = 6 }; /* for those who sign beside the ones foreseen */

/* Empty rows to sign in. Their cells have a tint, so that they are there and print. */
static void
write_spare(struct book *book, uint32_t columns)
{
	for (uint32_t i = 0; i < SPARE_ROWS; i++) {
		struct row row = book_blank(book);
		row.least = SIGNATURE_HEIGHT;
		for (uint32_t j = 0; j < columns; j++)
			row.cells[j].tint = TINT_VALUE;
		book_row(book, &row);
	}
}

/* A sheet of a list's things, as the table of fields has them. */
static void
write_list(struct book *book, enum sheet_id sheet, enum kind kind, const struct list *list)
{
	if (!list->count)
		return;
	struct listing listing = listing_new(book, sheet, kind, (struct listing_wish){0});
	book_open(book, &listing.form);
	for (uint32_t i = 0; i < list->count; i++) {
		struct row row = listing_row(book, &listing, list->items[i]);
		book_row(book, &row);
	}
	book_close(book);
}

/* What a sheet of signatures has beside the fields. */
enum { SIGNED_STATE, SIGNED_HERE, SIGNED_CLOSING };

/* What a signature is worth. */
static const char *
state_of(struct book *book, const struct entity *signature)
{
	if (signature->kind == KIND_ACKNOWLEDGEMENT)
		return signing_said_reading(book->model, acknowledgement_of(signature),
					    book->voice->lang, &book->scratch);
	return signing_said_approval(book->model, signing_revision(book->model, &book->scratch),
				     approval_of(signature), book->voice->lang, &book->scratch);
}

/* A sheet of signatures with their state and a column to sign in. */
static void
write_signatures(struct book *book, enum sheet_id sheet, enum kind kind, const struct list *list)
{
	if (!list->count)
		return;
	struct listing listing =
	    listing_new(book, sheet, kind, (struct listing_wish){.closing = SIGNED_CLOSING});
	struct heading *columns = &listing.columns[listing.closing];
	columns[SIGNED_STATE] =
	    (struct heading){.title = show_word(book->voice, WORD_SIGNATURE_STATE), .width = 30};
	columns[SIGNED_HERE] =
	    (struct heading){.title = show_word(book->voice, WORD_SIGNATURE), .width = 28};
	book_open(book, &listing.form);
	for (uint32_t i = 0; i < list->count; i++) {
		struct row row = listing_row(book, &listing, list->items[i]);
		row.cells[listing.closing + SIGNED_STATE] =
		    cell_text(&book->scratch, state_of(book, list->items[i]), 0);
		row.least = SIGNATURE_HEIGHT;
		book_row(book, &row);
	}
	if (book->writer->visual)
		write_spare(book, listing.form.count);
	book_close(book);
}

void
write_approvals(struct book *book)
{
	write_signatures(book, SHEET_APPROVALS, KIND_APPROVAL, &book->model->document->approvals);
}

void
write_interviews(struct book *book)
{
	write_list(book, SHEET_INTERVIEWS, KIND_INTERVIEW, &book->model->document->interviews);
}

void
write_acknowledgements(struct book *book)
{
	write_signatures(book, SHEET_ACKNOWLEDGEMENTS, KIND_ACKNOWLEDGEMENT,
			 &book->model->document->acknowledgements);
}

void
write_history(struct book *book)
{
	write_list(book, SHEET_HISTORY, KIND_REVISION, &book->model->document->history);
}

enum {
	RETRO_SECTION,
	RETRO_ENTRY,
	RETRO_STAGE,
	RETRO_CAUSE,
	RETRO_FIX,
	RETRO_VERSION,
	RETRO_COLUMNS
};

static const char *
title_of(struct book *book, enum field_id field)
{
	return field_title(book->voice, field_row(field), book->arena);
}

static const char *
member_of(enum field_id field)
{
	return field_row(field)->member;
}

static const char *
section_of(struct book *book, const struct field *field)
{
	return field_title(book->voice, field, book->arena);
}

/* A row of one thing learnt, an item of a field or all of it (0); none where nothing is. */
static void
write_entry(struct book *book, const struct entity *retro, const struct field *field, uint32_t item,
	    struct cell entry)
{
	struct row row = book_blank(book);
	if (entry.type == CELL_NONE)
		return;
	row.about = retro;
	row.field = field;
	row.item = item;
	row.cells[RETRO_SECTION] = cell_text(&book->scratch, section_of(book, field), LOOK_BOLD);
	row.cells[RETRO_ENTRY] = entry;
	book_row(book, &row);
}

static void
write_entries(struct book *book, const struct entity *retro, const struct field *field)
{
	struct leaves texts = leaves_of(retro, field, LEAF_PROSE);
	struct leaf leaf;
	while (leaves_next(&texts, &leaf)) {
		struct cell cell = {0};
		book_add_prose(book, &cell, leaf_text(&leaf)->s);
		write_entry(book, retro, field, leaf.item + 1, cell);
	}
}

static void
write_problem(struct book *book, const char *section, const struct entity *problem)
{
	struct row row = book_blank(book);
	row.about = problem;
	row.cells[RETRO_SECTION] = cell_text(&book->scratch, section, LOOK_BOLD);
	row.cells[RETRO_ENTRY] = book_field(book, problem, field_row(FIELD_PROBLEM_name));
	row.cells[RETRO_STAGE] = book_field(book, problem, field_row(FIELD_PROBLEM_stage));
	row.cells[RETRO_CAUSE] = book_field(book, problem, field_row(FIELD_PROBLEM_cause));
	row.cells[RETRO_FIX] = book_field(book, problem, field_row(FIELD_PROBLEM_fix));
	row.cells[RETRO_VERSION] = book_field(book, problem, field_row(FIELD_PROBLEM_version));
	book_add_rest(book, &row.cells[RETRO_ENTRY], problem);
	book_row(book, &row);
}

static void
write_problems(struct book *book, const struct entity *retro, const struct field *field)
{
	struct leaves problems = leaves_of(retro, field, LEAF_THING);
	struct leaf leaf;
	while (leaves_next(&problems, &leaf))
		write_problem(book, section_of(book, field), leaf_thing(&leaf));
}

void
write_retrospective(struct book *book)
{
	const struct entity *retro = book->model->document->retrospective;
	if (!retro)
		return;
	const struct heading columns[RETRO_COLUMNS] = {
	    [RETRO_SECTION] = {.title = show_word(book->voice, WORD_SECTION), .width = 20},
	    [RETRO_ENTRY] = {.title = show_word(book->voice, WORD_ENTRY),
			     .key = member_of(FIELD_PROBLEM_name),
			     .width = 50},
	    [RETRO_STAGE] = {.title = title_of(book, FIELD_PROBLEM_stage),
			     .key = member_of(FIELD_PROBLEM_stage),
			     .width = 26,
			     .pick = PICK_STAGE},
	    [RETRO_CAUSE] = {.title = title_of(book, FIELD_PROBLEM_cause),
			     .key = member_of(FIELD_PROBLEM_cause),
			     .width = 36},
	    [RETRO_FIX] = {.title = title_of(book, FIELD_PROBLEM_fix),
			   .key = member_of(FIELD_PROBLEM_fix),
			   .width = 36},
	    [RETRO_VERSION] = {.title = title_of(book, FIELD_PROBLEM_version),
			       .key = member_of(FIELD_PROBLEM_version),
			       .width = 14},
	};
	const struct sheet_form form = {.id = SHEET_RETROSPECTIVE,
					.title = sheet_title(book->voice, SHEET_RETROSPECTIVE),
					.file = sheet_key(SHEET_RETROSPECTIVE),
					.columns = columns,
					.count = RETRO_COLUMNS,
					.frozen = 1};
	book_open(book, &form);
	for (const struct field **field = book->model->fields[KIND_RETROSPECTIVE]; *field;
	     field++) {
		if (field_holds(*field, KIND_PROBLEM))
			write_problems(book, retro, *field);
		else if (field_leaves(*field) == LEAF_PROSE)
			write_entries(book, retro, *field);
		else
			write_entry(book, retro, *field, 0, book_field(book, retro, *field));
	}
	book_close(book);
}

/* The columns of pilots: those of the pilot, then those of its stages with the planned time before
 * the actual one. */
enum {
	PILOT_STAGE_FIELD,
	PILOT_PLANNED,
	PILOT_ACTUAL,
	PILOT_RESULT,
	PILOT_FEEDBACK,
	PILOT_CLOSING
};

/* Pilots and what was tried in each share a sheet. */
static const char *
tried_key(struct book *book, enum field_id field)
{
	return arena_printf(book->arena, "%s.%s", member_of(FIELD_PILOT_stages), member_of(field));
}

static void
set_pilot_columns(struct book *book, struct listing *listing)
{
	struct heading *columns = &listing->columns[listing->closing];
	columns[PILOT_STAGE_FIELD] =
	    (struct heading){.title = title_of(book, FIELD_PILOT_STAGE_stage),
			     .key = tried_key(book, FIELD_PILOT_STAGE_stage),
			     .width = 36,
			     .pick = PICK_STAGE};
	columns[PILOT_PLANNED] = (struct heading){
	    .title = show_word(book->voice, WORD_PLANNED), .width = 28, .align = ALIGN_CENTER};
	columns[PILOT_ACTUAL] = (struct heading){.title = title_of(book, FIELD_PILOT_STAGE_actual),
						 .key = tried_key(book, FIELD_PILOT_STAGE_actual),
						 .width = 18,
						 .align = ALIGN_CENTER};
	columns[PILOT_RESULT] = (struct heading){.title = title_of(book, FIELD_PILOT_STAGE_result),
						 .key = tried_key(book, FIELD_PILOT_STAGE_result),
						 .width = 14,
						 .pick = PICK_CHOICE,
						 .choices = SET_PILOT_RESULT};
	columns[PILOT_FEEDBACK] = (struct heading){
	    .title = arena_printf(book->arena, "%s: %s", title_of(book, FIELD_PILOT_STAGE_stage),
				  title_of(book, FIELD_PILOT_STAGE_feedback)),
	    .key = tried_key(book, FIELD_PILOT_STAGE_feedback),
	    .width = 23};
	listing_column(listing, FIELD_PILOT_name)->width = 26;
	listing_column(listing, FIELD_PILOT_feedback)->width = 23;
}

static void
write_pilot_stage(struct book *book, const struct listing *listing, const struct pilot_stage *tried)
{
	struct row row = book_blank(book);
	struct cell *cells = &row.cells[listing->closing];
	row.about = &tried->base;
	row.level = 1;
	row.cells[0] = cell_text(&book->scratch, entity_name(tried->base.parent), LOOK_FAINT);
	cells[PILOT_STAGE_FIELD] =
	    book_field(book, &tried->base, field_row(FIELD_PILOT_STAGE_stage));
	cells[PILOT_ACTUAL] = book_field(book, &tried->base, field_row(FIELD_PILOT_STAGE_actual));
	cells[PILOT_RESULT] = book_field(book, &tried->base, field_row(FIELD_PILOT_STAGE_result));
	cells[PILOT_FEEDBACK] =
	    book_field(book, &tried->base, field_row(FIELD_PILOT_STAGE_feedback));
	book_add_rest(book, &cells[PILOT_FEEDBACK], &tried->base);
	cells[PILOT_PLANNED] =
	    cell_text(&book->scratch, pilot_planned(book->voice, tried, &book->scratch), 0);
	cells[PILOT_RESULT].tint = pilot_was_late(tried) ? TINT_RISK : TINT_NONE;
	book_row(book, &row);
}

void
write_pilots(struct book *book)
{
	const struct list *pilots = &book->model->document->pilots;
	if (!pilots->count)
		return;
	struct listing listing = listing_new(
	    book, SHEET_PILOTS, KIND_PILOT,
	    (struct listing_wish){.closing = PILOT_CLOSING, .without = FIELD_PILOT_stages});
	set_pilot_columns(book, &listing);
	book_open(book, &listing.form);
	for (uint32_t i = 0; i < pilots->count; i++) {
		const struct pilot *pilot = pilot_at(pilots, i);
		struct row row = listing_row(book, &listing, &pilot->base);
		for (uint32_t j = 0; j < listing.form.count; j++)
			row.cells[j].tint = TINT_GROUP;
		book_row(book, &row);
		for (uint32_t j = 0; j < pilot->stages.count; j++)
			write_pilot_stage(book, &listing, pilot_stage_at(&pilot->stages, j));
	}
	book_close(book);
}

/* A material and one of those that use it. */
struct material_use {
	const struct attachment *attachment;
	const struct entity *user;
	uint32_t place; /* of the material in the list */
	uint32_t order; /* of the use */
};

struct uses {
	const struct model *model;
	struct material_use *items;
	size_t count;
	struct map places; /* by anchor: 1 + the place of a material */
	uint32_t materials;
};

static void
add_use(struct uses *uses, const struct entity *attachment, const struct entity *user)
{
	uses->items = list_grow(uses->items, uses->count, sizeof *uses->items);
	void **place = map_at(&uses->places, attachment->anchor);
	if (!*place)
		*place = (void *)(uintptr_t)++uses->materials;
	uses->items[uses->count] = (struct material_use){
	    attachment_of(attachment), user, (uint32_t)(uintptr_t)*place, (uint32_t)uses->count};
	uses->count++;
}

/* A norm without an address is only named, on the sheet of the process. */
static bool
is_material(const struct leaf *leaf)
{
	const struct entity *thing = leaf_thing(leaf);
	return thing->kind == KIND_ATTACHMENT &&
	       (leaf->field->id != FIELD_PROCESS_basis || attachment_of(thing)->href.s);
}

static void
find_material(void *data, const struct entity *entity, const struct leaf *leaf)
{
	bool *found = data;
	(void)entity;
	*found = *found || is_material(leaf);
}

bool
book_has_materials(const struct model *model)
{
	static const struct visitor visitor = {.leaves = LEAF_THING, .leaf = find_material};
	bool found = false;
	visit(model, &model->document->base, &visitor, &found);
	return found;
}

/* The materials that a thing names; those of the file's own list are used by nobody yet. */
static bool
add_uses(void *data, const struct entity *user)
{
	struct uses *uses = data;
	for (const struct field **field = uses->model->fields[user->kind]; *field; field++) {
		struct leaves materials = leaves_of(user, *field, LEAF_THING);
		struct leaf leaf;
		while (leaves_next(&materials, &leaf))
			if (is_material(&leaf))
				add_use(uses, leaf_thing(&leaf), user->parent ? user : NULL);
	}
	return true;
}

static int
compare_uses(const void *left, const void *right)
{
	const struct material_use *a = left, *b = right;
	if (a->place != b->place)
		return a->place < b->place ? -1 : 1;
	return a->order < b->order ? -1 : 1;
}

/* Every material, in the order of the file's list and then of the process. */
static void
collect_uses(struct uses *uses)
{
	static const struct visitor visitor = {.thing = add_uses};
	visit(uses->model, &uses->model->document->base, &visitor, uses);
	if (uses->count)
		qsort(uses->items, uses->count, sizeof *uses->items, compare_uses);
}

/* Who uses a material, a line each; the cell leads to the first stage. */
static struct cell
users_of(struct book *book, const struct material_use *uses, size_t count)
{
	struct cell cell = {0};
	for (size_t i = 0; i < count; i++) {
		const struct entity *user = uses[i].user;
		if (!user)
			continue;
		cell_add(&cell, &book->scratch, cell.count ? "\n" : "", 0, 0);
		const struct entity *stage = user->kind == KIND_STEP ? user->parent : NULL;
		while (stage && stage->kind == KIND_STEP)
			stage = stage->parent;
		bool numbered = stage || user->kind == KIND_STAGE;
		cell_add(&cell, &book->scratch,
			 numbered ? show_numbered(user, &book->scratch) : entity_name(user), 0, 0);
		if (!cell.target)
			cell.target = stage ? stage : user;
	}
	return cell;
}

void
write_attachments(struct book *book)
{
	struct uses uses = {.model = book->model};
	collect_uses(&uses);
	struct listing listing = listing_new(book, SHEET_ATTACHMENTS, KIND_ATTACHMENT,
					     (struct listing_wish){.closing = 1});
	listing.columns[listing.closing] =
	    (struct heading){.title = show_word(book->voice, WORD_USED_IN), .width = 60};
	listing_column(&listing, FIELD_ATTACHMENT_title)->width = 40;
	if (uses.count)
		book_open(book, &listing.form);
	for (size_t i = 0, next; i < uses.count; i = next) {
		for (next = i + 1;
		     next < uses.count && uses.items[next].place == uses.items[i].place; next++)
			continue;
		const struct attachment seen =
		    show_attachment(book->voice, uses.items[i].attachment);
		struct row row = listing_row(book, &listing, &seen.base);
		struct cell *title = listing_cell(&listing, &row, FIELD_ATTACHMENT_title),
			    *href = listing_cell(&listing, &row, FIELD_ATTACHMENT_href);
		if (title->type == CELL_NONE) /* an address alone is its own title */
			*title = cell_text(&book->scratch, seen.href.s, 0);
		title->tint = TINT_NAME;
		href->href = seen.href.s;
		row.cells[listing.closing] = users_of(book, &uses.items[i], next - i);
		book_row(book, &row);
	}
	if (uses.count)
		book_close(book);
	map_free(&uses.places);
	memory_free(uses.items);
}
