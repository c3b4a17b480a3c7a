/* SPDX-License-Identifier: MIT */
/* Reading whole files, and writing several so that all of them appear or none. */
#ifndef PRESALE_FILE_H
#define PRESALE_FILE_H

#include "support/arena.h"
#include "support/buf.h"

#include <stdbool.h>

enum file_status {
	FILE_FINE,
	FILE_MISSING,
	FILE_FOLDER,
	FILE_SPECIAL, /* a device, pipe or socket */
	FILE_DENIED,  /* errno says more */
	FILE_LARGE,   /* over FILE_LIMIT */
};

/* The largest input: 1 GiB. */
#define FILE_LIMIT ((size_t)1 << 30)

/* Appends the contents of a regular file; "-" is standard input. On anything but FILE_FINE out may hold a part. */
enum file_status
file_read(const char *path, struct buf *out);

/* Files to be written together. Each is written to a temporary name in its own folder; file_commit renames them all, and
 * until then (or after file_abandon) the old files stay as they were. */
struct file_set;

/* An empty set for files below folder, which is created on commit when missing. Names in it are relative and use /. */
struct file_set *
file_set_new(const char *folder);

/* Registers a file; gives the path of its temporary file, to be written by the caller. NULL with errno set on failure.
 * The same name twice is a mistake of the program. */
const char *
file_set_path(struct file_set *set, const char *name);

/* Registers a file with these contents; false with errno set on failure. */
bool
file_set_write(struct file_set *set, const char *name, const void *bytes, size_t length);

/* Puts every file in its place. False with errno set and *failed naming the file on failure. */
bool
file_set_commit(struct file_set *set, const char **failed);

/* Final path of the i-th file, or NULL past the last. */
const char *
file_set_name(const struct file_set *set, size_t i);

/* Removes what was not committed and frees the set. */
void
file_set_free(struct file_set *set);

#endif
