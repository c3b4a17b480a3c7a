/* SPDX-License-Identifier: MIT */
#include "yaml/numbered.h"

#include "support/utf8.h"
#include "text/marker.h"

#include <stddef.h>
#include <string.h>

/* Bytes of a text that may be a list without any marks: of lines that begin alike, and of any. */
enum { ROWS_MOST = 500, ROWS_MOST_UNLIKE = 200 };

/* A text with its items before it: nodes are copied for aliases and merges, the text stays. */
struct numbered {
	struct node *items; /* NULL when the text is no list as a whole */
	struct numbered_doubt doubt;
	const char *lines; /* the text with its items on lines of their own, if it has several */
	const char *rows;  /* the text with each of its lines on one, if it is short and no list */
	bool alike;        /* the rows begin with capital letters, or have arrows */
	char text[];
};

struct reader {
	struct arena *arena, *texts;
	struct trap_text *source;
	struct node *first, **tail;
	struct buf whole, item, rows;
	size_t item_at;            /* where the item under way begins in the file */
	struct item_marker marker; /* what it began with; none when the first line has none */
	const char *last;          /* the same as written */
	uint32_t column;           /* where items stand that begin a line; 0 until there is one */
	uint32_t begun;            /* lines that begin like items */
	uint32_t large;            /* lines that begin with a capital letter */
	uint32_t arrows;           /* lines with «а -> Б» */
	uint32_t count;            /* lines */
	struct numbered_doubt doubt;
};

/* A line of the text, without the blanks round it. */
struct typed_row {
	const char *start, *end;
	size_t at;       /* in the file */
	unsigned blanks; /* lines above it with nothing in them: YAML keeps as many ends of lines */
	struct item_marker marker;
	bool bullet;
};

/* An item ends without the sign that parts it from the next: «1) Запрос;». */
static void
end_item(struct reader *r)
{
	if (r->item.length > 1 && r->item.data[r->item.length - 1] == ';')
		buf_cut(&r->item, r->item.length - 1);
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

/* Remembers the first line that may be meant otherwise. */
static void
doubt(struct reader *r, enum numbered_fault fault, const struct typed_row *row)
{
	if (r->doubt.fault)
		return;
	r->doubt = (struct numbered_doubt){
	    .fault = fault,
	    .line = arena_copy(r->texts, row->start, (size_t)(row->end - row->start)),
	    .before = r->last,
	    .pos = trap_place(r->source, row->at),
	    .end = trap_place(r->source, (size_t)(row->end - r->source->text))};
}

/* Whether a row stands right below items. */
static bool
is_below(const struct reader *r, const struct typed_row *row)
{
	return r->column && trap_place(r->source, row->at).column == r->column;
}

/* True when a row begins like the first item of a list: with another number it may be any number
 * that stands there. */
static bool
opens_list(const struct typed_row *row)
{
	return row->bullet || marker_is_first(&row->marker);
}

/* A line that begins like an item is one if it has the next number, or stands where items do. */
static bool
is_item(struct reader *r, const struct typed_row *row)
{
	bool like = row->marker.form && row->marker.form == r->marker.form;
	if (!r->whole.length)
		return row->marker.form;
	if (like && marker_follows(&row->marker, &r->marker))
		return true;
	bool item = like && is_below(r, row) && (r->first || marker_is_first(&r->marker));
	if (item || like || opens_list(row))
		doubt(r, item ? NUMBERED_SKIPS : NUMBERED_NESTS, row);
	return item;
}

/* True for a row that begins a line of the file: one behind a key does not. */
static bool
begins_line(const struct reader *r, const struct typed_row *row)
{
	size_t at = row->at;
	while (at && strchr(" \t", r->source->text[at - 1]))
		at--;
	return !at || strchr("\r\n", r->source->text[at - 1]);
}

static void
begin_item(struct reader *r, const struct typed_row *row)
{
	size_t length = row->marker.length;
	end_item(r);
	r->marker = row->marker;
	while (length && row->start[length - 1] == ' ')
		length--;
	r->last = arena_copy(r->texts, row->start, length);
	r->item_at = row->at + row->marker.length;
	if (!r->column && begins_line(r, row))
		r->column = trap_place(r->source, row->at).column;
}

static bool
has_arrow(const char *line, size_t length)
{
	const char *behind, *arrow = marker_arrow(line, &behind);
	return arrow && arrow < line + length;
}

/* Keeps a line as one of its own. */
static void
add_row(struct reader *r, const struct typed_row *row, size_t length)
{
	const char *start = row->start;
	buf_puts(&r->rows, r->rows.length ? "\n" : "");
	buf_add(&r->rows, row->start, length);
	r->count++;
	r->large += utf8_is_upper(utf8_next(&start));
	r->arrows += has_arrow(row->start, length);
}

/* The next item, or more of the one under way. */
static void
take_row(struct reader *r, const struct typed_row *row)
{
	bool item = is_item(r, row), begins = row->marker.form || row->bullet;
	size_t length = (size_t)(row->end - row->start), marker = item ? row->marker.length : 0;
	if (r->whole.length)
		buf_putc(&r->whole, item || begins || row->blanks ? '\n' : ' ');
	for (unsigned i = 1; i < row->blanks; i++)
		buf_putc(&r->whole, '\n');
	buf_add(&r->whole, row->start, length);
	add_row(r, row, length);
	r->begun += begins;
	if (item)
		begin_item(r, row);
	buf_puts(&r->item, r->item.length ? " " : "");
	buf_add(&r->item, row->start + marker, length - marker);
}

static struct typed_row
row_at(const struct reader *r, const char *line, const char *end)
{
	struct typed_row row = {.start = line, .end = end, .at = (size_t)(line - r->source->text)};
	row.marker = marker_of_item(line, end);
	row.bullet = r->whole.length && end > line + 2 && strncmp(line, "- ", 2) == 0;
	return row;
}

static void
read_rows(struct reader *r, size_t start, size_t end)
{
	const char *stop = r->source->text + end;
	unsigned blanks = 0;
	for (const char *at = r->source->text + start; at < stop;) {
		const char *line = at + strspn(at, " \t"), *last = at + strcspn(at, "\r\n");
		last = last < stop ? last : stop;
		at = last + (*last == '\r');
		at += *at == '\n';
		while (last > line && strchr(" \t", last[-1]))
			last--;
		struct typed_row row = row_at(r, line, last);
		row.blanks = blanks;
		blanks = line < last ? 0 : blanks + 1;
		if (line < last)
			take_row(r, &row);
	}
	if (r->first)
		end_item(r);
}

/* Makes a text a numbered one. */
static struct numbered *
keep(const struct reader *r, struct node *node)
{
	size_t length = strlen(node->text);
	struct numbered *numbered = arena_alloc(r->texts, sizeof *numbered + length + 1);
	numbered->items = r->first;
	numbered->doubt = r->doubt;
	memcpy(numbered->text, node->text, length + 1);
	node->text = numbered->text;
	node->numbered = true;
	return numbered;
}

void
numbered_find(struct node *node, struct arena *arena, struct arena *texts, struct trap_text *source,
	      struct pos end)
{
	if (end.line == node->pos.line)
		return;
	struct reader r = {.arena = arena, .texts = texts, .source = source};
	r.tail = &r.first;
	read_rows(&r, text_index_byte(&source->index, node->pos),
		  text_index_byte(&source->index, end));
	bool alike = r.large == r.count || r.arrows == r.count;
	size_t most = alike ? ROWS_MOST : ROWS_MOST_UNLIKE;
	bool rows = r.count > 1 && r.rows.length <= most && !r.begun;
	if (r.first || r.doubt.fault || rows) {
		struct numbered *numbered = keep(&r, node);
		numbered->alike = alike;
		numbered->rows = rows ? arena_copy(texts, buf_text(&r.rows), r.rows.length) : NULL;
		numbered->lines =
		    r.begun > 1 ? arena_copy(texts, buf_text(&r.whole), r.whole.length) : NULL;
	}
	buf_free(&r.whole);
	buf_free(&r.item);
	buf_free(&r.rows);
}

static const struct numbered *
numbered_of(const struct node *node)
{
	return (const void *)(node->text - offsetof(struct numbered, text));
}

bool
numbered_is_list(const struct node *node)
{
	return node->numbered && numbered_of(node)->items;
}

const struct node *
numbered_list(struct arena *arena, const struct node *node)
{
	struct node *list = arena_alloc(arena, sizeof *list);
	*list =
	    (struct node){.type = NODE_LIST, .first = numbered_of(node)->items, .pos = node->pos};
	return list;
}

const struct numbered_doubt *
numbered_doubt(const struct node *node)
{
	return &numbered_of(node)->doubt;
}

const char *
numbered_prose(const struct node *node)
{
	const char *lines = node->numbered ? numbered_of(node)->lines : NULL;
	return lines ? lines : node->text;
}

const char *
numbered_rows(const struct node *node)
{
	return node->numbered && numbered_of(node)->alike ? numbered_of(node)->rows : NULL;
}

const char *
numbered_any_rows(const struct node *node)
{
	return node->numbered ? numbered_of(node)->rows : NULL;
}
