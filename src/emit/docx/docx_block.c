/* SPDX-License-Identifier: MIT */
/* Blocks of a document as paragraphs. */
#include "emit/docx/docx.h"

#include "draw/svg_text.h"

#include <stdlib.h>
#include <string.h>

static const struct docx_look label_look = {.style = "Label"}, strong_look = {.style = "Strong"};

static void
put_heading(struct docx *docx, const char *title)
{
	docx_put_text(docx, (struct docx_paragraph){.style = "Heading3"}, title);
}

static void
put_lines(struct docx *docx, const struct doc_lines *lines, struct docx_paragraph paragraph)
{
	for (uint32_t i = 0; i < lines->count; i++)
		docx_put(docx, paragraph, &lines->items[i]);
}

static void
put_marks(struct docx *docx, const struct doc_line *line)
{
	docx_begin(docx, (struct docx_paragraph){.style = "Marks"});
	for (uint32_t i = 0; i < line->count; i++) {
		docx_run(docx, (struct docx_look){0}, i ? "  " : "");
		docx_line(docx, &(struct doc_line){.items = &line->items[i], .count = 1});
	}
	docx_end(docx);
}

static void
put_field(struct docx *docx, const struct doc_block *field)
{
	put_heading(docx, field->title);
	if (field->lines.count == 1)
		put_lines(docx, &field->lines, (struct docx_paragraph){0});
	else
		docx_items(docx, &field->lines, "ListItem", 0);
}

/* The lines of a short value, parted by commas. */
static void
put_brief(struct docx *docx, const struct doc_lines *lines)
{
	for (uint32_t i = 0; i < lines->count; i++) {
		docx_run(docx, (struct docx_look){0}, i ? ", " : "");
		docx_line(docx, &lines->items[i]);
	}
}

/* «Срок: » */
static void
put_label(struct docx *docx, const char *title)
{
	if (title)
		docx_run(docx, label_look, arena_printf(&docx->scratch, "%s: ", title));
}

/* A short title stands in a column of its own. */
static bool
is_short(const char *title)
{
	const struct svg_font font = {200, false};
	return svg_text_width(title, strlen(title), font) < DOCX_FACT;
}

static void
put_facts(struct docx *docx, const struct doc_block *facts)
{
	for (uint32_t i = 0; i < facts->field_count; i++) {
		const char *title = facts->fields[i].title;
		docx_begin(docx, (struct docx_paragraph){.style = "Fact"});
		if (is_short(title)) {
			docx_run(docx, label_look, title);
			docx_tab(docx);
		} else {
			put_label(docx, title);
		}
		put_brief(docx, &facts->fields[i].lines);
		docx_end(docx);
	}
}

/* The short fields of a step or term in one paragraph. */
static void
put_briefs(struct docx *docx, const struct doc_block *block, int left)
{
	bool first = true;
	for (uint32_t i = 0; i < block->field_count; i++) {
		if (!block->fields[i].brief)
			continue;
		if (first)
			docx_begin(docx,
				   (struct docx_paragraph){.style = "StepText", .left = left});
		else
			docx_run(docx, label_look, " \xC2\xB7 ");
		put_label(docx, block->fields[i].title);
		put_brief(docx, &block->fields[i].lines);
		first = false;
	}
	if (!first)
		docx_end(docx);
}

/* A longer field: beside its title when it is one, else as a list below. */
static void
put_detail(struct docx *docx, const struct doc_block *field, int left)
{
	bool many = field->lines.count > 1;
	if (field->title || !many) {
		docx_begin(
		    docx, (struct docx_paragraph){.style = "StepText", .left = left, .keep = many});
		put_label(docx, field->title);
		if (!many)
			docx_line(docx, &field->lines.items[0]);
		docx_end(docx);
	}
	if (many)
		docx_items(docx, &field->lines, "StepText", left);
}

static void
put_fields(struct docx *docx, const struct doc_block *block, int left)
{
	put_briefs(docx, block, left);
	for (uint32_t i = 0; i < block->field_count; i++)
		if (!block->fields[i].brief)
			put_detail(docx, &block->fields[i], left);
}

/* A name that stands out, with its badges after it, in the paragraph under way. */
static void
put_name(struct docx *docx, const struct doc_line *name)
{
	docx_run(docx, strong_look, name->items[0].text);
	for (uint32_t i = 1; i < name->count; i++) {
		docx_run(docx, (struct docx_look){0}, " ");
		docx_line(docx, &(struct doc_line){.items = &name->items[i], .count = 1});
	}
}

static void
put_steps(struct docx *docx, const struct doc_block *steps)
{
	docx->lists =
	    arena_grow(&docx->arena, docx->lists, docx->list_count, 1, sizeof *docx->lists);
	docx->lists[docx->list_count++] = (struct docx_list){"", 0};
	if (steps->title)
		put_heading(docx, steps->title);
}

/* The list under way begins with the number of its first step: 3.2 is the second of those that
 * begin with «3.». */
static void
begin_list(struct docx *docx, const char *number)
{
	struct docx_list *list = &docx->lists[docx->list_count - 1];
	const char *point = number ? strrchr(number, '.') : NULL,
		   *last = point ? point + 1 : number;
	if (list->first)
		return;
	list->first = last ? (unsigned)strtoul(last, NULL, 10) : 1;
	if (point)
		list->before = arena_copy(&docx->arena, number, (size_t)(last - number));
}

/* Word counts the steps. An instruction names those of a role alone: there the number they have in
 * the regulation is written. */
static void
put_step(struct docx *docx, const struct doc_block *step)
{
	bool below = step->level > 1, counted = !docx->doc->role;
	int hanging = below ? DOCX_SUBSTEP : DOCX_STEP,
	    left = below ? DOCX_STEP + hanging : hanging;
	begin_list(docx, step->number);
	docx_begin(docx,
		   (struct docx_paragraph){.style = "Step",
					   .left = left,
					   .hanging = hanging,
					   .list = counted ? DOCX_FIRST_STEPS + docx->list_count - 1
							   : DOCX_NO_LIST,
					   .level = below,
					   .keep = step->field_count > 0,
					   .anchor = step->anchor});
	if (!counted && step->number) {
		docx_run(docx, strong_look, step->number);
		docx_tab(docx);
	}
	put_name(docx, &step->lines.items[0]);
	docx_end(docx);
	put_fields(docx, step, left);
}

/* «КП – предложение, которое …» */
static void
put_term(struct docx *docx, const struct doc_block *term)
{
	docx_begin(docx, (struct docx_paragraph){.style = "TermText", .anchor = term->anchor});
	put_name(docx, &term->lines.items[0]);
	if (term->lines.count > 1) {
		docx_run(docx, (struct docx_look){0}, "\xC2\xA0\xE2\x80\x93 ");
		docx_line(docx, &term->lines.items[1]);
	}
	docx_end(docx);
	for (uint32_t i = 2; i < term->lines.count; i++)
		docx_put(docx, (struct docx_paragraph){.style = "TermText"}, &term->lines.items[i]);
	put_fields(docx, term, DOCX_INDENT);
}

void
docx_block(struct docx *docx, const struct doc_block *block)
{
	switch (block->kind) {
	case BLOCK_TEXT:
		put_lines(docx, &block->lines, (struct docx_paragraph){0});
		break;
	case BLOCK_LIST:
		docx_items(docx, &block->lines, "ListItem", 0);
		break;
	case BLOCK_MARKS:
		put_marks(docx, &block->lines.items[0]);
		break;
	case BLOCK_FACTS:
		put_facts(docx, block);
		break;
	case BLOCK_FIELD:
		put_field(docx, block);
		break;
	case BLOCK_STEPS:
		put_steps(docx, block);
		break;
	case BLOCK_STEP:
		put_step(docx, block);
		break;
	case BLOCK_TABLE:
		docx_table_open(docx, block);
		break;
	case BLOCK_ROW:
		docx_table_row(docx, block);
		break;
	case BLOCK_TABLE_END:
		docx_table_close(docx);
		break;
	case BLOCK_TERM:
		put_term(docx, block);
		break;
	case BLOCK_MAP:
		docx_map(docx, block);
		break;
	case BLOCK_GANTT:
		docx_gantt(docx);
		break;
	case BLOCK_STEPS_END:
		break;
	}
	arena_free(&docx->scratch);
}
