/* SPDX-License-Identifier: MIT */
#include "text/prose/tree.h"

#include <stdint.h>
#include <string.h>

static void *
take_zeros(size_t count, size_t size)
{
	return memory_zeros(count * size);
}

/* What cmark allocates is memory of ours: its own allocator aborts when there is none. */
static cmark_mem *
own_memory(void)
{
	static const cmark_mem memory = {take_zeros, memory_resize, memory_free};
	return (cmark_mem *)(uintptr_t)&memory;
}

cmark_node *
prose_node(cmark_node_type type)
{
	return cmark_node_new_with_mem(type, own_memory());
}

size_t
prose_trimmed(const char *text)
{
	size_t length = strlen(text);
	while (length && strchr(" \t\r\n", text[length - 1]))
		length--;
	return length;
}

void
prose_unwrap(cmark_node *node)
{
	for (cmark_node *child = cmark_node_first_child(node); child;
	     child = cmark_node_first_child(node))
		cmark_node_insert_before(node, child);
	cmark_node_unlink(node);
	cmark_node_free(node);
}

void
prose_make_link(cmark_node *picture)
{
	cmark_node *link = prose_node(CMARK_NODE_LINK);
	cmark_node_set_url(link, cmark_node_get_url(picture));
	for (cmark_node *child = cmark_node_first_child(picture); child;
	     child = cmark_node_first_child(picture))
		cmark_node_append_child(link, child);
	cmark_node_replace(picture, link);
	cmark_node_free(picture);
}

cmark_node *
prose_read(const char *text, size_t length)
{
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, own_memory());
	cmark_parser_feed(parser, text, length);
	cmark_node *document = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return document;
}

cmark_node *
prose_text_node(const char *start, const char *end)
{
	cmark_node *text = prose_node(CMARK_NODE_TEXT);
	char *copy = memory_alloc((size_t)(end - start) + 1);
	memcpy(copy, start, (size_t)(end - start));
	copy[end - start] = '\0';
	cmark_node_set_literal(text, copy);
	memory_free(copy);
	return text;
}

void
prose_cut(cmark_node *text, size_t length)
{
	const char *rest = cmark_node_get_literal(text) + length;
	cmark_node *kept = prose_text_node(rest, rest + strlen(rest));
	cmark_node_set_literal(text, cmark_node_get_literal(kept));
	cmark_node_free(kept);
}

void
prose_link_text(cmark_node *node, const struct prose_linker *linker)
{
	const char *literal = cmark_node_get_literal(node), *at = literal;
	struct prose_link found;
	while (linker->next(linker->data, at, &found)) {
		if (found.start > at)
			cmark_node_insert_before(node, prose_text_node(at, found.start));
		cmark_node *link = prose_node(CMARK_NODE_LINK);
		cmark_node_set_url(link, found.href);
		cmark_node_append_child(link, prose_text_node(found.start, found.end));
		cmark_node_insert_before(node, link);
		at = found.end;
	}
	if (at > literal)
		prose_cut(node, (size_t)(at - literal));
}

const char *
prose_keep(struct arena *arena, char *rendered)
{
	const char *kept = arena_copy(arena, rendered, prose_trimmed(rendered));
	memory_free(rendered);
	return kept;
}
