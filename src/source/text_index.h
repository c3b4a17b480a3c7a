/* SPDX-License-Identifier: MIT */
/* Places in a text: from a line and column to a byte and back. Nothing is made before the first
 * question; that one reads the text once, each later one takes a binary search and a look at BLOCK
 * bytes at most, however long a line is. */
#ifndef PRESALE_SOURCE_TEXT_INDEX_H
#define PRESALE_SOURCE_TEXT_INDEX_H

#include "model/model.h"

enum { LAST_COLUMN = (1 << 20) - 1 }; /* of struct pos: what stands behind it has the same */

struct text_index {
	const char *text;
	size_t length;
	unsigned file;    /* of the places it gives */
	uint32_t *lines;  /* where each begins, from line 1 on at 0; NULL until asked for */
	uint32_t *before; /* characters before each block of bytes; NULL until asked for */
	uint32_t *wide;   /* and those of them that take two units in UTF-16 */
	uint32_t line_count;
};

/* Of length bytes of valid UTF-8, 4 GiB at most, which must stay. */
struct text_index
text_index(const char *text, size_t length, unsigned file);

/* Frees what was made of the text, which stays. */
void
text_index_free(struct text_index *index);

/* Makes at once what any later question would: asking then changes nothing. */
void
text_index_make(struct text_index *index);

/* The start of a line and its length without the line end (LF, CR LF or CR); NULL when there is no
 * such line. */
const char *
text_index_line(struct text_index *index, uint32_t line, size_t *length);

/* The byte at a place: the line's end when the line is shorter, the text's when there is no such
 * line. */
size_t
text_index_byte(struct text_index *index, struct pos pos);

/* The place of a byte; of the text's end when it is beyond. A CR LF is one line end: its LF stands
 * in the line it ends. */
struct pos
text_index_pos(struct text_index *index, size_t byte);

/* How many characters stand before a byte, and back. */
size_t
text_index_characters(struct text_index *index, size_t byte);
size_t
text_index_byte_of_character(struct text_index *index, size_t character);

/* UTF-16 code units between two bytes. */
size_t
text_index_units(struct text_index *index, size_t from, size_t to);

#endif
