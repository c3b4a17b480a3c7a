/* SPDX-License-Identifier: MIT */
/* CommonMark prose for every output; the only file that calls cmark. Raw HTML is dropped, links pass an allow-list (http, https,
 * mailto, #anchor, relative). Texts longer or deeper than cmark is safe with are taken literally. */
#ifndef PRESALE_PROSE_H
#define PRESALE_PROSE_H

#include "support/buf.h"

#include <stdbool.h>

/* A piece of text with one look. A run with `block` starts a paragraph, list item or other block. */
struct run {
	const char *text; /* not empty; "\n" is a line break */
	const char *href; /* NULL unless it is a link with an allowed address */
	bool bold, italic, code;
};

struct runs {
	struct run *items;
	size_t count;
};

/* The prose as styled runs in reading order: paragraphs are parted by "\n", list items begin with "• " or "1. " and are indented
 * by two spaces a level. In arena. */
struct runs
prose_runs(struct arena *arena, const char *text);

/* The prose without any markup, laid out as prose_runs does. In arena. */
const char *
prose_plain(struct arena *arena, const char *text);

/* The prose as CommonMark again, well formed: headings pushed down to at least level `heading`, lists, code and links kept,
 * raw HTML shown as text. A single line of text stays a single line. In arena. */
const char *
prose_markdown(struct arena *arena, const char *text, int heading);

/* The same as HTML; a single paragraph comes without <p>. In arena. */
const char *
prose_html(struct arena *arena, const char *text, int heading);

/* True when the address may stand in an output as a link. */
bool
prose_href_allowed(const char *href);

#endif
