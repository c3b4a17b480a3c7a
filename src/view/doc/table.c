/* SPDX-License-Identifier: MIT */
/* Tables, and lists of things as tables. */
#include "view/doc/build.h"

struct doc_block
doc_table(struct doc *doc, enum doc_block_kind kind, uint32_t columns)
{
	struct doc_block block = {.kind = kind, .cell_count = columns};
	block.cells = arena_array(&doc->own->scratch, columns, sizeof *block.cells);
	return block;
}

void
doc_head(struct doc *doc, struct doc_block *table, uint32_t column, const char *title,
	 enum doc_align align)
{
	table->cells[column] = (struct doc_cell){
	    .lines = doc_text(doc, SPAN_TEXT, title), .align = align, .head = true};
}

enum doc_align
doc_align_of(const struct field *field)
{
	bool figures = field_leaves(field) & (LEAF_DURATION | LEAF_NUMBER | LEAF_DATE);
	return figures && !field_is_list(field) ? ALIGN_FIGURES : ALIGN_START;
}

static bool
any_gives(const struct list *list, const struct field *field)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (field_is_set(list->items[i], field))
			return true;
	return false;
}

/* Lays out the columns: those of the fields that any thing gives, own ones between and behind them.
 */
static struct doc_listing
lay_out(struct doc *doc, const struct list *list, const struct doc_column *own, uint32_t count)
{
	const struct field **all = doc->model->fields[list->items[0]->kind];
	uint32_t most = count;
	while (all[most - count])
		most++;
	uint32_t *places = arena_array(&doc->own->arena, count + 1, sizeof *places);
	struct doc_listing listing = {
	    .fields = arena_array(&doc->own->arena, most + 1, sizeof *listing.fields),
	    .own = places};
	for (uint32_t i = 0; i < count; i++)
		places[i] = UINT32_MAX;
	for (; *all; all++) {
		if ((*all)->flags & F_PLUMBING || !any_gives(list, *all))
			continue;
		bool replaced = false;
		for (uint32_t i = 0; i < count; i++)
			if (own[i].before && own[i].before == (*all)->id) {
				places[i] = listing.columns++;
				replaced = replaced || own[i].instead;
			}
		if (!replaced)
			listing.fields[listing.columns++] = *all;
	}
	for (uint32_t i = 0; i < count; i++)
		if (places[i] == UINT32_MAX)
			places[i] = listing.columns++;
	return listing;
}

struct doc_listing
doc_open_list(struct doc *doc, const struct list *list, const char *title,
	      const struct doc_column *own, uint32_t count)
{
	struct doc_listing listing = lay_out(doc, list, own, count);
	struct doc_block head = doc_table(doc, BLOCK_TABLE, listing.columns);
	head.title = title;
	for (uint32_t i = 0; i < listing.columns; i++)
		if (listing.fields[i])
			doc_head(doc, &head, i, doc_title(doc, listing.fields[i]),
				 doc_align_of(listing.fields[i]));
	for (uint32_t i = 0; i < count; i++)
		doc_head(doc, &head, listing.own[i], own[i].title, ALIGN_START);
	doc_put(doc, &head);
	return listing;
}

struct doc_block
doc_item_row(struct doc *doc, const struct doc_listing *listing, const struct entity *item)
{
	struct doc_block row = doc_table(doc, BLOCK_ROW, listing->columns);
	row.about = item;
	for (uint32_t j = 0; j < listing->columns; j++)
		if (listing->fields[j])
			row.cells[j].lines = doc_value(doc, item, listing->fields[j]);
	row.cells[0].head = true;
	return row;
}

void
doc_put_list(struct doc *doc, const struct list *list, const char *title)
{
	if (!list->count)
		return;
	struct doc_listing listing = doc_open_list(doc, list, title, NULL, 0);
	for (uint32_t i = 0; i < list->count; i++) {
		struct doc_block row = doc_item_row(doc, &listing, list->items[i]);
		doc_put(doc, &row);
	}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

void
doc_open_attributes(struct doc *doc, const char *title)
{
	struct doc_block head = doc_table(doc, BLOCK_TABLE, 2);
	head.title = title;
	doc_head(doc, &head, 0, show_word(doc->voice, WORD_DOC_ATTRIBUTE), ALIGN_START);
	doc_head(doc, &head, 1, show_word(doc->voice, WORD_DOC_VALUE), ALIGN_START);
	doc_put(doc, &head);
}

void
doc_put_attribute(struct doc *doc, const char *title, struct doc_lines lines)
{
	if (!lines.count)
		return;
	struct doc_block row = doc_table(doc, BLOCK_ROW, 2);
	row.cells[0] = (struct doc_cell){.lines = doc_text(doc, SPAN_TEXT, title), .head = true};
	row.cells[1].lines = lines;
	doc_put(doc, &row);
}

void
doc_put_sifted(struct doc *doc, void (*put)(struct doc *doc, const void *data), const void *data)
{
	struct doc_sieve sieve = {.gathers = true};
	doc->own->sieve = &sieve;
	put(doc, data);
	sieve.gathers = false;
	put(doc, data);
	doc->own->sieve = NULL;
}
