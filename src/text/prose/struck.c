/* SPDX-License-Identifier: MIT */
/* ~~Struck~~ text. One tilde strikes nothing: «~5 дней» means about five. */
#include "support/buf.h"
#include "text/prose/extra.h"

#include <string.h>

bool
prose_mark_tildes(struct buf *marked, const char *text, size_t length)
{
	if (!strstr(text, "~~") || strstr(text, PROSE_TILDES))
		return false;
	for (const char *at = text, *end = text + length; at < end;) {
		size_t run = strspn(at, "~"), step = run ? run : 1;
		if (*at == '\\' && at + 1 < end)
			step = 2;
		if (run == 2)
			buf_puts(marked, PROSE_TILDES);
		else
			buf_add(marked, at, step);
		at += step;
	}
	return true;
}

/* Gives a text of the author's, got from a node and set there again, its tildes back. */
static void
restore(cmark_node *node, const char *(*get)(cmark_node *), int (*set)(cmark_node *, const char *))
{
	const char *text = get(node), *mark = text ? strstr(text, PROSE_TILDES) : NULL;
	if (!mark)
		return;
	struct buf out = {0};
	for (; mark; text = mark + strlen(PROSE_TILDES), mark = strstr(text, PROSE_TILDES)) {
		buf_add(&out, text, (size_t)(mark - text));
		buf_puts(&out, "~~");
	}
	buf_puts(&out, text);
	set(node, buf_text(&out));
	buf_free(&out);
}

/* Gives each mark in a text a node of its own; the node itself keeps what follows the last. */
static void
part_text(cmark_node *node)
{
	const char *text = cmark_node_get_literal(node), *at = text, *mark;
	for (; (mark = strstr(at, PROSE_TILDES)); at = mark + strlen(PROSE_TILDES)) {
		if (mark > at)
			cmark_node_insert_before(node, prose_text_node(at, mark));
		cmark_node_insert_before(node, prose_text_node(mark, mark + strlen(PROSE_TILDES)));
	}
	if (at > text && !*at)
		cmark_node_free(node);
	else if (at > text)
		prose_cut(node, (size_t)(at - text));
}

static bool
is_mark(cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_TEXT &&
	       strcmp(cmark_node_get_literal(node), PROSE_TILDES) == 0;
}

/* True when a mark touches words at its side: the end of what is before it, the beginning of what
 * is behind it. */
static bool
touches(cmark_node *beside, bool before)
{
	cmark_node_type type = cmark_node_get_type(beside);
	if (type != CMARK_NODE_TEXT)
		return beside && type != CMARK_NODE_SOFTBREAK && type != CMARK_NODE_LINEBREAK;
	const char *text = cmark_node_get_literal(beside);
	char c = *text && before ? text[strlen(text) - 1] : *text;
	return c && !strchr(" \t", c);
}

/* Moves what is between two marks into a node in their place. */
static void
strike(cmark_node *open, cmark_node *close)
{
	cmark_node *struck = prose_extra_node(EXTRA_STRUCK), *next;
	cmark_node_insert_before(open, struck);
	for (cmark_node *node = cmark_node_next(open); node != close; node = next) {
		next = cmark_node_next(node);
		cmark_node_append_child(struck, node);
	}
	cmark_node_free(open);
	cmark_node_free(close);
}

/* Pairs the marks among a node's children. */
static void
strike_children(cmark_node *parent)
{
	cmark_node *open = NULL, *next;
	for (cmark_node *node = cmark_node_first_child(parent); node; node = next) {
		next = cmark_node_next(node);
		if (!is_mark(node))
			continue;
		if (open && touches(cmark_node_previous(node), true)) {
			strike(open, node);
			open = NULL;
		} else if (touches(next, false)) {
			open = node;
		}
	}
	for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
		if (is_mark(node))
			cmark_node_set_literal(node, "~~");
}

static void
enter(cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		part_text(node);
		break;
	case CMARK_NODE_CODE_BLOCK:
		restore(node, cmark_node_get_fence_info, cmark_node_set_fence_info);
		restore(node, cmark_node_get_literal, cmark_node_set_literal);
		break;
	case CMARK_NODE_CODE:
	case CMARK_NODE_HTML_BLOCK:
	case CMARK_NODE_HTML_INLINE:
		restore(node, cmark_node_get_literal, cmark_node_set_literal);
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		restore(node, cmark_node_get_url, cmark_node_set_url);
		restore(node, cmark_node_get_title, cmark_node_set_title);
		break;
	default: /* what holds no text of its own */
		break;
	}
}

void
prose_find_struck(cmark_node *document)
{
	cmark_iter *iter = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter)) {
		if (event == CMARK_EVENT_ENTER)
			enter(cmark_iter_get_node(iter));
		else
			strike_children(cmark_iter_get_node(iter));
	}
	cmark_iter_free(iter);
}
