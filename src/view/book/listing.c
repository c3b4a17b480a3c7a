/* SPDX-License-Identifier: MIT */
#include "view/book/listing.h"

#include "model/visit.h"

/* How wide a field's column is; the others are so by what they hold. */
static const uint8_t widths[FIELD_COUNT] = {
    [FIELD_STAGE_name] = 34,        [FIELD_STAGE_deadline] = 30,
    [FIELD_STEP_deadline] = 30,     [FIELD_STAGE_goal] = 24,
    [FIELD_STAGE_responsible] = 24, [FIELD_STAGE_steps] = 42,
    [FIELD_STAGE_result] = 24,      [FIELD_STEP_name] = 34,
    [FIELD_STEP_result] = 24,       [FIELD_ROLE_name] = 34,
    [FIELD_ROLE_duties] = 44,       [FIELD_ROLE_deadline_control] = 34,
    [FIELD_ROLE_checkpoints] = 38,  [FIELD_TERM_term] = 24,
    [FIELD_TERM_definition] = 78,   [FIELD_ATTACHMENT_href] = 40,
    [FIELD_PILOT_changes] = 23,     [FIELD_APPROVAL_note] = 40,
    [FIELD_REVISION_changes] = 60,
};

static double
width_of(const struct field *field)
{
	if (widths[field->id])
		return widths[field->id];
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
	return field->flags & F_ID;
}

/* The three groups of columns, in the order shown. */
enum group { GROUP_MAIN, GROUP_EXTRA, GROUP_ID, GROUP_COUNT };

static bool
is_also(const struct listing_wish *wish, const struct field *field)
{
	for (size_t i = 0; i < wish->also_count; i++)
		if (field->id == wish->also[i])
			return true;
	return false;
}

/* Has no column where nothing gives it. */
static bool
is_optional(const struct field *field)
{
	return field->flags & (F_APPLIED | F_LATER);
}

static bool
note_given(void *data, const struct entity *entity)
{
	struct book *book = data;
	for (const struct field **field = book->model->fields[entity->kind]; *field; field++)
		if (is_optional(*field) && field_is_given(entity, *field))
			book->given[(*field)->id] = true;
	return true;
}

static bool
is_given(struct book *book, const struct field *field)
{
	static const struct visitor visitor = {.thing = note_given};
	if (!book->given) {
		book->given = arena_array(book->arena, FIELD_COUNT, sizeof *book->given);
		visit(book->model, &book->model->document->base, &visitor, book);
	}
	return book->given[field->id];
}

static bool
is_without(struct book *book, const struct listing_wish *wish, const struct field *field)
{
	return (field->id && field->id == wish->without) ||
	       (is_optional(field) && !is_given(book, field));
}

/* What clients are told is what their book is about. */
static bool
is_told(const struct field *field)
{
	return field->id == FIELD_STAGE_for_client || field->id == FIELD_STEP_for_client;
}

static enum group
group_of(const struct book *book, const struct field *field, const struct listing_wish *wish)
{
	if (is_id(field))
		return GROUP_ID;
	if (is_also(wish, field) || (book->model->for_clients && is_told(field)))
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
	    (struct heading){.title = field_title(book->voice, field, book->arena),
			     .key = field->member,
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
	listing.form = (struct sheet_form){.id = sheet,
					   .title = sheet_title(book->voice, sheet),
					   .file = sheet_key(sheet),
					   .columns = listing.columns,
					   .count = wish.own,
					   .frozen = 1};
	for (enum group group = GROUP_MAIN; group < GROUP_COUNT; group++) {
		for (uint32_t i = 0; fields[i]; i++)
			if (group_of(book, fields[i], &wish) == group &&
			    !is_without(book, &wish, fields[i]) && !(fields[i]->flags & F_BESIDE))
				add_column(book, &listing, fields[i], group);
		if (group == GROUP_MAIN) {
			listing.closing = listing.form.count;
			listing.form.count += wish.closing;
		}
	}
	return listing;
}

/* The place of a field's column; where it is hidden, the spare place after the last. */
static uint32_t
index_of(const struct listing *listing, enum field_id field)
{
	uint32_t i = 0;
	while (i < listing->form.count && !(listing->fields[i] && listing->fields[i]->id == field))
		i++;
	return i;
}

struct heading *
listing_column(struct listing *listing, enum field_id field)
{
	return &listing->columns[index_of(listing, field)];
}

struct cell *
listing_cell(const struct listing *listing, struct row *row, enum field_id field)
{
	return &row->cells[index_of(listing, field)];
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
