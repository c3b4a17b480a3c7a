/* SPDX-License-Identifier: MIT */
/* Where to begin: a regulation is read from the beginning by nobody. */
#include "emit/doc/html.h"
#include "model/fields.h"

static const struct doc_section *
part_of(const struct doc *doc, enum doc_part part)
{
	for (uint32_t i = 0; i < doc->count; i++)
		if (doc->sections[i]->part == part)
			return doc->sections[i];
	return NULL;
}

static void
put_title(struct html *html, enum word title)
{
	buf_puts(html->out, "<p><span class=\"label\">");
	html_escape(html->out, show_word(html->doc->voice, title));
	buf_puts(html->out, ":</span> ");
}

/* The process in brief, its map, its words. */
static void
put_newcomer(struct html *html)
{
	static const enum doc_part parts[] = {PART_BRIEF, PART_MAP, PART_GLOSSARY};
	bool any = false;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const struct doc_section *section = part_of(html->doc, parts[i]);
		if (!section)
			continue;
		if (any)
			buf_puts(html->out, " → ");
		else
			put_title(html, WORD_PAGE_NEWCOMER);
		any = true;
		buf_printf(html->out, "<a href=\"#%s\">", section->anchor);
		html_escape(html->out, section->title);
		buf_puts(html->out, "</a>");
	}
	buf_puts(html->out, any ? "</p>\n" : "");
}

/* A role leads to what it does; the script shows its steps alone. */
static void
put_roles(struct html *html)
{
	const struct list *roles = &html->doc->model->document->roles;
	bool any = false;
	for (uint32_t i = 0; i < roles->count; i++) {
		if (!doc_find(html->doc, roles->items[i]).section)
			continue;
		if (!any)
			put_title(html, WORD_PAGE_YOUR_ROLE);
		buf_printf(html->out, "%s<a href=\"#%s\" data-role=\"%s\">", any ? ", " : "",
			   roles->items[i]->anchor, roles->items[i]->anchor);
		any = true;
		html_escape(html->out, entity_name(roles->items[i]));
		buf_puts(html->out, "</a>");
	}
	buf_puts(html->out, any ? "</p>\n" : "");
}

void
html_start(struct html *html)
{
	buf_puts(html->out, "<nav class=\"start\" aria-labelledby=\"start\">\n<p id=\"start\">");
	html_escape(html->out, show_word(html->doc->voice, WORD_PAGE_START));
	buf_puts(html->out, "</p>\n");
	put_newcomer(html);
	put_roles(html);
	buf_puts(html->out, "</nav>\n");
}
