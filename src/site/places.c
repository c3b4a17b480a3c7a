/* SPDX-License-Identifier: MIT */
#include "site/places.h"

#include "model/fields.h"
#include "view/doc/doc.h"

#include <string.h>

/* What is repeated elsewhere in the document, in tables of another order, is not looked through. */
static const enum doc_part passed_over[] = {PART_READING,  PART_BRIEF,     PART_MAP,
					    PART_SUMMARY,  PART_DEADLINES, PART_RESPONSIBILITY,
					    PART_HANDOVER, PART_APPROVALS, PART_ACKNOWLEDGEMENTS};

/* A document being written down. */
struct gatherer {
	struct doc_writer writer; /* first: the document knows no more */
	struct arena *arena;
	struct site_places places;
	struct buf text;  /* of the place under way */
	bool passed_over; /* the section is */
	bool in_roles;    /* what a role takes part in stands at the stages */
};

static struct gatherer *
gatherer_of(struct doc_writer *writer)
{
	return (struct gatherer *)writer;
}

static void
end_place(struct gatherer *g)
{
	if (!g->places.count)
		return;
	g->places.items[g->places.count - 1].text =
	    arena_copy(g->arena, buf_text(&g->text), g->text.length);
	buf_clear(&g->text);
}

static void
begin_place(struct gatherer *g, const char *anchor, const char *title)
{
	end_place(g);
	g->places.items =
	    arena_grow(g->arena, g->places.items, g->places.count, 1, sizeof *g->places.items);
	g->places.items[g->places.count++] =
	    (struct site_place){.address = *anchor ? arena_printf(g->arena, "#%s", anchor) : "",
				.title = arena_string(g->arena, title),
				.text = ""};
}

static void
add_line(struct buf *out, const struct doc_line *line)
{
	if (out->length && out->data[out->length - 1] != ' ')
		buf_putc(out, ' ');
	for (uint32_t i = 0; i < line->count; i++) {
		const struct doc_span *span = &line->items[i];
		struct arena scratch = {0};
		buf_puts(out,
			 span->kind == SPAN_PROSE ? prose_plain(&scratch, span->text) : span->text);
		arena_free(&scratch);
	}
}

static void
add_lines(struct gatherer *g, const struct doc_lines *lines)
{
	for (uint32_t i = 0; i < lines->count; i++)
		add_line(&g->text, &lines->items[i]);
}

/* A step and a term have a place of their own. Its title is its name without the badges. */
static void
begin_named(struct gatherer *g, const struct doc_block *block)
{
	struct buf title = {0};
	struct doc_line name = block->lines.items[0];
	while (name.count > 1 && name.items[name.count - 1].kind == SPAN_MARK)
		name.count--;
	add_line(&title, &name);
	begin_place(g, block->anchor, buf_text(&title));
	buf_free(&title);
}

static void
add_block(struct doc_writer *writer, const struct doc_block *block)
{
	struct gatherer *g = gatherer_of(writer);
	bool named = (block->kind == BLOCK_STEP || block->kind == BLOCK_TERM) && block->anchor &&
		     block->lines.count;
	if (g->passed_over || (g->in_roles && block->kind == BLOCK_ROW))
		return;
	struct doc_lines lines = block->lines;
	if (named) {
		begin_named(g, block);
		lines.items++;
		lines.count--;
	}
	add_lines(g, &lines);
	for (uint32_t i = 0; i < block->cell_count && block->kind == BLOCK_ROW; i++)
		add_lines(g, &block->cells[i].lines);
	for (uint32_t i = 0; i < block->field_count; i++)
		add_lines(g, &block->fields[i].lines);
}

static void
open_section(struct doc_writer *writer, const struct doc_section *section)
{
	struct gatherer *g = gatherer_of(writer);
	g->passed_over = false;
	for (size_t i = 0; i < sizeof passed_over / sizeof *passed_over; i++)
		g->passed_over = g->passed_over || section->part == passed_over[i];
	g->in_roles = section->part == PART_ROLES;
	if (!g->passed_over)
		begin_place(g, section->anchor, section->title);
}

static void
close_section(struct doc_writer *writer, const struct doc_section *section)
{
	(void)writer, (void)section;
}

struct site_places
places_of(const struct voice *voice, const struct plan *plan, struct arena *arena)
{
	struct gatherer g = {.writer = {open_section, add_block, close_section}, .arena = arena};
	struct doc *doc = doc_new(voice, plan);
	begin_place(&g, "", doc->title);
	buf_puts(&g.text, doc_edition(doc));
	doc_write(doc, &g.writer);
	end_place(&g);
	doc_free(doc);
	buf_free(&g.text);
	return g.places;
}
