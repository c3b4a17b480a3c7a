/* SPDX-License-Identifier: MIT */
#include "merge/book/order.h"

#include "merge/decide/items.h"
#include "model/fields.h"
#include "support/utf8.h"

#include <string.h>

/* The rows of the document that today's source has too, in the document's order. */
struct known_rows {
	const struct sheet_row **rows;
	uint32_t count;
};

static struct known_rows
known_rows(const struct sheet *sheet, struct arena *arena)
{
	struct known_rows known = {arena_array(arena, sheet->row_count + 1u, sizeof *known.rows),
				   0};
	for (uint32_t i = 0; i < sheet->row_count; i++)
		if (sheet->rows[i].shown && sheet->rows[i].shown->about &&
		    !sheet->rows[i].shown->field)
			known.rows[known.count++] = &sheet->rows[i];
	return known;
}

/* A block of rows that was cut and put in elsewhere. */
struct row_block {
	uint32_t from, to; /* among the known rows; none where both are the same */
};

/* True when the rows are in the order of the source but for a block. */
static bool
is_ordered_without(const struct known_rows *known, struct row_block block)
{
	const struct shown_row *before = NULL;
	for (uint32_t i = 0; i < known->count; i++) {
		if (i >= block.from && i < block.to)
			continue;
		const struct shown_row *row = known->rows[i]->shown;
		if (before && before->order > row->order)
			return false;
		before = row;
	}
	for (uint32_t i = block.from; i + 1 < block.to; i++)
		if (known->rows[i]->shown->order + 1 != known->rows[i + 1]->shown->order)
			return false;
	return true;
}

/* The block that was moved: all rows from the first that stands before an earlier one on are looked
 * at, the smaller of the two sides is it. Nothing where more is in disorder: the sheet is sorted.
 */
static struct row_block
moved_block(const struct known_rows *known)
{
	uint32_t i = 1, k;
	while (i < known->count && known->rows[i - 1]->shown->order < known->rows[i]->shown->order)
		i++;
	if (i >= known->count)
		return (struct row_block){0};
	for (k = i;
	     k < known->count && known->rows[k]->shown->order < known->rows[i - 1]->shown->order;
	     k++)
		continue;
	uint32_t from = i;
	while (from && known->rows[from - 1]->shown->order > known->rows[i]->shown->order)
		from--;
	const struct row_block down = {from, i}, up = {i, k};
	bool is_down = is_ordered_without(known, down), is_up = is_ordered_without(known, up);
	if (is_up && (!is_down || up.to - up.from <= down.to - down.from))
		return up;
	return is_down ? down : (struct row_block){0};
}

static const struct entity *
stage_of_step(const struct entity *step)
{
	while (step->kind == KIND_STEP)
		step = step->parent;
	return step;
}

/* Where a row comes to stand: behind the nearest above that is a sibling; of a step the first of
 * the stage whose row is above. */
static bool
move_behind(const struct known_rows *known, uint32_t at, struct sight_move *move)
{
	const struct entity *thing = move->thing;
	move->to = thing->parent;
	if (!at)
		return thing->kind != KIND_STEP;
	const struct entity *above = known->rows[at - 1]->shown->about;
	if (above->kind != KIND_STEP && thing->kind == KIND_STEP) {
		move->to = above;
		return above->kind == KIND_STAGE;
	}
	if (thing->kind == KIND_STEP && thing->parent->kind == KIND_STAGE) {
		while (above->parent->kind == KIND_STEP)
			above = above->parent;
		move->to = stage_of_step(above);
	}
	move->after = above;
	return above->parent == move->to && above != thing;
}

/* -1, 0 or 1: whether the text of a column goes down, stays or goes up to the next row. */
static int
step_of_texts(const struct known_rows *known, uint32_t row, uint32_t column)
{
	const char *one = known->rows[row]->texts[column],
		   *other = known->rows[row + 1]->texts[column];
	int order = one && other ? strcmp(one, other) : 0;
	return (order < 0) - (order > 0);
}

/* True when the rows stand by the texts of a column, which are all different: the reader has sorted
 * them. Of fewer rows one that was moved may well look so. */
static bool
is_sorted(const struct known_rows *known, uint32_t columns)
{
	enum { ROWS = 4 };
	for (uint32_t column = 0; column < columns && known->count >= ROWS; column++) {
		int step = step_of_texts(known, 0, column);
		uint32_t i = 1;
		while (step && i + 1 < known->count && step_of_texts(known, i, column) == step)
			i++;
		if (step && i + 1 == known->count)
			return true;
	}
	return false;
}

/* Sheets whose order says something, and is that of a list. */
static bool
has_order(const struct sheet *sheet)
{
	enum sheet_id id = sheet->shown->id;
	return id == SHEET_STAGES || id == SHEET_ROLES || id == SHEET_STEPS || id == SHEET_PILOTS ||
	       id == SHEET_INTERVIEWS || id == SHEET_APPROVALS || id == SHEET_ACKNOWLEDGEMENTS ||
	       id == SHEET_HISTORY;
}

void
order_read(const struct decision *decision, const struct sheet *sheet, struct sights *sights)
{
	struct arena *arena = decision->arena;
	const struct known_rows known = known_rows(sheet, arena);
	if (!has_order(sheet) || is_sorted(&known, sheet->shown->count))
		return;
	const struct row_block block = moved_block(&known);
	const struct sight_move *last = NULL;
	for (uint32_t i = block.from; i < block.to; i++) {
		const struct entity *thing = known.rows[i]->shown->about;
		struct sight_move move = {.thing = thing,
					  .place = sheet_place(sheet, known.rows[i], 0, arena)};
		bool stage = thing->kind == KIND_STAGE && sheet->shown->id == SHEET_STEPS,
		     below = last && thing->parent == last->thing; /* it goes with its step */
		if (stage || below)
			continue;
		if (last && last->thing->parent == thing->parent) {
			move.to = last->to;
			move.behind = last;
		} else if (!move_behind(&known, i, &move)) {
			continue;
		}
		last = sights_add_move(sights, &move);
	}
}

/* The step or stage at a number of a list, from 1; NULL: none. */
static const struct entity *
at_number(const struct list *list, uint32_t number)
{
	return number && number <= list->count ? list->items[number - 1] : NULL;
}

static uint32_t
read_number(const char **text)
{
	uint32_t number = 0;
	for (; ascii_is_digit(**text) && number < 100000; ++*text)
		number = number * 10 + (uint32_t)(**text - '0');
	return number;
}

bool
order_typed(const struct decision *decision, const struct entity *step, const char *number,
	    struct sight_move *move)
{
	const struct list *stages = &decision->voice.model->document->stages;
	const struct entity *stage = at_number(stages, read_number(&number));
	if (step->parent->kind != KIND_STAGE || !stage || *number++ != '.')
		return false;
	uint32_t place = read_number(&number);
	const struct list *steps = &stage_of(stage)->steps;
	if (!place || *number || place > steps->count + 1)
		return false;
	bool down = stage == step->parent && place > step->number;
	move->thing = step;
	move->to = stage;
	move->after = at_number(steps, down ? place : place - 1);
	return move->after != step;
}

bool
order_named(const struct decision *decision, const struct entity *step, const char *name,
	    struct sight_move *move)
{
	const struct list *stages = &decision->voice.model->document->stages;
	for (uint32_t i = 0; i < stages->count; i++) {
		const struct list *steps = &stage_at(stages, i)->steps;
		if (strcmp(entity_name(stages->items[i]), name) != 0)
			continue;
		move->thing = step;
		move->to = stages->items[i];
		move->after = at_number(steps, steps->count);
		return move->to != step->parent && step->parent->kind == KIND_STAGE;
	}
	return false;
}
