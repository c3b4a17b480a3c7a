/* SPDX-License-Identifier: MIT */
/* The three sheets of the draft: stages, roles, glossary. Their columns in view are those of the
 * fields marked F_TABLE. */
#include "model/glossary.h"
#include "view/book/listing.h"
#include "view/book/sheets.h"

/* Whether the deadline of a stage was written as a number of days, and nothing more was said. */
static bool
is_days(const struct stage *stage)
{
	const struct duration *deadline = &stage->deadline;
	return duration_is_bound(deadline) && deadline->told->most.count == 1 &&
	       deadline->told->most.items->unit == UNIT_DAY && !stage->terms &&
	       !stage->deadline_by_variant;
}

/* True when some deadline is none, so that they need something else to be sorted by. */
static bool
any_other(const struct list *stages)
{
	for (uint32_t i = 0; i < stages->count; i++) {
		const struct stage *stage = stage_at(stages, i);
		if (stage->deadline.pos.line && !is_days(stage))
			return true;
	}
	return false;
}

/* What deadlines are sorted by, folded away: working days to a hundredth. */
static struct cell
sort_cell(const struct book *book, const struct stage *stage)
{
	if (!stage->deadline.told)
		return (struct cell){0};
	int64_t day = book->model->minutes_per_day,
		minutes = length_as_work(duration_most(&stage->deadline));
	return cell_number((double)((minutes * 100 + day / 2) / day) / 100);
}

/* A number of days where the author wrote one, so that it can be summed, with the words in the note
 * when they say more; else the words. */
static struct cell
deadline_cell(struct book *book, const struct stage *stage)
{
	const struct duration *deadline = &stage->deadline;
	if (!deadline->pos.line)
		return (struct cell){0};
	if (!is_days(stage))
		return book_deadline(book, &stage->base);
	struct cell cell = cell_number(deadline->told->most.items->number);
	if (duration_best(deadline).weight != duration_most(deadline).weight)
		cell.note = show_deadline(book->voice, &stage->base, &book->scratch);
	return cell;
}

/* True when somebody else approves than is responsible. */
static bool
any_approver(const struct list *stages)
{
	for (uint32_t i = 0; i < stages->count; i++)
		if (part_approver(stages->items[i]))
			return true;
	return false;
}

void
write_stages(struct book *book)
{
	const struct list *stages = &book->model->document->stages;
	bool sorts = any_other(stages);
	static const enum field_id also[] = {FIELD_STAGE_accountable};
	struct listing listing =
	    listing_new(book, SHEET_STAGES, KIND_STAGE,
			(struct listing_wish){
			    .closing = sorts, .also = also, .also_count = any_approver(stages)});
	if (sorts)
		listing.columns[listing.closing] =
		    (struct heading){.title = show_word(book->voice, WORD_DEADLINE_SORTS),
				     .width = 12,
				     .align = ALIGN_CENTER,
				     .extra = true};
	book_open(book, &listing.form);
	book->explains = true;
	for (uint32_t i = 0; i < stages->count; i++) {
		const struct stage *stage = stage_at(stages, i);
		struct row row = listing_row(book, &listing, &stage->base);
		*listing_cell(&listing, &row, FIELD_STAGE_deadline) = deadline_cell(book, stage);
		if (sorts)
			row.cells[listing.closing] = sort_cell(book, stage);
		struct cell *name = listing_cell(&listing, &row, FIELD_STAGE_name);
		name->tint = book_mark(&stage->base) ? book_mark(&stage->base) : TINT_NAME;
		name->target = &stage->base;
		name->sheet = book_has(book, SHEET_STAGE) ? SHEET_STAGE : SHEET_STEPS;
		book_mark_risk(book, listing_cell(&listing, &row, FIELD_STAGE_deadline),
			       &stage->base);
		book_row(book, &row);
	}
	book->explains = false;
	book_close(book);
}

void
write_roles(struct book *book)
{
	const struct list *roles = &book->model->document->roles;
	struct listing listing =
	    listing_new(book, SHEET_ROLES, KIND_ROLE, (struct listing_wish){0});
	if (!roles->count)
		return;
	book_open(book, &listing.form);
	for (uint32_t i = 0; i < roles->count; i++) {
		struct row row = listing_row(book, &listing, roles->items[i]);
		struct cell *name = listing_cell(&listing, &row, FIELD_ROLE_name);
		name->tint = TINT_FILL;
		name->color = show_role_color(role_at(roles, i));
		book_row(book, &row);
	}
	book_close(book);
}

void
write_glossary(struct book *book)
{
	const struct list *terms = &book->model->document->glossary;
	struct listing listing =
	    listing_new(book, SHEET_GLOSSARY, KIND_TERM,
			(struct listing_wish){.own = 1, .without = FIELD_TERM_letter});
	if (!terms->count)
		return;
	const struct field *letter = field_row(FIELD_TERM_letter);
	listing.columns[0] =
	    (struct heading){.title = field_title(book->voice, letter, book->arena),
			     .width = 8,
			     .align = ALIGN_CENTER};
	listing.form.frozen = 2;
	listing.form.upright = true;
	book_open(book, &listing.form);
	for (uint32_t i = 0; i < terms->count; i++) {
		const struct term *term = book->terms[i];
		struct row row = listing_row(book, &listing, &term->base);
		row.cells[0] =
		    cell_text(&book->scratch, glossary_letter(term, &book->scratch), LOOK_BOLD);
		listing_cell(&listing, &row, FIELD_TERM_term)->tint = TINT_NAME;
		book_row(book, &row);
	}
	book_close(book);
}
