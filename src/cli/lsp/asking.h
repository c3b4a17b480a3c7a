/* SPDX-License-Identifier: MIT */
/* A question about a place of an open text, as the library takes it. */
#ifndef PRESALE_CLI_LSP_ASKING_H
#define PRESALE_CLI_LSP_ASKING_H

#include "cli/lsp/files.h"

struct asking {
	struct arena arena;
	const struct document *document;
	struct presale *library; /* of the first process that the text is of */
	struct text_lines lines; /* of the text */
	struct lsp_files files;
	size_t byte;
	uint32_t line, column; /* as the library counts */
};

/* False when the question is about no open text; else asking_end frees what it holds. Where it does
 * not matter that a text has changed since the process was loaded, that is not done now. */
bool
asking_begin(struct lsp_server *server, const struct message *message, bool now,
	     struct asking *asking);
void
asking_end(struct asking *asking);

#endif
