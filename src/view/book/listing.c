/* SPDX-License-Identifier: MIT */
#include "view/book/listing.h"

#include <string.h>

/* How wide a field's column is, by what it holds; members that need another width are named in
 * widths[]. */
static const struct {
	const char *member;
	double width;
} widths[] = {{"name", 34},        {"term", 24},        {"definition", 78},
	      {"steps", 42},       {"duties", 44},      {"deadline_control", 34},
	      {"checkpoints", 38}, {"responsible", 24}, {"deadline", 9},
	      {"goal", 24},        {"result", 24},      {"href", 40},
	      {"changes", 60},     {"note", 40},        {NULL, 0}};

static double
width_of(const struct field *field)
{
	for (size_t i = 0; widths[i].member; i++)
		if (strcmp(widths[i].member, field->member) == 0)
			return widths[i].width;
	switch (field->type) {
	case TYPE_DATE:
	case TYPE_NUMBER:
	case TYPE_DURATION:
	case TYPE_COLOR:
		return 12;
	case TYPE_FLAG:
		return 16;
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

enum pick
listing_pick(const struct field *field)
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

static bool
is_named(const char *members, const struct field *field)
{
	return members && spelling_matches(members, field->member);
}

static enum group
group_of(const struct field *field, const struct listing_wish *wish)
{
	if (is_id(field))
		return GROUP_ID;
	if (is_named(wish->also, field))
		return GROUP_MAIN;
	if (has_table(field->kind))
		return field->flags & (F_TABLE | F_OWN) ? GROUP_MAIN : GROUP_EXTRA;
	return field->flags & F_PLUMBING ? GROUP_EXTRA : GROUP_MAIN;
}

static void
add_column(struct book *book, struct listing *listing, const struct field *field, enum group group)
{
	uint32_t i = listing->form.count++;
	listing->fields[i] = field;
	listing->columns[i] =
	    (struct heading){.title = field_title(book->model, field, book->arena),
			     .width = width_of(field),
			     .align = align_of(field),
			     .pick = listing_pick(field),
			     .choices = field->argument,
			     .extra = group != GROUP_MAIN,
			     .again = group == GROUP_ID,
			     .many = field->type == TYPE_REFS};
}

struct listing
listing_new(struct book *book, enum sheet_id sheet, enum kind kind, struct listing_wish wish)
{
	const struct field **fields = book->model->fields[kind];
	uint32_t count = wish.own + wish.closing;
	for (uint32_t i = 0; fields[i]; i++)
		count++;
	struct listing listing = {.kind = kind};
	listing.columns = arena_array(book->arena, count + 1, sizeof *listing.columns);
	listing.fields = arena_array(book->arena, count + 1, sizeof *listing.fields);
	listing.form = (struct form){.id = sheet,
				     .title = sheet_title(book->model, sheet),
				     .file = sheet_key(sheet),
				     .columns = listing.columns,
				     .count = wish.own,
				     .frozen = 1};
	for (enum group group = GROUP_MAIN; group < GROUP_COUNT; group++) {
		for (uint32_t i = 0; fields[i]; i++)
			if (group_of(fields[i], &wish) == group &&
			    !is_named(wish.without, fields[i]))
				add_column(book, &listing, fields[i], group);
		if (group == GROUP_MAIN) {
			listing.closing = listing.form.count;
			listing.form.count += wish.closing;
		}
	}
	return listing;
}

/* The place of a member's column; where it is hidden, the spare place after the last. */
static uint32_t
index_of(const struct listing *listing, const char *member)
{
	uint32_t i = 0;
	while (i < listing->form.count &&
	       !(listing->fields[i] && strcmp(listing->fields[i]->member, member) == 0))
		i++;
	return i;
}

struct heading *
listing_column(struct listing *listing, const char *member)
{
	return &listing->columns[index_of(listing, member)];
}

struct cell *
listing_cell(const struct listing *listing, struct row *row, const char *member)
{
	return &row->cells[index_of(listing, member)];
}

struct row
listing_row(struct book *book, const struct listing *listing, const struct entity *entity)
{
	struct row row = book_blank(book);
	row.about = entity;
	for (uint32_t i = 0; i < listing->form.count; i++) {
		const struct field *field = listing->fields[i];
		if (field && is_id(field))
			row.cells[i] = cell_text(&book->scratch, entity->id, 0);
		else if (field)
			row.cells[i] = book_field(book, entity, field);
	}
	return row;
}
