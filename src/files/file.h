/* SPDX-License-Identifier: MIT */
/* Reading whole files; writing is file_set.h's. */
#ifndef PRESALE_FILES_FILE_H
#define PRESALE_FILES_FILE_H

#include "support/buf.h"

#include <stdbool.h>
#include <stddef.h>

enum file_status {
	FILE_OK,
	FILE_MISSING,
	FILE_FOLDER,
	FILE_SPECIAL, /* a device, pipe or socket */
	FILE_DENIED,  /* errno says more */
	FILE_LARGE,   /* over FILE_LIMIT */
};

/* The largest input: 1 GiB. */
#define FILE_LIMIT ((size_t)1 << 30)

/* Appends the contents of a regular file; "-" is standard input. On anything but FILE_OK out may
 * hold a part. */
enum file_status
file_read(const char *path, struct buf *out);

/* Tells a file's contents from others: 16 hexadecimal digits and a zero, the same on every machine.
 * False with errno set when it cannot be read or is no regular file; a link is not followed. */
#define FILE_MARK_SIZE 17
bool
file_mark(const char *path, char mark[FILE_MARK_SIZE]);

#endif
