/* SPDX-License-Identifier: MIT */
/* A first process out of documents that people have: workbooks, tables, maps, texts. */
#ifndef PRESALE_IMPORT_IMPORT_H
#define PRESALE_IMPORT_IMPORT_H

#include "files/overlay.h"
#include "import/read/remark.h"
#include "support/buf.h"

#include <stdbool.h>

struct import_order {
	const char *const *paths; /* of the documents; "-": standard input */
	size_t count;
	const char *target; /* where the process will be: what it refers to is sought from there */
	const struct overlays *overlays; /* what stands for files */
};

/* Adds the process as YAML, in the language of the documents, that loads without an error, with a
 * remark at each value that was
 * guessed. False, and nothing is added, when a document is refused; then, and of what was not
 * understood, remarks tell. Their strings are in their arena. */
bool
import_process(const struct import_order *order, struct remarks *remarks, struct buf *text);

#endif
