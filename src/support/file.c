/* SPDX-License-Identifier: MIT */
#include "support/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024 };

static enum file_status
status_of_errno(void)
{
	return errno == ENOENT || errno == ENOTDIR ? FILE_MISSING : FILE_DENIED;
}

/* Opens without waiting (a FIFO would) and tells what it is. */
static enum file_status
open_regular(const char *path, int *fd, size_t *size)
{
	struct stat facts;
	*fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (*fd < 0)
		return status_of_errno();
	enum file_status status = FILE_FINE;
	if (fstat(*fd, &facts) != 0)
		status = FILE_DENIED;
	else if (S_ISDIR(facts.st_mode))
		status = FILE_FOLDER;
	else if (!S_ISREG(facts.st_mode))
		status = FILE_SPECIAL;
	else if ((size_t)facts.st_size > FILE_LIMIT)
		status = FILE_LARGE;
	*size = (size_t)facts.st_size;
	if (status != FILE_FINE)
		close(*fd);
	return status;
}

static enum file_status
read_all(int fd, struct buf *out, size_t hint)
{
	size_t chunk = hint > CHUNK ? hint + 1 : CHUNK;
	char *bytes = memory_alloc(chunk);
	ssize_t got;
	while ((got = read(fd, bytes, chunk)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 || out->length + (size_t)got > FILE_LIMIT)
			break;
		buf_add(out, bytes, (size_t)got);
	}
	free(bytes);
	return got == 0 ? FILE_FINE : got < 0 ? FILE_DENIED : FILE_LARGE;
}

enum file_status
file_read(const char *path, struct buf *out)
{
	if (strcmp(path, "-") == 0)
		return read_all(STDIN_FILENO, out, 0);
	int fd;
	size_t size;
	enum file_status status = open_regular(path, &fd, &size);
	if (status != FILE_FINE)
		return status;
	status = read_all(fd, out, size < CHUNK ? size : CHUNK);
	close(fd);
	return status;
}

struct set_file {
	char *name;      /* final path */
	char *temporary; /* where it is written */
	bool placed;
};

struct file_set {
	char *folder;
	struct set_file *files;
	size_t count;
	size_t capacity;
};

static char *
join(const char *folder, const char *name, const char *suffix)
{
	size_t length = strlen(folder) + strlen(name) + strlen(suffix) + 2;
	char *path = memory_alloc(length);
	snprintf(path, length, "%s/%s%s", folder, name, suffix);
	return path;
}

struct file_set *
file_set_new(const char *folder)
{
	struct file_set *set = memory_alloc(sizeof *set);
	*set = (struct file_set){.folder = join(folder, "", "")};
	set->folder[strlen(folder)] = '\0';
	return set;
}

/* Creates the folders of a path; those that are there already are fine. */
static bool
make_folders(const char *path)
{
	char *copy = join(path, "", "");
	bool fine = true;
	for (char *slash = strchr(copy + 1, '/'); slash && fine; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		fine = mkdir(copy, 0777) == 0 || errno == EEXIST;
		*slash = '/';
	}
	free(copy);
	return fine;
}

/* Makes the folder a path lies in. */
static bool
make_parent(const char *path)
{
	char *copy = join(path, "", "");
	copy[strlen(path)] = '\0';
	*strrchr(copy, '/') = '\0';
	bool fine = make_folders(copy);
	free(copy);
	return fine;
}

const char *
file_set_path(struct file_set *set, const char *name)
{
	if (set->count == set->capacity) {
		set->capacity = set->capacity ? set->capacity * 2 : 16;
		set->files = memory_resize(set->files, set->capacity * sizeof *set->files);
	}
	struct set_file file = {.name = join(set->folder, name, "")};
	file.temporary = join(set->folder, name, ".XXXXXX");
	int fd = make_parent(file.name) ? mkstemp(file.temporary) : -1;
	if (fd < 0) {
		int error = errno;
		free(file.name);
		free(file.temporary);
		errno = error;
		return NULL;
	}
	mode_t mask = umask(0);
	umask(mask);
	fchmod(fd, 0666 & ~mask);
	close(fd);
	set->files[set->count++] = file;
	return file.temporary;
}

bool
file_set_write(struct file_set *set, const char *name, const void *bytes, size_t length)
{
	const char *path = file_set_path(set, name);
	int fd = path ? open(path, O_WRONLY | O_CLOEXEC) : -1;
	if (fd < 0)
		return false;
	const char *at = bytes;
	while (length > 0) {
		ssize_t done = write(fd, at, length);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			break;
		at += done;
		length -= (size_t)done;
	}
	int error = errno;
	bool closed = close(fd) == 0;
	if (length > 0)
		errno = error;
	return length == 0 && closed;
}

bool
file_set_commit(struct file_set *set, const char **failed)
{
	for (size_t i = 0; i < set->count; i++) {
		struct set_file *file = &set->files[i];
		*failed = file->name;
		struct stat facts;
		if (stat(file->name, &facts) == 0 && S_ISDIR(facts.st_mode)) {
			errno = EISDIR;
			return false;
		}
	}
	for (size_t i = 0; i < set->count; i++) {
		struct set_file *file = &set->files[i];
		*failed = file->name;
		if (rename(file->temporary, file->name) != 0)
			return false;
		file->placed = true;
	}
	return true;
}

const char *
file_set_name(const struct file_set *set, size_t i)
{
	return i < set->count ? set->files[i].name : NULL;
}

void
file_set_free(struct file_set *set)
{
	if (!set)
		return;
	for (size_t i = 0; i < set->count; i++) {
		if (!set->files[i].placed)
			unlink(set->files[i].temporary);
		free(set->files[i].name);
		free(set->files[i].temporary);
	}
	free(set->files);
	free(set->folder);
	free(set);
}
