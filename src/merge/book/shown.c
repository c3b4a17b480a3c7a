/* SPDX-License-Identifier: MIT */
#include "merge/book/shown.h"

#include "model/fields.h"
#include "model/visit.h"
#include "view/book/mark.h"
#include "view/mark.h"

#include <string.h>

/* A writer that keeps the rows. */
struct shown_writer {
	struct writer writer; /* first: writers are told apart by it */
	struct arena *arena;
	struct shown_book *book;
	const struct entity **things; /* by serial: a row may be about a copy */
	struct arena scratch;
};

static bool
open_sheet(struct writer *writer, const struct sheet_form *form)
{
	struct shown_writer *w = (struct shown_writer *)writer;
	struct shown_book *book = w->book;
	book->sheets = arena_grow(w->arena, book->sheets, book->count, 1, sizeof *book->sheets);
	struct shown_sheet *sheet = &book->sheets[book->count++];
	*sheet = (struct shown_sheet){.id = form->id,
				      .title = form->title,
				      .mark = form->mark,
				      .count = form->count,
				      .frozen = form->frozen,
				      .free = form->free,
				      .whole = mark_is_whole(form)};
	sheet->columns = arena_array(w->arena, form->count, sizeof *sheet->columns);
	memcpy(sheet->columns, form->columns, form->count * sizeof *sheet->columns);
	return true;
}

static void
keep(struct shown_writer *w, struct shown_sheet *sheet, const struct row *row)
{
	const char *hashes = strrchr(row->mark, ' ') + 1;
	size_t path = (size_t)(hashes - row->mark) - 1;
	struct shown_row *kept = arena_alloc(w->arena, sizeof *kept);
	kept->about = w->things[row->about->serial];
	kept->field = row->field;
	kept->item = row->item;
	kept->mark = arena_string(w->arena, hashes);
	kept->today = kept;
	kept->order = sheet->row_count;
	kept->texts = arena_array(w->arena, sheet->count, sizeof *kept->texts);
	for (uint32_t i = 0; i < sheet->count; i++)
		kept->texts[i] = arena_string(
		    w->arena, mark_carried(mark_cell(&row->cells[i], &w->scratch), &w->scratch));
	kept->key = path ? arena_copy(w->arena, row->mark, path) : kept->texts[sheet->count - 1];
	sheet->rows = arena_grow(w->arena, sheet->rows, sheet->row_count, 1, sizeof *sheet->rows);
	sheet->rows[sheet->row_count++] = kept;
	struct shown_row **place = (struct shown_row **)map_at(&sheet->by_key, kept->key);
	while (*place)
		place = &(*place)->again;
	*place = kept;
	arena_clear(&w->scratch);
}

static bool
write_row(struct writer *writer, const struct row *row)
{
	struct shown_writer *w = (struct shown_writer *)writer;
	if (row->mark && row->about)
		keep(w, &w->book->sheets[w->book->count - 1], row);
	return true;
}

static bool
close_sheet(struct writer *writer)
{
	struct shown_writer *w = (struct shown_writer *)writer;
	if (!w->book->sheets[w->book->count - 1].mark)
		w->book->count--;
	return true;
}

/* The things by their serials. */
struct shown_things {
	struct arena *arena;
	const struct entity **items;
	uint32_t count;
};

static bool
note_thing(void *data, const struct entity *entity)
{
	struct shown_things *things = data;
	uint32_t most = entity->serial + 1;
	if (most > things->count) {
		things->items = arena_grow(things->arena, things->items, things->count,
					   most - things->count, sizeof *things->items);
		memset(things->items + things->count, 0,
		       (most - things->count) * sizeof *things->items);
		things->count = most;
	}
	things->items[entity->serial] = entity;
	return true;
}

struct shown_book
shown_of(const struct voice *voice, struct arena *arena)
{
	static const struct visitor visitor = {.thing = note_thing};
	static const struct view_options options = {0};
	struct shown_things things = {.arena = arena};
	struct shown_book shown = {0};
	struct plan *plan = plan_new(voice->model, NULL);
	const struct view view = {.voice = voice, .plan = plan, .options = &options};
	struct book book;
	visit(voice->model, &voice->model->document->base, &visitor, &things);
	struct shown_writer w = {.writer = {open_sheet, write_row, close_sheet, .marked = true,
					    .stays = true, .visual = true},
				 .arena = arena,
				 .book = &shown,
				 .things = things.items};
	book_start(&book, &view, arena, &w.writer);
	book_write(&book);
	book_end(&book);
	plan_free(plan);
	arena_free(&w.scratch);
	return shown;
}

void
shown_end(struct shown_book *book)
{
	for (uint32_t i = 0; i < book->count; i++)
		map_free(&book->sheets[i].by_key);
	book->count = 0;
}

/* A row by what it is about. */
static uint64_t
key_of(const struct entity *about, const struct field *field, uint32_t item)
{
	enum { ITEMS = 0xFFFF };
	return (uint64_t)about->serial << 32 | (uint64_t)(field ? field->id : 0) << 16 |
	       (item & ITEMS);
}

static struct shown_sheet *
find_today(const struct shown_book *today, enum sheet_id id)
{
	for (uint32_t i = 0; i < today->count; i++)
		if (today->sheets[i].id == id)
			return &today->sheets[i];
	return NULL;
}

static void
relate_columns(struct shown_sheet *sheet, struct arena *arena)
{
	sheet->today_columns = arena_array(arena, sheet->count, sizeof *sheet->today_columns);
	for (uint32_t i = 0; i < sheet->count; i++) {
		const char *key = sheet->columns[i].key;
		sheet->today_columns[i] = UINT32_MAX;
		for (uint32_t k = 0; key && sheet->today && k < sheet->today->count; k++) {
			const char *other = sheet->today->columns[k].key;
			if (other && strcmp(other, key) == 0)
				sheet->today_columns[i] = k;
		}
	}
}

static void
relate_rows(struct shown_sheet *sheet, const struct matching *match)
{
	struct map rows = {0};
	for (uint32_t i = 0; sheet->today && i < sheet->today->row_count; i++) {
		struct shown_row *row = sheet->today->rows[i];
		*map_at_number(&rows, key_of(row->about, row->field, row->item)) = row;
	}
	for (uint32_t i = 0; i < sheet->row_count; i++) {
		struct shown_row *row = sheet->rows[i];
		const struct entity *later = match_later(match, row->about);
		row->today =
		    later ? map_get_number(&rows, key_of(later, row->field, row->item)) : NULL;
		row->about = row->today ? later : NULL;
	}
	map_free(&rows);
}

void
shown_relate(struct shown_book *base, const struct shown_book *today, const struct matching *match,
	     struct arena *arena)
{
	for (uint32_t i = 0; i < base->count; i++) {
		struct shown_sheet *sheet = &base->sheets[i];
		sheet->based = true;
		sheet->today = find_today(today, sheet->id);
		relate_columns(sheet, arena);
		relate_rows(sheet, match);
	}
}

const char *
shown_today(const struct shown_sheet *sheet, const struct shown_row *row, uint32_t column)
{
	uint32_t at = sheet->based ? sheet->today_columns[column] : column;
	return at == UINT32_MAX ? "" : row->today->texts[at];
}
