/* SPDX-License-Identifier: MIT */
/* The index of the search: which words stand where, in pieces of which a reader needs few. A piece
 * has the words of the same two first letters. What a document says stands in a file of its own,
 * written as soon as the document is known. Words of one stem count as one (text/words/stem.h), and
 * so do forms that only a declension brings together. */
#ifndef PRESALE_SITE_INDEX_H
#define PRESALE_SITE_INDEX_H

#include "support/buf.h"
#include "text/words/words.h"

/* Something that is found: a part of a page. */
struct site_place {
	const char *address; /* from its document's, or from the folder of the site */
	const char *title;
	const char *text; /* what is looked through beside the title */
};

/* A document of the index: a page, or many small ones together. */
struct site_document {
	const char *page; /* "" of many */
	const char *title;
};

struct site_posting;

struct site_index {
	struct arena arena;
	struct words *words;           /* NULL before the first document */
	struct site_posting *postings; /* by the number of the stem */
	size_t posting_count;
	struct form **forms; /* each once, as they were met */
	size_t form_count;
	struct site_document *documents;
	uint32_t document_count;
};

struct site_sink;

/* Adds a document with its places, and writes what it says. An errno of the sink, or 0. */
int
site_index_add(struct site_index *index, const struct site_document *document,
	       const struct site_place *places, uint32_t count, const struct site_sink *sink);

/* Writes the list of documents and all pieces. An errno of the sink, or 0. */
int
site_index_write(struct site_index *index, const struct site_sink *sink);

#endif
