/* SPDX-License-Identifier: MIT */
/* What has changed lately: the change lists of all processes as one. */
#include "emit/doc/html.h"
#include "site/pages.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_CHANGES = 200 }; /* older ones stand on the pages of the processes */

static int
latest_first(const void *one, const void *other)
{
	const struct site_change *a = *(const struct site_change *const *)one,
				 *b = *(const struct site_change *const *)other;
	if (a->day != b->day)
		return a->day > b->day ? -1 : 1;
	int order = strcmp(a->process->row->name, b->process->row->name);
	return order ? order : a < b ? -1 : a > b;
}

static void
put_change(const struct site_page *page, const struct site_change *change)
{
	buf_puts(page->out, "<li>\n");
	page_text(page, "span class=\"when\"", page_day(page, change->day));
	buf_puts(page->out, "<span class=\"what\"><b>");
	page_link(page, change->process->page, NULL, change->process->row->name);
	buf_puts(page->out, "</b>");
	if (change->version) {
		buf_puts(page->out, " <span class=\"mark\">");
		html_escape(page->out, change->version);
		buf_puts(page->out, "</span>");
	}
	for (uint32_t i = 0; i < change->text_count; i++) {
		buf_puts(page->out, "<br>");
		html_escape(page->out, change->texts[i]);
	}
	buf_puts(page->out, "</span>\n</li>\n");
}

void
page_changes(const struct site_page *page)
{
	const struct site *site = page->site;
	uint32_t count = site->change_count < MOST_CHANGES ? site->change_count : MOST_CHANGES;
	const struct site_change **sorted =
	    arena_array(page->sight->arena, site->change_count + 1, sizeof *sorted);
	for (uint32_t i = 0; i < site->change_count; i++)
		sorted[i] = &site->changes[i];
	if (site->change_count)
		qsort(sorted, site->change_count, sizeof *sorted, latest_first);
	page_begin(page, show_word(&page->sight->voice, WORD_SITE_CHANGED), AREA_CHANGES);
	if (!count)
		page_word(page, "p", WORD_SITE_NO_CHANGES);
	buf_puts(page->out, count ? "<ul class=\"due changed\">\n" : "");
	for (uint32_t i = 0; i < count; i++)
		put_change(page, sorted[i]);
	buf_puts(page->out, count ? "</ul>\n" : "");
	page_end(page);
}
