/* SPDX-License-Identifier: MIT */
/* What GitHub adds to CommonMark, as nodes of cmark's custom types: tables, boxes of tasks, struck
 * text. Inside of this folder only. Each function below changes a tree as cmark parsed it,
 * takes linear time and reads in `text` what was parsed. */
#ifndef PRESALE_TEXT_PROSE_EXTRA_H
#define PRESALE_TEXT_PROSE_EXTRA_H

#include "support/buf.h"
#include "text/prose/tree.h"

enum prose_extra {
	EXTRA_NONE,   /* any node of CommonMark's own */
	EXTRA_TABLE,  /* a block of rows, of which the first is the head */
	EXTRA_ROW,    /* a block of cells: as many as the head has, or fewer */
	EXTRA_CELL,   /* inline: a cell … */
	EXTRA_LEFT,   /* … whose text is said to stand at the left … */
	EXTRA_MIDDLE, /* … in the middle … */
	EXTRA_RIGHT,  /* … or at the right */
	EXTRA_STRUCK, /* inline: text that is struck out */
	EXTRA_OPEN,   /* inline and empty, the first of an item: the box of a task … */
	EXTRA_DONE,   /* … that is done */
};

/* What a node is beyond CommonMark; EXTRA_NONE for all others. */
enum prose_extra
prose_extra(cmark_node *node);

/* Makes a custom node of cmark's one of ours. */
void
prose_extra_set(cmark_node *node, enum prose_extra extra);

/* True for a cell, wherever its text stands. */
bool
prose_is_cell(cmark_node *node);

/* A node of a kind, which is to be put into a tree. */
cmark_node *
prose_extra_node(enum prose_extra extra);

/* Boxes at the beginning of items: [ ], [x]. Comes first: it needs the places of paragraphs. */
void
prose_find_boxes(cmark_node *document, const char *text);

/* Tables in paragraphs: a head, a row of hyphens with at least one pipe, further rows. A short row
 * stays short; what a long one has too much stays in its last cell. */
void
prose_find_tables(cmark_node *document, const char *text);

/* How boxes look where there is no markup: ☐ and ☑. */
#define PROSE_BOX_OPEN "\xE2\x98\x90"
#define PROSE_BOX_DONE "\xE2\x98\x91"

/* What stands for two tildes while cmark reads a text: as a sign of punctuation it parts words as
 * they do, and cmark keeps it apart from tildes with a backslash. */
#define PROSE_TILDES "\xE2\x81\x96"

/* Adds the text with its pairs of tildes so marked; false, and nothing added, when it has none. */
bool
prose_mark_tildes(struct buf *marked, const char *text, size_t length);

/* Strikes out what stands between marked tildes; all others become tildes again. */
void
prose_find_struck(cmark_node *document);

/* Makes links of the addresses in running text that are safe to follow: of sites, with a scheme or
 * www., and of mailboxes. */
void
prose_find_addresses(cmark_node *document);

/* A line of the text by its number, counted from 1. Asked for in ascending order, all take linear
 * time together. */
struct prose_lines {
	const char *at;
	int number;
};

/* Where a line begins, that of a number beyond the last at the text's end. It goes on to its line
 * end, not to a zero. */
const char *
prose_line(struct prose_lines *lines, int number);

/* The last change before a tree is rendered: gives the nodes above the words of HTML or of
 * Markdown, and in Markdown a backslash to marks of GitHub's or GitLab's own. */
void
prose_dress_html(cmark_node *document);
void
prose_dress_markdown(cmark_node *document);

#endif
