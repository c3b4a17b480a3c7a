/* SPDX-License-Identifier: MIT */
/* Prose for a writer that has tables of its own. */
#include "text/prose/extra.h"
#include "text/prose/parse.h"

/* The nodes from one on, up to another, as a text; they leave their tree. NULL without any. */
static const char *
text_of(struct arena *arena, cmark_node_type type, cmark_node *from, const cmark_node *to)
{
	if (from == to)
		return NULL;
	cmark_node *document = prose_node(CMARK_NODE_DOCUMENT), *outer = document;
	if (type == CMARK_NODE_PARAGRAPH) {
		outer = prose_node(type);
		cmark_node_append_child(document, outer);
	}
	for (cmark_node *next; from != to; from = next) {
		next = cmark_node_next(from);
		cmark_node_unlink(from);
		cmark_node_append_child(outer, from);
	}
	prose_dress_markdown(document); /* here: a table that is dressed is one no more */
	const char *text =
	    prose_keep(arena, cmark_render_commonmark(document, CMARK_OPT_NOBREAKS, 0));
	cmark_node_free(document);
	return text;
}

static struct prose_part *
add_part(struct arena *arena, struct prose_parts *parts)
{
	parts->items = arena_grow(arena, parts->items, parts->count, 1, sizeof *parts->items);
	parts->items[parts->count] = (struct prose_part){0};
	return &parts->items[parts->count++];
}

static size_t
count_children(cmark_node *node)
{
	size_t count = 0;
	for (node = cmark_node_first_child(node); node; node = cmark_node_next(node))
		count++;
	return count;
}

/* A short row ends in cells of nothing. */
static void
add_table(struct arena *arena, struct prose_parts *parts, cmark_node *table)
{
	struct prose_part *part = add_part(arena, parts);
	part->rows = count_children(table);
	part->columns = count_children(cmark_node_first_child(table));
	part->cells = arena_array(arena, part->rows * part->columns, sizeof *part->cells);
	const char **at = part->cells;
	for (cmark_node *row = cmark_node_first_child(table); row; row = cmark_node_next(row)) {
		cmark_node *cell = cmark_node_first_child(row);
		for (size_t i = 0; i < part->columns; i++, at++) {
			const char *text = cell ? text_of(arena, CMARK_NODE_PARAGRAPH,
							  cmark_node_first_child(cell), NULL)
						: NULL;
			*at = text ? text : "";
			cell = cell ? cmark_node_next(cell) : NULL;
		}
	}
}

static void
add_text(struct arena *arena, struct prose_parts *parts, cmark_node *from, const cmark_node *to)
{
	const char *text = text_of(arena, CMARK_NODE_DOCUMENT, from, to);
	if (text)
		add_part(arena, parts)->text = text;
}

static void
add_heading(struct arena *arena, struct prose_parts *parts, cmark_node *heading)
{
	const char *text =
	    text_of(arena, CMARK_NODE_PARAGRAPH, cmark_node_first_child(heading), NULL);
	if (text)
		*add_part(arena, parts) = (struct prose_part){.text = text, .heading = true};
}

struct prose_parts
prose_parts(struct arena *arena, const char *text)
{
	struct prose_parts parts = {0};
	if (prose_is_plain(text, prose_trimmed(text))) {
		add_part(arena, &parts)->text = text;
		return parts;
	}
	cmark_node *document = prose_parse(text, prose_trimmed(text), 1, false);
	cmark_node *from = cmark_node_first_child(document), *next;
	for (cmark_node *node = from; node; node = next) {
		next = cmark_node_next(node);
		bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
		if (!heading && prose_extra(node) != EXTRA_TABLE)
			continue;
		add_text(arena, &parts, from, node);
		if (heading)
			add_heading(arena, &parts, node);
		else
			add_table(arena, &parts, node);
		from = next;
	}
	add_text(arena, &parts, from, NULL);
	cmark_node_free(document);
	return parts;
}
