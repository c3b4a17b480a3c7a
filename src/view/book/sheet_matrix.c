/* SPDX-License-Identifier: MIT */
/* Tables of something by role: who does what, who hands over to whom, who controls what. */
#include "model/fields.h"
#include "view/book/sheets.h"

enum { ROLE_WIDTH = 6, UPRIGHT_ROLES = 12 /* that fit upright paper */ };

static const char bullet[] = "\xE2\x80\xA2 ";

/* A column for each role, its title in the role's colour. */
static void
set_role_columns(struct book *book, struct heading *columns, double width)
{
	const struct list *roles = &book->model->document->roles;
	for (uint32_t i = 0; i < roles->count; i++)
		columns[i] = (struct heading){.title = entity_name(roles->items[i]),
					      .width = width,
					      .align = ALIGN_CENTER,
					      .upright = width <= ROLE_WIDTH,
					      .bare = true,
					      .color = show_role_color(role_at(roles, i))};
}

static struct sheet_form
matrix_form(const struct book *book, enum sheet_id id, const struct heading *columns,
	    uint32_t count)
{
	return (struct sheet_form){.id = id,
				   .title = sheet_title(book->voice, id),
				   .file = sheet_key(id),
				   .columns = columns,
				   .count = count,
				   .frozen = 1};
}

/* The work in the role's colour, what it approves in bold, the rest plain. */
static struct cell
letters_cell(struct book *book, struct raci_letters part, const struct role *role)
{
	struct cell cell = {0};
	char letters[RACI_LETTERS];
	unsigned all = part.own | part.inherited;
	unsigned look = LOOK_COLOR | (all >> RACI_A & 1 ? LOOK_BOLD : 0u);
	part_letters(part, letters);
	cell_add(&cell, &book->scratch, arena_string(&book->scratch, letters), look,
		 show_role_color(role));
	if (all >> RACI_R & 1) {
		cell.tint = TINT_FILL;
		cell.color = show_role_color(role);
	}
	return cell;
}

static void
write_part(struct book *book, const struct entity *entity, unsigned level)
{
	const struct list *roles = &book->model->document->roles;
	struct row row = book_blank(book);
	row.about = entity;
	row.level = level;
	row.head = level == 0;
	const char *indent = level > 1 ? "  " : "";
	const char *name = arena_printf(&book->scratch, "%s%s %s", indent,
					show_number(entity, &book->scratch), entity_name(entity));
	row.cells[0] = cell_text(&book->scratch, name, 0);
	row.cells[0].target = entity->kind == KIND_STAGE ? entity : NULL;
	row.cells[0].tint = level == 0 ? TINT_GROUP : TINT_NONE;
	struct raci_letters *parts =
	    arena_array(&book->scratch, (size_t)roles->count + 1, sizeof *parts);
	part_all(entity, parts, roles->count);
	for (uint32_t i = 0; i < roles->count; i++) {
		struct cell *cell = &row.cells[1 + i];
		*cell = letters_cell(book, parts[1 + i], role_at(roles, i));
		if (level == 0 && cell->tint == TINT_NONE)
			cell->tint = TINT_GROUP;
	}
	row.cells[1 + roles->count] = cell_text(&book->scratch, book_path(book, entity), 0);
	book_row(book, &row);
}

void
write_responsibility(struct book *book)
{
	const struct document *document = book->model->document;
	uint32_t count = document->roles.count + 2;
	struct heading *columns = arena_array(book->arena, count, sizeof *columns);
	columns[0] =
	    (struct heading){.title = show_word(book->voice, WORD_STAGE_OR_STEP), .width = 44};
	set_role_columns(book, columns + 1, ROLE_WIDTH);
	columns[count - 1] = book_id_column(book, KIND_STEP);
	struct sheet_form form = matrix_form(book, SHEET_RESPONSIBILITY, columns, count);
	form.upright = document->roles.count <= UPRIGHT_ROLES;
	book_open(book, &form);
	for (uint32_t i = 0; i < document->stages.count; i++) {
		const struct stage *stage = stage_at(&document->stages, i);
		write_part(book, &stage->base, 0);
		for (uint32_t j = 0; j < stage->steps.count; j++) {
			const struct step *step = step_at(&stage->steps, j);
			write_part(book, &step->base, 1);
			for (uint32_t k = 0; k < step->steps.count; k++)
				write_part(book, step->steps.items[k], 2);
		}
	}
	book_close(book);
}

/* Hand-overs by the role that gives: those of role n are items[starts[n - 1]] up to
 * items[starts[n]], in their order. */
struct handovers_given {
	const struct handover **items;
	uint32_t *starts;
};

static struct handovers_given
sort_by_giver(struct book *book, uint32_t roles)
{
	struct handovers_given given = {
	    arena_array(book->arena, book->handover_count + 1, sizeof(struct handover *)),
	    arena_array(book->arena, roles + 2, sizeof(uint32_t))};
	uint32_t *next = arena_array(book->arena, roles + 2, sizeof *next);
	for (uint32_t i = 0; i < book->handover_count; i++)
		given.starts[book->handovers[i].from->base.number]++;
	for (uint32_t i = 1; i <= roles; i++)
		next[i] = given.starts[i] += given.starts[i - 1];
	for (uint32_t i = book->handover_count; i-- > 0;)
		given.items[--next[book->handovers[i].from->base.number]] = &book->handovers[i];
	return given;
}

/* What a step or stage hands over: its result, and along an outcome which; else after what. */
static void
add_handed(struct book *book, struct cell *cell, const struct handover *handover)
{
	const struct texts *results = handover_result(handover);
	cell_add(cell, &book->scratch, "\n", 0, 0);
	cell_add(cell, &book->scratch, bullet, 0, 0);
	for (uint32_t i = 0; i < results->count; i++) {
		cell_add(cell, &book->scratch, i ? "; " : "", 0, 0);
		book_add_prose(book, cell, results->items[i].s);
	}
	if (handover->outcome && !(results->count && outcome_is_plain(handover->outcome))) {
		cell_add(cell, &book->scratch, results->count ? ": " : "", 0, 0);
		book_add_text(book, cell, show_condition(book->voice, handover->outcome), 0);
	} else if (!results->count) {
		cell_add(cell, &book->scratch,
			 show_word_with(book->voice, WORD_HANDED_AFTER,
					entity_name(handover->giver), &book->scratch),
			 0, 0);
	}
	cell_add(cell, &book->scratch,
		 arena_printf(&book->scratch, " (%s%s)",
			      show_number(handover->giver, &book->scratch),
			      handover_only(book->voice, handover, &book->scratch)),
		 LOOK_FAINT, 0);
}

/* What one role gives to another. */
static void
add_given(struct book *book, struct cell *cell, const struct handovers_given *given, uint32_t giver,
	  const struct role *taker)
{
	bool any = false;
	for (uint32_t i = given->starts[giver - 1]; i < given->starts[giver]; i++) {
		if (given->items[i]->to != taker)
			continue;
		if (!any) {
			cell_add(cell, &book->scratch, cell->count ? "\n" : "", 0, 0);
			cell_add(cell, &book->scratch, "\xE2\x86\x92 ", 0, 0);
			cell_add(cell, &book->scratch, entity_name(&taker->base),
				 LOOK_BOLD | LOOK_COLOR, show_role_color(taker));
		}
		any = true;
		add_handed(book, cell, given->items[i]);
	}
}

static void
write_giver(struct book *book, const struct handovers_given *given, const struct role *role)
{
	const struct list *roles = &book->model->document->roles;
	uint32_t number = role->base.number,
		 total = given->starts[number] - given->starts[number - 1];
	uint32_t *counts = arena_array(&book->scratch, roles->count + 1, sizeof *counts);
	struct row row = book_blank(book);
	row.about = &role->base;
	for (uint32_t i = given->starts[number - 1]; i < given->starts[number]; i++)
		counts[given->items[i]->to->base.number]++;
	row.cells[0] = cell_text(&book->scratch, entity_name(&role->base), 0);
	row.cells[0].tint = TINT_FILL;
	row.cells[0].color = show_role_color(role);
	row.cells[0].target = &role->base;
	struct cell *what = &row.cells[roles->count + 2];
	for (uint32_t i = 0; i < roles->count; i++) {
		if (!counts[i + 1])
			continue;
		row.cells[1 + i] = cell_number(counts[i + 1]);
		row.cells[1 + i].tint = TINT_LABEL;
		add_given(book, what, given, number, role_at(roles, i));
	}
	row.cells[roles->count + 1] = cell_number(total);
	row.cells[roles->count + 1].tint = TINT_GROUP;
	row.cells[roles->count + 3] = cell_text(&book->scratch, role->base.id, 0);
	book_row(book, &row);
}

void
write_handover(struct book *book)
{
	const struct list *roles = &book->model->document->roles;
	uint32_t count = roles->count + 4;
	struct heading *columns = arena_array(book->arena, count, sizeof *columns);
	columns[0] = (struct heading){.title = show_word(book->voice, WORD_FROM_TO), .width = 26};
	set_role_columns(book, columns + 1, ROLE_WIDTH);
	columns[count - 3] = (struct heading){
	    .title = show_word(book->voice, WORD_TOTAL), .width = 8, .align = ALIGN_CENTER};
	columns[count - 2] =
	    (struct heading){.title = show_word(book->voice, WORD_HANDED_OVER), .width = 70};
	columns[count - 1] = book_id_column(book, KIND_ROLE);
	const struct sheet_form form = matrix_form(book, SHEET_HANDOVER, columns, count);
	struct handovers_given given = sort_by_giver(book, roles->count);
	book_open(book, &form);
	for (uint32_t i = 0; i < roles->count; i++)
		if (given.starts[i + 1] > given.starts[i])
			write_giver(book, &given, role_at(roles, i));
	book_close(book);
}

/* A control point in the list of those of its stage. */
struct checkpoint_item {
	const struct checkpoint *checkpoint;
	const struct checkpoint_item *next;
};

/* The control points of each stage by its number, in the order of the roles. */
static const struct checkpoint_item **
sort_by_stage(struct book *book)
{
	const struct document *document = book->model->document;
	const struct checkpoint_item **points =
	    arena_array(book->arena, document->stages.count + 1, sizeof *points);
	for (uint32_t i = document->roles.count; i-- > 0;) {
		const struct list *checkpoints = &role_at(&document->roles, i)->checkpoints;
		for (uint32_t j = checkpoints->count; j-- > 0;) {
			const struct checkpoint *checkpoint = checkpoint_at(checkpoints, j);
			if (!checkpoint->stage.to || checkpoint->stage.to->kind != KIND_STAGE)
				continue;
			struct checkpoint_item *point = arena_alloc(book->arena, sizeof *point);
			*point = (struct checkpoint_item){checkpoint,
							  points[checkpoint->stage.to->number]};
			points[checkpoint->stage.to->number] = point;
		}
	}
	return points;
}

enum { POINT_STAGE, POINT_ROLE, POINT_WHAT, POINT_ID, POINT_COLUMNS };

static void
write_point(struct book *book, const struct stage *stage, const struct checkpoint *point)
{
	struct row row = book_blank(book);
	row.about = &point->base;
	row.cells[POINT_STAGE] = cell_text(&book->scratch, entity_name(&stage->base), 0);
	row.cells[POINT_STAGE].tint = TINT_NAME;
	row.cells[POINT_STAGE].target = &stage->base;
	row.cells[POINT_ROLE] = book_role(book, role_of(point->base.parent));
	book_add_texts(book, &row.cells[POINT_WHAT], &point->what, true);
	book_add_rest(book, &row.cells[POINT_WHAT], &point->base);
	row.cells[POINT_ID] = cell_text(&book->scratch, stage->base.id, 0);
	book_row(book, &row);
}

/* A line for each: of all stages and roles few meet in one. */
void
write_checkpoints(struct book *book)
{
	const struct document *document = book->model->document;
	struct heading columns[POINT_COLUMNS + 1] = {
	    [POINT_STAGE] = {.title = field_title(book->voice, field_row(FIELD_CHECKPOINT_stage),
						  book->arena),
			     .width = 36,
			     .pick = PICK_STAGE},
	    [POINT_ROLE] = {.title = field_title(book->voice, field_flagged(KIND_ROLE, F_NAME),
						 book->arena),
			    .width = 30,
			    .pick = PICK_ROLE},
	    [POINT_WHAT] = {.title = field_title(book->voice, field_row(FIELD_CHECKPOINT_what),
						 book->arena),
			    .key = field_row(FIELD_CHECKPOINT_what)->member,
			    .width = 90},
	    [POINT_ID] = book_id_column(book, KIND_STAGE)};
	const struct sheet_form form = matrix_form(book, SHEET_CHECKPOINTS, columns, POINT_COLUMNS);
	const struct checkpoint_item **points = sort_by_stage(book);
	book_open(book, &form);
	for (uint32_t i = 0; i < document->stages.count; i++) {
		const struct stage *stage = stage_at(&document->stages, i);
		for (const struct checkpoint_item *point = points[stage->base.number]; point;
		     point = point->next)
			write_point(book, stage, point->checkpoint);
	}
	book_close(book);
}
