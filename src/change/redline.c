/* SPDX-License-Identifier: MIT */
#include "change/redline.h"

#include "support/buf.h"
#include "support/utf8.h"

#include <string.h>

enum { TABLE_MOST = 1 << 20 }; /* pairs of words that are compared */

struct redline_word {
	const char *start;
	size_t length;
};

struct redline_text {
	struct redline_word *items;
	uint32_t count;
};

/* Past a word, or the signs behind it. */
static const char *
skip_word(const char *text)
{
	static const char signs[] = ".,;:!?)";
	size_t length = strspn(text, signs);
	if (length)
		return text + length;
	for (const char *next = text; *next && !utf8_is_blank(utf8_next(&next)); text = next) {
		length = strspn(next, signs);
		if (length && (!next[length] || strchr(" \n\t", next[length])))
			return next;
	}
	return text;
}

/* The words of a text, each with the blanks behind it; the signs at the end of one by themselves.
 */
static struct redline_text
split(const char *text, struct arena *arena)
{
	struct redline_text pieces = {0};
	while (*text) {
		const char *start = text, *next = text;
		text = skip_word(text);
		for (next = text; *next && utf8_is_blank(utf8_next(&next)); text = next)
			;
		pieces.items =
		    arena_grow(arena, pieces.items, pieces.count, 1, sizeof *pieces.items);
		pieces.items[pieces.count++] = (struct redline_word){start, (size_t)(text - start)};
	}
	return pieces;
}

/* The length of a text without the blanks at its end, the no-break one among them. */
static size_t
without_blanks(const char *text, size_t length)
{
	for (;;) {
		if (length && strchr(" \n\t", text[length - 1]))
			length--;
		else if (length > 1 && memcmp(text + length - 2, "\xC2\xA0", 2) == 0)
			length -= 2;
		else
			return length;
	}
}

size_t
redline_words(const struct redline_run *run)
{
	return without_blanks(run->start, run->length);
}

/* Two words, whatever stands behind them. */
static bool
is_same_word(const struct redline_word *a, const struct redline_word *b)
{
	size_t one = without_blanks(a->start, a->length),
	       other = without_blanks(b->start, b->length);
	return one == other && memcmp(a->start, b->start, one) == 0;
}

static void
put(struct redline *line, enum redline_mark mark, const struct redline_word *piece,
    struct arena *arena)
{
	struct redline_run *last = line->count ? &line->runs[line->count - 1] : NULL;
	if (last && last->mark == mark && last->start + last->length == piece->start) {
		last->length += piece->length;
		return;
	}
	line->runs = arena_grow(arena, line->runs, line->count, 1, sizeof *line->runs);
	line->runs[line->count++] = (struct redline_run){mark, piece->start, piece->length};
}

/* The words from i and k on have so many in common, by i and k: the table of the longest common
 * sequences. */
static uint32_t *
common_table(const struct redline_text *was, const struct redline_text *is, struct arena *arena)
{
	size_t width = (size_t)is->count + 1;
	uint32_t *table = arena_array(arena, ((size_t)was->count + 1) * width, sizeof *table);
	for (uint32_t i = was->count; i-- > 0;)
		for (uint32_t k = is->count; k-- > 0;) {
			uint32_t down = table[(i + 1) * width + k],
				 right = table[i * width + k + 1];
			table[i * width + k] = is_same_word(&was->items[i], &is->items[k])
						   ? table[(i + 1) * width + k + 1] + 1
					       : down > right ? down
							      : right;
		}
	return table;
}

static void
put_rest(struct redline *line, enum redline_mark mark, const struct redline_text *pieces,
	 uint32_t from, struct arena *arena)
{
	for (; from < pieces->count; from++)
		put(line, mark, &pieces->items[from], arena);
}

static void
walk(struct redline *line, const uint32_t *table, const struct redline_text *was,
     const struct redline_text *is, struct arena *arena)
{
	size_t width = (size_t)is->count + 1;
	uint32_t i = 0, k = 0;
	while (i < was->count && k < is->count) {
		if (is_same_word(&was->items[i], &is->items[k])) {
			put(line, REDLINE_KEPT, &is->items[k++], arena);
			i++;
		} else if (table[(i + 1) * width + k] >= table[i * width + k + 1]) {
			put(line, REDLINE_GONE, &was->items[i++], arena);
		} else {
			put(line, REDLINE_NEW, &is->items[k++], arena);
		}
	}
	put_rest(line, REDLINE_GONE, was, i, arena);
	put_rest(line, REDLINE_NEW, is, k, arena);
}

struct redline
redline_of(const char *was, const char *is, struct arena *arena)
{
	struct redline line = {0};
	struct redline_text earlier = split(was, arena), later = split(is, arena);
	bool table = (uint64_t)earlier.count * later.count <= TABLE_MOST;
	const uint32_t *common = table ? common_table(&earlier, &later, arena) : NULL;
	uint32_t most = earlier.count > later.count ? earlier.count : later.count;
	if (common && common[0] * 3 >= most) {
		walk(&line, common, &earlier, &later, arena);
		return line;
	}
	put_rest(&line, REDLINE_GONE, &earlier, 0, arena);
	put_rest(&line, REDLINE_NEW, &later, 0, arena);
	return line;
}
