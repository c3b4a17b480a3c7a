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

const char *
mark_columns(const struct model *model, const struct sheet_form *form, struct arena *arena)
{
	struct buf out = {0};
	bool any = false;
	buf_puts(&out, "presale 1");
	put_word(&out, model_process(model)->base.id);
	for (uint32_t i = 0; i < form->count; i++) {
		put_word(&out, form->columns[i].key);
		any = any || (form->columns[i].key && !is_id(&form->columns[i]));
	}
	const char *mark = kept(&out, arena);
	return any ? mark : NULL;
}

const char *
mark_row(const struct sheet_form *form, const struct row *row, struct arena *arena)
{
	struct buf out = {0};
	struct diagnostic about = {.entity = row->about, .field = row->field, .item = row->item};
	if (!row->about)
		return NULL;
	if (!is_id(&form->columns[form->count - 1]))
		diag_path(&about, true, &out);
	buf_putc(&out, ' ');
	for (uint32_t i = 0; i < form->count; i++)
		if (form->columns[i].key)
			buf_puts(&out, mark_text(mark_cell(&row->cells[i], arena), arena));
	return kept(&out, arena);
}
