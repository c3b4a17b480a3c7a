/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700
#include "target.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];

static int
remove_one(const char *path, const struct stat *facts, int type, struct FTW *walk)
{
	(void)facts, (void)type, (void)walk;
	return remove(path);
}

static void
remove_folder(void)
{
	nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

const char *
fuzz_folder(void)
{
	if (!*folder) {
		strcpy(folder, "/tmp/presale-fuzz-XXXXXX");
		fuzz_must(mkdtemp(folder) != NULL, "no temporary folder");
		atexit(remove_folder);
	}
	return folder;
}

const char *
fuzz_file(const char *name, const uint8_t *data, size_t size)
{
	static char path[128];
	snprintf(path, sizeof path, "%s/%s", fuzz_folder(), name);
	FILE *file = fopen(path, "wb");
	fuzz_must(file && fwrite(data, 1, size, file) == size && fclose(file) == 0,
		  "the input cannot be written");
	return path;
}

void
fuzz_must(int holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "fuzz: %s\n", what);
	abort();
}
