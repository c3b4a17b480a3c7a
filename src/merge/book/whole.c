/* SPDX-License-Identifier: MIT */
#include "merge/book/whole.h"

#include "model/fields.h"
#include "plan/part.h"
#include "support/buf.h"
#include "support/utf8.h"
#include "view/book/mark.h"
#include "view/mark.h"

#include <string.h>

/* A row that was edited. */
struct whole_row {
	struct decision *decision;
	const struct sheet *sheet;
	const struct sheet_row *row;
	struct sights *sights;
	enum sight_state state;
};

static const char *
place_of(const struct whole_row *w, uint32_t column)
{
	return sheet_place(w->sheet, w->row, column, w->decision->arena);
}

static const char *
today(const struct whole_row *w, uint32_t column)
{
	return w->row->shown->today->texts[column];
}

/* The letters of a cell as a set, 1 << RACI_R …; what is in brackets comes from above and is none
 * of them. False when it holds anything else, or a star: who it is then differs by variant. */
static bool
read_letters(const char *text, unsigned *set)
{
	static const struct {
		uint32_t rune;
		enum raci letter;
	} letters[] = {{'R', RACI_R}, {'A', RACI_A},   {'C', RACI_C},
		       {'I', RACI_I}, {0x410, RACI_A}, {0x421, RACI_C}}; /* Cyrillic А and С */
	*set = 0;
	while (*text) {
		if (*text == '(')
			text += strcspn(text, ")");
		uint32_t rune = utf8_next(&text);
		size_t i = 0, count = sizeof letters / sizeof *letters;
		if (strchr(" ,;/)\n", (int)rune) && rune < 0x80)
			continue;
		rune = rune < 0x80 ? rune & ~0x20u : rune >= 0x430 ? rune - 0x20 : rune;
		while (i < count && letters[i].rune != rune)
			i++;
		if (i == count)
			return false;
		*set |= 1u << letters[i].letter;
	}
	return true;
}

/* The role that a column is of; NULL: of none. */
static const struct entity *
role_of_column(const struct whole_row *w, uint32_t column)
{
	const struct list *roles = &w->decision->voice.model->document->roles;
	const char *title = w->sheet->shown->columns[column].title;
	for (uint32_t i = 0; i < roles->count; i++)
		if (strcmp(entity_name(roles->items[i]), title) == 0)
			return roles->items[i];
	return NULL;
}

static bool
is_matrix(const struct sheet *sheet)
{
	return sheet->shown->id == SHEET_RESPONSIBILITY;
}

/* The column of a role that is named; 0: there is none. */
static uint32_t
role_column(const struct whole_row *w, const char *name)
{
	uint32_t i = w->sheet->shown->count - 1;
	while (i && strcmp(w->sheet->shown->columns[i].title, name) != 0)
		i--;
	return i;
}

static bool
has_letter(const char *text, enum raci letter)
{
	unsigned set;
	return read_letters(text, &set) && set >> letter & 1;
}

static void
add_name(struct buf *out, const char *name)
{
	buf_printf(out, "%s%s", out->length ? "\n" : "", name);
}

/* Of those who stand for a letter those who still do, and who came. */
static const char *
names_now(const struct whole_row *w, const struct cell_items *names, enum raci letter)
{
	struct buf out = {0};
	for (uint32_t i = 0; i < names->count; i++) {
		uint32_t column = role_column(w, names->texts[i]);
		if (!column || has_letter(w->row->texts[column], letter))
			add_name(&out, names->texts[i]);
	}
	for (uint32_t column = 1; column + 1 < w->sheet->shown->count; column++)
		if (has_letter(w->row->texts[column], letter) &&
		    !has_letter(today(w, column), letter) && role_of_column(w, column))
			add_name(&out, w->sheet->shown->columns[column].title);
	const char *text = arena_copy(w->decision->arena, buf_text(&out), out.length);
	buf_free(&out);
	return text;
}

static const char *
names_then(const struct whole_row *w, const struct cell_items *names)
{
	struct buf out = {0};
	for (uint32_t i = 0; i < names->count; i++)
		add_name(&out, names->texts[i]);
	const char *text = arena_copy(w->decision->arena, buf_text(&out), out.length);
	buf_free(&out);
	return text;
}

/* Nobody is named who approves, and the first who is responsible does: that stays so. */
static bool
stays_assumed(const struct whole_row *w, struct value_reading *reading, const char *approver)
{
	const struct entity *thing = w->row->shown->about;
	const struct cell_items names =
	    value_shown(reading, thing, part_field(thing->kind, RACI_R));
	const char *does = names_now(w, &names, RACI_R);
	size_t length = strcspn(does, "\n");
	return strlen(approver) == length && strncmp(does, approver, length) == 0;
}

/* Who stands for a letter, when that was edited. */
static void
take_letter(const struct whole_row *w, enum raci letter, uint32_t column)
{
	const struct entity *thing = w->row->shown->about;
	struct value_reading reading = {.voice = &w->decision->voice, .arena = w->decision->arena};
	const struct field *field = part_field(thing->kind, letter);
	const struct cell_items names = value_shown(&reading, thing, field);
	const char *text = names_now(w, &names, letter);
	if (letter == RACI_A && !names.count && stays_assumed(w, &reading, text))
		return;
	sights_add(w->sights, &(struct sight_value){.thing = thing,
						    .field = field,
						    .was = names_then(w, &names),
						    .text = text,
						    .state = w->state,
						    .place = place_of(w, column)});
}

/* A cell that is not read. */
static void
leave(const struct whole_row *w, uint32_t column, enum remark_id id)
{
	const char *title = w->sheet->shown->columns[column].title;
	if (!title || !*title)
		title = w->row->texts[0];
	decision_remark(w->decision, id, place_of(w, column), title, w->row->texts[column]);
}

static void
read_matrix_row(const struct whole_row *w)
{
	uint32_t places[RACI_COUNT] = {0}; /* the first column where a letter came or went */
	for (uint32_t i = 0; i < w->sheet->shown->count; i++) {
		unsigned was, is;
		if (strcmp(w->row->texts[i], today(w, i)) == 0)
			continue;
		bool role = i && i + 1 < w->sheet->shown->count && role_of_column(w, i);
		if (!role || !read_letters(today(w, i), &was)) {
			leave(w, i, REMARK_SHOWN_ONLY);
			continue;
		}
		if (!read_letters(w->row->texts[i], &is)) {
			leave(w, i, REMARK_NO_LETTERS);
			continue;
		}
		for (enum raci letter = RACI_R; letter < RACI_COUNT; letter++)
			if ((was ^ is) >> letter & 1 && !places[letter])
				places[letter] = i;
	}
	for (enum raci letter = RACI_R; letter < RACI_COUNT; letter++)
		if (places[letter])
			take_letter(w, letter, places[letter]);
}

/* Of a row whose source has moved on nobody knows which of its cells was edited. */
static void
read_row(const struct whole_row *w)
{
	const struct shown_row *shown = w->row->shown;
	if (!shown || !shown->about || (w->state == SIGHT_BOTH && !is_matrix(w->sheet)))
		leave(w, 0, REMARK_SHOWN_ONLY);
	else if (is_matrix(w->sheet))
		read_matrix_row(w);
	else
		for (uint32_t i = 0; i < w->sheet->shown->count; i++)
			if (strcmp(w->row->texts[i], today(w, i)) != 0)
				leave(w, i, REMARK_SHOWN_ONLY);
}

static bool
is_complete(const struct sheet *sheet, const struct sheet_row *row)
{
	uint32_t i = 0;
	while (i < sheet->shown->count && row->texts[i])
		i++;
	return i == sheet->shown->count;
}

/* Whether a row was edited, by its mark or, of one that lost it, by the base; nobody knows of a row
 * that has neither. */
static bool
was_edited(const struct sheet *sheet, const struct sheet_row *row, struct arena *arena)
{
	uint32_t count = sheet->shown->count, i = 0;
	if (row->mark)
		return strcmp(mark_texts(row->texts, count, arena), row->mark) != 0;
	while (row->shown && i < count && strcmp(row->texts[i], row->shown->texts[i]) == 0)
		i++;
	return row->shown && i < count;
}

void
whole_read(struct decision *decision, const struct sheet *sheet, struct sights *sights)
{
	const struct shown_sheet *shown = sheet->shown;
	bool known = sheet->header ? strcmp(sheet->header, shown->mark) == 0 : shown->based;
	if (!known || (shown->based && !shown->today))
		return;
	for (uint32_t i = 0; i < sheet->row_count; i++) {
		const struct sheet_row *row = &sheet->rows[i];
		bool goes_on = !row->shown && i + 1 < sheet->row_count && !row[1].mark;
		if (goes_on || !is_complete(sheet, row) || !was_edited(sheet, row, decision->arena))
			continue;
		bool moved =
		    row->shown && row->shown->about &&
		    strcmp(row->shown->today->mark, row->mark ? row->mark : row->shown->mark) != 0;
		read_row(&(struct whole_row){decision, sheet, row, sights,
					     moved ? SIGHT_BOTH : SIGHT_EDITED});
	}
}
