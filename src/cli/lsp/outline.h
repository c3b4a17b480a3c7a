/* SPDX-License-Identifier: MIT */
/* What a text consists of: things, what may be folded, times between its lines. */
#ifndef PRESALE_CLI_LSP_OUTLINE_H
#define PRESALE_CLI_LSP_OUTLINE_H

#include "cli/lsp/server.h"

/* Answers: the things of a text as a tree, those of all processes with a name that has what is
 * looked for, lines that fold others, and what deadlines come to. */
enum lsp_error
outline_document(struct lsp_server *server, const struct message *message, struct json *result);
enum lsp_error
outline_workspace(struct lsp_server *server, const struct message *message, struct json *result);
enum lsp_error
outline_folding(struct lsp_server *server, const struct message *message, struct json *result);
enum lsp_error
outline_hints(struct lsp_server *server, const struct message *message, struct json *result);

#endif
