/* SPDX-License-Identifier: MIT */
/* Writing several files so that all of them appear or none.
 *
 * Everything is written below a staging folder inside the target folder (.presale-XXXXXX, locked
 * while its owner lives) and renamed into place only by file_set_commit. What a killed process left
 * behind is recognised by a mark and its free lock and removed by the next set in that folder,
 * whatever becomes of that set. Outputs can be made again at any time, so nothing is synced to the
 * disk. */
#ifndef PRESALE_FILES_FILE_SET_H
#define PRESALE_FILES_FILE_SET_H

#include "files/claims.h"

#include <stddef.h>

/* Safe to use from several threads at once. */
struct file_set;

/* An empty set for files below folder, which is created when missing (and removed again when
 * nothing is committed). */
struct file_set *
file_set_new(const char *folder);

/* A folder for temporary files, on the same disk as the set's and removed with what is left in it;
 * lives as long as the set. NULL with errno set on failure. */
const char *
file_set_workplace(struct file_set *set);

/* Adds a file by its name relative to the folder, with / between its parts, and these contents; the
 * owner (or NULL) lives as long as the set. False with errno set on failure: EEXIST when the name,
 * without regard to case and normal form, was added before, or is in a folder of another group. */
bool
file_set_write(struct file_set *set, const struct file_owner *owner, const char *name,
	       const void *bytes, size_t length);

/* Adds bytes to the end of a file that file_set_write added by that very name; false with errno set
 * on failure. */
bool
file_set_append(struct file_set *set, const char *name, const void *bytes, size_t length);

/* Has the commit remove a file, and the folders between the set's and it that are then empty. Which
 * file that may be is the caller's to know. False with errno set on failure. */
bool
file_set_remove(struct file_set *set, const char *name);

/* Who of another group has the name, or a folder of it; NULL when nobody has. */
const struct file_owner *
file_set_rival(struct file_set *set, const struct file_owner *owner, const char *name);

/* Puts every file in its place, but for those of an owner that are there already, byte for byte,
 * and removes what is to be removed. On failure everything is as it was before: false, with errno
 * set and *failed naming the file. */
bool
file_set_commit(struct file_set *set, const char **failed);

/* Final path of the i-th file, or NULL past the last. */
const char *
file_set_name(const struct file_set *set, size_t i);

/* Puts the files in order of their names, byte by byte. Before anybody asks for the i-th. */
void
file_set_sort(struct file_set *set);

/* Whose the i-th file is. */
const struct file_owner *
file_set_owner(const struct file_set *set, size_t i);

/* Where the i-th file waits for the commit, or NULL past the last. */
const char *
file_set_staged(const struct file_set *set, size_t i);

/* Forbids all further work (it fails with EINTR) and removes what was staged, after a commit under
 * way has ended. For the end of the program: no thread of it can open a file any more. */
void
file_set_stop(struct file_set *set);

/* Removes what was not committed and frees the set. */
void
file_set_free(struct file_set *set);

#endif
