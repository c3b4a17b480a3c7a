/* SPDX-License-Identifier: MIT */
/* The processes that the open texts belong to. */
#ifndef PRESALE_CLI_LSP_PROJECTS_H
#define PRESALE_CLI_LSP_PROJECTS_H

#include "cli/lsp/server.h"

/* Has the text of a document count from now on. */
void
projects_put(struct lsp_server *server, const struct document *document);

/* Has the file of a path count again, and lets go of the processes that no open text is of. */
void
projects_take_back(struct lsp_server *server, const char *path);

/* Files may have changed. */
void
projects_doubt(struct lsp_server *server);

/* Finds the processes of a document, and gives the first: loaded, with what it says now. */
struct project *
projects_of(struct lsp_server *server, const struct document *document);

/* The first process of a document that was loaded, whatever has changed since; NULL: none. */
struct project *
projects_loaded(const struct lsp_server *server, const struct document *document);

/* Judges a process, unless it was judged as it is; true when something was to be done. */
bool
projects_judge_one(struct lsp_server *server, struct project *project);

/* The first process of a document, judged. */
struct project *
projects_judge(struct lsp_server *server, const struct document *document);

/* Lets go of all: memory ran out, and nobody knows what the contexts have left. */
void
projects_forget(struct lsp_server *server);

#endif
