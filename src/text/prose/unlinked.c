/* SPDX-License-Identifier: MIT */
/* Prose without its addresses. */
#include "support/buf.h"
#include "text/address.h"
#include "text/prose/prose.h"
#include "text/prose/extra.h"
#include "text/prose/parse.h"

#include <string.h>

/* The running text of a block and the nodes that it is in: an address may go through several. */
struct running_text {
	struct buf text, marks; /* beside each byte of the text: KEPT … */
	struct {
		cmark_node *node;
		size_t start;
	} *pieces;
	size_t count;
};

enum mark { KEPT, DROPPED, FIRST_DROPPED };

static void
add_piece(struct running_text *passage, cmark_node *node, const char *text)
{
	passage->pieces = list_grow(passage->pieces, passage->count, sizeof *passage->pieces);
	passage->pieces[passage->count].node = node;
	passage->pieces[passage->count++].start = passage->text.length;
	buf_puts(&passage->text, text);
}

/* Marks what goes; false when nothing does. */
static bool
mark_addresses(struct running_text *passage)
{
	const char *text = buf_text(&passage->text);
	struct address found;
	for (size_t i = 0; i < passage->text.length; i++)
		buf_putc(&passage->marks, KEPT);
	bool any = false;
	for (const char *at = text; address_next(at, &found); at = found.end) {
		size_t length = (size_t)((found.name ? found.name : found.end) - found.start);
		memset(passage->marks.data + (found.start - text), DROPPED, length);
		if (!found.name)
			passage->marks.data[found.start - text] = FIRST_DROPPED;
		any = true;
	}
	return any;
}

/* Changes a text; one that is empty goes with the emphasis around it. */
static void
set_text(cmark_node *node, const char *text)
{
	cmark_node_set_literal(node, text);
	for (cmark_node *above; !*text && cmark_node_get_type(node) != CMARK_NODE_CODE_BLOCK;
	     node = above) {
		above = cmark_node_parent(node);
		cmark_node_free(node);
		cmark_node_type type = cmark_node_get_type(above);
		if (cmark_node_first_child(above) ||
		    (type != CMARK_NODE_EMPH && type != CMARK_NODE_STRONG))
			break;
	}
}

/* Takes the addresses out of a block's nodes; true when there were some. */
static bool
end_passage(struct running_text *passage)
{
	bool any = mark_addresses(passage);
	for (size_t i = 0; any && i < passage->count; i++) {
		struct buf kept = {0};
		size_t end =
		    i + 1 < passage->count ? passage->pieces[i + 1].start : passage->text.length;
		for (size_t at = passage->pieces[i].start; at < end; at++)
			if (passage->marks.data[at] == KEPT)
				buf_putc(&kept, passage->text.data[at]);
			else if (passage->marks.data[at] == FIRST_DROPPED)
				buf_puts(&kept, ADDRESS_HIDDEN);
		if (passage->pieces[i].node)
			set_text(passage->pieces[i].node, buf_text(&kept));
		buf_free(&kept);
	}
	buf_clear(&passage->text);
	buf_clear(&passage->marks);
	passage->count = 0;
	return any;
}

static bool
hide_addresses(cmark_node *document)
{
	struct running_text passage = {.count = 0};
	bool any = false;
	cmark_iter *iter = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter)) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE ||
		    type == CMARK_NODE_CODE_BLOCK)
			add_piece(&passage, node, cmark_node_get_literal(node));
		else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK ||
			 prose_is_cell(node))
			add_piece(&passage, NULL, "\n");
		if (type <= CMARK_NODE_LAST_BLOCK)
			any = end_passage(&passage) || any;
	}
	cmark_iter_free(iter);
	buf_free(&passage.text);
	buf_free(&passage.marks);
	memory_free(passage.pieces);
	return any;
}

const char *
prose_unlinked(struct arena *arena, const char *text)
{
	size_t length = prose_trimmed(text);
	if (prose_is_plain(text, length))
		return address_hidden(arena, text);
	cmark_node *document = prose_parse(text, length, 1, true);
	/* What links refer to is defined in brackets, and seen nowhere else. */
	bool changed = hide_addresses(document) || strpbrk(text, "[<");
	if (changed) {
		prose_dress_markdown(document);
		text = prose_keep(arena, cmark_render_commonmark(document, CMARK_OPT_NOBREAKS, 0));
	}
	cmark_node_free(document);
	return text;
}
