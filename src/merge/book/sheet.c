/* SPDX-License-Identifier: MIT */
#include "merge/book/sheet.h"

#include "merge/decide/items.h"
#include "support/utf8.h"
#include "view/mark.h"

#include <string.h>

static const char start[] = "presale 1 ";

const struct foreign_cell *
sheet_mark(const struct foreign_table *table)
{
	enum { ROWS = 20 }; /* that somebody may have put above */
	for (size_t i = 0; i < table->count && table->cells[i].row < ROWS; i++)
		if (strncmp(table->cells[i].text, start, strlen(start)) == 0)
			return &table->cells[i];
	return NULL;
}

/* By its title, or by what its file is called in a folder of tables. */
static bool
is_titled(const struct shown_sheet *shown, const char *name, struct arena *arena)
{
	const char *folded = utf8_fold(arena, name, FOLD_CASE);
	return strcmp(utf8_fold(arena, shown->title, FOLD_CASE), folded) == 0 ||
	       strcmp(sheet_key(shown->id), folded) == 0;
}

/* By its name, or, of one that was renamed, by what its columns are called. */
static struct shown_sheet *
find_sheet(struct shown_book *book, const struct foreign_table *table,
	   const struct foreign_cell *mark, struct arena *arena)
{
	for (uint32_t i = 0; i < book->count; i++)
		if (is_titled(&book->sheets[i], table->name, arena))
			return &book->sheets[i];
	for (uint32_t i = 0; i < book->count && mark; i++)
		if (strcmp(book->sheets[i].mark, mark->text) == 0)
			return &book->sheets[i];
	return NULL;
}

/* Finds the columns by their titles; how many were found. */
static uint32_t
find_columns(struct sheet *sheet, struct arena *arena)
{
	uint32_t found = 0;
	for (uint32_t i = 0; i < sheet->shown->count; i++) {
		const char *title = utf8_fold(arena, sheet->shown->columns[i].title, FOLD_CASE);
		sheet->columns[i] = ITEM_NONE;
		for (size_t k = 0; k < sheet->heads.count; k++) {
			const struct foreign_cell *cell = &sheet->heads.cells[k];
			if (sheet->columns[i] == ITEM_NONE &&
			    strcmp(utf8_fold(arena, cell->text, FOLD_CASE), title) == 0)
				sheet->columns[i] = cell->column;
		}
		found += sheet->columns[i] != ITEM_NONE;
	}
	return found;
}

/* The mark of a row parted into its path and the marks of its cells. */
static void
read_mark(struct sheet_row *row, const char *mark, struct arena *arena)
{
	const char *blank = strrchr(mark, ' ');
	row->mark = blank ? blank + 1 : mark;
	row->key = blank ? arena_copy(arena, mark, (size_t)(blank - mark)) : NULL;
}

static struct sheet_row
read_row(const struct sheet *sheet, const struct foreign_row *cells, uint32_t marks,
	 struct arena *arena)
{
	uint32_t count = sheet->shown->count;
	struct sheet_row row = {.number = cells->number};
	row.texts = arena_array(arena, count, sizeof *row.texts);
	for (uint32_t i = 0; i < count; i++) {
		const struct foreign_cell *cell = sheet->columns[i] == ITEM_NONE
						      ? NULL
						      : foreign_row_cell(cells, sheet->columns[i]);
		if (sheet->columns[i] != ITEM_NONE)
			row.texts[i] = cell ? mark_carried(cell->text, arena) : "";
	}
	const struct foreign_cell *mark =
	    marks == ITEM_NONE ? NULL : foreign_row_cell(cells, marks);
	if (mark)
		read_mark(&row, mark->text, arena);
	const char *key = sheet->shown->columns[count - 1].key;
	if (!row.key && key && strcmp(key, "id") == 0 && row.texts[count - 1] &&
	    *row.texts[count - 1])
		row.key = row.texts[count - 1];
	return row;
}

/* True when a text begins as another does, whatever blanks there are. */
static bool
begins(const char *text, const char *beginning)
{
	while (*beginning) {
		while (*text == ' ' || *text == '\n')
			text++;
		while (*beginning == ' ' || *beginning == '\n')
			beginning++;
		if (!*beginning)
			return true;
		if (*text++ != *beginning++)
			return false;
	}
	return true;
}

static bool
is_again(const struct sheet *sheet, uint32_t column)
{
	return sheet->shown->columns[column].again || column < sheet->shown->frozen;
}

/* What is too tall for a row goes on in the next, which says again what it is about: a long text of
 * the row above is then no more than a beginning. */
static bool
goes_on(const struct sheet *sheet, const struct sheet_row *above, const struct sheet_row *row)
{
	bool more = false;
	if (row->mark || !above->shown)
		return false;
	if (above->mark && above->key && row->key)
		return strcmp(above->key, row->key) == 0;
	for (uint32_t i = 0; i < sheet->shown->count; i++) {
		const char *text = row->texts[i], *whole = above->shown->texts[i];
		if (!text || !*text)
			continue;
		if (is_again(sheet, i) && strcmp(text, above->texts[i]) == 0)
			continue;
		if (!*above->texts[i] || begins(above->texts[i], whole))
			return false;
		more = true;
	}
	return more;
}

static void
join(const struct sheet *sheet, struct sheet_row *above, const struct sheet_row *row,
     struct arena *arena)
{
	for (uint32_t i = 0; i < sheet->shown->count; i++) {
		const char *text = row->texts[i], *whole = above->shown->texts[i];
		if (!text || !*text || (is_again(sheet, i) && strcmp(text, above->texts[i]) == 0))
			continue;
		const char *all = arena_printf(arena, "%s\n%s", above->texts[i], text);
		above->texts[i] = begins(all, whole) && begins(whole, all) ? whole : all;
	}
}

/* Whether a row shows in so many columns what a shown one does. */
static bool
is_alike(const struct sheet_row *row, const struct shown_row *shown, uint32_t count)
{
	bool same = true;
	for (uint32_t i = 0; i < count; i++)
		same = same && (!row->texts[i] || strcmp(row->texts[i], shown->texts[i]) == 0);
	return same;
}

/* Whether the name that a row shows is that of a shown one. */
static bool
is_named(const struct sheet *sheet, const struct sheet_row *row, const struct shown_row *shown)
{
	return is_alike(row, shown, sheet->shown->frozen ? sheet->shown->frozen : 1);
}

/* Without marks and ids: the row that says the same, or that is called so, if one alone is. */
static struct shown_row *
find_named(const struct sheet *sheet, const struct sheet_row *row, const bool *taken)
{
	struct shown_row *found = NULL;
	for (uint32_t i = 0; i < sheet->shown->row_count; i++)
		if (!taken[i] && is_alike(row, sheet->shown->rows[i], sheet->shown->count))
			return sheet->shown->rows[i];
	for (uint32_t i = 0; i < sheet->shown->row_count; i++) {
		struct shown_row *shown = sheet->shown->rows[i];
		if (taken[i] || !is_named(sheet, row, shown))
			continue;
		if (found)
			return NULL;
		found = shown;
	}
	return found;
}

/* The row that is about the same: of several of one key that with the same marks or
 * name. */
static struct shown_row *
find_row(struct sheet *sheet, const struct sheet_row *row, const bool *taken)
{
	struct shown_row *first = row->key ? map_get(&sheet->shown->by_key, row->key) : NULL;
	struct shown_row *any = NULL;
	if (!row->key && !sheet->header)
		return find_named(sheet, row, taken);
	for (struct shown_row *at = first; at; at = at->again) {
		if (taken[at->order])
			continue;
		if ((row->mark && strcmp(row->mark, at->mark) == 0) || !first->again)
			return at;
		any = any ? any : at;
	}
	for (struct shown_row *at = first; at; at = at->again)
		if (!taken[at->order] && is_named(sheet, row, at))
			return at;
	return any;
}

/* A row of which a copy was made and edited: the copy is new. */
static void
settle_copies(struct sheet *sheet, struct sheet_row *row)
{
	for (uint32_t i = 0; i < sheet->row_count; i++) {
		struct sheet_row *other = &sheet->rows[i];
		struct shown_row *shown = other->shown;
		if (other == row || !shown || !row->key || strcmp(shown->key, row->key) != 0 ||
		    is_named(sheet, other, shown) || !is_named(sheet, row, shown))
			continue;
		row->shown = shown;
		other->shown = NULL;
		other->key = other->mark = NULL;
	}
}

static void
add_row(struct sheet *sheet, struct sheet_row row, bool *taken, struct arena *arena)
{
	row.shown = find_row(sheet, &row, taken);
	if (row.shown)
		taken[row.shown->order] = true;
	sheet->rows = arena_grow(arena, sheet->rows, sheet->row_count, 1, sizeof *sheet->rows);
	struct sheet_row *kept = &sheet->rows[sheet->row_count++];
	*kept = row;
	if (row.shown || !row.key || !map_get(&sheet->shown->by_key, row.key))
		return;
	settle_copies(sheet, kept);
	if (!kept->shown)
		kept->key = kept->mark = NULL;
}

static void
read_rows(struct sheet *sheet, size_t at, uint32_t marks, struct arena *arena)
{
	bool *taken = arena_array(arena, sheet->shown->row_count + 1u, sizeof *taken);
	struct foreign_row cells;
	while (foreign_next_row(sheet->table, &at, &cells)) {
		const struct sheet_row row = read_row(sheet, &cells, marks, arena);
		struct sheet_row *above =
		    sheet->row_count ? &sheet->rows[sheet->row_count - 1] : NULL;
		if (above && goes_on(sheet, above, &row))
			join(sheet, above, &row, arena);
		else
			add_row(sheet, row, taken, arena);
	}
}

/* Of a sheet without titles the columns stand as they were built, beside their marks. */
static uint32_t
place_columns(struct sheet *sheet, const struct foreign_cell *mark)
{
	uint32_t count = sheet->shown->count,
		 first = mark && mark->column > count ? mark->column - count - 1 : 0;
	for (uint32_t i = 0; i < count; i++)
		sheet->columns[i] = first + i;
	return count;
}

bool
sheet_read(struct sheet *sheet, const struct foreign_table *table, struct shown_book *book,
	   struct arena *arena)
{
	const struct foreign_cell *mark = sheet_mark(table);
	size_t at = 0;
	*sheet = (struct sheet){.table = table, .header = mark ? mark->text : NULL};
	sheet->shown = find_sheet(book, table, mark, arena);
	if (!sheet->shown)
		return false;
	bool free = sheet->shown->free;
	uint32_t marks = mark ? mark->column - (free && mark->column) : ITEM_NONE;
	sheet->columns = arena_array(arena, sheet->shown->count, sizeof *sheet->columns);
	while (!free && foreign_next_row(table, &at, &sheet->heads) && mark &&
	       sheet->heads.number < mark->row)
		continue;
	sheet->head = sheet->heads.number;
	uint32_t found = free ? place_columns(sheet, mark) : find_columns(sheet, arena);
	if (!mark && (free ? !sheet->shown->based : found < 2))
		return false;
	read_rows(sheet, at, marks, arena);
	return true;
}

/* The next word of a mark. */
static const char *
next_word(const char **at, struct arena *arena)
{
	*at += strspn(*at, " ");
	size_t length = strcspn(*at, " ");
	const char *word = arena_copy(arena, *at, length);
	*at += length;
	return word;
}

/* The mark of what stood in a cell; NULL where there is none. */
static const char *
built_mark(const struct sheet *sheet, const struct sheet_row *row, uint32_t column,
	   struct arena *arena)
{
	const char *key = sheet->shown->columns[column].key, *hash = row->mark;
	if (!sheet->header || !hash || !key || sheet->shown->whole)
		return NULL;
	const char *at = sheet->header + strlen(start);
	next_word(&at, arena); /* the process */
	while (*at && *hash) {
		const char *word = next_word(&at, arena);
		if (strcmp(word, "-") == 0)
			continue;
		size_t length = *hash == '-' ? 1 : MARK_LENGTH;
		if (strlen(hash) < length)
			return NULL;
		if (strcmp(word, key) == 0)
			return arena_copy(arena, hash, length);
		hash += length;
	}
	return NULL;
}

enum sheet_built
sheet_built(const struct sheet *sheet, const struct sheet_row *row, uint32_t column,
	    const char *text, struct arena *arena)
{
	const char *mark = built_mark(sheet, row, column, arena);
	bool same;
	if (mark)
		same = strcmp(mark, mark_text(text, arena)) == 0;
	else if (sheet->shown->based && row->shown)
		same = strcmp(row->shown->texts[column], text) == 0;
	else
		return SHEET_UNKNOWN;
	return same ? SHEET_AS_BUILT : SHEET_OTHERWISE;
}

const char *
sheet_place(const struct sheet *sheet, const struct sheet_row *row, uint32_t column,
	    struct arena *arena)
{
	uint32_t at = sheet->columns[column];
	return foreign_place(arena, sheet->table, row->number, at == ITEM_NONE ? 0 : at);
}
