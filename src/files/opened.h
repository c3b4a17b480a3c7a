/* SPDX-License-Identifier: MIT */
/* Open folders that are closed, too, when the work that opened them is given up. */
#ifndef PRESALE_FILES_OPENED_H
#define PRESALE_FILES_OPENED_H

#include "support/memory.h"

#include <dirent.h>

/* A folder to be read; stays where it is while it is open. */
struct opened_folder {
	DIR *entries;
	struct memory_ending ending;
};

/* Opens a folder; false with errno set on failure. */
bool
opened_folder_new(struct opened_folder *folder, const char *path);

/* Closes what opened_folder_new opened. */
void
opened_folder_close(struct opened_folder *folder);

#endif
