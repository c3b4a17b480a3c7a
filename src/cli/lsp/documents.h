/* SPDX-License-Identifier: MIT */
/* Texts that are open in the editor: what stands in them counts, not the files. */
#ifndef PRESALE_CLI_LSP_DOCUMENTS_H
#define PRESALE_CLI_LSP_DOCUMENTS_H

#include "cli/lsp/server.h"

/* What the editor tells of its texts. */
enum lsp_error
document_open(struct lsp_server *server, const struct message *message, struct json *result);
enum lsp_error
document_change(struct lsp_server *server, const struct message *message, struct json *result);
enum lsp_error
document_save(struct lsp_server *server, const struct message *message, struct json *result);
enum lsp_error
document_close(struct lsp_server *server, const struct message *message, struct json *result);

#endif
