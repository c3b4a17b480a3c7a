/* SPDX-License-Identifier: MIT */
/* What is asked of a name: what it stands for, where it is given and used; and that it become
 * another. */
#ifndef PRESALE_CLI_LSP_NAMES_H
#define PRESALE_CLI_LSP_NAMES_H

#include "cli/lsp/server.h"

/* Answers, each of the question that it is called for; a rename that would change what something
 * means fails. */
enum lsp_error
name_hover(struct lsp_server *server, const struct message *message, struct json *result);
enum lsp_error
name_definition(struct lsp_server *server, const struct message *message, struct json *result);
enum lsp_error
name_references(struct lsp_server *server, const struct message *message, struct json *result);
enum lsp_error
name_highlights(struct lsp_server *server, const struct message *message, struct json *result);
enum lsp_error
name_prepare(struct lsp_server *server, const struct message *message, struct json *result);
enum lsp_error
name_rename(struct lsp_server *server, const struct message *message, struct json *result);

#endif
