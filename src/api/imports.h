/* SPDX-License-Identifier: MIT */
/* A process out of documents. */
#ifndef PRESALE_API_IMPORTS_H
#define PRESALE_API_IMPORTS_H

#include "api/context.h"

/* What presale_import does: the text goes into *text, the remarks into the context. */
enum presale_status
imports_make(struct presale *context, const char *const *paths, size_t count, const char *target,
	     struct buf *text);

#endif
