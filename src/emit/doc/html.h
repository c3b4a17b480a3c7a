/* SPDX-License-Identifier: MIT */
/* Documents as HTML: the state of a page being written, its text and its blocks. */
#ifndef PRESALE_EMIT_DOC_HTML_H
#define PRESALE_EMIT_DOC_HTML_H

#include "emit/emit.h"
#include "plan/graph/flow.h"
#include "view/doc/doc.h"

struct html {
	struct doc_writer writer; /* first: the document knows no more */
	struct emission *emission;
	struct doc *doc;
	const char *up; /* from the page to the folder of the outputs: "" or "../" */
	struct buf *out;
	struct emission_drain drain;       /* of out */
	struct buf sheets;                 /* the map for paper, until its place comes */
	struct arena scratch;              /* of the block under way */
	const struct doc_section *section; /* being written */
	int step_level;         /* 0 outside of steps; 1 or 2: an item of that level is open */
	enum doc_align *aligns; /* of the columns of the table under way, in the emission's arena */
	uint32_t align_room;
};

/* Adds text with what HTML might read made harmless, for content and for attributes in double
 * quotes. */
void
html_escape(struct buf *out, const char *text);

/* A line of spans within a paragraph, item or cell. */
void
html_line(struct html *html, const struct doc_line *line);

/* A line as a block of its own: a paragraph, or whatever its prose holds. */
void
html_paragraph(struct html *html, const struct doc_line *line);

/* What filters need to know of a thing: attributes with a blank before each, or nothing. variants:
 * those, NULL-ended, that it is for, of a stage or step where they are fewer than it has; or NULL.
 */
void
html_about(struct html *html, const struct entity *about, const struct entity **variants);

/* Writes the values of a metric, two at least, as a picture in the line. */
void
html_curve(struct html *html, const struct metric *metric);

/* A block of the section under way; forgets the scratch. */
void
html_block(struct html *html, const struct doc_block *block);

/* Where to begin: what a newcomer reads first, and what each role does. */
void
html_start(struct html *html);

/* The rules for the heads and feet of its sheets. */
void
html_sheets(struct html *html);

/* Draws the map on sheets for paper, which are not seen on a screen, or says that they would be too
 * many; false when it fits among the text as it is. They lie across, their letters can be read, and
 * they have no lanes without work. */
bool
html_draw_sheets(struct html *html, const struct flow *flow);

/* The rules for the dots of all roles, a class a colour, since the policy is better off without
 * style attributes. In the emission's arena. */
const char *
html_colors(struct emission *emission);

/* Writes a document, with those rules, to stem + suffix, as one page that asks for nothing from
 * anywhere. */
void
html_document(struct emission *emission, struct doc *doc, const char *colors, const char *suffix);

#endif
