/* SPDX-License-Identifier: MIT */
/* What people put before an item of a list: «1.», «1)», «2.3», «а)», «IV.», «Этап 1.», "Step 2 –",
 * and the bullets of word processors and chats. */
#ifndef PRESALE_TEXT_MARKER_H
#define PRESALE_TEXT_MARKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Items of one list have markers of one form. */
enum marker_form {
	MARKER_NONE,
	MARKER_NUMBER, /* 1. or 1) */
	MARKER_INNER,  /* 1.2, of which the last number counts */
	MARKER_LETTER, /* a) */
	MARKER_ROMAN,  /* IV. */
	MARKER_PART,   /* «Этап 1.», «Шаг 2 –», "Stage 3:" */
	MARKER_BULLET, /* «•», «—», «✅»: not what YAML has, the hyphen */
};

struct item_marker {
	enum marker_form form;
	unsigned number;
	size_t length;    /* with the blanks behind it */
	const char *head; /* of MARKER_INNER what is before its last number, of a bullet the sign;
			     of head_length */
	size_t head_length;
	bool cyrillic; /* a letter of MARKER_LETTER */
};

/* A number as Romans wrote it, from 1 to 20; NULL for any other. */
const char *
marker_roman(unsigned number);

/* The number that a text begins with and that something stands behind; end: where the text ends. */
struct item_marker
marker_of(const char *text, const char *end);

/* True for a sign that stands before items and begins no name: of word processors and chats, and
 * the dashes; not the hyphen. */
bool
marker_is_bullet(uint32_t rune);

/* That number or bullet. */
struct item_marker
marker_of_item(const char *text, const char *end);

/* Whether a marker comes right behind another: of its form, and the next one, or the same bullet.
 * Letters that lists leave out may be left out. */
bool
marker_follows(const struct item_marker *marker, const struct item_marker *before);

/* Where on a line the next item after a marker begins: «1. Запрос 2. Оценка». NULL when none does;
 * *marker becomes the next one. */
const char *
marker_find_next(const char *text, const char *end, struct item_marker *marker);

/* True for a marker that lists begin with. */
bool
marker_is_first(const struct item_marker *marker);

/* The arrow in a text, with the blanks round it, «Отказ -> Архив», and in *behind what it points
 * at; NULL when there is none. */
const char *
marker_arrow(const char *text, const char **behind);

/* True for «Этап 2», "step 10" and nothing more. */
bool
marker_is_part(const char *text);

#endif
