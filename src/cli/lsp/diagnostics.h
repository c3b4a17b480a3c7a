/* SPDX-License-Identifier: MIT */
/* What is found in the processes, told file by file. */
#ifndef PRESALE_CLI_LSP_DIAGNOSTICS_H
#define PRESALE_CLI_LSP_DIAGNOSTICS_H

#include "cli/lsp/server.h"

/* Judges what has changed, and tells of the files of which there is something else to tell. */
void
diagnostics_tell(struct lsp_server *server);

/* Answers what may be done about what is found at a place. */
enum lsp_error
diagnostics_actions(struct lsp_server *server, const struct message *message, struct json *result);

#endif
