/* SPDX-License-Identifier: MIT */
/* One walk over the tree makes the runs. */
#include "support/buf.h"
#include "text/prose.h"
#include "text/prose_tree.h"

#include <string.h>

enum { LIST_LEVELS = 64 };

/* What the walk knows while it makes runs. */
struct run_builder {
	struct arena *arena;
	struct runs runs;
	struct buf text;          /* of the run under way */
	struct run look;          /* its look */
	int bold, italic;         /* marks open */
	int level;                /* lists open */
	int numbers[LIST_LEVELS]; /* of the next item, by level; 0 for a bullet */
	bool marker;              /* an item waits for its first text */
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
		    look.italic == b->look.italic && look.code == b->look.code;
	if (!same)
		flush(b);
	b->look = look;
	buf_puts(&b->text, text);
}

static struct run
look_now(const struct run_builder *b, bool code)
{
	return (struct run){
	    .href = b->look.href, .bold = b->bold > 0, .italic = b->italic > 0, .code = code};
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
		put(b, look, *number ? arena_printf(b->arena, "%d. ", *number) : "• ");
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

static void
enter(struct run_builder *b, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_LIST:
		open_list(b, node);
		break;
	case CMARK_NODE_ITEM:
		b->marker = true;
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
		break;
	}
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
		cmark_iter *iter = cmark_iter_new(document);
		for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
		     event = cmark_iter_next(iter)) {
			if (event == CMARK_EVENT_ENTER)
				enter(&b, cmark_iter_get_node(iter));
			else
				leave(&b, cmark_iter_get_node(iter));
		}
		cmark_iter_free(iter);
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
	for (size_t i = 0; i < runs.count; i++)
		buf_puts(&plain, runs.items[i].text);
	const char *result = arena_copy(arena, buf_text(&plain), plain.length);
	buf_free(&plain);
	return result;
}
