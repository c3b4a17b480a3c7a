/* SPDX-License-Identifier: MIT */
/* What pages of a register consist of, the register itself and those of a site. */
#ifndef PRESALE_REGISTER_HTML_H
#define PRESALE_REGISTER_HTML_H

#include "register/sight.h"

/* Where the names of processes lead, and which columns are shown. */
struct register_links {
	/* The address of a process's page; NULL: it has none. */
	const char *(*page)(void *data, const struct register_row *row);
	bool (*shows)(void *data, const char *column);
	void *data;
};

/* What is due first, so many at most, as a list; nothing when nothing is. links may be NULL. */
void
register_html_dues(const struct register_sight *sight, const struct register_links *links,
		   uint32_t most, struct buf *out);

/* The processes as a table. links may be NULL: names lead nowhere, all columns are shown. */
void
register_html_rows(const struct register_sight *sight, const struct register_links *links,
		   struct buf *out);

#endif
