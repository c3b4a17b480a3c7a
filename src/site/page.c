/* SPDX-License-Identifier: MIT */
#include "site/page.h"

#include "emit/doc/html.h"

#include <inttypes.h>
#include <string.h>

static const struct {
	const char *page;
	enum word word;
} areas[AREA_COUNT] = {
    [AREA_REGISTER] = {"index.html", WORD_REGISTER_PROCESSES},
    [AREA_ROLES] = {"roles/index.html", WORD_SITE_ROLES},
    [AREA_TERMS] = {"terms/index.html", WORD_SITE_TERMS},
    [AREA_MAP] = {"map.html", WORD_SITE_MAP},
    [AREA_CHANGES] = {"changes.html", WORD_SITE_CHANGES},
    [AREA_DUE] = {"due.html", WORD_SITE_DUE},
};

const char *
site_name(const struct site *site, const struct voice *voice)
{
	const char *name = site->count ? site->items[0]->organization : NULL;
	return name ? name : show_word(voice, WORD_REGISTER_PROCESSES);
}

void
page_text(const struct site_page *page, const char *tag, const char *text)
{
	buf_printf(page->out, "<%s>", tag);
	html_escape(page->out, text);
	buf_printf(page->out, "</%.*s>\n", (int)strcspn(tag, " "), tag);
}

void
page_word(const struct site_page *page, const char *tag, enum word word)
{
	page_text(page, tag, show_word(&page->sight->voice, word));
}

void
page_count(const struct site_page *page, const char *tag, enum word word, uint32_t count)
{
	struct arena *arena = page->sight->arena;
	page_text(page, tag,
		  show_word_with(&page->sight->voice, word, arena_printf(arena, "%" PRIu32, count),
				 arena));
}

void
page_link(const struct site_page *page, const char *to, const char *anchor, const char *text)
{
	if (to) {
		buf_printf(page->out, "<a href=\"%s", page->up);
		html_escape(page->out, to);
		buf_puts(page->out, anchor ? "#" : "");
		html_escape(page->out, anchor ? anchor : "");
		buf_puts(page->out, "\">");
	}
	html_escape(page->out, text);
	buf_puts(page->out, to ? "</a>" : "");
}

const char *
page_day(const struct site_page *page, int32_t day)
{
	const struct date date = {day, {.line = 1}, 0};
	return show_date(&page->sight->voice, &date, page->sight->arena);
}

/* Clients are shown what concerns them; when the keeper has to do what, is told in no edition. */
static bool
has_area(const struct site *site, enum site_area area)
{
	switch (area) {
	case AREA_REGISTER:
	case AREA_TERMS:
		return true;
	case AREA_DUE:
		return !site->part;
	default:
		return !site->clients;
	}
}

static void
put_data(const struct site_page *page, const char *name, enum word word)
{
	buf_printf(page->out, " data-%s=\"", name);
	html_escape(page->out, show_word(&page->sight->voice, word));
	buf_puts(page->out, "\"");
}

/* The script shows it, since nothing is found without. */
static void
put_search(const struct site_page *page)
{
	buf_printf(page->out, "<form class=\"find\" role=\"search\" hidden data-up=\"%s\"",
		   page->up);
	put_data(page, "found", WORD_PAGE_FOUND);
	put_data(page, "nothing", WORD_PAGE_NOTHING);
	put_data(page, "label", WORD_SITE_SEARCH);
	buf_puts(page->out, " aria-label=\"");
	html_escape(page->out, show_word(&page->sight->voice, WORD_SITE_SEARCH));
	buf_puts(page->out, "\">\n<label><span class=\"unseen\">");
	html_escape(page->out, show_word(&page->sight->voice, WORD_SITE_SEARCH));
	buf_puts(page->out, "</span> <input type=\"search\" name=\"words\" autocomplete=\"off\"");
	buf_puts(page->out, " placeholder=\"");
	html_escape(page->out, show_word(&page->sight->voice, WORD_SITE_SEARCH));
	buf_puts(page->out, "\"></label>\n<p class=\"told\" role=\"status\"></p>\n<ol "
			    "class=\"answers\"></ol>\n</form>\n");
}

void
page_bar(const struct site_page *page, enum site_area current)
{
	const struct voice *voice = &page->sight->voice;
	buf_puts(page->out, "<div class=\"bar\">\n<nav aria-label=\"");
	html_escape(page->out, show_word(voice, WORD_SITE_PAGES));
	buf_printf(page->out, "\">\n<a class=\"home\" href=\"%sindex.html\">", page->up);
	html_escape(page->out, site_name(page->site, voice));
	buf_puts(page->out, "</a>\n<ul>\n");
	for (enum site_area area = 0; area < AREA_COUNT; area++) {
		if (!has_area(page->site, area))
			continue;
		buf_printf(page->out, "<li><a href=\"%s%s\"%s>", page->up, areas[area].page,
			   area == current ? " aria-current=\"page\"" : "");
		html_escape(page->out, show_word(voice, areas[area].word));
		buf_puts(page->out, "</a></li>\n");
	}
	buf_puts(page->out, "</ul>\n</nav>\n");
	put_search(page);
	buf_puts(page->out, "</div>\n");
}

void
page_looks(const struct site_page *page)
{
	buf_printf(page->out,
		   "<link rel=\"stylesheet\" href=\"%slook/page.css\">\n"
		   "<link rel=\"stylesheet\" href=\"%slook/site.css\">\n",
		   page->up, page->up);
}

void
page_scripts(const struct site_page *page)
{
	buf_printf(page->out, "<script src=\"%slook/site.js\"></script>\n", page->up);
}

void
page_begin(const struct site_page *page, const char *title, enum site_area current)
{
	const struct voice *voice = &page->sight->voice;
	const char *name = site_name(page->site, voice);
	buf_printf(page->out,
		   "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"UTF-8\">\n"
		   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		   "style-src 'self' file:; img-src data:; script-src 'self' file:; "
		   "base-uri 'none'; form-action 'none'\">\n"
		   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		   "<meta name=\"color-scheme\" content=\"light dark\">\n"
		   "<meta name=\"generator\" content=\"presale\">\n<title>",
		   voice->lang ? "ru" : "en");
	html_escape(page->out, title);
	if (strcmp(title, name) != 0) {
		buf_puts(page->out, " · ");
		html_escape(page->out, name);
	}
	buf_puts(page->out, "</title>\n");
	page_looks(page);
	buf_puts(page->out, "</head>\n<body class=\"site\">\n<a class=\"skip\" href=\"#main\">");
	html_escape(page->out, show_word(voice, WORD_PAGE_SKIP));
	buf_puts(page->out, "</a>\n");
	page_bar(page, current);
	buf_puts(page->out, "<main id=\"main\">\n");
	page_text(page, "h1", title);
}

void
page_end(const struct site_page *page)
{
	buf_puts(page->out, "</main>\n");
	page_scripts(page);
	buf_puts(page->out, "</body>\n</html>\n");
}
