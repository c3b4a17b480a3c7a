/* SPDX-License-Identifier: MIT */
/* The regulation for Word, to be signed and edited, and the instructions of roles. Styles, numbers
 * of steps, contents, page numbers, heads of tables and links are Word's own, so that the document
 * stays one when it is edited. */
#include "emit/docx/docx.h"

#include "draw/accent.h"
#include "draw/pen/contrast.h"
#include "draw/pen/svg_color.h"
#include "emit/limits.h"
#include "model/fields.h"
#include "model/lookup.h"
#include "view/questionnaire.h"

#include <inttypes.h>
#include <string.h>

/* So many bytes are packed at a time. */
enum { SPILLED = 64 * 1024 };

static struct docx *
docx_of(struct doc_writer *writer)
{
	return (struct docx *)writer;
}

/* The title with its number, as the heading and the contents show it. */
static const char *
title_of(struct docx *docx, const struct doc_section *section)
{
	if (!section->number)
		return section->title;
	return arena_printf(&docx->scratch, "%s.\xC2\xA0%s", section->number, section->title);
}

/* What is in the contents is a heading there, too, when Word makes them anew. */
static void
open_section(struct doc_writer *writer, const struct doc_section *section)
{
	struct docx *docx = docx_of(writer);
	bool first = section == docx->doc->sections[0];
	docx->section = section;
	docx_card_end(docx);
	if (section->part == PART_TERMS) { /* the last part: it stands in columns */
		docx_put(docx, (struct docx_paragraph){.style = "AfterTable", .ends = DOCX_UPRIGHT},
			 &(struct doc_line){0});
		docx->columns = true;
	}
	docx_put_text(docx,
		      (struct docx_paragraph){.style = !section->listed      ? "Letter"
						       : section->level == 2 ? "Heading1"
									     : "Heading2",
					      .anchor = section->anchor,
					      .new_page = first && docx->separate},
		      title_of(docx, section));
	arena_free(&docx->scratch);
}

static void
put_block(struct doc_writer *writer, const struct doc_block *block)
{
	docx_block(docx_of(writer), block);
	docx_spill(docx_of(writer), SPILLED);
}

static void
close_section(struct doc_writer *writer, const struct doc_section *section)
{
	(void)writer;
	(void)section;
}

/* A line of the contents. Its page is computed when the document is opened. */
static void
put_entry(struct docx *docx, const struct doc_section *section, const char *before)
{
	struct buf *out = &docx->out;
	const char *name = docx_bookmark(docx, section->anchor);
	buf_printf(out,
		   "<w:p><w:pPr><w:pStyle w:val=\"TOC%d\"/></w:pPr>%s<w:hyperlink w:anchor=\"%s\" "
		   "w:history=\"1\">",
		   section->level - 1, before, name);
	docx->pending = false;
	docx_run(docx, (struct docx_look){0}, title_of(docx, section));
	docx_tab(docx);
	docx_field(out, arena_printf(&docx->scratch, "PAGEREF %s \\h", name), "");
	buf_puts(out, "</w:hyperlink></w:p>\n");
	docx_spill(docx, SPILLED);
	arena_free(&docx->scratch);
}

/* The contents as a field: Word and LibreOffice make them anew when asked. */
static void
put_contents(struct docx *docx)
{
	const char *begin =
	    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
	    "xml:space=\"preserve\"> TOC \\o &quot;1-2&quot; \\h \\z \\u "
	    "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
	buf_puts(&docx->out,
		 "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of "
		 "Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>\n");
	docx_put_text(docx,
		      (struct docx_paragraph){.style = "TOCHeading", .new_page = docx->separate},
		      show_word(docx->doc->voice, WORD_DOC_CONTENTS));
	for (uint32_t i = 0; i < docx->doc->count; i++) {
		if (!docx->doc->sections[i]->listed)
			continue;
		put_entry(docx, docx->doc->sections[i], begin);
		begin = "";
	}
	buf_puts(&docx->out,
		 *begin ? "" : "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");
	buf_puts(&docx->out, "</w:sdtContent></w:sdt>\n");
}

/* The code, version and status under the title. */
static void
put_edition(struct docx *docx)
{
	const struct process *process = model_process(docx->doc->model);
	const struct voice *voice = docx->doc->voice;
	const char *parts[] = {
	    docx->separate || docx->doc->role ? NULL : process->organization.s, process->code.s,
	    process->version.s
		? show_word_with(voice, WORD_VERSION_NUMBER, process->version.s, &docx->scratch)
		: NULL,
	    process->status.value ? choice_name(process->status.value, voice->lang) : NULL};
	const char *before = "";
	docx_begin(docx, (struct docx_paragraph){.style = "Subtitle"});
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (!parts[i])
			continue;
		docx_run(docx, (struct docx_look){0}, before);
		docx_run(docx, (struct docx_look){0}, parts[i]);
		before = " \xC2\xB7 ";
	}
	if (*before)
		docx_end(docx);
	docx->pending = false;
}

/* The logo at the head of the first page, no larger than a letterhead has room for. */
static void
put_logo(struct docx *docx)
{
	enum { POINTS_MM = 254, WIDEST = 50, HIGHEST = 18 }; /* hundredths of 96 points; mm */
	const struct picture *logo = docx_logo(docx);
	if (!logo)
		return;
	double width = logo->width * POINTS_MM / 960.0, height = logo->height * POINTS_MM / 960.0;
	double across = WIDEST / width, down = HIGHEST / height,
	       scale = across < down ? across : down;
	scale = scale < 1 ? scale : 1;
	docx_begin(docx, (struct docx_paragraph){.style = "Logo"});
	docx_picture(docx, "logo", show_logo(docx->doc->voice), width * scale, height * scale);
	docx_end(docx);
}

/* What stands before the first section. */
static void
put_front(struct docx *docx)
{
	struct doc_block approval = doc_approval(docx->doc);
	docx->separate = approval.lines.count;
	put_logo(docx);
	for (uint32_t i = 0; i < approval.lines.count; i++)
		docx_put(docx, (struct docx_paragraph){.style = "Approval"},
			 &approval.lines.items[i]);
	docx_put_text(docx,
		      (struct docx_paragraph){.style = docx->separate ? "CoverTitle" : "Title"},
		      docx->doc->title);
	put_edition(docx);
	const struct doc_block lead = doc_lead(docx->doc);
	if (lead.lines.count)
		docx_block(docx, &lead);
	if (doc_has_contents(docx->doc))
		put_contents(docx);
}

/* The accent of the process, dark enough for headings on white and on its own tint. */
static void
choose_colors(struct docx *docx)
{
	enum { USUAL = 0x1F4E79, SOFTER = 90 };
	const struct model *model = docx->doc->model;
	uint32_t rgb = accent_is_given(model) ? accent_on(model, SVG_PAPER) : USUAL;
	docx->tint = svg_mixed(rgb, SVG_PAPER, SOFTER);
	docx->accent =
	    arena_printf(&docx->arena, "%06" PRIX32, contrast_kept(rgb, docx->tint, 4.5));
}

static void
write_document(struct emission *emission, struct doc *doc, const char *suffix)
{
	struct docx docx = {.writer = {open_section, put_block, close_section},
			    .emission = emission,
			    .doc = doc,
			    .suffix = suffix,
			    .up = strchr(suffix, '/') ? "../" : ""};
	choose_colors(&docx);
	docx_draw(&docx);
	docx_open(&docx);
	put_front(&docx);
	doc_write(doc, &docx.writer);
	docx_card_end(&docx);
	docx_close(&docx);
	map_free(&docx.bookmarks);
	map_free(&docx.links);
	arena_free(&docx.scratch);
	arena_free(&docx.arena);
}

static void
write_role(struct emission *emission, const struct doc *regulation, const struct role *role)
{
	struct doc *doc = doc_new_instruction(regulation, role);
	write_document(emission, doc,
		       arena_printf(&emission->arena, "-roles/%s.docx", role->base.anchor));
	doc_free(doc);
}

void
emit_docx(struct emission *emission)
{
	const struct model *model = emission->view.voice->model;
	const struct list *roles = &model->document->roles;
	const char *wanted = emission->options->view.role;
	const struct role *only = wanted ? lookup_role(model, wanted) : NULL;
	struct doc *doc = doc_new(emission->view.voice, emission->view.plan);
	emission->partial = wanted && !model->for_clients;
	write_document(emission, doc, ".docx");
	if (model_logo(model) && model_logo(model)->form != PICTURE_PNG)
		emission_notice(emission, NOTICE_LOGO_LEFT, ".docx", 0);
	limits_say_document(emission, ".docx");
	for (uint32_t i = 0; i < roles->count && !model->for_clients; i++)
		if (!wanted || role_at(roles, i) == only)
			write_role(emission, doc, role_at(roles, i));
	doc_free(doc);
}

/* Each is a file to be sent to whom it asks; what is asked of whoever knows stands beside the
 * folder of the others. */
void
emit_interviews_docx(struct emission *emission)
{
	struct questionnaire rest = *emission->view.questions;
	while (rest.count) {
		const struct questionnaire interview = questionnaire_take(&rest);
		const struct role *role = interview.items->role;
		struct doc *doc = doc_new_interview(emission->view.voice, &interview);
		write_document(emission, doc,
			       role ? arena_printf(&emission->arena, "/%s.docx", role->base.anchor)
				    : ".docx");
		doc_free(doc);
	}
}
