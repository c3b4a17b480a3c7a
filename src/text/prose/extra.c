/* SPDX-License-Identifier: MIT */
#include "text/prose/extra.h"

#include <stdint.h>
#include <string.h>

enum prose_extra
prose_extra(cmark_node *node)
{
	return (enum prose_extra)(uintptr_t)cmark_node_get_user_data(node);
}

void
prose_extra_set(cmark_node *node, enum prose_extra extra)
{
	cmark_node_set_user_data(node, (void *)(uintptr_t)extra);
}

bool
prose_is_cell(cmark_node *node)
{
	enum prose_extra extra = prose_extra(node);
	return extra >= EXTRA_CELL && extra <= EXTRA_RIGHT;
}

cmark_node *
prose_extra_node(enum prose_extra extra)
{
	bool block = extra == EXTRA_TABLE || extra == EXTRA_ROW;
	cmark_node *node = prose_node(block ? CMARK_NODE_CUSTOM_BLOCK : CMARK_NODE_CUSTOM_INLINE);
	prose_extra_set(node, extra);
	return node;
}

const char *
prose_line(struct prose_lines *lines, int number)
{
	for (; lines->number < number; lines->number++) {
		lines->at += strcspn(lines->at, "\n");
		lines->at += *lines->at == '\n';
	}
	return lines->at;
}

/* The box that a text begins with. A bracket with a backslash begins none. */
static enum prose_extra
box_at(cmark_node *paragraph, struct prose_lines *lines)
{
	cmark_node *node = cmark_node_first_child(paragraph);
	const char *text =
	    cmark_node_get_type(node) == CMARK_NODE_TEXT ? cmark_node_get_literal(node) : "";
	bool box = text[0] == '[' && text[1] && strchr(" xX", text[1]) && text[2] == ']' &&
		   (text[3] == ' ' || text[3] == '\t');
	if (!box)
		return EXTRA_NONE;
	const char *line = prose_line(lines, cmark_node_get_start_line(paragraph));
	size_t column = (size_t)cmark_node_get_start_column(paragraph) - 1;
	if (strcspn(line, "\n") <= column || line[column] != '[')
		return EXTRA_NONE;
	return text[1] == ' ' ? EXTRA_OPEN : EXTRA_DONE;
}

void
prose_find_boxes(cmark_node *document, const char *text)
{
	struct prose_lines lines = {text, 1};
	cmark_iter *iter = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter)) {
		cmark_node *item = cmark_iter_get_node(iter);
		cmark_node *paragraph = cmark_node_first_child(item);
		if (event != CMARK_EVENT_ENTER || cmark_node_get_type(item) != CMARK_NODE_ITEM ||
		    cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH)
			continue;
		enum prose_extra box = box_at(paragraph, &lines);
		if (box == EXTRA_NONE)
			continue;
		prose_cut(cmark_node_first_child(paragraph), strlen("[ ] "));
		cmark_node_prepend_child(paragraph, prose_extra_node(box));
	}
	cmark_iter_free(iter);
}
