/* SPDX-License-Identifier: MIT */
/* The terms that an instruction names: it is read as a writer would write it, so that each is met
 * once. */
#include "view/doc/build.h"

static void
use_term(struct doc *doc, const struct entity *term)
{
	struct doc_own *own = doc->own;
	if (!own->used[term->number - 1]) {
		own->used[term->number - 1] = true;
		own->needed[own->needed_count++] = term_of(term);
	}
}

static void
read_text(struct doc *doc, const char *text)
{
	const struct term *term;
	const char *from;
	while (text && doc_next_term(doc, text, &term, &from, &text))
		use_term(doc, &term->base);
}

static void
read_lines(struct doc *doc, const struct doc_lines *lines)
{
	for (uint32_t i = 0; i < lines->count; i++)
		for (uint32_t j = 0; j < lines->items[i].count; j++) {
			const struct doc_span *span = &lines->items[i].items[j];
			if (span->kind == SPAN_AUTHOR || span->kind == SPAN_NAME ||
			    span->kind == SPAN_PROSE)
				read_text(doc, span->text);
		}
}

static void
read_block(struct doc_writer *writer, const struct doc_block *block)
{
	struct doc *doc = ((struct doc_reader *)writer)->doc;
	read_lines(doc, &block->lines);
	for (uint32_t i = 0; i < block->cell_count; i++)
		read_lines(doc, &block->cells[i].lines);
	for (uint32_t i = 0; i < block->field_count; i++)
		read_lines(doc, &block->fields[i].lines);
}

static void
read_section(struct doc_writer *writer, const struct doc_section *section)
{
	(void)writer;
	(void)section;
}

struct doc_reader
doc_term_reader(struct doc *doc)
{
	doc->own->reading = true;
	return (struct doc_reader){{read_section, read_block, read_section}, doc};
}

void
doc_end_reading(struct doc *doc)
{
	struct doc_own *own = doc->own;
	own->now++;
	for (uint32_t i = 0; i < own->needed_count; i++) {
		const struct term *term = own->needed[i];
		read_text(doc, term->definition.s);
		for (uint32_t j = 0; j < term->see.count; j++)
			if (term->see.items[j].to)
				use_term(doc, term->see.items[j].to);
	}
	own->reading = false;
}
