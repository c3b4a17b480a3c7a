/* SPDX-License-Identifier: MIT */
/* Writing a first process, with its schema beside it so that editors complete and check as one
 * types. */
#ifndef PRESALE_CLI_FIRST_H
#define PRESALE_CLI_FIRST_H

#include "cli/call/call.h"

/* The file that a path means: one in it when it is a folder. */
const char *
first_path(struct arguments *args, const char *path);

/* True when a path ends as one of a process may: not in .csv or .docx, which is said. */
bool
first_is_named(struct arguments *args, const char *path);

/* True when there is nothing at the path: what is there is never written over, and that is said. */
bool
first_is_free(struct arguments *args, const char *path);

/* Writes a process in English (0) or Russian (1) below lines that say what to do with it, and says
 * what comes next. All or nothing; what is at the path, or where a link there
 * leads, is written over. */
enum presale_status
first_write(struct arguments *args, const char *path, int lang, const struct buf *process);

/* The same with a workbook that is to be filled in. */
enum presale_status
first_write_book(struct arguments *args, const char *path, const char *bytes, size_t length);

#endif
