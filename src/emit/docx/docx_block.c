/* SPDX-License-Identifier: MIT */
/* Blocks of a document as paragraphs. */
#include "emit/docx/docx.h"

static const struct docx_look label_look = {.style = "Label"};

/* A table of the author's own. */
static void
put_table(struct docx *docx, const struct prose_part *table)
{
	struct arena *scratch = &docx->scratch;
	for (size_t row = 0; row < table->rows; row++) {
		struct doc_block block = {.kind = row ? BLOCK_ROW : BLOCK_TABLE,
					  .cell_count = (uint32_t)table->columns};
		block.cells = arena_array(scratch, table->columns, sizeof *block.cells);
		for (size_t i = 0; i < table->columns; i++) {
			struct doc_line *line = arena_alloc(scratch, sizeof *line);
			line->items = arena_alloc(scratch, sizeof *line->items);
			*line->items = (struct doc_span){
			    .kind = SPAN_PROSE, .text = table->cells[row * table->columns + i]};
			line->count = 1;
			block.cells[i].lines = (struct doc_lines){line, 1};
		}
		if (row)
			docx_table_row(docx, &block);
		else
			docx_table_open(docx, &block);
	}
	docx_table_close(docx);
}

static void
put_part(struct docx *docx, const struct prose_part *part)
{
	struct doc_span span = {.kind = SPAN_PROSE, .text = part->text};
	if (part->text)
		docx_put(docx, (struct docx_paragraph){.style = part->heading ? "Heading3" : NULL},
			 &(struct doc_line){.items = &span, .count = 1});
	else
		put_table(docx, part);
}

/* Paragraphs, in which prose that stands alone keeps its headings and tables. */
static void
put_texts(struct docx *docx, const struct doc_lines *lines)
{
	for (uint32_t i = 0; i < lines->count; i++) {
		const struct doc_line *line = &lines->items[i];
		struct prose_parts parts = {0};
		if (line->count == 1 && line->items[0].kind == SPAN_PROSE)
			parts = prose_parts(&docx->scratch, line->items[0].text);
		else
			docx_put(docx, (struct docx_paragraph){0}, line);
		for (size_t j = 0; j < parts.count; j++)
			put_part(docx, &parts.items[j]);
	}
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

/* Short fields in one paragraph. */
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
		docx_label(docx, block->fields[i].title);
		docx_joined(docx, &block->fields[i].lines, ", ");
		first = false;
	}
	if (!first)
		docx_end(docx);
}

static void
put_fields(struct docx *docx, const struct doc_block *block, int left)
{
	put_briefs(docx, block, left);
	for (uint32_t i = 0; i < block->field_count; i++)
		if (!block->fields[i].brief)
			docx_detail(docx, &block->fields[i], left);
}

/* «КП – предложение, которое …», «КП. Предложение, которое …» */
static void
put_term(struct docx *docx, const struct doc_block *term)
{
	docx_begin(docx, (struct docx_paragraph){.style = "TermText", .anchor = term->anchor});
	docx_name(docx, &term->lines.items[0]);
	if (term->lines.count > 1) {
		docx_run(docx, (struct docx_look){0},
			 term->sentence ? ". " : "\xC2\xA0\xE2\x80\x93 ");
		docx_line(docx, &term->lines.items[1]);
	}
	docx_end(docx);
	for (uint32_t i = 2; i < term->lines.count; i++)
		docx_put(docx, (struct docx_paragraph){.style = "TermText"}, &term->lines.items[i]);
	put_fields(docx, term, DOCX_INDENT);
}

/* An instruction has them in a line: of each stage there are the same four. */
static void
put_facts(struct docx *docx, const struct doc_block *facts)
{
	if (docx->doc->role)
		put_briefs(docx, facts, 0);
	for (uint32_t i = 0; i < facts->field_count && !docx->doc->role; i++)
		docx_card_row(docx, &facts->fields[i]);
}

/* What is asked, and a box for the answer, which grows with it. */
static void
put_question(struct docx *docx, const struct doc_block *question)
{
	enum { LEAST = 1134 }; /* of the box, in twips: three lines by hand */
	docx_begin(docx, (struct docx_paragraph){
			     .style = "Question", .left = DOCX_STEP, .hanging = DOCX_STEP});
	docx_run(docx, (struct docx_look){.bold = true},
		 arena_printf(&docx->scratch, "%s.", question->number));
	docx_tab(docx);
	docx_line(docx, &question->lines.items[0]);
	docx_end(docx);
	docx_table_begin(docx, "Answer");
	buf_printf(&docx->out,
		   "<w:tblGrid><w:gridCol w:w=\"%d\"/></w:tblGrid>\n<w:tr><w:trPr><w:trHeight "
		   "w:val=\"%d\" w:hRule=\"atLeast\"/></w:trPr><w:tc><w:tcPr/>",
		   DOCX_WIDTH, LEAST);
	docx_put_text(docx, (struct docx_paragraph){.style = "CardText"}, "");
	buf_puts(&docx->out, "</w:tc></w:tr>\n");
	docx_table_end(docx);
}

void
docx_block(struct docx *docx, const struct doc_block *block)
{
	if (block->kind != BLOCK_FIELD && (block->kind != BLOCK_FACTS || docx->doc->role))
		docx_card_end(docx);
	switch (block->kind) {
	case BLOCK_TEXT:
		put_texts(docx, &block->lines);
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
		docx_card_row(docx, block);
		break;
	case BLOCK_STEPS:
		docx_steps_open(docx, block);
		break;
	case BLOCK_STEP:
		docx_step(docx, block);
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
	case BLOCK_QUESTION:
		put_question(docx, block);
		break;
	case BLOCK_SHEETS:
		docx_sheets(docx);
		break;
	case BLOCK_MAP:
		docx_map(docx, block);
		break;
	case BLOCK_GANTT:
		docx_gantt(docx);
		break;
	case BLOCK_STEPS_END:
		docx_steps_close(docx);
		break;
	}
	arena_free(&docx->scratch);
}
