/* SPDX-License-Identifier: MIT */
/* Steps as a table: what is done; who does it and when; what comes of it, where any step says more
 * than that. The columns are of one width in all stages. */
#include "emit/docx/docx.h"

#include <stdlib.h>
#include <string.h>

/* The widths of the columns; without the last one, that of the first two; in an instruction, where
 * few are named beside its role. */
enum { NAME = 2950, WHO = 2250, WIDE_NAME = 6000, NAME_OF_ROLE = 2600, WHO_OF_ROLE = 1650 };

static const struct docx_look strong_look = {.style = "Strong"};

/* Begins a cell; the first one of a row with the row. */
static void
begin_cell(struct docx *docx, bool first, bool head)
{
	buf_puts(&docx->out, first ? "<w:tr><w:trPr><w:cantSplit/>" : "");
	buf_puts(&docx->out, first && head ? "<w:tblHeader/>" : "");
	buf_puts(&docx->out, first ? "</w:trPr>" : "");
	buf_puts(&docx->out, "<w:tc><w:tcPr>");
	if (head)
		buf_printf(&docx->out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%06X\"/>",
			   docx->tint);
	buf_puts(&docx->out, "</w:tcPr>");
}

static void
put_head(struct docx *docx)
{
	static const enum word titles[] = {WORD_DOC_STEP, WORD_DOC_WHO_WHEN, WORD_DOC_COMES_OF_IT};
	const struct model *model = docx->doc->model;
	bool reader = model->for_clients && model->client_count < 2; /* all of it is theirs */
	for (uint32_t i = 0; i < (docx->steps_brief ? 2 : 3); i++) {
		begin_cell(docx, i == 0, true);
		docx_put_text(docx, (struct docx_paragraph){.style = "TableHead"},
			      show_word(docx->doc->voice, reader && titles[i] == WORD_DOC_WHO_WHEN
							      ? WORD_DOC_WHEN
							      : titles[i]));
		buf_puts(&docx->out, "</w:tc>");
	}
	buf_puts(&docx->out, "</w:tr>\n");
}

void
docx_steps_open(struct docx *docx, const struct doc_block *steps)
{
	docx->lists =
	    arena_grow(&docx->arena, docx->lists, docx->list_count, 1, sizeof *docx->lists);
	docx->lists[docx->list_count++] = (struct docx_list){"", 0};
	docx->steps_brief = steps->brief;
	if (steps->title && !docx->doc->role) /* an instruction has no others */
		docx_put_text(docx, (struct docx_paragraph){.style = "Heading3"}, steps->title);
	docx_table_begin(docx, "Steps");
	bool role = docx->doc->role;
	int name = steps->brief ? WIDE_NAME
		   : role       ? NAME_OF_ROLE
				: NAME,
	    who = steps->brief ? DOCX_WIDTH - name
		  : role       ? WHO_OF_ROLE
			       : WHO;
	buf_printf(&docx->out, "<w:tblGrid><w:gridCol w:w=\"%d\"/><w:gridCol w:w=\"%d\"/>", name,
		   who);
	if (!steps->brief)
		buf_printf(&docx->out, "<w:gridCol w:w=\"%d\"/>", DOCX_WIDTH - name - who);
	buf_puts(&docx->out, "</w:tblGrid>\n");
	if (!docx->doc->role) /* an instruction has many short ones */
		put_head(docx);
}

/* The list under way begins with the number of its first step: 3.2 is the second of those that
 * begin with «3.». */
static void
begin_list(struct docx *docx, const char *number)
{
	struct docx_list *list = &docx->lists[docx->list_count - 1];
	const char *point = strrchr(number, '.'), *last = point ? point + 1 : number;
	if (list->first)
		return;
	list->first = (unsigned)strtoul(last, NULL, 10);
	if (point)
		list->before = arena_copy(&docx->arena, number, (size_t)(last - number));
}

/* Word counts the steps, where all of them are told. Instructions and what an edition or a variant
 * leaves of a process name some alone: there the number is written that they have in the whole. */
static bool
are_counted(const struct docx *docx)
{
	const struct model *model = docx->doc->model;
	return !docx->doc->role && !model->for_clients && !model->gaps;
}

static void
put_name(struct docx *docx, const struct doc_block *step)
{
	bool below = step->level > 1, counted = are_counted(docx);
	int hanging = below ? DOCX_SUBSTEP : DOCX_STEP;
	begin_list(docx, step->number);
	docx_begin(docx,
		   (struct docx_paragraph){.style = "Step",
					   .left = hanging,
					   .hanging = hanging,
					   .list = counted ? DOCX_FIRST_STEPS + docx->list_count - 1
							   : DOCX_NO_LIST,
					   .level = below,
					   .anchor = step->anchor});
	if (!counted) {
		docx_run(docx, strong_look, step->number);
		docx_tab(docx);
	}
	docx_name(docx, &step->lines.items[0]);
	docx_end(docx);
}

static bool
has_break(const struct doc_line *line)
{
	for (uint32_t i = 0; i < line->count; i++)
		if (strchr(line->items[i].text, '\n'))
			return true;
	return false;
}

/* A paragraph of a field that another may go on with: an instruction has little room. */
static bool
is_short(const struct docx *docx, const struct doc_block *field)
{
	for (uint32_t i = 0; i < field->lines.count; i++)
		if (has_break(&field->lines.items[i]))
			return false;
	return docx->doc->role;
}

/* Fields from one on: as many as stand in one paragraph, which is begun. Gives what is behind them.
 */
static uint32_t
put_short(struct docx *docx, const struct doc_block *step, uint32_t first)
{
	uint32_t i = first;
	docx_begin(docx, (struct docx_paragraph){.style = "StepText"});
	for (; i < step->field_count; i++) {
		const struct doc_block *field = &step->fields[i];
		if (field->brief)
			continue;
		if (!is_short(docx, field))
			break;
		docx_run(docx, (struct docx_look){.style = "Label"}, i > first ? " \xC2\xB7 " : "");
		docx_label(docx, field->title);
		docx_joined(docx, &field->lines, "; ");
	}
	docx_end(docx);
	return i;
}

/* The short fields, a paragraph each, or the others; a cell is never without a paragraph. */
static void
put_fields(struct docx *docx, const struct doc_block *step, bool brief)
{
	bool any = false;
	for (uint32_t i = 0; i < step->field_count; i++) {
		const struct doc_block *field = &step->fields[i];
		if (field->brief != brief)
			continue;
		any = true;
		if (!brief && is_short(docx, field)) {
			i = put_short(docx, step, i) - 1;
			continue;
		}
		if (!brief) {
			docx_detail(docx, field, 0);
			continue;
		}
		docx_begin(docx, (struct docx_paragraph){.style = "StepText"});
		docx_label(docx, field->title);
		docx_joined(docx, &field->lines, ", ");
		docx_end(docx);
	}
	if (!any)
		docx_put_text(docx, (struct docx_paragraph){.style = "StepText"}, "");
}

void
docx_step(struct docx *docx, const struct doc_block *step)
{
	begin_cell(docx, true, false);
	put_name(docx, step);
	buf_puts(&docx->out, "</w:tc>");
	for (int brief = 1; brief >= docx->steps_brief; brief--) {
		begin_cell(docx, false, false);
		put_fields(docx, step, brief);
		buf_puts(&docx->out, "</w:tc>");
	}
	buf_puts(&docx->out, "</w:tr>\n");
}

void
docx_steps_close(struct docx *docx)
{
	docx_table_end(docx);
}
