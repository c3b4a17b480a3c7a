/* SPDX-License-Identifier: MIT */
/* The list of what builds wrote into a folder (files/written.h), so that what is not made any more
 * can go: only ever outputs that are as a build left them. */
#ifndef PRESALE_CLI_WORK_MANIFEST_H
#define PRESALE_CLI_WORK_MANIFEST_H

#include "files/file_ids.h"
#include "files/file_set.h"

struct manifest;

/* What the folder's manifest says (nothing without one), until manifest_close held against other
 * builds. NULL when there is one that cannot be read. */
struct manifest *
manifest_open(const char *folder);

/* Lets other builds have the manifest, and frees it. */
void
manifest_close(struct manifest *manifest);

/* What a file is of: a stem that its name begins with, and an output. In arena. */
const char *
manifest_label(struct arena *arena, const char *stem, const char *output);

/* Makes the manifest a file of the set, with the others of the set as written. Files that earlier
 * builds wrote under these labels (NULL-ended) and this one does not are to be removed with the
 * commit, unless they were changed since or are to be spared. False with errno set and *failed
 * naming the file. */
bool
manifest_update(struct manifest *manifest, struct file_set *files, const char *const *labels,
		const struct file_ids *spared, const char **failed);

/* The i-th of the files to be removed, and of those that stay because they were changed; NULL past
 * the last. */
const char *
manifest_removed(const struct manifest *manifest, size_t i);
const char *
manifest_changed(const struct manifest *manifest, size_t i);

#endif
