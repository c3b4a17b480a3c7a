/* SPDX-License-Identifier: MIT */
/* Documents as Markdown: the state of a file being written, and its blocks. */
#ifndef PRESALE_EMIT_DOC_MD_H
#define PRESALE_EMIT_DOC_MD_H

#include "emit/doc/md_text.h"
#include "emit/emit.h"

/* Before every anchor: with a point in it, none is the one that GitHub makes of some heading. */
#define MD_ANCHOR "a."

struct md {
	struct doc_writer writer; /* first: the document knows no more */
	struct emission *emission;
	struct doc *doc;
	struct md_text text;
	struct arena scratch; /* of the block under way */
	bool split;
	const char *suffix; /* of the index */
	struct buf index, page;
	struct buf *out;                   /* one of the two */
	const struct doc_section *section; /* being written */
	int shift;                         /* of headings on the page under way */
	int counts[3];                     /* steps so far, by level */
	bool tight;                        /* the steps under way have no more than a line */
};

/* Writes a document to stem + suffix, or, split, to a folder: an index, and a file for each stage,
 * role and the glossary. */
void
md_document(struct emission *emission, struct doc *doc, const char *suffix, bool split);

/* Ends what stands before with one blank line. */
void
md_gap(struct md *md);

/* Writes an anchor for links to lead to, within the line. */
void
md_anchor(struct md *md, const char *anchor);

/* A heading without an anchor of its own; the line is left open. */
void
md_heading(struct md *md, int level, const char *title);

/* The map of the process, when it can be drawn. */
void
md_map(struct md *md);

/* A block of the section under way; forgets the scratch. */
void
md_block(struct md *md, const struct doc_block *block);

#endif
