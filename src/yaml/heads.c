/* SPDX-License-Identifier: MIT */
#include "yaml/heads.h"

#include "support/memory.h"
#include "support/utf8.h"

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

bool
heads_add(struct heads *heads, const char *text, size_t length, size_t line)
{
	const char *key = line_start(text, line), *above = key ? line_before(text, key) : NULL;
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

/* How many colons stand before a character of the copy. */
static size_t
count_before(const struct heads *heads, size_t character)
{
	size_t low = 0, high = heads->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (heads->colons[middle] < character)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t
heads_index(const struct heads *heads, size_t character)
{
	return character - count_before(heads, character);
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
	buf_free(&heads->copy);
	*heads = (struct heads){0};
}
