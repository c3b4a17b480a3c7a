/* SPDX-License-Identifier: MIT */
/* Spans of text as HTML. */
#include "emit/doc/html.h"
#include "model/fields.h"
#include "model/variant.h"
#include "support/xml.h"
#include "text/uri.h"

#include <inttypes.h>
#include <string.h>

void
html_escape(struct buf *out, const char *text)
{
	xml_escape(out, text);
}

static void
put_place(struct html *html, struct doc_place place)
{
	buf_puts(html->out, "<a href=\"#");
	html_escape(html->out, place.anchor);
	buf_puts(html->out, "\">");
}

/* The author's words with links to the terms in them. */
static void
put_words(struct html *html, const char *words)
{
	const struct term *term;
	const char *from, *to;
	while (doc_next_term(html->doc, words, &term, &from, &to)) {
		html_escape(html->out, arena_copy(&html->scratch, words, (size_t)(from - words)));
		put_place(html, doc_find(html->doc, &term->base));
		html_escape(html->out, arena_copy(&html->scratch, from, (size_t)(to - from)));
		buf_puts(html->out, "</a>");
		words = to;
	}
	html_escape(html->out, words);
}

static bool
find_link(void *data, const char *at, struct prose_link *link)
{
	struct html *html = data;
	const struct term *term;
	if (!doc_next_term(html->doc, at, &term, &link->start, &link->end))
		return false;
	link->href = arena_printf(&html->scratch, "#%s", doc_find(html->doc, &term->base).anchor);
	return true;
}

/* An address of the author's from where the page stands. */
static const char *
author_address(void *data, const char *href)
{
	struct html *html = data;
	return uri_of(&html->scratch, uri_from(&html->scratch, html->up, href), URI_ASCII);
}

static const char *
html_of(struct html *html, const char *prose)
{
	int heading = (html->section ? html->section->level : 1) + doc_heading_depth(html->section);
	struct prose_linker linker = {find_link, html, author_address};
	return prose_html(&html->scratch, prose, heading < 6 ? heading : 6, &linker);
}

/* True when what was written holds blocks, which a paragraph may not. Text has no < of its own. */
static bool
holds_blocks(const char *written)
{
	static const char *const tags[] = {"<p>", "<ul>", "<ol", "<pre>", "<blockquote>", "<table>",
					   "<hr", "<h3",  "<h4", "<h5",   "<h6"};
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (strstr(written, tags[i]))
			return true;
	return false;
}

static void
put_link(struct html *html, const struct doc_span *span)
{
	if (span->to.section) {
		put_place(html, span->to);
	} else if (span->href) {
		buf_puts(html->out, "<a href=\"");
		html_escape(html->out, author_address(html, span->href));
		buf_puts(html->out, "\">");
	} else {
		html_escape(html->out, span->text);
		return;
	}
	html_escape(html->out, span->text);
	buf_puts(html->out, "</a>");
}

/* A role with a dot in its colour; the name itself keeps the colour of text, which is legible in
 * any theme. */
static void
put_role(struct html *html, const struct doc_span *span)
{
	buf_printf(html->out, "<span class=\"role c%06" PRIx32 "\">", span->color);
	if (span->to.section)
		put_link(html, span);
	else
		html_escape(html->out, span->text);
	buf_puts(html->out, "</span>");
}

static void
put_tagged(struct html *html, const char *open, const char *text, const char *close)
{
	buf_puts(html->out, open);
	html_escape(html->out, text);
	buf_puts(html->out, close);
}

static void
put_span(struct html *html, const struct doc_span *span)
{
	switch (span->kind) {
	case SPAN_TEXT:
	case SPAN_NAME:
		html_escape(html->out, span->text);
		break;
	case SPAN_AUTHOR:
		put_words(html, span->text);
		break;
	case SPAN_STRONG:
		put_tagged(html, "<strong>", span->text, "</strong>");
		break;
	case SPAN_LINK:
		put_link(html, span);
		break;
	case SPAN_ROLE:
		put_role(html, span);
		break;
	case SPAN_MARK:
		put_tagged(html, "<span class=\"mark\">", span->text, "</span>");
		break;
	case SPAN_CURVE:
		html_curve(html, metric_of(span->about));
		break;
	case SPAN_PROSE:
		buf_puts(html->out, html_of(html, span->text));
		break;
	}
}

/* What is no more than a link is large enough for a finger (page.css): other than one among words,
 * it has room to be. */
void
html_line(struct html *html, const struct doc_line *line)
{
	bool alone = line->count == 1 && line->items[0].kind == SPAN_LINK;
	buf_puts(html->out, alone ? "<span class=\"alone\">" : "");
	for (uint32_t i = 0; i < line->count; i++)
		put_span(html, &line->items[i]);
	buf_puts(html->out, alone ? "</span>" : "");
}

void
html_paragraph(struct html *html, const struct doc_line *line)
{
	struct buf *out = html->out, inner = {0};
	html->out = &inner;
	html_line(html, line);
	html->out = out;
	const char *tag = holds_blocks(buf_text(&inner)) ? "div" : "p";
	buf_printf(out, "<%s", tag);
	html_about(html, line->about, NULL);
	buf_printf(out, ">%s</%s>\n", buf_text(&inner), tag);
	buf_free(&inner);
}

static const struct entity *
stage_above(const struct entity *entity)
{
	while (entity->kind == KIND_STEP)
		entity = entity->parent;
	return entity;
}

/* True when a variant has a stage or step and all that it is part of. */
static bool
has_work(const struct entity *variant, const struct entity *work)
{
	for (; work; work = work->parent)
		if (!variant_has(variant, work))
			return false;
	return true;
}

static void
put_variants(struct html *html, const struct entity **variants)
{
	buf_puts(html->out, " data-only=\"");
	for (size_t i = 0; variants[i]; i++)
		buf_printf(html->out, i ? " %s" : "%s", variants[i]->anchor);
	buf_putc(html->out, '"');
}

static void
put_work(struct html *html, const struct entity *work, const struct entity **variants)
{
	const struct role **roles = doc_roles_of(work, &html->scratch);
	const struct refs *only = doc_only(work);
	buf_printf(html->out, " data-stage=\"%s\" data-roles=\"", stage_above(work)->anchor);
	for (uint32_t i = 0; roles[i]; i++)
		buf_printf(html->out, i ? " %s" : "%s", roles[i]->base.anchor);
	buf_putc(html->out, '"');
	if (variants)
		put_variants(html, variants);
	if (variants || !only)
		return;
	buf_puts(html->out, " data-only=\"");
	const char *before = "";
	for (uint32_t i = 0; i < only->count; i++) {
		const struct entity *variant = only->items[i].to;
		if (!variant || !has_work(variant, work))
			continue;
		buf_printf(html->out, "%s%s", before, variant->anchor);
		before = " ";
	}
	buf_putc(html->out, '"');
}

void
html_about(struct html *html, const struct entity *about, const struct entity **variants)
{
	if (!about)
		return;
	if (about->kind == KIND_STAGE || about->kind == KIND_STEP)
		put_work(html, about, variants);
	else if (about->kind == KIND_ROLE)
		buf_printf(html->out, " data-roles=\"%s\"", about->anchor);
	else if (about->kind == KIND_VARIANT)
		buf_printf(html->out, " data-only=\"%s\"", about->anchor);
	else if (about->kind == KIND_PILOT && pilot_of(about)->variant.to)
		buf_printf(html->out, " data-only=\"%s\"", pilot_of(about)->variant.to->anchor);
}
