/* SPDX-License-Identifier: MIT */
#include "edit/patch.h"

#include "support/memory.h"
#include "support/search.h"

#include <stdlib.h>
#include <string.h>

static struct patch_edit *
add(struct patch *patch, struct span span)
{
	patch->edits = list_grow(patch->edits, patch->count, sizeof *patch->edits);
	struct patch_edit *edit = &patch->edits[patch->count];
	*edit = (struct patch_edit){.span = span, .order = patch->count++};
	return edit;
}

void
patch_put(struct patch *patch, struct span span, const char *text, uint32_t depth)
{
	struct patch_edit *edit = add(patch, span);
	edit->text = text;
	edit->depth = depth;
}

void
patch_leave(struct patch *patch, struct span gone)
{
	struct patch_edit *going = add(patch, gone);
	going->text = "";
	going->leaves = true;
}

void
patch_move(struct patch *patch, const struct patch_move *move, struct span gone, size_t to,
	   uint32_t depth)
{
	patch_leave(patch, gone);
	struct patch_edit *coming = add(patch, (struct span){to, to});
	coming->move = *move;
	coming->depth = depth;
}

/* What is put at a byte comes before what goes from there. */
static int
compare(const void *left, const void *right)
{
	const struct patch_edit *a = left, *b = right;
	if (a->span.start != b->span.start)
		return a->span.start < b->span.start ? -1 : 1;
	bool a_goes = a->span.end > a->span.start, b_goes = b->span.end > b->span.start;
	if (a_goes != b_goes)
		return a_goes ? 1 : -1;
	if (a->depth != b->depth)
		return a->depth > b->depth ? -1 : 1;
	return a->order < b->order ? -1 : 1;
}

static bool
starts_before(const void *edits, size_t i, size_t byte)
{
	return ((const struct patch_edit *)edits)[i].span.start < byte;
}

/* Adds a piece whose lines, but for the first and empty ones, are moved in or out. */
static void
add_shifted(struct buf *out, const struct buf *piece, int shift)
{
	const char *at = buf_text(piece), *end = at + piece->length;
	while (at < end) {
		const char *line = memchr(at, '\n', (size_t)(end - at));
		const char *next = line ? line + 1 : end;
		buf_add(out, at, (size_t)(next - at));
		at = next;
		for (int i = shift; i < 0 && at < end && *at == ' '; i++)
			at++;
		for (int i = 0; i < shift && at < end && *at != '\n' && *at != '\r'; i++)
			buf_putc(out, ' ');
	}
}

static void
write_piece(const struct patch *patch, const char *text, struct span piece, struct buf *out);

static void
write_move(const struct patch *patch, const char *text, const struct patch_move *move,
	   struct buf *out)
{
	struct buf piece = {0};
	write_piece(patch, text, move->from, &piece);
	buf_puts(out, move->before);
	add_shifted(out, &piece, move->shift);
	buf_puts(out, move->after);
	buf_free(&piece);
}

/* A piece of the text as it becomes. What is put at the end of one that moves goes with it. Within
 * one that moves, its own going does not count; pieces that move lie in one another no deeper than
 * things do. */
static void
write_piece(const struct patch *patch, const char *text, struct span piece, struct buf *out)
{
	size_t at = piece.start, left = SIZE_MAX, /* where a piece that moves has ended */
	    i = search_before(patch->edits, patch->count, piece.start, starts_before);
	for (; i < patch->count && patch->edits[i].span.start <= piece.end; i++) {
		const struct patch_edit *edit = &patch->edits[i];
		bool own =
		    edit->leaves && edit->span.start <= piece.start && edit->span.end >= piece.end;
		if (own || edit->span.start < at || edit->span.end > piece.end ||
		    edit->span.end == left)
			continue;
		buf_add(out, text + at, edit->span.start - at);
		if (edit->text)
			buf_puts(out, edit->text);
		else
			write_move(patch, text, &edit->move, out);
		at = edit->span.end;
		left = edit->leaves ? at : left;
	}
	buf_add(out, text + at, piece.end - at);
}

void
patch_apply(struct patch *patch, const char *text, size_t length, struct buf *out)
{
	if (patch->count)
		qsort(patch->edits, patch->count, sizeof *patch->edits, compare);
	write_piece(patch, text, (struct span){0, length}, out);
}

void
patch_free(struct patch *patch)
{
	memory_free(patch->edits);
	*patch = (struct patch){0};
}
