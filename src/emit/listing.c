/* SPDX-License-Identifier: MIT */
#include "emit/listing.h"

#include <string.h>

/* How wide a field's column is, by what it holds; members that need another width are named in widths[]. */
static const struct {
	const char *member;
	double width;
} widths[] = {{"name", 22}, {"term", 24}, {"definition", 78}, {"steps", 42}, {"duties", 44}, {"deadline_control", 34}, {"checkpoints", 38},
    {"responsible", 18}, {"deadline", 9}, {"goal", 24}, {"result", 24}, {"href", 40}, {"changes", 60}, {"note", 40}, {NULL, 0}};

static double
width_of(const struct field *field)
{
	for (size_t i = 0; widths[i].member; i++)
		if (strcmp(widths[i].member, field->member) == 0)
			return widths[i].width;
	switch (field->type) {
	case TYPE_DATE:
	case TYPE_NUMBER:
	case TYPE_FLAG:
	case TYPE_DURATION:
	case TYPE_COLOR:
		return 12;
	case TYPE_CHOICE:
	case TYPE_TEXT:
	case TYPE_REF:
	case TYPE_REFS:
	case TYPE_PERIOD:
		return 18;
	case TYPE_TEXTS:
		return 24;
	case TYPE_PROSE:
	case TYPE_PROSES:
	case TYPE_MANY:
	case TYPE_NOTES:
	case TYPE_DATES:
	case TYPE_CHOICES:
	case TYPE_ONE:
		break;
	}
	return 30;
}

static enum pick
pick_of(const struct field *field)
{
	if (field->type == TYPE_CHOICE)
		return PICK_CHOICE;
	if (field->type == TYPE_FLAG)
		return PICK_FLAG;
	if (field->type != TYPE_REF && field->type != TYPE_REFS)
		return PICK_NONE;
	switch (field->argument) {
	case KIND_ROLE:
		return PICK_ROLE;
	case KIND_STAGE:
		return PICK_STAGE;
	case KIND_VARIANT:
		return PICK_VARIANT;
	default:
		return PICK_NONE;
	}
}

/* Whether a number or a short value, that reads best in the middle. */
static enum align
align_of(const struct field *field)
{
	switch (field->type) {
	case TYPE_DATE:
	case TYPE_NUMBER:
	case TYPE_FLAG:
	case TYPE_DURATION:
		return ALIGN_CENTER;
	default:
		return ALIGN_LEFT;
	}
}

static bool
has_table(enum kind kind)
{
	return field_flagged(kind, F_TABLE) != NULL;
}

static bool
is_id(const struct field *field)
{
	return strcmp(field->member, "id") == 0;
}

/* The three groups of columns, in the order shown. */
enum group { GROUP_MAIN, GROUP_EXTRA, GROUP_ID, GROUP_COUNT };

static enum group
group_of(const struct field *field)
{
	if (is_id(field))
		return GROUP_ID;
	if (has_table(field->kind))
		return field->flags & (F_TABLE | F_OWN) ? GROUP_MAIN : GROUP_EXTRA;
	return field->flags & F_PLUMBING ? GROUP_EXTRA : GROUP_MAIN;
}

static void
add_column(struct book *book, struct listing *listing, const struct field *field, enum group group)
{
	uint32_t i = listing->form.count++;
	listing->fields[i] = field;
	listing->columns[i] = (struct heading){.title = field_title(book->model, field, book->arena), .width = width_of(field),
	    .align = align_of(field), .pick = pick_of(field), .choices = field->argument, .extra = group != GROUP_MAIN};
}

struct listing
listing_new(struct book *book, enum sheet_id sheet, enum kind kind, uint32_t own, const char *without)
{
	const struct field **fields = book->model->fields[kind];
	uint32_t count = 0;
	while (fields[count])
		count++;
	struct listing listing = {.kind = kind, .own = own};
	listing.columns = arena_array(book->arena, own + count + 1, sizeof *listing.columns);
	listing.fields = arena_array(book->arena, own + count + 1, sizeof *listing.fields);
	listing.form = (struct form){.id = sheet, .title = sheet_title(book->model, sheet), .file = sheet_key(sheet),
	    .columns = listing.columns, .count = own, .frozen = 1};
	for (enum group group = GROUP_MAIN; group < GROUP_COUNT; group++)
		for (uint32_t i = 0; i < count; i++)
			if (group_of(fields[i]) == group && !(without && spelling_matches(without, fields[i]->member)))
				add_column(book, &listing, fields[i], group);
	return listing;
}

struct heading *
listing_column(struct listing *listing, const char *member)
{
	for (uint32_t i = listing->own; i < listing->form.count; i++)
		if (strcmp(listing->fields[i]->member, member) == 0)
			return &listing->columns[i];
	return NULL;
}

struct cell *
listing_cell(const struct listing *listing, struct row *row, const char *member)
{
	for (uint32_t i = listing->own; i < listing->form.count; i++)
		if (strcmp(listing->fields[i]->member, member) == 0)
			return &row->cells[i];
	return &row->cells[listing->form.count];
}

struct row
listing_row(struct book *book, const struct listing *listing, const struct entity *entity)
{
	struct row row = book_blank(book);
	for (uint32_t i = listing->own; i < listing->form.count; i++) {
		const struct field *field = listing->fields[i];
		if (is_id(field))
			row.cells[i] = cell_text(&book->scratch, entity->id, 0);
		else
			row.cells[i] = book_field(book, entity, field);
	}
	return row;
}
