/* SPDX-License-Identifier: MIT */
#include "merge/shown.h"

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
				      .frozen = form->frozen};
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
	if (row->mark)
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
	struct shown_writer w = {
	    .writer = {open_sheet, write_row, close_sheet, .marked = true, .visual = true},
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
