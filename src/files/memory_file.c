/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memfd_create */
#include "files/memory_file.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

bool
memory_file_open(struct memory_file *file)
{
	file->fd = memfd_create("presale", MFD_CLOEXEC);
	snprintf(file->path, sizeof file->path, "/proc/self/fd/%d", file->fd);
	return file->fd >= 0;
}

void
memory_file_close(struct memory_file *file)
{
	close(file->fd);
}
