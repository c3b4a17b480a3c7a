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

/* How long a number at the beginning of a line is, with its full stop or bracket; 0 when there is
 * none. */
static size_t
number_length(const char *at)
{
	size_t digits = strspn(at, "0123456789");
	return digits && strchr(".)", at[digits]) && at[digits] && at[digits + 1] == ' '
		   ? digits + 1
		   : 0;
}

static char *
next_line(char *line)
{
	line += strcspn(line, "\n");
	return *line ? line + 1 : NULL;
}

/* Makes items of the lines with numbers from the first of a list on, in the copy: a hyphen and
 * blanks are as long as a number. */
static void
put_hyphens(char *line, size_t indent)
{
	for (; line; line = next_line(line)) {
		size_t blanks = strspn(line, " "), length = number_length(line + blanks);
		if (line[blanks] == '\n' || line[blanks] == '\r' || blanks > indent)
			continue;
		if (blanks < indent || !length)
			return;
		memset(line + indent, ' ', length);
		line[indent] = '-';
	}
}

/* The same for a list of which one line with a number is known; false when it has none. */
static bool
hyphenate(struct heads *heads, const char *text, size_t length, const char *line)
{
	size_t indent = strspn(line, " ");
	if (!number_length(line + indent))
		return false;
	for (const char *above = line; (above = line_before(text, above));) {
		size_t blanks = strspn(above, " ");
		if (blanks < indent || (blanks == indent && !number_length(above + blanks)))
			break;
		line = blanks == indent ? above : line;
	}
	struct buf copy = {0};
	size_t offset = (size_t)(line - text);
	buf_add(&copy, text, length);
	buf_free(&heads->copy);
	heads->copy = copy;
	put_hyphens(copy.data + offset, indent);
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
