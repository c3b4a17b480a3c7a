/* SPDX-License-Identifier: MIT */
#include "view/book/mark.h"

#include "diag/diag.h"
#include "model/fields.h"
#include "support/date.h"
#include "view/mark.h"

#include <string.h>

static const char nothing[] = "-";

static const char *
kept(struct buf *text, struct arena *arena)
{
	const char *copy = arena_copy(arena, buf_text(text), text->length);
	buf_free(text);
	return copy;
}

const char *
mark_cell(const struct cell *cell, struct arena *arena)
{
	struct civil civil;
	switch (cell->type) {
	case CELL_NONE:
		break;
	case CELL_TEXT:
		return cell_plain(cell, arena);
	case CELL_NUMBER:
		return arena_printf(arena, "%.10g", cell->number);
	case CELL_DATE:
		civil = date_civil((int32_t)cell->number);
		return arena_printf(arena, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
	}
	return "";
}

/* A word of the mark: blanks would part it. */
static void
put_word(struct buf *out, const char *word)
{
	buf_putc(out, ' ');
	if (!word || !*word)
		word = nothing;
	for (; *word; word++)
		buf_putc(out, *word == ' ' ? '_' : *word);
}

static bool
is_id(const struct heading *heading)
{
	return heading->key && strcmp(heading->key, "id") == 0;
}

bool
mark_is_whole(const struct sheet_form *form)
{
	for (uint32_t i = 0; i < form->count; i++)
		if (form->columns[i].key && !is_id(&form->columns[i]))
			return false;
	return true;
}

const char *
mark_columns(const struct model *model, const struct sheet_form *form, struct arena *arena)
{
	struct buf out = {0};
	bool whole = mark_is_whole(form);
	const char **titles = arena_array(arena, form->count + 1u, sizeof *titles);
	if (whole && !form->id)
		return NULL;
	buf_puts(&out, "presale 1");
	put_word(&out, model_process(model)->base.id);
	for (uint32_t i = 0; i < form->count; i++) {
		titles[i] = form->columns[i].title ? form->columns[i].title : "";
		if (!whole)
			put_word(&out, form->columns[i].key);
	}
	if (whole)
		buf_printf(&out, " =%s", mark_texts(titles, form->count, arena));
	return kept(&out, arena);
}

/* The marks of a row's cells. */
static void
put_marks(const struct sheet_form *form, const struct row *row, struct buf *out,
	  struct arena *arena)
{
	const char **texts = arena_array(arena, form->count + 1u, sizeof *texts);
	bool whole = mark_is_whole(form);
	for (uint32_t i = 0; i < form->count; i++) {
		texts[i] = mark_cell(&row->cells[i], arena);
		if (!whole && form->columns[i].key)
			buf_puts(out, mark_text(texts[i], arena));
	}
	if (whole)
		buf_puts(out, mark_texts(texts, form->count, arena));
}

static bool
says_nothing(const struct sheet_form *form, const struct row *row, struct arena *arena)
{
	uint32_t i = 0;
	while (i < form->count && !*mark_cell(&row->cells[i], arena))
		i++;
	return i == form->count;
}

const char *
mark_row(const struct sheet_form *form, const struct row *row, struct arena *arena)
{
	struct buf out = {0};
	struct diagnostic about = {.entity = row->about, .field = row->field, .item = row->item};
	bool alone = form->free || mark_is_whole(form);
	if (!row->about && (!alone || says_nothing(form, row, arena)))
		return NULL;
	if (row->about && !is_id(&form->columns[form->count - 1]))
		diag_path(&about, true, &out);
	buf_putc(&out, ' ');
	put_marks(form, row, &out, arena);
	return kept(&out, arena);
}
