/* SPDX-License-Identifier: MIT */
/* One walk over the tree makes the runs. */
#include "support/buf.h"
#include "support/listed.h"
#include "text/prose/prose.h"
#include "text/prose/extra.h"
#include "text/prose/parse.h"

#include <string.h>

enum { LIST_LEVELS = 64 };

/* What the walk knows while it makes runs. */
struct run_builder {
	struct arena *arena;
	struct runs runs;
	struct buf text;          /* of the run under way */
	struct run look;          /* its look */
	int bold, italic, struck; /* marks open */
	int level;                /* lists open */
	int numbers[LIST_LEVELS]; /* of the next item, by level; 0 for a bullet */
	bool marker;              /* an item waits for its first text */
	const char *box;          /* that it begins with, or NULL */
	cmark_node *column;       /* of the cell under way: its heading; NULL: none */
	bool started;
};

static void
flush(struct run_builder *b)
{
	if (!b->text.length)
		return;
	b->runs.items =
	    arena_grow(b->arena, b->runs.items, b->runs.count, 1, sizeof *b->runs.items);
	struct run *run = &b->runs.items[b->runs.count++];
	*run = b->look;
	run->text = arena_copy(b->arena, buf_text(&b->text), b->text.length);
	buf_clear(&b->text);
}

static void
put(struct run_builder *b, struct run look, const char *text)
{
	bool same = look.href == b->look.href && look.bold == b->look.bold &&
		    look.italic == b->look.italic && look.code == b->look.code &&
		    look.struck == b->look.struck;
	if (!same)
		flush(b);
	b->look = look;
	buf_puts(&b->text, text);
}

static struct run
look_now(const struct run_builder *b, bool code)
{
	return (struct run){.href = b->look.href,
			    .bold = b->bold > 0,
			    .italic = b->italic > 0,
			    .code = code,
			    .struck = b->struck > 0};
}

/* A new line with the indent and, for the first of an item, the mark of its list. */
static void
start_block(struct run_builder *b)
{
	struct run look = {0};
	b->look.href = NULL;
	if (b->started)
		put(b, look, "\n");
	b->started = true;
	int level = b->level < LIST_LEVELS ? b->level : LIST_LEVELS;
	for (int i = 1; i < level + (!b->marker && level > 0); i++)
		put(b, look, "  ");
	if (b->marker && level) {
		int *number = &b->numbers[level - 1];
		if (*number || !b->box)
			put(b, look, *number ? arena_printf(b->arena, "%d. ", *number) : "• ");
		put(b, look, b->box ? b->box : "");
		*number += *number != 0;
	}
	b->marker = false;
}

/* A block of code, line by line. */
static void
put_code_block(struct run_builder *b, const char *literal)
{
	start_block(b);
	size_t length = prose_trimmed(literal);
	put(b, look_now(b, true), arena_copy(b->arena, literal, length));
}

static void
open_list(struct run_builder *b, cmark_node *node)
{
	b->level++;
	if (b->level <= LIST_LEVELS)
		b->numbers[b->level - 1] = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
					       ? cmark_node_get_list_start(node)
					       : 0;
}

static const char *
box_of(cmark_node *item)
{
	switch (prose_extra(cmark_node_first_child(cmark_node_first_child(item)))) {
	case EXTRA_OPEN:
		return PROSE_BOX_OPEN " ";
	case EXTRA_DONE:
		return PROSE_BOX_DONE " ";
	default:
		return NULL;
	}
}

static void
open_item(struct run_builder *b, const char *box)
{
	b->marker = true;
	b->box = box;
}

/* The words of a heading of a table, without their looks. */
static void
put_heading(struct run_builder *b, cmark_node *cell)
{
	struct run look = {0};
	cmark_iter *iter = cmark_iter_new(cell);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter)) {
		const char *text = cmark_node_get_literal(cmark_iter_get_node(iter));
		put(b, look, text ? text : "");
	}
	cmark_iter_free(iter);
	put(b, look, ": ");
}

/* A row of a table, as an item of a list; the head is one only when it stands alone. */
static void
open_row(struct run_builder *b, cmark_node *row)
{
	cmark_node *head = cmark_node_first_child(cmark_node_parent(row));
	b->level++;
	if (b->level <= LIST_LEVELS)
		b->numbers[b->level - 1] = 0;
	open_item(b, NULL);
	b->column = row == head ? NULL : cmark_node_first_child(head);
}

static void
open_cell(struct run_builder *b, cmark_node *cell)
{
	if (!cmark_node_first_child(cell))
		return;
	start_block(b);
	if (cmark_node_first_child(b->column))
		put_heading(b, b->column);
}

static void
enter_extra(struct run_builder *b, cmark_node *node)
{
	enum prose_extra extra = prose_extra(node);
	if (extra == EXTRA_ROW)
		open_row(b, node);
	else if (extra == EXTRA_STRUCK)
		b->struck++;
	else if (prose_is_cell(node))
		open_cell(b, node);
}

static void
leave_extra(struct run_builder *b, cmark_node *node)
{
	enum prose_extra extra = prose_extra(node);
	if (extra == EXTRA_ROW) {
		b->level--;
		b->marker = false;
	} else if (extra == EXTRA_STRUCK) {
		b->struck--;
	} else if (prose_is_cell(node)) {
		b->column = cmark_node_next(b->column);
	}
}

static void
enter(struct run_builder *b, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_LIST:
		open_list(b, node);
		break;
	case CMARK_NODE_ITEM:
		open_item(b, box_of(node));
		break;
	case CMARK_NODE_HEADING:
		b->bold++;
		start_block(b);
		break;
	case CMARK_NODE_PARAGRAPH:
		start_block(b);
		break;
	case CMARK_NODE_CODE_BLOCK:
		put_code_block(b, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		start_block(b);
		put(b, look_now(b, false), "—");
		break;
	case CMARK_NODE_STRONG:
		b->bold++;
		break;
	case CMARK_NODE_EMPH:
		b->italic++;
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		flush(b);
		b->look.href = arena_string(b->arena, cmark_node_get_url(node));
		break;
	case CMARK_NODE_TEXT:
		put(b, look_now(b, false), cmark_node_get_literal(node));
		break;
	case CMARK_NODE_CODE:
		put(b, look_now(b, true), cmark_node_get_literal(node));
		break;
	case CMARK_NODE_SOFTBREAK:
		put(b, look_now(b, false), " ");
		break;
	case CMARK_NODE_LINEBREAK:
		put(b, look_now(b, false), "\n");
		break;
	default: /* what has no look of its own: documents, quotes; HTML was mended away */
		enter_extra(b, node);
		break;
	}
}

static void
leave(struct run_builder *b, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_LIST:
		b->level--;
		break;
	case CMARK_NODE_ITEM:
		b->marker = false;
		break;
	case CMARK_NODE_HEADING:
	case CMARK_NODE_STRONG:
		b->bold--;
		break;
	case CMARK_NODE_EMPH:
		b->italic--;
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		flush(b);
		b->look.href = NULL;
		break;
	default: /* leaves and blocks that leave nothing open */
		leave_extra(b, node);
		break;
	}
}

/* True for the head of a table that is said with each of its rows. */
static bool
is_said_below(cmark_node *node)
{
	return prose_extra(node) == EXTRA_ROW && !cmark_node_previous(node) &&
	       cmark_node_next(node);
}

static void
walk(struct run_builder *b, cmark_node *document)
{
	cmark_iter *iter = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter)) {
		cmark_node *node = cmark_iter_get_node(iter);
		if (is_said_below(node))
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
		else if (event == CMARK_EVENT_ENTER)
			enter(b, node);
		else
			leave(b, node);
	}
	cmark_iter_free(iter);
}

struct runs
prose_runs(struct arena *arena, const char *text)
{
	struct run_builder b = {.arena = arena};
	size_t length = prose_trimmed(text);
	if (prose_is_plain(text, length) || prose_is_too_much(text, length)) {
		if (length)
			put(&b, (struct run){0},
			    text[length] ? arena_copy(arena, text, length) : text);
	} else {
		cmark_node *document = prose_parse(text, length, 1, false);
		walk(&b, document);
		cmark_node_free(document);
	}
	flush(&b);
	if (!b.runs.count && length) { /* nothing but marks: the quote > of nothing */
		put(&b, (struct run){0}, arena_copy(arena, text, length));
		flush(&b);
	}
	buf_free(&b.text);
	return b.runs;
}

const char *
prose_plain(struct arena *arena, const char *text)
{
	size_t length = prose_trimmed(text);
	if (prose_is_plain(text, length))
		return text[length] ? arena_copy(arena, text, length) : text;
	struct runs runs = prose_runs(arena, text);
	struct buf plain = {0};
	for (size_t i = 0; i < runs.count; i++) {
		bool struck = runs.items[i].struck, was = i && runs.items[i - 1].struck;
		buf_puts(&plain, struck != was ? "~~" : "");
		buf_puts(&plain, runs.items[i].text);
	}
	buf_puts(&plain, runs.count && runs.items[runs.count - 1].struck ? "~~" : "");
	const char *result = arena_copy(arena, buf_text(&plain), plain.length);
	buf_free(&plain);
	return result;
}

bool
prose_is_marked(const char *text)
{
	static const char *const marks[] = {"• ", "☐ ", "☑ ", NULL};
	size_t digits = strspn(text, "0123456789");
	return listed_begins(marks, text) || (digits && strncmp(text + digits, ". ", 2) == 0);
}
