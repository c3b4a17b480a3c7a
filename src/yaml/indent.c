/* SPDX-License-Identifier: MIT */
#include "yaml/indent.h"

#include <string.h>

bool
indent_open(struct indented *at, struct text_index *index, uint32_t number)
{
	at->line = text_index_line(index, number, &at->length);
	at->indent = 0;
	while (at->line && at->indent < at->length && strchr(" \t", at->line[at->indent]))
		at->indent++;
	return at->line != NULL;
}

bool
indent_is_blank(const struct indented *at)
{
	return at->indent == at->length;
}

static bool
is_hyphen(const struct indented *at, size_t byte)
{
	return byte + 1 < at->length && at->line[byte] == '-' && at->line[byte + 1] == ' ';
}

bool
indent_is_item(const struct indented *at)
{
	return is_hyphen(at, at->indent);
}

/* The columns before the text of an item, or before a key. */
static size_t
content_of(const struct indented *at)
{
	size_t byte = at->indent;
	while (is_hyphen(at, byte))
		for (byte++; byte < at->length && at->line[byte] == ' ';)
			byte++;
	return byte;
}

static size_t
distance(size_t a, size_t b)
{
	return a > b ? a - b : b - a;
}

static bool
is_remark(const struct indented *at)
{
	return !indent_is_blank(at) && at->line[at->indent] == '#';
}

/* Whether nothing stands above a line. */
static bool
is_first(struct text_index *index, uint32_t number)
{
	struct indented above;
	while (--number && indent_open(&above, index, number))
		if (!indent_is_blank(&above) && !is_remark(&above))
			return false;
	return true;
}

size_t
indent_nearest(struct text_index *index, uint32_t number, bool *fits)
{
	struct indented at, above;
	size_t nearest = INDENT_NONE, open = SIZE_MAX;
	*fits = false;
	if (!indent_open(&at, index, number))
		return INDENT_NONE;
	bool item = indent_is_item(&at);
	if (is_first(index, number))
		return at.indent ? 0 : INDENT_NONE;
	while (--number && open && indent_open(&above, index, number)) {
		size_t inner = content_of(&above);
		if (indent_is_blank(&above) || inner >= open || is_remark(&above))
			continue;
		size_t candidate = item ? above.indent : inner;
		bool counts = !item || indent_is_item(&above);
		*fits = *fits || (counts && candidate == at.indent);
		if (counts && candidate != at.indent &&
		    distance(candidate, at.indent) < distance(nearest, at.indent))
			nearest = candidate;
		open = above.indent;
	}
	return nearest;
}
