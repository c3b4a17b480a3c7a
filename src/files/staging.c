/* SPDX-License-Identifier: MIT */
#include "files/staging.h"

#include "files/opened.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX ".presale-"
#define MARK \
	".presale-staging" /* the file by which a staging folder is known: others may have folders \
			      of such names */
enum { RANDOM_PART = 6 };  /* as mkdtemp has it */

static int
remove_one(const char *path, const struct stat *facts, int kind, struct FTW *walk)
{
	(void)facts;
	if (kind == FTW_DP || kind == FTW_D)
		rmdir(path);
	else if (walk->level != 1 || strcmp(path + walk->base, MARK) != 0)
		unlink(path);
	return 0;
}

bool
staging_remove_empty(const struct staging *staging)
{
	return unlinkat(staging->fd, MARK, 0) == 0 && rmdir(staging->path) == 0;
}

/* The mark goes last: what is left of a folder when its removal is cut short is known by it. */
void
staging_remove(const struct staging *staging)
{
	nftw(staging->path, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	unlinkat(staging->fd, MARK, 0);
	rmdir(staging->path);
}

/* Opens a folder and takes its lock; else -1 and errno: ENOENT when it is gone, EWOULDBLOCK when
 * another process holds it. */
static int
lock_folder(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0) {
		int error = errno;
		close(fd);
		errno = error;
		return -1;
	}
	return fd;
}

static bool
is_staging_name(const char *name)
{
	static const char random[] =
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
	size_t length = strlen(PREFIX);
	return strncmp(name, PREFIX, length) == 0 && strlen(name) == length + RANDOM_PART &&
	       strspn(name + length, random) == RANDOM_PART;
}

void
staging_sweep(const char *within, struct arena *arena)
{
	struct opened_folder folder;
	if (!opened_folder_new(&folder, within))
		return;
	for (struct dirent *entry; (entry = readdir(folder.entries)) != NULL;) {
		if (!is_staging_name(entry->d_name))
			continue;
		struct staging left = {arena_printf(arena, "%s/%s", within, entry->d_name), -1};
		left.fd = lock_folder(left.path);
		if (left.fd < 0)
			continue;
		if (rmdir(left.path) != 0 &&
		    faccessat(left.fd, MARK, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
			staging_remove(&left);
		close(left.fd);
	}
	opened_folder_close(&folder);
}

static bool
put_mark(int folder)
{
	int fd = openat(folder, MARK, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	return fd >= 0 && close(fd) == 0;
}

/* If another process has swept the folder away meanwhile, errno is ENOENT or EWOULDBLOCK. */
static bool
make_once(struct staging *staging, const char *within, struct arena *arena)
{
	struct stat facts;
	char *path = arena_printf(arena, "%s/" PREFIX "XXXXXX", within);
	if (!mkdtemp(path))
		return false;
	int fd = lock_folder(path), error = errno;
	if (fd < 0) {
		rmdir(path);
		errno = error;
		return false;
	}
	if (stat(path, &facts) != 0) {
		close(fd);
		errno = ENOENT;
		return false;
	}
	struct staging made = {path, fd};
	if (!put_mark(fd)) {
		error = errno;
		staging_remove(&made);
		close(fd);
		errno = error;
		return false;
	}
	*staging = made;
	return true;
}

bool
staging_make(struct staging *staging, const char *within, struct arena *arena)
{
	for (int attempt = 0; attempt < 100; attempt++) {
		if (make_once(staging, within, arena))
			return true;
		if (errno != ENOENT && errno != EWOULDBLOCK)
			return false;
	}
	errno = EAGAIN;
	return false;
}

bool
staging_is_there(const struct staging *staging)
{
	struct stat facts;
	return staging->path && lstat(staging->path, &facts) == 0;
}
