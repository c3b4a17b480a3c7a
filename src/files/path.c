/* SPDX-License-Identifier: MIT */
#include "files/path.h"

#include "support/buf.h"
#include "text/uri.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Adds parts of a path one by one: . is nothing, .. takes the last one away. */
static void
add_parts(struct buf *path, const char *parts)
{
	while (*parts) {
		size_t length = strcspn(parts, "/");
		if (length == 2 && strncmp(parts, "..", 2) == 0) {
			while (path->length && path->data[--path->length] != '/')
				continue;
		} else if (length && !(length == 1 && *parts == '.')) {
			buf_putc(path, '/');
			buf_add(path, parts, length);
		}
		parts += length + (parts[length] == '/');
	}
}

const char *
path_real(struct arena *arena, const char *path)
{
	char real[PATH_MAX];
	char *existing = arena_printf(arena, "%s%s", path[0] == '/' ? "" : "./", path);
	size_t length = strlen(existing), end = length;
	while (!realpath(existing, real)) {
		while (end && existing[end - 1] == '/')
			end--;
		while (end && existing[end - 1] != '/')
			end--;
		if (!end)
			return NULL;
		existing[end] = '\0';
	}
	struct buf whole = {0};
	add_parts(&whole, real);
	add_parts(&whole, path + strlen(path) - (length - end));
	const char *result = whole.length ? arena_copy(arena, buf_text(&whole), whole.length) : "/";
	buf_free(&whole);
	return result;
}

/* Where the last slash stands up to which two paths have the same parts. */
static size_t
shared_length(const char *a, const char *b)
{
	size_t last = 0, i = 0;
	for (; a[i] && a[i] == b[i]; i++)
		if (a[i] == '/')
			last = i;
	bool whole = (!a[i] || a[i] == '/') && (!b[i] || b[i] == '/');
	return whole ? i : last;
}

const char *
path_between(struct arena *arena, const char *from, const char *to)
{
	size_t shared = shared_length(from, to);
	from += shared;
	to += shared;
	bool apart = shared <= 1 || (shared == 5 && strncmp(to - shared, "/home", shared) == 0);
	if (apart && *to && strcmp(to, "/") != 0)
		return NULL;
	struct buf address = {0};
	for (; *from; from++)
		if (*from == '/' && from[1])
			buf_puts(&address, "../");
	to += *to == '/';
	uri_add_path(&address, to, URI_LETTERS);
	if (*to)
		buf_putc(&address, '/');
	const char *result = arena_copy(arena, buf_text(&address), address.length);
	buf_free(&address);
	return result;
}

const char *
path_above(struct arena *arena, const char *folder)
{
	size_t length = strlen(folder);
	if (strcmp(folder, "/") == 0)
		return NULL;
	if (!length || (length >= 3 && strcmp(folder + length - 3, "../") == 0))
		return arena_printf(arena, "%s../", folder);
	do
		length--;
	while (length && folder[length - 1] != '/');
	return arena_copy(arena, folder, length);
}

bool
path_is_within(const char *path, const char *folder)
{
	size_t length = strlen(folder);
	return strncmp(path, folder, length) == 0 &&
	       (path[length] == '/' || !path[length] || folder[length - 1] == '/');
}

bool
path_same_file(const char *one, const char *other)
{
	struct stat a, b;
	return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
	       a.st_ino == b.st_ino;
}

const char *
path_from(struct arena *arena, const char *folder, const char *path)
{
	size_t shared = 0;
	const char *up = "";
	for (size_t i = 0; folder[i] && folder[i] == path[i]; i++)
		if (folder[i] == '/' || (!folder[i + 1] && path[i + 1] == '/'))
			shared = i + 1;
	for (const char *at = folder + shared; *at; at += *at == '/') {
		up = arena_printf(arena, "%s../", up);
		at += strcspn(at, "/");
	}
	return arena_printf(arena, "%s%s", up, path + shared + (path[shared] == '/'));
}
