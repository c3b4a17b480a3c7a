/* SPDX-License-Identifier: MIT */
/* The files of a process as the editor sees them: by address, and with its places. */
#ifndef PRESALE_CLI_LSP_FILES_H
#define PRESALE_CLI_LSP_FILES_H

#include "cli/lsp/server.h"
#include "support/map.h"

struct lsp_file {
	const char *name; /* as the process has it */
	const char *path, *uri;
	struct text_lines lines;
};

/* Those that were asked for. */
struct lsp_files {
	const struct lsp_server *server;
	const struct presale *library;
	struct arena *arena;
	struct map by_name;
};

/* Of a process that is loaded. What is given lives in arena; files_close frees the rest. */
struct lsp_files
files_open(const struct lsp_server *server, const struct presale *library, struct arena *arena);
void
files_close(struct lsp_files *files);

/* A file by the name that the process has for it. */
const struct lsp_file *
files_at(struct lsp_files *files, const char *name);

/* Writes the address of a file with a piece of it. */
void
file_put_location(const struct lsp_file *file, size_t start, size_t end, struct json *out);

/* Writes what becomes of files as an edit of a workspace: as little as their lines differ in. */
void
files_put_changes(struct lsp_files *files, const struct presale_fixed *fixed, size_t count,
		  struct json *out);

#endif
