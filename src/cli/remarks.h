/* SPDX-License-Identifier: MIT */
/* What is said of documents that were read, on the screen. */
#ifndef PRESALE_CLI_REMARKS_H
#define PRESALE_CLI_REMARKS_H

#include "cli/call/call.h"
#include "presale.h"

/* Adds the remarks of one fate on so many documents below a heading, each with the document and the
 * place that it is about; nothing where there are none. */
void
remarks_put(struct arguments *args, struct presale *library, size_t documents,
	    enum presale_fate fate, enum say heading, struct buf *out);

/* Complains of the documents that were refused. */
void
remarks_complain(struct arguments *args, struct presale *library);

#endif
