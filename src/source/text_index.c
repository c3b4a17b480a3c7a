/* SPDX-License-Identifier: MIT */
#include "source/text_index.h"

#include "support/search.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 256, WORD = sizeof(uint64_t) };

struct text_index
text_index(const char *text, size_t length, unsigned file)
{
	return (struct text_index){.text = text, .length = length, .file = file};
}

void
text_index_free(struct text_index *index)
{
	memory_free(index->lines);
	memory_free(index->before);
	memory_free(index->wide);
}

/* Where the next line begins, or NULL at the last one. */
static const char *
next_line(const char *p, const char *end, bool has_cr)
{
	const char *lf = memchr(p, '\n', (size_t)(end - p));
	const char *cr = has_cr ? memchr(p, '\r', (size_t)((lf ? lf : end) - p)) : NULL;
	if (cr && cr + 1 != lf)
		return cr + 1;
	return lf ? lf + 1 : NULL;
}

static void
find_lines(struct text_index *index)
{
	const char *text = index->text, *end = text + index->length;
	bool has_cr = memchr(text, '\r', index->length) != NULL;
	if (index->lines)
		return;
	for (const char *p = text; p; p = next_line(p, end, has_cr)) {
		index->lines = list_grow(index->lines, index->line_count, sizeof *index->lines);
		index->lines[index->line_count++] = (uint32_t)(p - text);
	}
	index->lines = memory_resize(index->lines, index->line_count * sizeof *index->lines);
}

static bool
is_up_to(const void *numbers, size_t i, size_t number)
{
	return ((const uint32_t *)numbers)[i] <= number;
}

/* The last of count ascending numbers that is not greater; the first one is 0. */
static size_t
last_up_to(const uint32_t *numbers, size_t count, size_t number)
{
	return search_before(numbers, count, number, is_up_to) - 1;
}

static bool
begins_character(char byte)
{
	return ((unsigned char)byte & 0xC0) != 0x80;
}

static bool
begins_wide(char byte)
{
	return (unsigned char)byte >= 0xF0;
}

/* Characters that begin in a block, eight bytes at once: a byte that goes on with one has its first
 * bit and not its second. */
static uint32_t
block_characters(const char *block)
{
	const uint64_t ones = 0x0101010101010101u, pairs = 0x00FF00FF00FF00FFu;
	uint64_t sums = 0;
	for (size_t i = 0; i < BLOCK; i += WORD) {
		uint64_t word;
		memcpy(&word, block + i, WORD);
		sums += (word >> 7 & ~word >> 6) & ones;
	}
	sums = (sums & pairs) + (sums >> 8 & pairs);
	return BLOCK - (uint32_t)(sums * 0x0001000100010001u >> 48);
}

static uint32_t
block_wides(const char *block)
{
	uint32_t count = 0;
	for (size_t i = 0; i < BLOCK; i++)
		count += begins_wide(block[i]);
	return count;
}

/* What is counted before each whole block, and before the rest of the text. */
static uint32_t *
count_blocks(const struct text_index *index, uint32_t (*count)(const char *block))
{
	size_t blocks = index->length / BLOCK;
	uint32_t *before = memory_alloc((blocks + 1) * sizeof *before);
	before[0] = 0;
	for (size_t i = 0; i < blocks; i++)
		before[i + 1] = before[i] + count(index->text + i * BLOCK);
	return before;
}

static void
count_characters(struct text_index *index)
{
	index->before = index->before ? index->before : count_blocks(index, block_characters);
}

static void
count_wides(struct text_index *index)
{
	index->wide = index->wide ? index->wide : count_blocks(index, block_wides);
}

void
text_index_make(struct text_index *index)
{
	find_lines(index);
	count_characters(index);
	count_wides(index);
}

const char *
text_index_line(struct text_index *index, uint32_t line, size_t *length)
{
	find_lines(index);
	if (!line || line > index->line_count)
		return NULL;
	const char *start = index->text + index->lines[line - 1];
	const char *end = line < index->line_count ? index->text + index->lines[line]
						   : index->text + index->length;
	if (line < index->line_count)
		end -= end[-1] == '\n' && end - 1 > start && end[-2] == '\r' ? 2 : 1;
	*length = (size_t)(end - start);
	return start;
}

size_t
text_index_characters(struct text_index *index, size_t byte)
{
	count_characters(index);
	byte = byte < index->length ? byte : index->length;
	size_t block = byte / BLOCK, count = index->before[block];
	for (size_t i = block * BLOCK; i < byte; i++)
		count += begins_character(index->text[i]);
	return count;
}

size_t
text_index_byte_of_character(struct text_index *index, size_t character)
{
	count_characters(index);
	size_t block = last_up_to(index->before, index->length / BLOCK + 1, character);
	size_t byte = block * BLOCK, count = index->before[block];
	while (byte < index->length &&
	       !(begins_character(index->text[byte]) && count++ == character))
		byte++;
	return byte;
}

size_t
text_index_byte(struct text_index *index, struct pos pos)
{
	size_t length;
	const char *line = text_index_line(index, pos.line, &length);
	if (!line)
		return index->length;
	size_t start = (size_t)(line - index->text), end = start + length;
	if (pos.column <= 1)
		return start;
	size_t character = text_index_characters(index, start) + pos.column - 1,
	       byte = text_index_byte_of_character(index, character);
	return byte < end ? byte : end;
}

struct pos
text_index_pos(struct text_index *index, size_t byte)
{
	find_lines(index);
	byte = byte < index->length ? byte : index->length;
	size_t line = last_up_to(index->lines, index->line_count, byte), start = index->lines[line],
	       column =
		   text_index_characters(index, byte) - text_index_characters(index, start) + 1;
	return (struct pos){.line = (uint32_t)line + 1,
			    .column = column < LAST_COLUMN ? (uint32_t)column : LAST_COLUMN,
			    .file = index->file};
}

static size_t
wides_before(const struct text_index *index, size_t byte)
{
	size_t block = byte / BLOCK, count = index->wide[block];
	for (size_t i = block * BLOCK; i < byte; i++)
		count += begins_wide(index->text[i]);
	return count;
}

size_t
text_index_units(struct text_index *index, size_t from, size_t to)
{
	count_wides(index);
	return text_index_characters(index, to) - text_index_characters(index, from) +
	       wides_before(index, to) - wides_before(index, from);
}
