/* SPDX-License-Identifier: MIT */
/* A process out of documents. */
#ifndef PRESALE_API_PROCESS_IMPORTS_H
#define PRESALE_API_PROCESS_IMPORTS_H

#include "api/context/context.h"
#include "import/read/remark.h"

/* What presale_import does: the text goes into *text, the remarks into the context. */
enum presale_status
imports_make(struct presale *context, const char *const *paths, size_t count, const char *target,
	     struct buf *text);

/* Gives remarks to the context, in the words of its language. */
void
imports_give(struct presale *context, const struct remarks *remarks);

/* Fails for the first reason why nothing came of documents, one of which was refused. */
enum presale_status
imports_fail(struct presale *context, const struct remarks *remarks);

#endif
