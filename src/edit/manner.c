/* SPDX-License-Identifier: MIT */
#include "edit/manner.h"

#include <string.h>

enum { USUAL_STEP = 2 };

size_t
manner_line_start(const struct text_index *index, size_t byte)
{
	while (byte && index->text[byte - 1] != '\n' && index->text[byte - 1] != '\r')
		byte--;
	return byte;
}

size_t
manner_line_end(const struct text_index *index, size_t byte)
{
	while (byte < index->length && index->text[byte] != '\n' && index->text[byte] != '\r')
		byte++;
	return byte;
}

size_t
manner_next_line(const struct text_index *index, size_t byte)
{
	if (byte < index->length && index->text[byte] == '\r')
		return byte + (byte + 1 < index->length && index->text[byte + 1] == '\n' ? 2 : 1);
	return byte + (byte < index->length && index->text[byte] == '\n');
}

static const char *
line_end_of(const struct text_index *index)
{
	size_t end = manner_line_end(index, 0);
	if (end == index->length || index->text[end] == '\n')
		return "\n";
	return manner_next_line(index, end) - end == 2 ? "\r\n" : "\r";
}

/* The column, from 0, of a node's first character. */
static size_t
column_of(struct spans *spans, struct text_index *index, uint32_t node)
{
	return text_index_pos(index, spans_of(spans, index->file, node).start).column - 1u;
}

struct manner
manner_of(struct spans *spans, struct sources *sources, unsigned file)
{
	const struct span_tree *tree = spans_tree(spans, file);
	struct text_index *index = sources_index(sources, file);
	struct manner manner = {.line_end = line_end_of(index), .step = 0, .hyphen = SIZE_MAX};
	for (uint32_t i = 1; i < tree->count && !(manner.step && manner.hyphen != SIZE_MAX); i++) {
		uint32_t parent = tree->nodes[i].parent;
		enum span_style style = (enum span_style)tree->nodes[i].style;
		if ((style != SPAN_MAP && style != SPAN_LIST) ||
		    tree->nodes[parent].style != SPAN_MAP)
			continue;
		size_t column = column_of(spans, index, i), outer = column_of(spans, index, parent);
		if (style == SPAN_LIST && manner.hyphen == SIZE_MAX && column >= outer)
			manner.hyphen = column - outer;
		else if (style == SPAN_MAP && !manner.step && column > outer)
			manner.step = column - outer;
	}
	manner.step = manner.step ? manner.step : USUAL_STEP;
	manner.hyphen = manner.hyphen != SIZE_MAX ? manner.hyphen : manner.step;
	return manner;
}
