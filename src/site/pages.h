/* SPDX-License-Identifier: MIT */
/* The pages that a site has beside those of its processes. */
#ifndef PRESALE_SITE_PAGES_H
#define PRESALE_SITE_PAGES_H

#include "site/page.h"

/* Writes all of them, the index of the search, and what they share. An errno of the sink, or 0. */
int
site_write(struct site *site, const struct register_wish *wish, const struct site_sink *sink);

/* What the page of a process has of the site, in arena: its page is to be written before another
 * process is added. */
struct emit_site;
void
site_frame(const struct site *site, int lang, struct arena *arena, struct emit_site *frame);

/* Each writes one page, from its title on. */
void
page_register(const struct site_page *page);
void
page_due(const struct site_page *page);
void
page_changes(const struct site_page *page);
void
page_map(const struct site_page *page);
void
page_roles(const struct site_page *page);
void
page_role(const struct site_page *page, const struct site_entry *role);
void
page_person(const struct site_page *page, const struct site_entry *person);
void
page_terms(const struct site_page *page);
void
page_term(const struct site_page *page, const struct site_entry *term);

#endif
