/* SPDX-License-Identifier: MIT */
#include "files/file.h"

#include "support/hash.h"
#include "support/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
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
	enum file_status status = FILE_OK;
	if (fstat(*fd, &facts) != 0)
		status = FILE_DENIED;
	else if (S_ISDIR(facts.st_mode))
		status = FILE_FOLDER;
	else if (!S_ISREG(facts.st_mode))
		status = FILE_SPECIAL;
	else if ((size_t)facts.st_size > FILE_LIMIT)
		status = FILE_LARGE;
	*size = (size_t)facts.st_size;
	if (status != FILE_OK)
		close(*fd);
	return status;
}

/* expected: how many bytes there seem to be; the end is where a read gives none. */
static enum file_status
read_all(int fd, struct buf *out, size_t expected)
{
	ssize_t got;
	size_t expects = expected < CHUNK ? CHUNK : expected + 1;
	while ((got = read(fd, buf_reserve(out, expects), expects)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 || out->length + (size_t)got > FILE_LIMIT)
			break;
		buf_filled(out, (size_t)got);
		expects = expects > (size_t)got ? expects - (size_t)got : CHUNK;
	}
	return got == 0 ? FILE_OK : got < 0 ? FILE_DENIED : FILE_LARGE;
}

static void
close_fd(void *fd)
{
	close(*(int *)fd);
}

enum file_status
file_read(const char *path, struct buf *out)
{
	if (strcmp(path, "-") == 0)
		return read_all(STDIN_FILENO, out, 0);
	int fd;
	size_t size;
	enum file_status status = open_regular(path, &fd, &size);
	if (status != FILE_OK)
		return status;
	struct memory_ending ending;
	memory_hold(&ending, close_fd, &fd);
	status = read_all(fd, out, size);
	memory_release(&ending);
	close(fd);
	return status;
}

static bool
hash_all(int fd, uint64_t *hash)
{
	char chunk[CHUNK];
	ssize_t got;
	while ((got = read(fd, chunk, sizeof chunk)) != 0) {
		if (got < 0 && errno != EINTR)
			return false;
		*hash = got > 0 ? hash_fnv(*hash, chunk, (size_t)got) : *hash;
	}
	return true;
}

/* Opens a regular file, no link to one; -1 with errno set when it is none. */
static int
open_itself(const char *path, off_t *size)
{
	struct stat facts = {0};
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
	if (fd >= 0 && (fstat(fd, &facts) != 0 || !S_ISREG(facts.st_mode))) {
		close(fd);
		errno = EINVAL;
		return -1;
	}
	*size = facts.st_size;
	return fd;
}

bool
file_mark(const char *path, char mark[FILE_MARK_SIZE])
{
	off_t size;
	uint64_t hash = HASH_FNV;
	int fd = open_itself(path, &size);
	if (fd < 0)
		return false;
	bool ok = hash_all(fd, &hash);
	int error = errno;
	close(fd);
	errno = error;
	snprintf(mark, FILE_MARK_SIZE, "%016llx", (unsigned long long)hash);
	return ok;
}

/* So many bytes, or as many as there are; -1 when they cannot be read. */
static ssize_t
read_block(int fd, char *block, size_t size)
{
	size_t length = 0;
	for (ssize_t got = 1; got > 0 && length < size; length += got > 0 ? (size_t)got : 0) {
		do
			got = read(fd, block + length, size - length);
		while (got < 0 && errno == EINTR);
		if (got < 0)
			return -1;
	}
	return (ssize_t)length;
}

static bool
is_same(int one, int other)
{
	enum { BLOCK = 32 * 1024 };
	char a[BLOCK], b[BLOCK];
	for (;;) {
		ssize_t length = read_block(one, a, BLOCK);
		if (length < 0 || read_block(other, b, BLOCK) != length ||
		    memcmp(a, b, (size_t)length) != 0)
			return false;
		if (length < BLOCK)
			return true;
	}
}

bool
file_same(const char *one, const char *other)
{
	off_t size = 0, other_size = 0;
	int a = open_itself(one, &size), b = open_itself(other, &other_size);
	bool same = a >= 0 && b >= 0 && size == other_size && is_same(a, b);
	if (a >= 0)
		close(a);
	if (b >= 0)
		close(b);
	return same;
}

bool
file_is_special(const char *path)
{
	struct stat facts;
	if (stat(path, &facts) != 0 || S_ISDIR(facts.st_mode))
		return false;
	return !S_ISREG(facts.st_mode) || strncmp(path, "/dev/", 5) == 0;
}

static bool
write_all(int fd, const char *from, size_t length)
{
	while (length > 0) {
		ssize_t done = write(fd, from, length);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return false;
		from += done;
		length -= (size_t)done;
	}
	return true;
}

bool
file_write_and_close(int fd, const void *bytes, size_t length)
{
	if (fd < 0)
		return false;
	bool ok = write_all(fd, bytes, length);
	int error = errno;
	bool closed = close(fd) == 0;
	if (!ok)
		errno = error;
	return ok && closed;
}

bool
file_pour(const char *path, const void *bytes, size_t length)
{
	return file_write_and_close(open(path, O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC), bytes,
				    length);
}
