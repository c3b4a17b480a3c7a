/* SPDX-License-Identifier: MIT */
/* What a build depends on besides its options: the files of the process, where more may come, and
 * its materials. */
#ifndef PRESALE_CLI_WORK_INPUTS_H
#define PRESALE_CLI_WORK_INPUTS_H

#include "files/file_ids.h"
#include "files/pattern.h"
#include "presale.h"

struct patterns {
	struct arena arena;
	struct pattern *items; /* in the arena, as are their texts */
	size_t count;
};

/* Adds a path. */
void
inputs_add_path(struct patterns *patterns, const char *path);

/* Adds all that the library's process was made of and looked for, by copies. */
void
inputs_add(struct patterns *patterns, struct presale *library);

/* Adds what the process was read from and its materials, which nothing may be written over. */
void
inputs_add_ids(struct file_ids *ids, struct presale *library);

#endif
