/* SPDX-License-Identifier: MIT */
/* What may be written at a place. */
#ifndef PRESALE_CLI_LSP_COMPLETION_H
#define PRESALE_CLI_LSP_COMPLETION_H

#include "cli/lsp/server.h"

/* Answers with keys, names and words that may stand there. */
enum lsp_error
completion_list(struct lsp_server *server, const struct message *message, struct json *result);

#endif
