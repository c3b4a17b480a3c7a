/* SPDX-License-Identifier: MIT */
/* Fields that follow one another as a table without lines: titles at the left, values beside them.
 */
#include "emit/docx/docx.h"

enum { TITLE = 2300 };

static void
begin(struct docx *docx)
{
	if (docx->card)
		return;
	docx->card = true;
	docx_table_begin(docx, "Card");
	buf_printf(&docx->out,
		   "<w:tblGrid><w:gridCol w:w=\"%d\"/><w:gridCol w:w=\"%d\"/></w:tblGrid>\n", TITLE,
		   DOCX_WIDTH - TITLE);
}

void
docx_card_row(struct docx *docx, const struct doc_block *field)
{
	struct buf *out = &docx->out;
	begin(docx);
	buf_puts(out, "<w:tr><w:tc><w:tcPr/>");
	docx_put_text(docx, (struct docx_paragraph){.style = "CardTitle"}, field->title);
	buf_puts(out, "</w:tc><w:tc><w:tcPr/>");
	if (field->lines.count > 1 && !field->brief) {
		docx_items(docx, &field->lines, "CardText", 0);
	} else {
		docx_begin(docx, (struct docx_paragraph){.style = "CardText"});
		docx_joined(docx, &field->lines, ", ");
		docx_end(docx);
	}
	buf_puts(out, "</w:tc></w:tr>\n");
}

void
docx_card_end(struct docx *docx)
{
	if (docx->card)
		docx_table_end(docx);
	docx->card = false;
}
