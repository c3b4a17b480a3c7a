/* SPDX-License-Identifier: MIT */
/* Paragraphs, and the spans in them as runs. */
#include "emit/docx/docx.h"

#include "draw/pen/svg_text.h"
#include "model/fields.h"
#include "support/xml.h"
#include "text/uri.h"

#include <inttypes.h>
#include <string.h>

const char *
docx_bookmark(struct docx *docx, const char *anchor)
{
	uintptr_t number = (uintptr_t)map_get(&docx->bookmarks, anchor);
	if (!number) {
		number = ++docx->bookmark_count;
		*map_at(&docx->bookmarks, arena_string(&docx->arena, anchor)) = (void *)number;
	}
	return arena_printf(&docx->scratch, "b%u", (unsigned)number);
}

static void
put_bookmark(struct docx *docx, const char *anchor)
{
	const char *name = docx_bookmark(docx, anchor);
	buf_printf(&docx->out,
		   "<w:bookmarkStart w:id=\"%s\" w:name=\"%s\"/><w:bookmarkEnd w:id=\"%s\"/>",
		   name + 1, name, name + 1);
}

static void
put_place(struct docx *docx, const struct docx_paragraph *p)
{
	if (p->list)
		buf_printf(&docx->out,
			   "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%u\"/></w:numPr>",
			   p->level, (unsigned)p->list);
	if (p->left || p->hanging)
		buf_printf(&docx->out, "<w:ind w:left=\"%d\" w:hanging=\"%d\"/>", p->left,
			   p->hanging);
	if (p->align != ALIGN_START)
		buf_printf(&docx->out, "<w:jc w:val=\"%s\"/>",
			   p->align == ALIGN_MIDDLE ? "center" : "right");
}

/* All stands on A4. Where the title has a page of its own, that has neither head nor foot; pages
 * that follow are all alike. */
void
docx_pages(struct docx *docx, enum docx_paper paper)
{
	struct buf *out = &docx->out;
	bool across = paper == DOCX_ACROSS, first = !docx->paged;
	const int end = 850, head = end / 2; /* twips */
	buf_printf(out,
		   "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header%d\"/>"
		   "<w:footerReference w:type=\"default\" r:id=\"footer%d\"/>",
		   1 + across, 1 + across);
	buf_puts(out, first && !docx->separate
			  ? "<w:footerReference w:type=\"first\" r:id=\"footer1\"/>"
			  : "");
	buf_puts(out, docx->columns ? "<w:type w:val=\"continuous\"/>" : "");
	buf_printf(out,
		   "<w:pgSz w:w=\"%d\" w:h=\"%d\"%s/><w:pgMar w:top=\"%d\" w:right=\"850\" "
		   "w:bottom=\"%d\" w:left=\"%d\" w:header=\"%d\" w:footer=\"%d\" "
		   "w:gutter=\"0\"/>%s%s</w:sectPr>",
		   across ? 16838 : 11906, across ? 11906 : 16838,
		   across ? " w:orient=\"landscape\"" : "", end, end, across ? 850 : 1417, head,
		   head, docx->columns ? "<w:cols w:num=\"2\" w:space=\"340\"/>" : "",
		   first ? "<w:titlePg/>" : "");
	docx->paged = true;
}

/* Writes what was begun. */
static void
start(struct docx *docx)
{
	const struct docx_paragraph *p = &docx->paragraph;
	if (!docx->pending)
		return;
	buf_puts(&docx->out, "<w:p><w:pPr>");
	if (p->style)
		buf_printf(&docx->out, "<w:pStyle w:val=\"%s\"/>", p->style);
	buf_puts(&docx->out, p->keep ? "<w:keepNext/>" : "");
	buf_puts(&docx->out, p->new_page ? "<w:pageBreakBefore/>" : "");
	put_place(docx, p);
	if (p->ends)
		docx_pages(docx, p->ends);
	buf_puts(&docx->out, "</w:pPr>");
	if (p->anchor)
		put_bookmark(docx, p->anchor);
	docx->pending = false;
	docx->open = true;
}

void
docx_begin(struct docx *docx, struct docx_paragraph paragraph)
{
	docx->paragraph = paragraph;
	docx->pending = true;
	docx->measure.line = paragraph.left;
}

const struct picture *
docx_logo(const struct docx *docx)
{
	const struct picture *logo = model_logo(docx->doc->model);
	return logo && logo->form == PICTURE_PNG ? logo : NULL;
}

void
docx_picture(struct docx *docx, const char *relation, const char *shows, double width,
	     double height)
{
	enum { MILLIMETRE = 36000 }; /* of DrawingML's unit, 914,400 to an inch (ECMA-376, 20.1) */
	static const char drawing[] = "http://schemas.openxmlformats.org/drawingml/2006";
	struct buf *out = &docx->out;
	int across = (int)(width * MILLIMETRE), down = (int)(height * MILLIMETRE);
	start(docx);
	buf_printf(out,
		   "<w:r><w:drawing><wp:inline xmlns:wp=\"%s/wordprocessingDrawing\" distT=\"0\" "
		   "distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"%d\" cy=\"%d\"/><wp:docPr "
		   "id=\"%u\" name=\"%s\" descr=\"",
		   drawing, across, down, (unsigned)++docx->picture_count, relation);
	xml_escape(out, shows);
	buf_printf(out,
		   "\"/><a:graphic xmlns:a=\"%s/main\"><a:graphicData uri=\"%s/picture\">"
		   "<pic:pic xmlns:pic=\"%s/picture\"><pic:nvPicPr><pic:cNvPr id=\"0\" "
		   "name=\"%s\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip "
		   "r:embed=\"%s\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>",
		   drawing, drawing, drawing, relation, relation);
	buf_printf(out,
		   "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%d\" cy=\"%d\"/>"
		   "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
		   "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
		   across, down);
}

void
docx_end(struct docx *docx)
{
	start(docx);
	buf_puts(&docx->out, "</w:p>\n");
	docx->open = false;
}

static void
measure(struct docx *docx, const char *text, size_t length, bool bold)
{
	struct docx_measure *m = &docx->measure;
	const struct svg_font font = {DOCX_CELL_FONT, bold};
	double whole = svg_text_width(text, length, font);
	m->line += whole;
	m->all += whole;
	m->widest = m->line > m->widest ? m->line : m->widest;
	for (const char *end = text + length; text < end;) {
		const char *blank = memchr(text, ' ', (size_t)(end - text));
		size_t word = (size_t)((blank ? blank : end) - text);
		double width = svg_text_width(text, word, font);
		m->word = width > m->word ? width : m->word;
		text += word + (blank != NULL);
	}
}

static void
put_look(struct buf *out, struct docx_look look)
{
	if (!look.style && !look.bold && !look.italic && !look.struck && !look.color)
		return;
	buf_puts(out, "<w:rPr>");
	if (look.style)
		buf_printf(out, "<w:rStyle w:val=\"%s\"/>", look.style);
	buf_puts(out, look.bold ? "<w:b/><w:bCs/>" : "");
	buf_puts(out, look.italic ? "<w:i/><w:iCs/>" : "");
	buf_puts(out, look.struck ? "<w:strike/>" : "");
	if (look.color)
		buf_printf(out, "<w:color w:val=\"%06" PRIX32 "\"/>", *look.color);
	buf_puts(out, "</w:rPr>");
}

/* Words keep no line breaks of their own in XML. */
void
docx_run(struct docx *docx, struct docx_look look, const char *text)
{
	if (!*text)
		return;
	start(docx);
	buf_puts(&docx->out, "<w:r>");
	put_look(&docx->out, look);
	for (;;) {
		size_t length = strcspn(text, "\r\n\t");
		buf_puts(&docx->out, "<w:t xml:space=\"preserve\">");
		xml_escape(&docx->out, arena_copy(&docx->scratch, text, length));
		buf_puts(&docx->out, "</w:t>");
		if (docx->table.count)
			measure(docx, text, length, look.bold);
		if (!text[length])
			break;
		buf_puts(&docx->out, text[length] == '\n' ? "<w:br/>" : "<w:tab/>");
		text += length + 1;
	}
	buf_puts(&docx->out, "</w:r>");
}

void
docx_tab(struct docx *docx)
{
	start(docx);
	buf_puts(&docx->out, "<w:r><w:tab/></w:r>");
}

static void
open_place(struct docx *docx, struct doc_place place)
{
	start(docx);
	buf_printf(&docx->out, "<w:hyperlink w:anchor=\"%s\" w:history=\"1\">",
		   docx_bookmark(docx, place.anchor));
}

/* An address of the author's from where the file stands, with a relation of its own, once. */
static void
open_address(struct docx *docx, const char *href)
{
	start(docx);
	href = uri_of(&docx->scratch, uri_from(&docx->scratch, docx->up, href), URI_ASCII);
	uintptr_t number = (uintptr_t)map_get(&docx->links, href);
	if (!number) {
		docx->addresses = arena_grow(&docx->arena, docx->addresses, docx->address_count, 1,
					     sizeof *docx->addresses);
		href = docx->addresses[docx->address_count] = arena_string(&docx->arena, href);
		number = ++docx->address_count;
		*map_at(&docx->links, href) = (void *)number;
	}
	buf_printf(&docx->out, "<w:hyperlink r:id=\"link%u\" w:history=\"1\">", (unsigned)number);
}

static void
close_link(struct docx *docx)
{
	buf_puts(&docx->out, "</w:hyperlink>");
}

/* The author's words with links to the terms in them. */
static void
put_words(struct docx *docx, struct docx_look look, const char *words)
{
	const struct term *term;
	const char *from, *to;
	while (doc_next_term(docx->doc, words, &term, &from, &to)) {
		struct docx_look linked = look;
		linked.style = "Reference";
		docx_run(docx, look, arena_copy(&docx->scratch, words, (size_t)(from - words)));
		open_place(docx, doc_find(docx->doc, &term->base));
		docx_run(docx, linked, arena_copy(&docx->scratch, from, (size_t)(to - from)));
		close_link(docx);
		words = to;
	}
	docx_run(docx, look, words);
}

/* Anchors of a page are none of the document's. */
static void
put_link(struct docx *docx, struct docx_look look, const char *href, const char *text)
{
	if (*href == '#') {
		docx_run(docx, look, text);
		return;
	}
	look.style = "Hyperlink";
	open_address(docx, href);
	docx_run(docx, look, text);
	close_link(docx);
}

/* What a line of a run says. */
static void
put_piece(struct docx *docx, const struct run *run, const char *text)
{
	struct docx_look look = {.style = run->code ? "Code" : NULL,
				 .bold = run->bold,
				 .italic = run->italic,
				 .struck = run->struck};
	if (!*text)
		return;
	if (run->href)
		put_link(docx, look, run->href, text);
	else if (run->code)
		docx_run(docx, look, text);
	else
		put_words(docx, look, text);
}

/* Reads how prose that is laid out (prose_runs) begins a line, has the paragraph that is about to
 * begin stand so, and gives what follows. */
static const char *
read_mark(struct docx *docx, const struct docx_paragraph *first, const char *line)
{
	static const char bullet[] = "\xE2\x80\xA2 ";
	struct docx_paragraph *p = &docx->paragraph;
	size_t blanks = strspn(line, " "), digits = strspn(line + blanks, "0123456789");
	const char *rest = line + blanks;
	int level = (int)(blanks / 2 < 8 ? blanks / 2 : 8),
	    left = first->left + (level + 1) * DOCX_INDENT;
	if (strncmp(rest, bullet, sizeof bullet - 1) == 0) {
		p->style = p->style ? p->style : "ListItem";
		p->level = level;
		p->list = DOCX_BULLETS;
		p->left = left;
		p->hanging = DOCX_INDENT;
		return rest + sizeof bullet - 1;
	}
	if (digits && strncmp(rest + digits, ". ", 2) == 0) {
		p->list = DOCX_NO_LIST;
		p->left = left + DOCX_INDENT / 3;
		p->hanging = DOCX_INDENT + DOCX_INDENT / 3;
		docx_run(docx, (struct docx_look){0},
			 arena_printf(&docx->scratch, "%.*s.", (int)digits, rest));
		docx_tab(docx);
		return rest + digits + 2;
	}
	if (blanks)
		p->left = left - DOCX_INDENT;
	return rest;
}

/* A paragraph that goes on with one that was so. */
static void
begin_next(struct docx *docx, const struct docx_paragraph *first)
{
	struct docx_paragraph next = *first;
	next.anchor = NULL;
	next.list = DOCX_NO_LIST;
	next.hanging = 0;
	docx_end(docx);
	docx_begin(docx, next);
}

static void
put_prose(struct docx *docx, const char *prose)
{
	const struct runs runs = prose_runs(&docx->scratch, prose);
	const struct docx_paragraph first = docx->paragraph;
	if (!docx->pending && runs.count && prose_is_marked(runs.items[0].text))
		begin_next(docx, &first);
	bool fresh = docx->pending;
	for (size_t i = 0; i < runs.count; i++) {
		const char *at = runs.items[i].text;
		for (;;) {
			if (fresh && !runs.items[i].code)
				at = read_mark(docx, &first, at);
			size_t length = strcspn(at, "\n");
			put_piece(docx, &runs.items[i], arena_copy(&docx->scratch, at, length));
			fresh = at[length];
			if (!fresh)
				break;
			begin_next(docx, &first);
			at += length + 1;
		}
	}
}

static void
put_named(struct docx *docx, const struct doc_span *span, const char *style)
{
	if (span->to.section)
		open_place(docx, span->to);
	docx_run(docx, (struct docx_look){.style = span->to.section ? style : NULL}, span->text);
	if (span->to.section)
		close_link(docx);
}

/* A role with a dot in its colour. */
static void
put_role(struct docx *docx, const struct doc_span *span)
{
	docx_run(docx, (struct docx_look){.color = &span->color}, "\xE2\x97\x8F\xC2\xA0");
	put_named(docx, span, NULL);
}

/* A badge: its ground is a little wider than its words. */
static void
put_mark(struct docx *docx, const char *text)
{
	docx_run(docx, (struct docx_look){.style = "Mark"},
		 arena_printf(&docx->scratch, "\xC2\xA0%s\xC2\xA0", text));
}

static void
put_span(struct docx *docx, const struct doc_span *span)
{
	switch (span->kind) {
	case SPAN_TEXT:
	case SPAN_NAME:
		docx_run(docx, (struct docx_look){0}, span->text);
		break;
	case SPAN_AUTHOR:
		put_words(docx, (struct docx_look){0}, span->text);
		break;
	case SPAN_STRONG:
		docx_run(docx, (struct docx_look){.style = "Strong"}, span->text);
		break;
	case SPAN_LINK:
		if (span->href && !span->to.section)
			put_link(docx, (struct docx_look){0}, span->href, span->text);
		else
			put_named(docx, span, "Reference");
		break;
	case SPAN_ROLE:
		put_role(docx, span);
		break;
	case SPAN_MARK:
		put_mark(docx, span->text);
		break;
	case SPAN_CURVE:
		break;
	case SPAN_PROSE:
		put_prose(docx, span->text);
		break;
	}
}

void
docx_line(struct docx *docx, const struct doc_line *line)
{
	for (uint32_t i = 0; i < line->count; i++)
		put_span(docx, &line->items[i]);
}

void
docx_put(struct docx *docx, struct docx_paragraph paragraph, const struct doc_line *line)
{
	docx_begin(docx, paragraph);
	docx_line(docx, line);
	docx_end(docx);
}

/* A role has a mark of its own, its dot. */
static bool
are_marked(const struct doc_lines *lines)
{
	for (uint32_t i = 0; i < lines->count; i++)
		if (lines->items[i].count && lines->items[i].items[0].kind == SPAN_ROLE)
			return true;
	return false;
}

void
docx_items(struct docx *docx, const struct doc_lines *lines, const char *style, int left)
{
	int indent = docx->table.count ? DOCX_IN_CELL : DOCX_INDENT;
	struct docx_paragraph item = {
	    .style = style, .left = left + indent, .hanging = indent, .list = DOCX_BULLETS};
	if (are_marked(lines))
		item = (struct docx_paragraph){.style = style, .left = left};
	for (uint32_t i = 0; i < lines->count; i++)
		docx_put(docx, item, &lines->items[i]);
}

void
docx_put_text(struct docx *docx, struct docx_paragraph paragraph, const char *text)
{
	docx_begin(docx, paragraph);
	docx_run(docx, (struct docx_look){0}, text);
	docx_end(docx);
}

void
docx_field(struct buf *out, const char *instruction, const char *shown)
{
	buf_printf(out,
		   "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
		   "xml:space=\"preserve\"> %s </w:instrText></w:r><w:r><w:fldChar "
		   "w:fldCharType=\"separate\"/></w:r><w:r><w:t>%s</w:t></w:r><w:r><w:fldChar "
		   "w:fldCharType=\"end\"/></w:r>",
		   instruction, shown);
}
