/* SPDX-License-Identifier: MIT */
#include "check/near_file.h"

#include "files/opened.h"
#include "support/buf.h"
#include "support/utf8.h"
#include "text/address.h"
#include "text/words/suggest.h"
#include "text/uri.h"

#include <string.h>
#include <sys/stat.h>

enum { DEPTH_LIMIT = 16, NAMES_LIMIT = 2000 };

/* The entry of a folder that a name most probably means: itself, itself in other letters, one that
 * is near; NULL when none is. */
static const char *
near_entry(struct arena *arena, const char *folder, const char *name)
{
	struct opened_folder dir;
	if (!opened_folder_new(&dir, folder))
		return NULL;
	struct suggest suggest;
	suggest_open(&suggest, name);
	const char *wanted = utf8_fold(arena, name, FOLD_CASE), *same = NULL;
	struct dirent *entry;
	for (int i = 0; i < NAMES_LIMIT && (entry = readdir(dir.entries)); i++) {
		size_t length = strlen(entry->d_name);
		if (entry->d_name[0] == '.' || strpbrk(entry->d_name, "#?%\\") ||
		    utf8_valid(entry->d_name, length) != length)
			continue;
		const char *copy = arena_copy(arena, entry->d_name, length);
		if (strcmp(utf8_fold(arena, copy, FOLD_CASE), wanted) == 0 &&
		    (!same || strcmp(copy, same) < 0))
			same = copy;
		suggest_try(&suggest, copy);
	}
	opened_folder_close(&dir);
	const char *near = suggest_close(&suggest);
	return same ? same : near;
}

/* The entry for a part of a path if it is there and is a folder, or for the last part an ordinary
 * file. */
static const char *
next_part(struct arena *arena, const char *folder, const char *name, bool is_last)
{
	struct stat facts;
	const char *entry = near_entry(arena, folder, name);
	if (!entry || lstat(arena_printf(arena, "%s/%s", folder, entry), &facts) != 0)
		return NULL;
	return (is_last ? S_ISREG(facts.st_mode) : S_ISDIR(facts.st_mode)) ? entry : NULL;
}

static const char *
near_path(struct arena *arena, const char *folder, const char *href)
{
	char *path = arena_copy(arena, href, strcspn(href, "#?"));
	for (char *at = path; (at = strchr(at, '\\'));)
		*at = '/';
	const char *found = "", *here = folder;
	for (int depth = 0; *path && depth < DEPTH_LIMIT; depth++) {
		size_t length = strcspn(path, "/");
		char *name = arena_copy(arena, path, length);
		path += length;
		path += strspn(path, "/");
		if (strcmp(name, ".") == 0)
			continue;
		const char *entry =
		    length && strcmp(name, "..") != 0 ? next_part(arena, here, name, !*path) : NULL;
		if (!entry)
			return NULL;
		found = arena_printf(arena, "%s%s%s", found, *found ? "/" : "", entry);
		here = arena_printf(arena, "%s/%s", here, entry);
	}
	return *path || !*found ? NULL : found;
}

/* A file whose very name has signs that part an address: those signs as they must be written. */
static const char *
literal_file(struct arena *arena, const char *folder, const char *href)
{
	struct stat facts;
	if (!strpbrk(href, "#?%") || *href == '/' || strstr(href, ".."))
		return NULL;
	if (lstat(arena_printf(arena, "%s/%s", folder, href), &facts) != 0 ||
	    !S_ISREG(facts.st_mode))
		return NULL;
	struct buf out = {0};
	for (; *href; href++)
		if (strchr("#?%", *href))
			uri_add_byte(&out, *href);
		else
			buf_putc(&out, *href);
	const char *written = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return written;
}

/* The name that the path of a place on one computer ends with. */
static const char *
file_name(struct arena *arena, const char *href)
{
	const char *name = href;
	for (const char *at = href; *at; at++)
		if (*at == '/' || *at == '\\')
			name = at + 1;
	return uri_path(arena, name);
}

/* A scheme with a slip. */
static const char *
near_scheme(struct arena *arena, const char *href)
{
	size_t length = strcspn(href, ":");
	struct suggest suggest;
	suggest_open(&suggest, arena_copy(arena, href, length));
	for (const char *const *scheme = uri_schemes(); *scheme; scheme++)
		suggest_try(&suggest, *scheme);
	const char *near = suggest_close(&suggest);
	return near ? arena_printf(arena, "%s%s", near, href + length) : NULL;
}

const char *
near_file(struct arena *arena, const char *folder, const char *href)
{
	enum uri_kind kind = uri_kind(href);
	const char *literal = literal_file(arena, folder, href);
	const char *path =
	    near_path(arena, folder, kind == URI_LOCAL ? file_name(arena, href) : href);
	if (literal)
		return literal;
	if (path)
		return arena_printf(arena, "%s%s%s", uri_has_scheme(path) ? "./" : "", path,
				    kind == URI_LOCAL ? "" : href + strcspn(href, "#?"));
	if (address_is_mailbox(href))
		return arena_printf(arena, "mailto:%s", href);
	if (strncmp(href, "//", 2) == 0 && address_is_site(href + 2))
		return arena_printf(arena, "https:%s", href);
	if (address_is_site(href))
		return arena_printf(arena, "https://%s", href);
	return kind == URI_FOREIGN ? near_scheme(arena, href) : NULL;
}
