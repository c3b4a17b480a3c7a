/* SPDX-License-Identifier: MIT */
#include "view/book/mark.h"

#include "diag/diag.h"
#include "model/fields.h"
#include "support/date.h"
#include "support/hash.h"
#include "support/utf8.h"

#include <string.h>

enum { MARK_LENGTH = 2 };

static const char nothing[] = "-";

static void
put_digits(struct buf *out, uint64_t hash)
{
	static const char digits[] =
	    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_~";
	hash ^= hash >> 32;
	for (int i = 0; i < MARK_LENGTH; i++, hash >>= 6)
		buf_putc(out, digits[hash & 63]);
}

/* Of a text as it is after spreadsheets and mail have carried it: by lines, without blanks at their
 * ends, any blanks as one, in one normal form. */
static void
put_text(struct buf *out, const char *text, struct arena *arena)
{
	uint64_t hash = HASH_FNV;
	bool empty = true;
	while (*text) {
		size_t length = strcspn(text, "\r\n");
		const char *line = text[length] ? arena_copy(arena, text, length) : text;
		line = utf8_fold(arena, line, FOLD_FORM);
		if (*line) {
			hash = hash_fnv(hash, line, strlen(line));
			hash = hash_fnv(hash, "\n", 1);
			empty = false;
		}
		text += length;
		text += strspn(text, "\r\n");
	}
	if (empty)
		buf_puts(out, nothing);
	else
		put_digits(out, hash);
}

/* Adds the mark of a cell: of its text, of a number with a point, of a date as 2026-11-23. */
static void
put_cell(struct buf *out, const struct cell *cell, struct arena *arena)
{
	struct civil civil;
	switch (cell->type) {
	case CELL_NONE:
		buf_puts(out, nothing);
		break;
	case CELL_TEXT:
		put_text(out, cell_plain(cell, arena), arena);
		break;
	case CELL_NUMBER:
		put_text(out, arena_printf(arena, "%.10g", cell->number), arena);
		break;
	case CELL_DATE:
		civil = date_civil((int32_t)cell->number);
		put_text(out,
			 arena_printf(arena, "%04d-%02d-%02d", civil.year, civil.month, civil.day),
			 arena);
		break;
	}
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

static const char *
kept(struct buf *text, struct arena *arena)
{
	const char *copy = arena_copy(arena, buf_text(text), text->length);
	buf_free(text);
	return copy;
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
			put_cell(&out, &row->cells[i], arena);
	return kept(&out, arena);
}
