/* SPDX-License-Identifier: MIT */
#include "yaml/numbered.h"

#include "support/utf8.h"

#include <stddef.h>
#include <string.h>

enum { NUMBER_DIGITS = 4 };

/* A text with its items before it: nodes are copied for aliases and merges, the text stays. */
struct numbered {
	struct node *items;
	char text[];
};

struct reader {
	struct arena *arena, *texts;
	struct trap_text *source;
	struct node *first, **tail;
	struct buf whole, item;
	size_t item_at;  /* where the item under way begins in the file */
	unsigned number; /* its number */
};

/* The bytes that a number, what ends it and the blanks behind it take; 0 when there is none. */
static size_t
marker_of(const char *line, const char *end, unsigned *number)
{
	size_t digits = 0;
	*number = 0;
	for (; line + digits < end && digits < NUMBER_DIGITS && ascii_is_digit(line[digits]);
	     digits++)
		*number = *number * 10 + (unsigned)(line[digits] - '0');
	const char *at = line + digits;
	if (!digits || end - at < 3 || !strchr(".)", at[0]) || at[1] != ' ')
		return 0;
	return digits + 1 + strspn(at + 1, " ");
}

static void
end_item(struct reader *r)
{
	if (!r->item.length)
		return;
	struct node *node = arena_alloc(r->arena, sizeof *node);
	node->type = NODE_TEXT;
	node->size = 1;
	node->plain = true;
	node->pos = trap_place(r->source, r->item_at);
	node->text = arena_copy(r->texts, buf_text(&r->item), r->item.length);
	*r->tail = node;
	r->tail = &node->next;
	buf_clear(&r->item);
}

/* A line of the text: the next item, or more of the one under way; false when there is none. */
static bool
take_line(struct reader *r, const char *line, const char *end)
{
	unsigned number;
	size_t marker = marker_of(line, end, &number);
	bool next = marker && (!r->whole.length || number == r->number + 1);
	if (!next && !r->whole.length)
		return false;
	if (next) {
		end_item(r);
		r->number = number;
		r->item_at = (size_t)(line - r->source->text) + marker;
	}
	buf_puts(&r->whole, !r->whole.length ? "" : next ? "\n" : " ");
	buf_add(&r->whole, line, (size_t)(end - line));
	buf_puts(&r->item, r->item.length ? " " : "");
	buf_add(&r->item, line + (next ? marker : 0), (size_t)(end - line) - (next ? marker : 0));
	return true;
}

static void
read_lines(struct reader *r, size_t start, size_t end)
{
	const char *stop = r->source->text + end;
	for (const char *at = r->source->text + start; at < stop;) {
		const char *line = at + strspn(at, " \t"), *last = at + strcspn(at, "\r\n");
		last = last < stop ? last : stop;
		at = last + strspn(last, "\r\n");
		while (last > line && strchr(" \t", last[-1]))
			last--;
		if (line < last && !take_line(r, line, last))
			return;
	}
	end_item(r);
}

void
numbered_find(struct node *node, struct arena *arena, struct arena *texts, struct trap_text *source,
	      struct pos end)
{
	if (!ascii_is_digit(node->text[0]) || end.line == node->pos.line)
		return;
	struct reader r = {.arena = arena, .texts = texts, .source = source};
	r.tail = &r.first;
	read_lines(&r, text_index_byte(&source->index, node->pos),
		   text_index_byte(&source->index, end));
	if (r.first && r.first->next) {
		struct numbered *numbered =
		    arena_alloc(texts, sizeof *numbered + r.whole.length + 1);
		numbered->items = r.first;
		memcpy(numbered->text, buf_text(&r.whole), r.whole.length + 1);
		node->text = numbered->text;
		node->numbered = true;
	}
	buf_free(&r.whole);
	buf_free(&r.item);
}

const struct node *
numbered_list(struct arena *arena, const struct node *node)
{
	const struct numbered *numbered =
	    (const void *)(node->text - offsetof(struct numbered, text));
	struct node *list = arena_alloc(arena, sizeof *list);
	*list = (struct node){.type = NODE_LIST, .first = numbered->items, .pos = node->pos};
	return list;
}

const struct node *
numbered_line(struct arena *arena, const struct node *node)
{
	struct node *line = arena_alloc(arena, sizeof *line);
	char *text = arena_string(arena, node->text);
	for (char *at = strchr(text, '\n'); at; at = strchr(at, '\n'))
		*at = ' ';
	*line = *node;
	line->next = NULL;
	line->text = text;
	line->numbered = false;
	return line;
}
