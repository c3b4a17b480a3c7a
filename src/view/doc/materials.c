/* SPDX-License-Identifier: MIT */
/* The materials of the process: all in a table, and of those that are short checklists the text. */
#include "view/doc/build.h"

static bool
has_materials(const struct doc *doc)
{
	return doc->own->index->materials != NULL;
}

/* What it is used in, a line each; in an instruction, which tells most by number, all in one. */
static struct doc_lines
users_value(struct doc *doc, const struct doc_chain *user)
{
	struct doc_lines lines = {0};
	for (; user; user = user->next) {
		struct doc_line *line =
		    doc->role && lines.count ? &lines.items[0] : doc_line_add(doc, &lines);
		doc_say(doc, line, SPAN_TEXT, line->count ? ", " : "");
		doc_mention_briefly(doc, line, user->what);
	}
	return lines;
}

static void
put_material(struct doc *doc, const struct doc_material *material)
{
	struct doc_block row = doc_table(doc, BLOCK_ROW, 3);
	row.cells[0].head = true;
	doc_address(doc, doc_line_add(doc, &row.cells[0].lines), material->attachment);
	doc_say_rest(doc, &row.cells[0].lines.items[0], &material->attachment->base);
	if (material->attachment->kind.value)
		doc_say_sort(doc, doc_line_add(doc, &row.cells[1].lines), material->attachment);
	row.cells[2].lines = users_value(doc, material->users);
	doc_put(doc, &row);
}

void
doc_put_materials(struct doc *doc, const struct doc_material *material)
{
	struct doc_block head = doc_table(doc, BLOCK_TABLE, 3);
	doc_head(doc, &head, 0, doc_title(doc, field_row(FIELD_ATTACHMENT_title)), ALIGN_START);
	doc_head(doc, &head, 1, doc_title(doc, field_row(FIELD_ATTACHMENT_kind)), ALIGN_START);
	doc_head(doc, &head, 2, show_word(doc->voice, WORD_USED_IN), ALIGN_START);
	doc_put(doc, &head);
	for (; material; material = material->next)
		put_material(doc, material);
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

/* A section for each checklist that is printed in full: «Приложение 1.2». */
static void
outline_materials(struct doc *doc, const struct doc_section *part)
{
	uint32_t count = 0;
	const struct doc_material *material = doc->own->index->materials;
	for (; material; material = material->next) {
		const struct attachment *attachment = material->attachment;
		if (!enclosed_text(doc->voice->enclosed, attachment))
			continue;
		struct doc_section section = doc_below(part, &attachment->base);
		section.title = show_name(doc->voice, &attachment->base);
		section.anchor = arena_printf(&doc->own->arena, "checklist_%u", ++count);
		section.number = arena_printf(&doc->own->arena, "%s.%u", part->number, count);
		doc_set_place(doc, doc_address_of(doc, attachment), doc_add_section(doc, section));
	}
}

static void
write_materials(struct doc *doc, const struct doc_section *section)
{
	if (!section->about) {
		doc_put_materials(doc, doc->own->index->materials);
		return;
	}
	const char *text = enclosed_text(doc->voice->enclosed, attachment_of(section->about));
	struct doc_block block = {.kind = BLOCK_TEXT, .lines = doc_text(doc, SPAN_PROSE, text)};
	doc_put(doc, &block);
}

const struct doc_part_info doc_part_materials = {
    .has = has_materials, .outline = outline_materials, .write = write_materials};
