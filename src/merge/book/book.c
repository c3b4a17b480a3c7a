/* SPDX-License-Identifier: MIT */
#include "merge/book/book.h"

#include "merge/book/order.h"
#include "merge/book/whole.h"
#include "model/fields.h"
#include "model/variant.h"
#include "plan/part.h"
#include "view/mark.h"

#include <string.h>

/* A workbook being read. */
struct book_reading {
	struct decision *decision;
	struct sights *sights;
	struct arena *arena;
	bool moved; /* the source is not as it was when the book was made */
};

static const struct field *
field_called(const struct model *model, enum kind kind, const char *member)
{
	const struct field **field = model->fields[kind];
	while (*field && strcmp((*field)->member, member) != 0)
		field++;
	return *field;
}

/* Which field of what a row is about a column shows; NULL: none that is read. The sheet of steps
 * has a row for each stage, and pilots share theirs with what was tried. */
static const struct field *
field_of(const struct model *model, const struct shown_row *row, const char *member)
{
	const struct entity *about = row->about;
	const char *point = strchr(member, '.');
	if (row->field)
		return strcmp(member, field_row(FIELD_PROBLEM_name)->member) == 0 ? row->field
										  : NULL;
	if (about->kind == KIND_PILOT_STAGE)
		return point ? field_called(model, KIND_PILOT_STAGE, point + 1) : NULL;
	if (about->kind == KIND_STAGE)
		for (enum raci letter = RACI_R; letter < RACI_COUNT; letter++)
			if (strcmp(member, part_field(KIND_STEP, letter)->member) == 0)
				return part_field(KIND_STAGE, letter);
	return field_called(model, about->kind, member);
}

static bool
is_steps(const struct sheet *sheet)
{
	return sheet->shown->id == SHEET_STEPS;
}

/* On the sheet of steps the name of a stage stands in a column of its own. */
static const struct field *
field_in(struct book_reading *b, const struct sheet *sheet, const struct shown_row *row,
	 uint32_t column)
{
	const char *member = sheet->shown->columns[column].key;
	if (is_steps(sheet) && row->about->kind == KIND_STAGE) {
		if (strcmp(member, "stage") == 0)
			return field_row(FIELD_STAGE_name);
		if (strcmp(member, "name") == 0)
			return NULL;
	}
	return field_of(b->decision->voice.model, row, member);
}

static bool
is_id(const struct heading *heading)
{
	return heading->key && strcmp(heading->key, "id") == 0;
}

/* What the marks tell of a cell that is not as today's source would show it; false: the document
 * was not edited there. */
static bool
is_edited(struct book_reading *b, const struct sheet *sheet, const struct sheet_row *row,
	  uint32_t column, enum sight_state *state)
{
	const char *today = shown_today(sheet->shown, row->shown, column);
	*state = SIGHT_UNMARKED;
	switch (sheet_built(sheet, row, column, row->texts[column], b->arena)) {
	case SHEET_UNKNOWN:
		return true;
	case SHEET_AS_BUILT:
		b->moved = true;
		return false;
	case SHEET_OTHERWISE:
		break;
	}
	bool same = sheet_built(sheet, row, column, today, b->arena) == SHEET_AS_BUILT;
	*state = same ? SIGHT_EDITED : SIGHT_BOTH;
	b->moved = b->moved || !same;
	return true;
}

/* A cell that was edited and is no value of a field. */
static void
leave_cell(struct book_reading *b, const struct sheet *sheet, const struct sheet_row *row,
	   uint32_t column)
{
	decision_remark(b->decision, REMARK_SHOWN_ONLY, sheet_place(sheet, row, column, b->arena),
			sheet->shown->columns[column].title, row->texts[column]);
}

/* A step whose number or stage was edited goes there. */
static bool
take_move(struct book_reading *b, const struct sheet *sheet, const struct sheet_row *row,
	  uint32_t column)
{
	const char *key = sheet->shown->columns[column].key, *text = row->texts[column];
	const struct entity *step = row->shown->about;
	struct sight_move move = {.place = sheet_place(sheet, row, column, b->arena)};
	bool ok = is_steps(sheet) && step->kind == KIND_STEP &&
		  ((strcmp(key, "number") == 0 && order_typed(b->decision, step, text, &move)) ||
		   (strcmp(key, "stage") == 0 && order_named(b->decision, step, text, &move)));
	if (ok)
		sights_add_move(b->sights, &move);
	return ok;
}

/* What a cell said as the document was built; NULL where the base is not known to tell. */
static const char *
built_text(struct book_reading *b, const struct sheet *sheet, const struct sheet_row *row,
	   uint32_t column)
{
	const char *text = row->shown->texts[column];
	bool known = sheet->shown->based &&
		     sheet_built(sheet, row, column, text, b->arena) == SHEET_AS_BUILT;
	return known ? text : NULL;
}

/* An address leads from the folder that the document was built into, which nobody knows: the same
 * file is the same address. */
static bool
is_same_address(const char *text, const char *was)
{
	size_t length = strlen(text), tail = strlen(was);
	return tail && length > tail && text[length - tail - 1] == '/' &&
	       strcmp(text + length - tail, was) == 0;
}

/* A number with a comma is that with a point. */
static bool
is_same_number(const char *text, const char *was)
{
	while (*text && (*text == *was || (*text == ',' && *was == '.')) &&
	       strchr("0123456789.,", *text)) {
		text++;
		was++;
	}
	return !*text && !*was;
}

/* What tables of texts do to a cell that has no mark. */
static bool
is_carried(const struct field *field, const char *text, const char *was)
{
	return is_same_number(text, was) || (field->flags & F_LINK && is_same_address(text, was));
}

static void
read_cell(struct book_reading *b, const struct sheet *sheet, const struct sheet_row *row,
	  uint32_t column)
{
	const struct heading *heading = &sheet->shown->columns[column];
	const char *text = row->texts[column], *was = shown_today(sheet->shown, row->shown, column);
	enum sight_state state;
	if (!heading->key || is_id(heading) || !text || strcmp(text, was) == 0 ||
	    !is_edited(b, sheet, row, column, &state))
		return;
	const struct field *field = field_in(b, sheet, row->shown, column);
	if (field && !row->mark && is_carried(field, text, was))
		return;
	if (!field) {
		if (!take_move(b, sheet, row, column))
			leave_cell(b, sheet, row, column);
		return;
	}
	sights_add(b->sights,
		   &(struct sight_value){.thing = row->shown->about,
					 .field = field,
					 .was = was,
					 .text = text,
					 .state = state,
					 .built = built_text(b, sheet, row, column),
					 .place = sheet_place(sheet, row, column, b->arena)});
}

/* The rows that show an item each of one field make one value of it. */
static void
read_items(struct book_reading *b, const struct sheet *sheet, const struct field *field)
{
	struct sight_value value = {.field = field, .was = "", .text = ""};
	bool edited = false;
	uint32_t count = 0;
	for (uint32_t i = 0; i < sheet->shown->row_count; i++)
		count += sheet->shown->rows[i]->field == field;
	for (uint32_t i = 0; i < sheet->row_count; i++) {
		const struct sheet_row *row = &sheet->rows[i];
		enum sight_state state;
		if (!row->shown || !row->shown->about || row->shown->field != field ||
		    !row->texts[1])
			continue;
		const char *was = shown_today(sheet->shown, row->shown, 1), *text = row->texts[1],
			   *bullet = count > 1 ? "\xE2\x80\xA2 " : "";
		bool differs = strcmp(was, text) != 0 && is_edited(b, sheet, row, 1, &state);
		value.thing = row->shown->about;
		value.was = arena_printf(b->arena, "%s%s%s%s", value.was, *value.was ? "\n" : "",
					 bullet, was);
		text = differs ? text : was;
		if (*text)
			value.text = arena_printf(b->arena, "%s%s%s%s", value.text,
						  *value.text ? "\n" : "", bullet, text);
		if (!differs)
			continue;
		value.state = edited && value.state == SIGHT_BOTH ? SIGHT_BOTH : state;
		value.place = value.place ? value.place : sheet_place(sheet, row, 1, b->arena);
		edited = true;
	}
	if (edited)
		sights_add(b->sights, &value);
}

/* Whether a row whose thing the source has no more was edited. */
static bool
was_edited(struct book_reading *b, const struct sheet *sheet, const struct sheet_row *row)
{
	for (uint32_t i = 0; i < sheet->shown->count; i++)
		if (row->texts[i] &&
		    sheet_built(sheet, row, i, row->texts[i], b->arena) == SHEET_OTHERWISE)
			return true;
	return false;
}

/* The list that a new row of a sheet is of; NULL: rows are not added there. */
static const struct field *
list_of(const struct sheet *sheet)
{
	static const struct {
		enum sheet_id sheet;
		enum field_id list;
	} lists[] = {{SHEET_STAGES, FIELD_DOCUMENT_stages},
		     {SHEET_ROLES, FIELD_DOCUMENT_roles},
		     {SHEET_GLOSSARY, FIELD_DOCUMENT_glossary},
		     {SHEET_STEPS, FIELD_STAGE_steps},
		     {SHEET_ATTACHMENTS, FIELD_DOCUMENT_attachments},
		     {SHEET_PILOTS, FIELD_DOCUMENT_pilots},
		     {SHEET_INTERVIEWS, FIELD_DOCUMENT_interviews},
		     {SHEET_APPROVALS, FIELD_DOCUMENT_approvals},
		     {SHEET_ACKNOWLEDGEMENTS, FIELD_DOCUMENT_acknowledgements},
		     {SHEET_HISTORY, FIELD_DOCUMENT_history}};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (lists[i].sheet == sheet->shown->id)
			return field_row(lists[i].list);
	return NULL;
}

/* The stage that a cell of the sheet of steps names, by its name or with its number. */
static const struct entity *
stage_named(const struct model *model, const char *name)
{
	const struct list *stages = &model->document->stages;
	for (uint32_t i = 0; i < stages->count; i++)
		if (strcmp(entity_name(stages->items[i]), name) == 0)
			return stages->items[i];
	return NULL;
}

/* Where a new row stands: the nearest row above that is of the same list. */
struct row_place {
	const struct entity *parent, *after;
	const struct sight_new *behind;
};

/* The last new thing that stands above a row, and behind which known one it comes. */
struct new_above {
	const struct sight_new *sight;
	const struct entity *parent;
};

static const struct entity *
stage_of_row(const struct entity *about)
{
	while (about && about->kind == KIND_STEP)
		about = about->parent;
	return about;
}

static struct row_place
place_of(struct book_reading *b, const struct sheet *sheet, uint32_t index,
	 const struct new_above *above)
{
	const struct model *model = b->decision->voice.model;
	const struct entity *parent = is_steps(sheet) ? NULL : &model->document->base;
	const char *stage = is_steps(sheet) ? sheet->rows[index].texts[1] : NULL;
	if (stage && *stage)
		parent = stage_named(model, stage);
	for (uint32_t i = index; i-- > 0;) {
		const struct shown_row *shown = sheet->rows[i].shown;
		if (shown && !shown->about)
			continue;
		if (!shown) {
			if (above->sight && (!parent || above->parent == parent))
				return (struct row_place){above->parent, NULL, above->sight};
			continue;
		}
		const struct entity *owner =
		    is_steps(sheet) ? stage_of_row(shown->about) : shown->about->parent;
		if (parent && owner != parent)
			continue;
		const struct entity *thing = shown->about;
		while (thing->kind == KIND_STEP && thing->parent != owner)
			thing = thing->parent;
		return (struct row_place){owner, thing == owner ? NULL : thing, NULL};
	}
	return (struct row_place){parent, NULL, NULL};
}

/* The field of a new thing that a column shows. */
static const struct field *
field_of_new(struct book_reading *b, const struct sheet *sheet, enum kind kind, uint32_t column)
{
	const struct heading *heading = &sheet->shown->columns[column];
	if (!heading->key || is_id(heading) || strchr(heading->key, '.'))
		return NULL;
	return field_called(b->decision->voice.model, kind, heading->key);
}

static bool
says_anything(const struct sheet *sheet, const struct sheet_row *row)
{
	for (uint32_t i = 0; i < sheet->shown->count; i++)
		if (row->texts[i] && *row->texts[i] && sheet->shown->columns[i].key)
			return true;
	return false;
}

static const char *
first_text(const struct sheet *sheet, const struct sheet_row *row)
{
	for (uint32_t i = 0; i < sheet->shown->count; i++)
		if (row->texts[i] && *row->texts[i])
			return row->texts[i];
	return "";
}

static void
read_new(struct book_reading *b, const struct sheet *sheet, uint32_t index, struct new_above *above)
{
	const struct sheet_row *row = &sheet->rows[index];
	const struct field *list = list_of(sheet);
	const char *place = sheet_place(sheet, row, 0, b->arena);
	if (!says_anything(sheet, row))
		return;
	struct row_place at = list ? place_of(b, sheet, index, above) : (struct row_place){0};
	if (!at.parent) {
		decision_remark(b->decision, REMARK_STRAY, place, first_text(sheet, row), NULL);
		return;
	}
	struct sight_new *sight = sights_add_new(b->sights, &(struct sight_new){.parent = at.parent,
										.list = list,
										.after = at.after,
										.behind = at.behind,
										.place = place});
	for (uint32_t i = 0; i < sheet->shown->count; i++) {
		const struct field *field = field_of_new(b, sheet, (enum kind)list->argument, i);
		if (field && row->texts[i] && *row->texts[i])
			sight_new_add(
			    b->sights, sight,
			    &(struct sight_value){.field = field,
						  .was = "",
						  .text = row->texts[i],
						  .state = SIGHT_EDITED,
						  .place = sheet_place(sheet, row, i, b->arena)});
	}
	*above = (struct new_above){sight, at.parent};
}

static void
read_rows(struct book_reading *b, const struct sheet *sheet)
{
	struct new_above above = {0};
	if (sheet->shown->whole)
		whole_read(b->decision, sheet, b->sights);
	for (uint32_t i = 0; i < sheet->row_count && !sheet->shown->whole; i++) {
		const struct sheet_row *row = &sheet->rows[i];
		if (row->shown && row->shown->about) {
			for (uint32_t k = 0; k < sheet->shown->count && !row->shown->field; k++)
				read_cell(b, sheet, row, k);
		} else if (!row->shown && !row->mark && (sheet->header || !sheet->shown->free)) {
			read_new(b, sheet, i, &above);
		} else if (was_edited(b, sheet, row)) {
			bool reckoned = !row->shown && !row->key;
			decision_remark(
			    b->decision, reckoned ? REMARK_RECKONED : REMARK_EDITED_GONE,
			    sheet_place(sheet, row, 0, b->arena), first_text(sheet, row), NULL);
		}
	}
	const struct field *last = NULL;
	for (uint32_t i = 0; i < sheet->shown->row_count; i++) {
		const struct field *field = sheet->shown->rows[i]->field;
		if (field && field != last)
			read_items(b, sheet, field);
		last = field;
	}
}

/* True when the marks of a sheet say that it may have been built of something else than the base.
 */
static bool
contradicts_base(const struct sheet *sheet)
{
	if (!sheet->shown->based || !sheet->header ||
	    strcmp(sheet->header, sheet->shown->mark) != 0)
		return false;
	for (uint32_t i = 0; i < sheet->row_count; i++) {
		const struct sheet_row *row = &sheet->rows[i];
		if (row->shown && row->mark && strcmp(row->mark, row->shown->mark) != 0)
			return true;
	}
	return false;
}

/* True for one of a list: the process itself is no row to be deleted. */
static bool
is_listed(const struct entity *thing)
{
	return thing->parent && field_is_list(entity_holder(thing));
}

/* Rows that the document has no more. A stage's row among its steps is not the stage. What no
 * variant has is in no book. */
static void
read_gone(struct book_reading *b, const struct sheet *sheet)
{
	if (variant_leaves_idle(b->decision->voice.model->document) || sheet->shown->whole)
		return;
	bool unsure = sheet->shown->based ? contradicts_base(sheet) : b->moved || !sheet->header;
	bool *there = arena_array(b->arena, sheet->shown->row_count + 1u, sizeof *there);
	for (uint32_t i = 0; i < sheet->row_count; i++)
		if (sheet->rows[i].shown)
			there[sheet->rows[i].shown->order] = true;
	for (uint32_t i = 0; i < sheet->shown->row_count; i++) {
		const struct shown_row *row = sheet->shown->rows[i];
		bool head = row->about && is_steps(sheet) && row->about->kind == KIND_STAGE;
		if (there[i] || !row->about || head || row->field || !is_listed(row->about))
			continue;
		sights_add_gone(b->sights, &(struct sight_gone){.thing = row->about,
								.place = sheet->table->name,
								.unsure = unsure});
	}
}

/* Columns that nobody knows. */
static void
read_heads(struct book_reading *b, const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->heads.count; i++) {
		const struct foreign_cell *cell = &sheet->heads.cells[i];
		bool known = sheet->header && strcmp(cell->text, sheet->header) == 0;
		for (uint32_t k = 0; k < sheet->shown->count; k++)
			known = known || sheet->columns[k] == cell->column;
		if (!known)
			decision_remark(
			    b->decision, REMARK_NO_COLUMN,
			    foreign_place(b->arena, sheet->table, cell->row, cell->column),
			    cell->text, NULL);
	}
	if (!sheet->header && !sheet->shown->based)
		decision_remark(b->decision, REMARK_NO_MARKS, sheet->table->name, NULL, NULL);
}

/* True when some sheet has its marks: without any a book says neither what it was built of nor
 * whether all of that. */
static bool
has_marks(const struct sheet *sheets, size_t count)
{
	while (count && !sheets[count - 1].header)
		count--;
	return count;
}

/* True for a table that another process made. */
static bool
is_strange(const struct foreign_cell *mark, const struct shown_book *shown)
{
	const char *ours = shown->sheets[0].mark;
	size_t head = strlen("presale 1 ");
	size_t length = strcspn(ours + head, " ");
	return strncmp(mark->text + head, ours + head, length + 1) != 0;
}

/* Whether the tables are a book that was built of the process, or of the base. */
static bool
is_built(struct book_reading *b, const struct sheet *sheets, size_t count)
{
	if (!count || !(has_marks(sheets, count) || sheets[0].shown->based)) {
		decision_remark(b->decision, count ? REMARK_NO_MARKS_LEFT : REMARK_NO_SHEETS, NULL,
				NULL, NULL);
		return false;
	}
	return true;
}

static bool
has_sheet(const struct sheet *sheets, size_t count, const struct foreign_table *table)
{
	while (count && sheets[count - 1].table != table)
		count--;
	return count;
}

/* A table that is no sheet of the process, but for one that a stage has of its own. */
static void
leave_table(struct decision *decision, const struct foreign_table *table)
{
	if (table->count && !sheet_mark(table))
		decision_remark(decision, REMARK_OTHER_TABLE, table->name, table->cells[0].text,
				NULL);
}

bool
book_sights(struct decision *decision, const struct foreign *foreign, struct shown_book *shown,
	    struct sights *sights)
{
	struct book_reading b = {.decision = decision, .sights = sights, .arena = decision->arena};
	struct sheet *sheets = arena_array(b.arena, foreign->table_count + 1, sizeof *sheets);
	size_t count = 0;
	for (size_t i = 0; i < foreign->table_count; i++) {
		const struct foreign_cell *mark = sheet_mark(&foreign->tables[i]);
		if (mark && is_strange(mark, shown)) {
			decision_remark(decision, REMARK_OTHER_PROCESS, NULL, NULL, NULL);
			return false;
		}
		count += sheet_read(&sheets[count], &foreign->tables[i], shown, b.arena);
	}
	if (!is_built(&b, sheets, count))
		return false;
	for (size_t i = 0; i < count; i++) {
		read_heads(&b, &sheets[i]);
		read_rows(&b, &sheets[i]);
	}
	for (size_t i = 0; i < foreign->table_count; i++)
		if (!has_sheet(sheets, count, &foreign->tables[i]))
			leave_table(decision, &foreign->tables[i]);
	for (size_t i = 0; i < count; i++) {
		read_gone(&b, &sheets[i]);
		order_read(decision, &sheets[i], sights);
	}
	return true;
}
