/* SPDX-License-Identifier: MIT */
/* Names, titles and values, as steps, terms and fields show them. */
#include "emit/docx/docx.h"

static const struct docx_look label_look = {.style = "Label"}, strong_look = {.style = "Strong"};

void
docx_label(struct docx *docx, const char *title)
{
	if (title)
		docx_run(docx, label_look, arena_printf(&docx->scratch, "%s: ", title));
}

void
docx_joined(struct docx *docx, const struct doc_lines *lines, const char *between)
{
	for (uint32_t i = 0; i < lines->count; i++) {
		docx_run(docx, (struct docx_look){0}, i ? between : "");
		docx_line(docx, &lines->items[i]);
	}
}

void
docx_name(struct docx *docx, const struct doc_line *name)
{
	docx_run(docx, strong_look, name->items[0].text);
	for (uint32_t i = 1; i < name->count; i++) {
		docx_run(docx, (struct docx_look){0}, " ");
		docx_line(docx, &(struct doc_line){.items = &name->items[i], .count = 1});
	}
}

void
docx_detail(struct docx *docx, const struct doc_block *field, int left)
{
	bool many = field->lines.count > 1;
	if (field->title || !many) {
		docx_begin(
		    docx, (struct docx_paragraph){.style = "StepText", .left = left, .keep = many});
		docx_label(docx, field->title);
		if (!many)
			docx_line(docx, &field->lines.items[0]);
		docx_end(docx);
	}
	if (many)
		docx_items(docx, &field->lines, "StepText", left);
}
