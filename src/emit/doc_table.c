/* SPDX-License-Identifier: MIT */
/* Tables, and lists of things as tables. */
#include "emit/doc_build.h"

struct doc_block
doc_table(struct doc *doc, enum doc_block_kind kind, uint32_t columns)
{
	struct doc_block block = {.kind = kind, .cell_count = columns};
	block.cells = arena_array(&doc->own->scratch, columns, sizeof *block.cells);
	return block;
}

void
doc_head(struct doc *doc, struct doc_block *table, uint32_t column, const char *title, enum doc_align align)
{
	table->cells[column] = (struct doc_cell){.lines = doc_text(doc, SPAN_TEXT, title), .align = align, .head = true};
}

enum doc_align
doc_align_of(const struct field *field)
{
	switch (field->type) {
	case TYPE_DURATION:
	case TYPE_NUMBER:
	case TYPE_DATE:
		return ALIGN_FIGURES;
	default: /* texts of all sorts */
		return ALIGN_START;
	}
}

static bool
any_gives(const struct list *list, const struct field *field)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (field_is_set(list->items[i], field))
			return true;
	return false;
}

void
doc_put_list(struct doc *doc, const struct list *list, const char *title, const char *closing)
{
	if (!list->count)
		return;
	const struct field **all = doc->model->fields[list->items[0]->kind];
	uint32_t count = 0;
	while (all[count])
		count++;
	const struct field **fields = arena_array(&doc->own->arena, count + 1, sizeof *fields);
	count = 0;
	for (; *all; all++)
		if (!((*all)->flags & F_PLUMBING) && any_gives(list, *all))
			fields[count++] = *all;
	struct doc_block head = doc_table(doc, BLOCK_TABLE, count + (closing != NULL));
	head.title = title;
	for (uint32_t i = 0; i < count; i++)
		doc_head(doc, &head, i, field_title(doc->model, fields[i], &doc->own->scratch), doc_align_of(fields[i]));
	if (closing)
		doc_head(doc, &head, count, closing, ALIGN_START);
	doc_put(doc, &head);
	for (uint32_t i = 0; i < list->count; i++) {
		struct doc_block row = doc_table(doc, BLOCK_ROW, count + (closing != NULL));
		row.about = list->items[i];
		for (uint32_t j = 0; j < count; j++)
			row.cells[j] = (struct doc_cell){.lines = doc_value(doc, list->items[i], fields[j]), .head = j == 0};
		doc_put(doc, &row);
	}
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}
