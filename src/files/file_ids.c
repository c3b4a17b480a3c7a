/* SPDX-License-Identifier: MIT */
#include "files/file_ids.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ID_SIZE = 40 };

static void
id_of(const struct stat *facts, char id[ID_SIZE])
{
	snprintf(id, ID_SIZE, "%jx %jx", (uintmax_t)facts->st_dev, (uintmax_t)facts->st_ino);
}

void **
file_ids_at(struct file_ids *set, const char *path)
{
	struct stat facts;
	char id[ID_SIZE];
	if (strcmp(path, "-") == 0 ? fstat(STDIN_FILENO, &facts) != 0 : stat(path, &facts) != 0)
		return NULL;
	id_of(&facts, id);
	return map_at(&set->ids, arena_string(&set->arena, id));
}

void
file_ids_add(struct file_ids *set, const char *path)
{
	void **value = file_ids_at(set, path);
	if (value && !*value)
		*value = set;
}

bool
file_ids_have(const struct file_ids *set, const char *path)
{
	struct stat facts;
	char id[ID_SIZE];
	if (!set->ids.count || stat(path, &facts) != 0)
		return false;
	id_of(&facts, id);
	return map_get(&set->ids, id);
}

void
file_ids_free(struct file_ids *set)
{
	map_free(&set->ids);
	arena_free(&set->arena);
}
