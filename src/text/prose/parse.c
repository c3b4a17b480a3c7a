/* SPDX-License-Identifier: MIT */
#include "text/prose/parse.h"

#include "support/buf.h"
#include "text/address.h"
#include "text/prose/extra.h"
#include "text/uri.h"
#include "text/visible.h"

#include <string.h>

enum { LINE_MARKERS = 32 };

bool
prose_is_plain(const char *text, size_t length)
{
	if (!length || strchr(" \t-+#|=", text[0]))
		return length == 0;
	size_t digits = strspn(text, "0123456789");
	if (digits && (text[digits] == '.' || text[digits] == ')'))
		return false;
	return strcspn(text, "\n\r\\`*_[]<>&~$@") >= length && !strstr(text, "://") &&
	       !strstr(text, "www.");
}

bool
prose_is_too_much(const char *text, size_t length)
{
	if (length > PROSE_LIMIT)
		return true;
	for (const char *line = text; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		int markers = 0;
		for (const char *p = line; *p && strchr(" \t>-+*.)0123456789", *p); p++)
			markers += *p == '>' || (strchr("-+*.)", *p) && strchr(" \t\n", p[1]));
		/* A rule of many hyphens or stars is no nesting. */
		if (markers > LINE_MARKERS && line[strspn(line, " -")] != '\n' &&
		    line[strspn(line, " *")] != '\n')
			return true;
	}
	return false;
}

/* A text node in place of raw HTML, in a paragraph of its own where that stood as a block. */
static void
show_html(cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);
	size_t length = prose_trimmed(literal);
	cmark_node *text = prose_node(CMARK_NODE_TEXT), *whole = text;
	char *copy = memory_alloc(length + 1);
	for (size_t i = 0; i < length; i++)
		copy[i] = literal[i] == '\n' || literal[i] == '\r' ? ' ' : literal[i];
	copy[length] = '\0';
	cmark_node_set_literal(text, copy);
	memory_free(copy);
	if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
		whole = prose_node(CMARK_NODE_PARAGRAPH);
		cmark_node_append_child(whole, text);
	}
	cmark_node_replace(node, whole);
	cmark_node_free(node);
}

/* Replaces a heading deeper than level 6 by a strong paragraph. */
static void
make_strong(cmark_node *heading)
{
	cmark_node *paragraph = prose_node(CMARK_NODE_PARAGRAPH),
		   *strong = prose_node(CMARK_NODE_STRONG);
	for (cmark_node *child = cmark_node_first_child(heading); child;
	     child = cmark_node_first_child(heading))
		cmark_node_append_child(strong, child);
	cmark_node_append_child(paragraph, strong);
	cmark_node_replace(heading, paragraph);
	cmark_node_free(heading);
}

static int
highest_heading(cmark_node *document)
{
	int highest = 7;
	for (cmark_node *node = cmark_node_first_child(document); node;
	     node = cmark_node_next(node))
		if (cmark_node_get_type(node) == CMARK_NODE_HEADING &&
		    cmark_node_get_heading_level(node) < highest)
			highest = cmark_node_get_heading_level(node);
	return highest;
}

static bool
is_text(cmark_node *node, const char *text)
{
	bool alone = node && cmark_node_get_type(node) == CMARK_NODE_TEXT && !cmark_node_next(node);
	return alone && strcmp(cmark_node_get_literal(node), text) == 0;
}

/* Puts an address that may not be a link behind the text that was to lead there. */
static void
show_address(cmark_node *link, const char *url, struct arena *arena)
{
	if (!*url || is_text(cmark_node_first_child(link), url))
		return;
	cmark_node *text = prose_node(CMARK_NODE_TEXT);
	cmark_node_set_literal(text, arena_printf(arena, " (%s)", visible_text(arena, url)));
	cmark_node_append_child(link, text);
}

/* A link that leads on gets its address in order, another is undone. */
static void
mend_link(cmark_node *node, bool unlink)
{
	const char *url = cmark_node_get_url(node);
	struct arena arena = {0};
	if (!unlink && uri_is_link(url)) {
		cmark_node_set_url(node, uri_of(&arena, url, URI_LETTERS));
	} else {
		if (!unlink)
			show_address(node, url, &arena);
		prose_unwrap(node);
	}
	arena_free(&arena);
}

/* The text of a link that is written as its address alone goes with the address. */
static void
hide_own_text(cmark_node *link)
{
	cmark_node *text = cmark_node_first_child(link);
	const char *url = cmark_node_get_url(link),
		   *shown = text ? cmark_node_get_literal(text) : NULL;
	if (!shown || cmark_node_next(text))
		return;
	size_t mail = strncmp(url, "mailto:", strlen("mailto:")) == 0 ? strlen("mailto:") : 0;
	if (strcmp(url, shown) == 0 || strcmp(url + mail, shown) == 0)
		cmark_node_set_literal(text, ADDRESS_HIDDEN);
}

/* Mends the tree: no raw HTML, no address that is not allowed, headings below `heading`. A node is
 * changed when the walk leaves it, so that nothing under it is visited any more. */
static void
mend(cmark_node *document, int heading, bool unlink)
{
	int shift = heading - highest_heading(document);
	cmark_iter *iter = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter)) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) {
			show_html(node);
		} else if (event == CMARK_EVENT_EXIT &&
			   (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)) {
			if (unlink)
				hide_own_text(node);
			mend_link(node, unlink);
		} else if (event == CMARK_EVENT_EXIT && type == CMARK_NODE_HEADING && shift > 0) {
			int level = cmark_node_get_heading_level(node) + shift;
			if (level > 6)
				make_strong(node);
			else
				cmark_node_set_heading_level(node, level);
		}
	}
	cmark_iter_free(iter);
	cmark_consolidate_text_nodes(document);
}

/* A document that shows the text letter by letter. */
static cmark_node *
literal_document(const char *text, size_t length)
{
	cmark_node *document = prose_node(CMARK_NODE_DOCUMENT),
		   *block = prose_node(CMARK_NODE_CODE_BLOCK);
	char *copy = memory_alloc(length + 2);
	memcpy(copy, text, length);
	memcpy(copy + length, "\n", 2);
	cmark_node_set_literal(block, copy);
	memory_free(copy);
	cmark_node_append_child(document, block);
	return document;
}

cmark_node *
prose_parse(const char *text, size_t length, int heading, bool unlink)
{
	if (prose_is_too_much(text, length))
		return literal_document(text, length);
	struct buf marked = {0};
	bool struck = prose_mark_tildes(&marked, text, length);
	if (struck) {
		text = buf_text(&marked);
		length = marked.length;
	}
	cmark_node *document = prose_read(text, length);
	prose_find_boxes(document, text);
	prose_find_tables(document, text);
	if (struck)
		prose_find_struck(document);
	buf_free(&marked);
	mend(document, heading, unlink);
	if (!unlink)
		prose_find_addresses(document);
	return document;
}
