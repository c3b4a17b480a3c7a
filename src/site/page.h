/* SPDX-License-Identifier: MIT */
/* A page of a site being written: what is above and below its text. */
#ifndef PRESALE_SITE_PAGE_H
#define PRESALE_SITE_PAGE_H

#include "register/sight.h"
#include "site/site.h"

/* What the links at the top lead to. */
enum site_area {
	AREA_REGISTER,
	AREA_ROLES,
	AREA_TERMS,
	AREA_MAP,
	AREA_CHANGES,
	AREA_DUE,
	AREA_COUNT
};

struct site_page {
	const struct site *site;
	const struct register_sight *sight; /* of all processes: its voice speaks */
	const char *up;                     /* to the folder of the site: "" or "../" */
	struct buf *out;
};

/* What the site is called. */
const char *
site_name(const struct site *site, const struct voice *voice);

/* What stands above every page, those of processes, too: links to the others, and the search.
 * current: AREA_COUNT where it is none of them. */
void
page_bar(const struct site_page *page, enum site_area current);

/* From the start of the file to the text, which begins with the title. */
void
page_begin(const struct site_page *page, const char *title, enum site_area current);

/* From the end of the text to that of the file. */
void
page_end(const struct site_page *page);

/* The style sheets and scripts of a page, from where it stands. */
void
page_looks(const struct site_page *page);
void
page_scripts(const struct site_page *page);

/* An element with a text; the tag may have attributes. */
void
page_text(const struct site_page *page, const char *tag, const char *text);

/* A program's word; the same with a number. */
void
page_word(const struct site_page *page, const char *tag, enum word word);
void
page_count(const struct site_page *page, const char *tag, enum word word, uint32_t count);

/* A link to a page of the site, or to a place on it; anchor may be NULL. Without a page a text. */
void
page_link(const struct site_page *page, const char *to, const char *anchor, const char *text);

/* A day as people read it. In the arena of the sight. */
const char *
page_day(const struct site_page *page, int32_t day);

#endif
