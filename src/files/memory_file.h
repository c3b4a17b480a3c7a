/* SPDX-License-Identifier: MIT */
/* A file in memory with a path, for libraries that write files alone. It is in no folder, so a
 * program that is killed leaves nothing behind. */
#ifndef PRESALE_FILES_MEMORY_FILE_H
#define PRESALE_FILES_MEMORY_FILE_H

#include <stdbool.h>

struct memory_file {
	int fd;
	char path[32]; /* leads to it until memory_file_close */
};

/* An empty file; false with errno set on failure. Close it after success. */
bool
memory_file_open(struct memory_file *file);

/* Closes the file, with which its bytes go. */
void
memory_file_close(struct memory_file *file);

#endif
