/* SPDX-License-Identifier: MIT */
/* Edit distance with transpositions (optimal string alignment) over code points, after case
 * folding; also of the text as it would read in the other keyboard layout and with Latin
 * look-alikes replaced. */
#include "text/words/suggest.h"

#include "support/buf.h"
#include "support/utf8.h"
#include "text/words/twins.h"

#include <string.h>

enum { LONGEST = 64, SHORT_WORD = 5 };

static const char layout_en[] = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
static const char *const layout_ru[] = {"й", "ц", "у", "к", "е", "н", "г", "ш", "щ", "з", "х",
					"ъ", "ф", "ы", "в", "а", "п", "р", "о", "л", "д", "ж",
					"э", "я", "ч", "с", "м", "и", "т", "ь", "б", "ю", "е"};

static const char *
relayout(struct arena *arena, const char *text)
{
	struct buf buf = {0};
	for (; *text; text++) {
		const char *found = strchr(layout_en, *text);
		if (found)
			buf_puts(&buf, layout_ru[found - layout_en]);
		else
			buf_putc(&buf, *text);
	}
	const char *copy = arena_copy(arena, buf_text(&buf), buf.length);
	buf_free(&buf);
	return copy;
}

/* The same the other way round: Russian letters typed where Latin keys were meant. */
static const char *
unlayout(struct arena *arena, const char *text)
{
	struct buf buf = {0};
	while (*text) {
		size_t i = 0;
		while (i < sizeof layout_en - 1 &&
		       strncmp(text, layout_ru[i], strlen(layout_ru[i])) != 0)
			i++;
		if (i < sizeof layout_en - 1) {
			buf_putc(&buf, layout_en[i]);
			text += strlen(layout_ru[i]);
		} else {
			buf_putc(&buf, *text++);
		}
	}
	const char *copy = arena_copy(arena, buf_text(&buf), buf.length);
	buf_free(&buf);
	return copy;
}

/* Latin letters that look like Russian ones made those; folding has made small letters of capitals,
 * of which more look alike. */
static const char *
unlike(struct arena *arena, const char *text)
{
	struct buf buf = {0};
	while (*text) {
		uint32_t rune = utf8_next(&text), twin = twin_letter(rune, true);
		if (!twin)
			twin = utf8_lower(twin_letter(utf8_upper(rune), true));
		buf_rune(&buf, twin ? twin : rune);
	}
	const char *copy = arena_copy(arena, buf_text(&buf), buf.length);
	buf_free(&buf);
	return copy;
}

void
suggest_open(struct suggest *suggest, const char *typed)
{
	*suggest = (struct suggest){0};
	const char *folded = utf8_fold(&suggest->arena, typed, FOLD_KEY);
	bool ascii = (unsigned char)folded[0] < 0x80;
	suggest->wanted[0] = folded;
	suggest->wanted[1] =
	    ascii ? relayout(&suggest->arena, folded) : unlayout(&suggest->arena, folded);
	suggest->wanted[2] = unlike(&suggest->arena, folded);
	suggest->distance = LONGEST;
}

static size_t
decode(const char *text, uint32_t *runes)
{
	size_t count = 0;
	while (*text && count < LONGEST)
		runes[count++] = utf8_next(&text);
	return count;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t
distance(const char *left, const char *right)
{
	uint32_t a[LONGEST], b[LONGEST];
	size_t rows[3][LONGEST + 1];
	size_t n = decode(left, a), m = decode(right, b);
	for (size_t j = 0; j <= m; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t *row = rows[i % 3], *above = rows[(i - 1) % 3], *second = rows[(i + 1) % 3];
		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			row[j] = least(least(row[j - 1], above[j]) + 1,
				       above[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = least(row[j], second[j - 2] + 1);
		}
	}
	return rows[n % 3][m];
}

/* How many letters may differ in a word of so many: half of a short one would make it another. */
static size_t
reach_of(size_t length)
{
	return length < SHORT_WORD ? 1 : 1 + length / 4;
}

void
suggest_offer(struct suggest *suggest, const char *known, const char *advice)
{
	const char *folded = utf8_fold(&suggest->arena, known, FOLD_KEY);
	/* No more than are compared: what is longer is not nearer. */
	size_t length = least(utf8_count(folded, strlen(folded)), LONGEST);
	for (int i = 0; i < 3; i++) {
		size_t away = distance(suggest->wanted[i], folded) + (i > 0);
		if (away >= length || away > reach_of(length))
			continue;
		if (away < suggest->distance) {
			suggest->distance = away;
			suggest->best = advice;
			suggest->tied = false;
		} else if (away == suggest->distance && strcmp(advice, suggest->best) != 0) {
			suggest->tied = true;
		}
	}
}

void
suggest_try(struct suggest *suggest, const char *known)
{
	suggest_offer(suggest, known, known);
}

void
suggest_try_spellings(struct suggest *suggest, const char *spellings, struct arena *arena)
{
	while (*spellings) {
		size_t length = strcspn(spellings, "|");
		suggest_try(suggest, arena_copy(arena, spellings, length));
		spellings += length + (spellings[length] == '|');
	}
}

const char *
suggest_close(struct suggest *suggest)
{
	arena_free(&suggest->arena);
	return suggest->best;
}

bool
suggest_is_certain(const struct suggest *suggest)
{
	return suggest->best && !suggest->tied;
}
