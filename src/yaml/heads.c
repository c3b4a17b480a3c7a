/* SPDX-License-Identifier: MIT */
#include "yaml/heads.h"

#include "support/memory.h"
#include "support/search.h"
#include "support/utf8.h"
#include "text/marker.h"

#include <stdlib.h>
#include <string.h>

/* Where the line of a number begins. */
static const char *
line_start(const char *text, size_t number)
{
	for (; number > 1 && text; number--) {
		text = strchr(text, '\n');
		text += text != NULL;
	}
	return text;
}

/* The last line before a place that is not blank. */
static const char *
line_before(const char *text, const char *at)
{
	while (at > text) {
		const char *start = --at;
		while (start > text && start[-1] != '\n')
			start--;
		if (strspn(start, " \t\r") < (size_t)(at - start))
			return start;
		at = start;
	}
	return NULL;
}

/* Past the indent and the hyphens of a line; NULL when it has no hyphen. */
static const char *
item_of(const char *line)
{
	const char *at = line + strspn(line, " ");
	if (*at != '-')
		return NULL;
	while (at[0] == '-' && at[1] == ' ')
		at += 1 + strspn(at + 1, " ");
	return *at == '-' ? NULL : at;
}

/* The end of a text that is an item of a list and all of its line; NULL when it is another thing.
 * A colon within it, but in a time or an address, is more likely to lack a blank. */
static const char *
text_end(const char *item)
{
	const char *end = item + strcspn(item, "\r\n");
	while (end > item && end[-1] == ' ')
		end--;
	if (end == item || end[-1] == ':' || strchr("\"'[]{}>|*&!%#`@,?", *item))
		return NULL;
	for (const char *at = item; at + 1 < end; at++)
		if ((at[0] == ':' && !ascii_is_digit(at[1]) && at[1] != '/') ||
		    (at[0] == ' ' && at[1] == '#'))
			return NULL;
	return end;
}

static const char *
line_end(const char *line)
{
	return line + strcspn(line, "\r\n");
}

/* The bytes of what people begin items with, behind so many blanks of a line; 0 when there is none.
 */
static size_t
marker_length(const char *line, size_t indent)
{
	size_t length = marker_of_item(line + indent, line_end(line)).length;
	return utf8_count(line + indent, length) > 1 ? length : 0; /* «- » takes its place */
}

/* A copy in the making. */
struct hyphenation {
	struct heads *heads;
	struct buf copy;
	size_t characters; /* of the text before the line under way */
};

static size_t
count_before(const struct heads *heads, size_t character);

/* Remembers that a text has moved. */
static void
add_shift(struct hyphenation *h, size_t start, size_t length, size_t by)
{
	struct heads *heads = h->heads;
	if (!by)
		return;
	start -= count_before(heads, start);
	heads->shifts = list_grow(heads->shifts, heads->shift_count, sizeof *heads->shifts);
	heads->shifts[heads->shift_count++] = (struct head_shift){start, start + length, by};
}

/* Adds a line with a hyphen for its marker, and at its end the blanks that are missing then. The
 * semicolon that parts it from the next item becomes a blank. */
static void
put_hyphen(struct hyphenation *h, const char *line, size_t indent)
{
	const char *marker = line + indent, *end = line_end(line);
	size_t length = marker_length(line, indent), by = utf8_count(marker, length) - 2;
	const char *text = marker + length;
	buf_add(&h->copy, line, indent);
	buf_puts(&h->copy, "- ");
	buf_add(&h->copy, text, (size_t)(end - text));
	if (text + 1 < end && end[-1] == ';')
		h->copy.data[h->copy.length - 1] = ' ';
	add_shift(h, h->characters + indent + 2, utf8_count(text, (size_t)(end - text)), by);
	while (by--)
		buf_putc(&h->copy, ' ');
}

/* Adds the lines from the first item of a list on: with hyphens as long as the list goes. */
static void
put_hyphens(struct hyphenation *h, const char *line, const char *end, size_t indent)
{
	for (const char *next; line < end; line = next) {
		size_t blanks = strspn(line, " ");
		const char *last = line_end(line);
		bool empty = line + blanks == last, item = !empty && marker_length(line, blanks);
		if (!empty && (blanks < indent || (blanks == indent && !item)))
			break;
		if (item && blanks == indent)
			put_hyphen(h, line, indent);
		else
			buf_add(&h->copy, line, (size_t)(last - line));
		next = last + (last < end);
		buf_add(&h->copy, last, (size_t)(next - last));
		h->characters += utf8_count(line, (size_t)(next - line));
	}
	buf_add(&h->copy, line, (size_t)(end - line));
}

static int
compare_shifts(const void *a, const void *b)
{
	const struct head_shift *first = a, *second = b;
	return (first->start > second->start) - (first->start < second->start);
}

/* Makes items of the lines around one that are numbered; false when it is not. */
static bool
hyphenate(struct heads *heads, const char *text, size_t length, const char *line)
{
	size_t indent = strspn(line, " ");
	if (!marker_length(line, indent))
		return false;
	for (const char *above = line; (above = line_before(text, above));) {
		size_t blanks = strspn(above, " ");
		if (blanks < indent || (blanks == indent && !marker_length(above, blanks)))
			break;
		line = blanks == indent ? above : line;
	}
	struct hyphenation h = {.heads = heads};
	buf_add(&h.copy, text, (size_t)(line - text));
	h.characters = utf8_count(text, (size_t)(line - text));
	put_hyphens(&h, line, text + length, indent);
	if (heads->shift_count)
		qsort(heads->shifts, heads->shift_count, sizeof *heads->shifts, compare_shifts);
	buf_free(&heads->copy);
	heads->copy = h.copy;
	return true;
}

bool
heads_add(struct heads *heads, const char *text, size_t length, size_t line)
{
	const char *key = line_start(text, line), *above = key ? line_before(text, key) : NULL;
	if (above && hyphenate(heads, text, length, above))
		return true;
	const char *item = above ? item_of(above) : NULL, *end = item ? text_end(item) : NULL;
	if (!end || strspn(key, " ") < (size_t)(item - above))
		return false;
	struct buf copy = {0};
	buf_add(&copy, text, (size_t)(end - text));
	size_t colon = utf8_count(text, (size_t)(end - text));
	buf_putc(&copy, ':');
	buf_add(&copy, end, length - (size_t)(end - text));
	buf_free(&heads->copy);
	heads->copy = copy;
	heads->colons = list_grow(heads->colons, heads->count, sizeof *heads->colons);
	heads->colons[heads->count++] = colon;
	return true;
}

bool
heads_add_item(struct heads *heads, const char *text, size_t length, size_t line)
{
	const char *below = line_start(text, line), *item = below ? line_before(text, below) : NULL;
	size_t start = item ? utf8_count(text, (size_t)(item - text)) + strspn(item, " ") : 0;
	if (!item || !hyphenate(heads, text, length, item))
		return false;
	if (!heads->items++)
		heads->item = start - count_before(heads, start);
	return true;
}

static bool
is_colon_before(const void *colons, size_t i, size_t character)
{
	return ((const size_t *)colons)[i] < character;
}

static bool
ends_before(const void *shifts, size_t i, size_t character)
{
	return ((const struct head_shift *)shifts)[i].end < character;
}

/* How many colons stand before a character of the copy. */
static size_t
count_before(const struct heads *heads, size_t character)
{
	return search_before(heads->colons, heads->count, character, is_colon_before);
}

size_t
heads_moved(const struct heads *heads, size_t character)
{
	size_t at = character - count_before(heads, character),
	       i = search_before(heads->shifts, heads->shift_count, at, ends_before);
	return i < heads->shift_count && at >= heads->shifts[i].start ? heads->shifts[i].by : 0;
}

size_t
heads_index(const struct heads *heads, size_t character)
{
	return character - count_before(heads, character) + heads_moved(heads, character);
}

bool
heads_ends(const struct heads *heads, size_t character)
{
	size_t at = count_before(heads, character);
	return at < heads->count && heads->colons[at] == character;
}

void
heads_free(struct heads *heads)
{
	memory_free(heads->colons);
	memory_free(heads->shifts);
	buf_free(&heads->copy);
	*heads = (struct heads){0};
}
