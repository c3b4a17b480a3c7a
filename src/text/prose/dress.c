/* SPDX-License-Identifier: MIT */
/* What cmark's renderers say for the nodes that are not CommonMark's own. */
#include "support/buf.h"
#include "text/prose/extra.h"

#include <string.h>

static void
dress(cmark_node *node, const char *enter, const char *leave)
{
	cmark_node_set_on_enter(node, enter);
	cmark_node_set_on_exit(node, leave);
}

/* True for a row of headings, or a cell of one. */
static bool
is_head(cmark_node *row)
{
	return !cmark_node_previous(row);
}

static void
dress_row(cmark_node *row)
{
	bool first = is_head(row) || is_head(cmark_node_previous(row));
	bool last = is_head(row) || !cmark_node_next(row);
	dress(row,
	      !first         ? "<tr>"
	      : is_head(row) ? "<thead>\n<tr>"
			     : "<tbody>\n<tr>",
	      !last          ? "</tr>"
	      : is_head(row) ? "</tr>\n</thead>"
			     : "</tr>\n</tbody>");
}

static void
dress_cell(cmark_node *cell)
{
	static const char *const opens[][2] = {
	    [EXTRA_CELL] = {"<td>", "<th>"},
	    [EXTRA_LEFT] = {"<td>", "<th>"},
	    [EXTRA_MIDDLE] = {"<td class=\"center\">", "<th class=\"center\">"},
	    [EXTRA_RIGHT] = {"<td class=\"right\">", "<th class=\"right\">"}};
	bool head = is_head(cmark_node_parent(cell));
	dress(cell, opens[prose_extra(cell)][head], head ? "</th>" : "</td>");
}

/* A table may be wider than a phone: it scrolls by itself, and the keyboard reaches it. */
static void
dress_as_html(cmark_node *node)
{
	switch (prose_extra(node)) {
	case EXTRA_NONE:
		break;
	case EXTRA_TABLE:
		dress(node, "<div class=\"scroll\" tabindex=\"0\">\n<table>", "</table>\n</div>");
		break;
	case EXTRA_ROW:
		dress_row(node);
		break;
	case EXTRA_CELL:
	case EXTRA_LEFT:
	case EXTRA_MIDDLE:
	case EXTRA_RIGHT:
		dress_cell(node);
		break;
	case EXTRA_STRUCK:
		dress(node, "<s>", "</s>");
		break;
	case EXTRA_OPEN:
		dress(node, "<span class=\"box\">" PROSE_BOX_OPEN "</span> ", "");
		break;
	case EXTRA_DONE:
		dress(node, "<span class=\"box\">" PROSE_BOX_DONE "</span> ", "");
		break;
	}
}

void
prose_dress_html(cmark_node *document)
{
	cmark_iter *iter = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter))
		if (event == CMARK_EVENT_ENTER)
			dress_as_html(cmark_iter_get_node(iter));
	cmark_iter_free(iter);
}

/* Marks that others add to CommonMark: ~~struck~~ and $mathematics$ anywhere, in a cell the pipe
 * that would end it, and what makes two lines a table. */
static bool
is_foreign_mark(cmark_node *node, const char *literal, const char *at, bool in_cell)
{
	if (*at == '~' || *at == '$' || (in_cell && *at == '|'))
		return true;
	cmark_node *before = at == literal ? cmark_node_previous(node) : NULL;
	return before && cmark_node_get_type(before) == CMARK_NODE_LINEBREAK &&
	       (*at == '|' || *at == ':');
}

/* Parts a text node at such marks, each of which gets a backslash; the node itself keeps what
 * follows the last. */
static void
escape_text(cmark_node *node, bool in_cell)
{
	const char *literal = cmark_node_get_literal(node), *rest = literal;
	for (const char *at = literal; *at; at++) {
		if (!is_foreign_mark(node, literal, at, in_cell))
			continue;
		char escaped[] = {'\\', *at, '\0'};
		cmark_node *mark = prose_node(CMARK_NODE_CUSTOM_INLINE);
		cmark_node_set_on_enter(mark, escaped);
		if (at > rest)
			cmark_node_insert_before(node, prose_text_node(rest, at));
		cmark_node_insert_before(node, mark);
		rest = at + 1;
	}
	if (rest > literal)
		prose_cut(node, (size_t)(rest - literal));
}

/* Gives the pipes of a text in a cell, got from a node and set there again, a backslash. */
static void
escape_pipes(cmark_node *node, const char *(*get)(cmark_node *),
	     int (*set)(cmark_node *, const char *))
{
	struct buf escaped = {0};
	for (const char *at = get(node); *at; at++) {
		buf_puts(&escaped, *at == '|' ? "\\" : "");
		buf_putc(&escaped, *at);
	}
	set(node, buf_text(&escaped));
	buf_free(&escaped);
}

static void
escape_marks(cmark_node *node, bool in_cell)
{
	cmark_node_type type = cmark_node_get_type(node);
	if (type == CMARK_NODE_TEXT)
		escape_text(node, in_cell);
	else if (in_cell && type == CMARK_NODE_CODE)
		escape_pipes(node, cmark_node_get_literal, cmark_node_set_literal);
	else if (in_cell && (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE))
		escape_pipes(node, cmark_node_get_title, cmark_node_set_title);
}

/* The line under the head. */
static void
put_rule(struct buf *out, cmark_node *head)
{
	static const char *const rules[] = {[EXTRA_CELL] = " --- |",
					    [EXTRA_LEFT] = " :-- |",
					    [EXTRA_MIDDLE] = " :-: |",
					    [EXTRA_RIGHT] = " --: |"};
	buf_puts(out, "\n|");
	for (cmark_node *cell = cmark_node_first_child(head); cell; cell = cmark_node_next(cell))
		buf_puts(out, rules[prose_extra(cell)]);
}

/* Cells with the pipes and ends of lines between them, in a paragraph: blocks of cmark's would
 * have a blank line between them. */
static void
put_row(cmark_node *row, cmark_node *paragraph)
{
	struct buf end = {0};
	buf_puts(&end, " |");
	if (is_head(row))
		put_rule(&end, row);
	buf_puts(&end, cmark_node_next(row) ? "\n" : "");
	for (cmark_node *cell = cmark_node_first_child(row), *next; cell; cell = next) {
		next = cmark_node_next(cell);
		dress(cell, "| ", next ? " " : buf_text(&end));
		cmark_node_append_child(paragraph, cell);
	}
	buf_free(&end);
}

/* Behind a paragraph without a blank line between them a table would be more of it to some: the
 * list around both gets its lines apart. */
static void
set_apart(cmark_node *table)
{
	cmark_node *item = cmark_node_parent(table);
	if (cmark_node_get_type(item) == CMARK_NODE_ITEM && cmark_node_previous(table))
		cmark_node_set_list_tight(cmark_node_parent(item), 0);
}

static void
leave_in_markdown(cmark_node *node)
{
	enum prose_extra extra = prose_extra(node);
	if (extra == EXTRA_STRUCK) {
		dress(node, "~~", "~~");
	} else if (extra == EXTRA_OPEN || extra == EXTRA_DONE) {
		dress(node, extra == EXTRA_OPEN ? "[ ] " : "[x] ", "");
	} else if (extra == EXTRA_TABLE) {
		cmark_node *paragraph = prose_node(CMARK_NODE_PARAGRAPH);
		set_apart(node);
		for (cmark_node *row = cmark_node_first_child(node); row;
		     row = cmark_node_next(row))
			put_row(row, paragraph);
		cmark_node_replace(node, paragraph);
		cmark_node_free(node);
	}
}

void
prose_dress_markdown(cmark_node *document)
{
	bool in_cell = false;
	cmark_iter *iter = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter)) {
		cmark_node *node = cmark_iter_get_node(iter);
		if (prose_is_cell(node))
			in_cell = event == CMARK_EVENT_ENTER;
		if (event == CMARK_EVENT_EXIT)
			leave_in_markdown(node);
		else
			escape_marks(node, in_cell);
	}
	cmark_iter_free(iter);
}
