/* SPDX-License-Identifier: MIT */
/* Text as Markdown that GitHub and GitLab show as it was meant: names letter by letter, prose with
 * its markup. */
#ifndef PRESALE_EMIT_DOC_MD_TEXT_H
#define PRESALE_EMIT_DOC_MD_TEXT_H

#include "view/doc/doc.h"

/* What a line is written with. */
struct md_text {
	struct doc *doc;
	struct arena *scratch;
	/* The address of a place from the page being written; in scratch. */
	const char *(*address)(void *data, struct doc_place place);
	void *data;
	const char *up; /* from the file's folder to where the author's relative addresses begin: ""
			   or "../" */
	bool in_cell;   /* of a table: there | must not stand in code either */
};

/* Adds a name or other text on one line so that no character of it is markup, in a table or out of
 * it; start: it begins a line, a heading, an item or a cell. */
void
md_escape(struct buf *out, const char *text, bool start);

/* Adds a picture at an address of the author's, and what stands for it. */
void
md_picture(const struct md_text *text, struct buf *out, const char *href, const char *instead);

/* A line of spans on one line, its blocks parted by <br>; start: it begins a line, an item or a
 * cell. */
void
md_line(const struct md_text *text, struct buf *out, const struct doc_line *line, bool start);

/* The prose of a line that is nothing else, as blocks, with its headings from level `heading` on;
 * NULL for other lines. In scratch. */
const char *
md_blocks(const struct md_text *text, const struct doc_line *line, int heading);

/* True when CommonMark as cmark writes it begins with words, which may stand behind others on their
 * line; false where it begins with a list, a heading, a quote, a table, code or a rule. */
bool
md_begins_words(const char *markdown);

/* True when CommonMark as cmark writes it is one paragraph on one line. */
bool
md_is_line(const char *markdown);

/* The content of a cell: several lines are a list. */
void
md_cell(const struct md_text *text, struct buf *out, const struct doc_lines *lines);

#endif
