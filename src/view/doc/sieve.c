/* SPDX-License-Identifier: MIT */
/* Tables without the columns that no row fills. Rows are made one by one, and forgotten: so a table
 * is made twice, first to see what is filled. */
#include "view/doc/build.h"

void
doc_sieve_note(struct doc *doc, const struct doc_block *block)
{
	struct doc_sieve *sieve = doc->own->sieve;
	if (block->kind == BLOCK_TABLE) {
		sieve->count = block->cell_count;
		sieve->filled = arena_array(&doc->own->arena, sieve->count, sizeof(bool));
		sieve->filled[0] = true;
	}
	for (uint32_t i = 0; block->kind == BLOCK_ROW && i < block->cell_count; i++)
		for (uint32_t j = 0; j < block->cells[i].lines.count; j++)
			if (block->cells[i].lines.items[j].count)
				sieve->filled[i] = true;
}

struct doc_block
doc_sieve_cut(struct doc *doc, const struct doc_block *block)
{
	const struct doc_sieve *sieve = doc->own->sieve;
	struct doc_block cut = *block;
	cut.cells = arena_array(&doc->own->scratch, sieve->count, sizeof *cut.cells);
	cut.cell_count = 0;
	for (uint32_t i = 0; i < block->cell_count; i++)
		if (sieve->filled[i])
			cut.cells[cut.cell_count++] = block->cells[i];
	return cut;
}
