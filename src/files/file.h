/* SPDX-License-Identifier: MIT */
/* Reading whole files, and writing into what is no file; files are written by file_set.h. */
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
enum { FILE_LIMIT_MIB = 1024 };
#define FILE_LIMIT ((size_t)FILE_LIMIT_MIB << 20)

/* Appends the contents of a regular file; "-" is standard input. On anything but FILE_OK out may
 * hold a part. */
enum file_status
file_read(const char *path, struct buf *out);

/* Tells a file's contents from others: 16 hexadecimal digits and a zero, the same on every machine.
 * False with errno set when it cannot be read or is no regular file; a link is not followed. */
#define FILE_MARK_SIZE 17
bool
file_mark(const char *path, char mark[FILE_MARK_SIZE]);

/* True when both are regular files that hold the same; links are not followed. */
bool
file_same(const char *one, const char *other);

/* True for what is there and neither file nor folder (a device, a pipe, a socket, also behind a
 * link), and for all of /dev: standard output has a name there. No file may take its place. */
bool
file_is_special(const char *path);

/* Writes into such; false with errno set on failure. */
bool
file_pour(const char *path, const void *bytes, size_t length);

/* Writes all of it to a file that could be opened (else fd is below 0), and closes that; false with
 * errno set on failure. */
bool
file_write_and_close(int fd, const void *bytes, size_t length);

#endif
