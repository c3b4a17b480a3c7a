/* SPDX-License-Identifier: MIT */
/* One glossary of all processes. A term may mean several things: then each says where. */
#include "emit/doc/html.h"
#include "site/pages.h"

static void
put_meaning(const struct site_page *page, const struct site_text *meaning)
{
	enum { MANY = 20 }; /* stand folded */
	bool many = meaning->count > MANY;
	page_text(page, "p", meaning->text);
	if (many) {
		buf_puts(page->out, "<details>\n");
		page_count(page, "summary", WORD_SITE_IN_PROCESSES, meaning->count);
	}
	buf_puts(page->out, "<ul class=\"where\">\n");
	for (uint32_t i = 0; i < meaning->count; i++) {
		buf_puts(page->out, "<li>");
		page_link(page, meaning->processes[i]->page, meaning->anchors[i],
			  meaning->processes[i]->row->name);
		buf_puts(page->out, "</li>\n");
	}
	buf_puts(page->out, many ? "</ul>\n</details>\n" : "</ul>\n");
}

void
page_term(const struct site_page *page, const struct site_entry *term)
{
	bool several = term->texts->next;
	page_begin(page, term->name, AREA_TERMS);
	if (several)
		page_word(page, "p class=\"several\"", WORD_SITE_SEVERAL);
	uint32_t number = 1;
	for (const struct site_text *meaning = term->texts; meaning; meaning = meaning->next) {
		if (several)
			page_count(page, "h2", WORD_SITE_MEANING, number++);
		put_meaning(page, meaning);
	}
	page_end(page);
}

static void
put_term(const struct site_page *page, const struct site_entry *term)
{
	buf_puts(page->out, "<div class=\"term\">\n<dt>");
	page_link(page, term->page, NULL, term->name);
	buf_puts(page->out, "</dt>\n");
	page_text(page, "dd", term->texts->text);
	uint32_t others = 0;
	for (const struct site_text *other = term->texts->next; other; other = other->next)
		others++;
	if (others)
		page_count(page, "dd class=\"several\"", WORD_SITE_MORE_MEANINGS, others);
	buf_puts(page->out, "</div>\n");
}

void
page_terms(const struct site_page *page)
{
	const struct site_entries *terms = &page->site->terms;
	struct site_entry **sorted = site_entries_sorted(terms, page->sight->arena);
	page_begin(page, show_word(&page->sight->voice, WORD_SITE_TERMS), AREA_TERMS);
	if (!terms->count)
		page_word(page, "p", WORD_SITE_NO_TERMS);
	buf_puts(page->out, terms->count ? "<dl class=\"terms\">\n" : "");
	for (uint32_t i = 0; i < terms->count; i++)
		put_term(page, sorted[i]);
	buf_puts(page->out, terms->count ? "</dl>\n" : "");
	page_end(page);
}
