/* SPDX-License-Identifier: MIT */
/* Markdown and HTML: cmark's own renderings of a tree that was mended first. */
#include "text/prose/prose.h"

#include "support/buf.h"
#include "text/prose/extra.h"
#include "text/prose/parse.h"

#include <string.h>

/* Puts the linker's links into running text. */
static void
link_words(cmark_node *document, const struct prose_linker *linker)
{
	int closed = 0;
	cmark_iter *iter = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter)) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		bool link = type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE;
		if (link && event == CMARK_EVENT_ENTER && linker->address)
			cmark_node_set_url(node,
					   linker->address(linker->data, cmark_node_get_url(node)));
		bool head = prose_extra(node) == EXTRA_ROW && !cmark_node_previous(node);
		if (link || head || type == CMARK_NODE_HEADING)
			closed += event == CMARK_EVENT_ENTER ? 1 : -1;
		else if (type == CMARK_NODE_TEXT && !closed)
			prose_link_text(node, linker);
	}
	cmark_iter_free(iter);
}

/* Plain text with the linker's links around words. */
static const char *
link_plain(struct arena *arena, const char *text, size_t length, const struct prose_linker *linker,
	   bool html)
{
	const char *plain = text[length] ? arena_copy(arena, text, length) : text, *at = plain;
	struct prose_link link;
	struct buf out = {0};
	while (linker && linker->next(linker->data, at, &link)) {
		buf_add(&out, at, (size_t)(link.start - at));
		int words = (int)(link.end - link.start);
		if (html)
			buf_printf(&out, "<a href=\"%s\">%.*s</a>", link.href, words, link.start);
		else
			buf_printf(&out, "[%.*s](%s)", words, link.start, link.href);
		at = link.end;
	}
	if (at > plain) {
		buf_puts(&out, at);
		plain = arena_copy(arena, buf_text(&out), out.length);
	}
	buf_free(&out);
	return plain;
}

const char *
prose_markdown(struct arena *arena, const char *text, int heading,
	       const struct prose_linker *linker)
{
	size_t length = prose_trimmed(text);
	if (prose_is_plain(text, length))
		return link_plain(arena, text, length, linker, false);
	cmark_node *document = prose_parse(text, length, heading, false);
	if (linker)
		link_words(document, linker);
	prose_dress_markdown(document);
	const char *result =
	    prose_keep(arena, cmark_render_commonmark(document, CMARK_OPT_NOBREAKS, 0));
	cmark_node_free(document);
	return result;
}

static bool
is_paragraph(cmark_node *document)
{
	cmark_node *first = cmark_node_first_child(document);
	return first && cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH &&
	       !cmark_node_next(first);
}

/* A picture would be a request to somewhere: in a page it is a link to itself. A link within a
 * picture or the other way round gives way to the outer one. */
static void
link_pictures(cmark_node *document)
{
	int open = 0;
	cmark_iter *iter = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter)) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		if (type != CMARK_NODE_IMAGE && type != CMARK_NODE_LINK)
			continue;
		open += event == CMARK_EVENT_ENTER ? 1 : -1;
		if (event == CMARK_EVENT_ENTER)
			continue;
		if (open)
			prose_unwrap(node);
		else if (type == CMARK_NODE_IMAGE)
			prose_make_link(node);
	}
	cmark_iter_free(iter);
}

const char *
prose_html(struct arena *arena, const char *text, int heading, const struct prose_linker *linker)
{
	static const char open[] = "<p>", close[] = "</p>";
	size_t length = prose_trimmed(text);
	if (prose_is_plain(text, length) && !memchr(text, '"', length))
		return link_plain(arena, text, length, linker, true);
	cmark_node *document = prose_parse(text, length, heading, false);
	link_pictures(document);
	if (linker)
		link_words(document, linker);
	prose_dress_html(document);
	const char *html = prose_keep(arena, cmark_render_html(document, CMARK_OPT_DEFAULT));
	if (is_paragraph(document))
		html = arena_copy(arena, html + strlen(open),
				  strlen(html) - strlen(open) - strlen(close));
	cmark_node_free(document);
	return html;
}
