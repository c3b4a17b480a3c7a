/* SPDX-License-Identifier: MIT */
#include "files/opened.h"

#include <errno.h>

static void
close_entries(void *data)
{
	closedir(data);
}

bool
opened_folder_new(struct opened_folder *folder, const char *path)
{
	folder->entries = opendir(path);
	if (!folder->entries && errno == ENOMEM)
		memory_exhausted();
	if (folder->entries)
		memory_hold(&folder->ending, close_entries, folder->entries);
	return folder->entries;
}

void
opened_folder_close(struct opened_folder *folder)
{
	memory_release(&folder->ending);
	closedir(folder->entries);
}
