/* SPDX-License-Identifier: MIT */
/* Interviews as a book: a sheet for each role, a row for each question. What an answer belongs to
 * is folded away beside it: the kind and the id of a thing, the field, the rule that asks. */
#include "model/fields.h"
#include "view/book/listing.h"
#include "view/questionnaire.h"

enum { NUMBER, ABOUT, QUESTION, ANSWER, KIND, ID, FIELD, RULE, COLUMNS };

/* In points: some lines to write an answer on. */
static const double ROOM = 42;

static void
add_columns(struct book *book, struct heading columns[COLUMNS])
{
	const struct voice *voice = book->voice;
	static const char *const folded[] = {"kind", "id", "field", "rule"};
	columns[NUMBER] = (struct heading){.title = "№", .width = 5, .align = ALIGN_CENTER};
	columns[ABOUT] = (struct heading){.title = show_word(voice, WORD_ASK_ABOUT), .width = 26};
	columns[QUESTION] =
	    (struct heading){.title = show_word(voice, WORD_ASK_QUESTION), .width = 62};
	columns[ANSWER] =
	    (struct heading){.title = show_word(voice, WORD_ASK_ANSWER), .width = 86, .many = true};
	for (int i = KIND; i < COLUMNS; i++)
		columns[i] =
		    (struct heading){.title = folded[i - KIND], .width = 18, .extra = true};
}

/* Adds to a row where its answer goes: into a field of a thing, else of the interview with a role
 * or of what all of them told. */
static void
add_target(struct book *book, struct row *row, const struct field *field,
	   const struct entity *thing, const struct role *role)
{
	struct arena *scratch = &book->scratch;
	bool talk = !thing && field->kind == KIND_INTERVIEW;
	const struct entity *found = talk && role ? &role->base : thing;
	row->cells[KIND] = cell_text(scratch, kind_info(field->kind)->member, 0);
	row->cells[ID] = cell_text(scratch, found ? book_path(book, found) : "", 0);
	row->cells[FIELD] = cell_text(scratch, field_key(field, 0, scratch), 0);
	row->cells[ANSWER].pick = listing_pick(field);
	row->cells[ANSWER].choices = field->argument;
	row->least = ROOM;
}

/* Who answers, and when. */
static void
put_talk(struct book *book, enum word asked, enum field_id field, const struct role *role)
{
	struct row row = book_blank(book);
	row.cells[QUESTION] = cell_text(&book->scratch, show_word(book->voice, asked), LOOK_BOLD);
	add_target(book, &row, field_row(field), NULL, role);
	row.least = 0;
	book_row(book, &row);
}

static void
put_question(struct book *book, const struct questionnaire_item *item, size_t number)
{
	struct arena *scratch = &book->scratch;
	struct row row = book_blank(book);
	row.cells[NUMBER] = cell_number((double)number);
	row.cells[ABOUT] = cell_text(scratch, questionnaire_heading(item, book->voice), 0);
	row.cells[ABOUT].tint = TINT_NAME;
	row.cells[QUESTION] = cell_text(scratch, item->text, 0);
	add_target(book, &row, item->field, item->thing, item->role);
	if (item->finding)
		row.cells[RULE] = cell_text(scratch, rule_info(item->finding->rule)->name, 0);
	book_row(book, &row);
}

static void
write_interview(struct book *book, const struct questionnaire *interview)
{
	struct heading *columns = arena_array(book->arena, COLUMNS, sizeof *columns);
	const struct role *role = interview->items->role;
	add_columns(book, columns);
	book_open(book, &(struct sheet_form){.title = questionnaire_asked(interview, book->voice),
					     .columns = columns,
					     .count = COLUMNS,
					     .frozen = QUESTION});
	put_talk(book, WORD_ASK_PERSON, FIELD_INTERVIEW_person, role);
	put_talk(book, WORD_ASK_DATE, FIELD_INTERVIEW_date, role);
	for (size_t i = 0; i < interview->count; i++)
		put_question(book, &interview->items[i], i + 1);
	book_close(book);
}

bool
book_write_interviews(struct book *book, const struct questionnaire *questions)
{
	struct questionnaire rest = *questions;
	while (rest.count && !book->failed) {
		const struct questionnaire interview = questionnaire_take(&rest);
		write_interview(book, &interview);
	}
	return !book->failed;
}
