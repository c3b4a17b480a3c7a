/* SPDX-License-Identifier: MIT */
/* Part by part: the folders known so far are read for the names that fit the next part. Nothing
 * recurses. */
#include "files/pattern.h"

#include "files/opened.h"
#include "files/path.h"
#include "support/buf.h"
#include "support/utf8.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* So many bytes of a path or of a part cost as much as another name. */
enum { LOOK_BYTES = 16 };

struct pattern_search {
	struct arena *arena;
	const struct pattern *pattern;
	size_t *looks;
	struct written_lists *lists;
	struct paths now, next; /* what fits the parts so far, and the one under way */
	struct pattern_found found;
};

const char *
pattern_from_path(struct arena *arena, const char *path)
{
	if (!strpbrk(path, "*?[\\"))
		return path;
	struct buf pattern = {0};
	for (; *path; path++) {
		if (strchr("*?[\\", *path))
			buf_putc(&pattern, '\\');
		buf_putc(&pattern, *path);
	}
	const char *result = arena_copy(arena, buf_text(&pattern), pattern.length);
	buf_free(&pattern);
	return result;
}

bool
pattern_is_plain(const char *text)
{
	for (; *text; text++) {
		if (strchr("*?[", *text))
			return false;
		text += text[0] == '\\' && text[1];
	}
	return true;
}

/* The next part of a pattern, without its slashes; NULL at the end. In arena. */
static const char *
next_part(struct arena *arena, const char **text)
{
	const char *start = *text + strspn(*text, "/");
	size_t length = strcspn(start, "/");
	*text = start + length;
	return length ? arena_copy(arena, start, length) : NULL;
}

bool
pattern_climbs(const char *text)
{
	struct arena arena = {0};
	bool several = false, climbs = false;
	for (const char *part; !climbs && (part = next_part(&arena, &text));) {
		climbs = several && strcmp(part, "..") == 0;
		several = several || !pattern_is_plain(part);
	}
	arena_free(&arena);
	return climbs;
}

/* A character of a text; a name on the disk may hold any bytes, each of which is one then. */
static uint32_t
next_character(const char **text, bool valid)
{
	return valid ? utf8_next(text) : (unsigned char)*(*text)++;
}

/* True when c is in the set that *set stands in, right behind its [. *set moves behind the ]. A set
 * without an end is none. */
static bool
fits_set(const char **set, uint32_t c, bool valid, bool *is_set)
{
	const char *at = *set;
	bool negative = *at == '!' || *at == '^', in = false;
	at += negative;
	for (bool first = true; *at && (first || *at != ']'); first = false) {
		at += at[0] == '\\' && at[1];
		uint32_t low = next_character(&at, valid), high = low;
		if (at[0] == '-' && at[1] && at[1] != ']') {
			at++;
			at += at[0] == '\\' && at[1];
			high = next_character(&at, valid);
		}
		in = in || (low <= c && c <= high);
	}
	*is_set = *at == ']';
	if (*is_set)
		*set = at + 1;
	return in != negative;
}

/* Takes one character of a name by one of a part that is no *. */
static bool
fits_one(const char **part, const char **name, bool valid)
{
	const char *set = *part + 1;
	uint32_t c = next_character(name, valid);
	bool is_set = false;
	if (**part == '?') {
		++*part;
		return true;
	}
	if (**part == '[') {
		bool fits = fits_set(&set, c, valid, &is_set);
		*part = is_set ? set : *part;
		if (is_set)
			return fits;
	}
	*part += (*part)[0] == '\\' && (*part)[1];
	return **part && next_character(part, valid) == c;
}

/* When a text does not go on as the pattern says, the last * takes one character more. Earlier ones
 * need not be tried again. */
static bool
fits(const char *part, const char *name)
{
	bool valid = utf8_valid(name, strlen(name)) == strlen(name);
	const char *star = NULL, *taken = NULL;
	if (name[0] == '.' && part[0] != '.')
		return false;
	while (*name) {
		const char *in_part = part, *in_name = name;
		if (*part == '*') {
			star = ++part;
			taken = name;
		} else if (fits_one(&in_part, &in_name, valid)) {
			part = in_part;
			name = in_name;
		} else if (star) {
			next_character(&taken, valid);
			part = star;
			name = taken;
		} else {
			return false;
		}
	}
	return !part[strspn(part, "*")];
}

/* Counts a look at something of a length; false when none is left. */
static bool
look(struct pattern_search *s, size_t length)
{
	size_t cost = 1 + length / LOOK_BYTES;
	s->found.cut = s->found.cut || *s->looks < cost;
	*s->looks -= s->found.cut ? *s->looks : cost;
	return !s->found.cut;
}

static void
keep(struct pattern_search *s, const char *folder, const char *name)
{
	size_t length = strlen(folder) + strlen(name) + 1;
	if (length >= PATH_MAX || !look(s, length))
		return;
	const char *slash = *folder && folder[strlen(folder) - 1] != '/' ? "/" : "";
	s->next.items =
	    arena_grow(s->arena, s->next.items, s->next.count, 1, sizeof *s->next.items);
	s->next.items[s->next.count++] = arena_printf(s->arena, "%s%s%s", folder, slash, name);
}

/* Whether names of a folder may be looked at. */
static bool
may_read(struct pattern_search *s, const char *folder)
{
	char real[PATH_MAX];
	if (!s->pattern->within)
		return true;
	if (!realpath(*folder ? folder : ".", real))
		return false;
	bool within = path_is_within(real, s->pattern->within);
	s->found.outside = s->found.outside || !within;
	return within;
}

static void
read_folder(struct pattern_search *s, const char *folder, const char *part)
{
	struct opened_folder dir;
	if (s->found.cut || !may_read(s, folder) ||
	    !opened_folder_new(&dir, *folder ? folder : "."))
		return;
	for (struct dirent *entry; look(s, strlen(part)) && (entry = readdir(dir.entries));) {
		const char *name = entry->d_name;
		if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0 && fits(part, name))
			keep(s, folder, name);
	}
	opened_folder_close(&dir);
}

/* A part that stands for itself, with its \ taken away. */
static const char *
plain_name(struct arena *arena, const char *part)
{
	char *name = arena_string(arena, part), *to = name;
	for (const char *from = part; *from; from++) {
		from += from[0] == '\\' && from[1];
		*to++ = *from;
	}
	*to = '\0';
	return name;
}

static int
compare_paths(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The folder for which a file is left out, or NULL. */
static const char *
left_out_for(struct pattern_search *s, const char *real)
{
	const struct pattern *pattern = s->pattern;
	if (pattern->without && path_is_within(real, pattern->without))
		return pattern->without;
	return s->lists && pattern->within && path_is_within(real, pattern->within)
		   ? written_into(s->lists, pattern->within, real)
		   : NULL;
}

static bool
is_left_out(struct pattern_search *s, const char *path)
{
	char real[PATH_MAX];
	struct stat facts;
	const char *folder = realpath(path, real) ? left_out_for(s, real) : NULL;
	if (folder && !s->found.skipped && stat(real, &facts) == 0 && S_ISREG(facts.st_mode))
		s->found.skipped = arena_string(s->arena, folder);
	return folder;
}

/* What of the paths is there, sorted. */
static void
take_found(struct pattern_search *s)
{
	struct stat facts;
	s->found.paths = arena_array(s->arena, s->now.count + 1, sizeof *s->found.paths);
	for (size_t i = 0; i < s->now.count; i++) {
		const char *path = s->now.items[i], *slash = strrchr(path, '/');
		const char *folder = !slash ? ""
				     : slash == path
					 ? "/"
					 : arena_copy(s->arena, path, (size_t)(slash - path));
		if (may_read(s, folder) && lstat(path, &facts) == 0 && !is_left_out(s, path))
			s->found.paths[s->found.count++] = path;
	}
	if (s->found.count)
		qsort(s->found.paths, s->found.count, sizeof *s->found.paths, compare_paths);
}

struct pattern_found
pattern_find(struct arena *arena, const struct pattern *pattern, size_t *looks,
	     struct written_lists *lists)
{
	struct pattern_search s = {
	    .arena = arena, .pattern = pattern, .looks = looks, .lists = lists};
	const char *text = pattern->text, *start = *text == '/' ? "/" : "";
	if (strlen(text) >= PATH_MAX)
		return s.found;
	s.now = (struct paths){&start, 1};
	for (const char *part; (part = next_part(arena, &text));
	     s.now = s.next, s.next = (struct paths){0}) {
		bool plain = pattern_is_plain(part);
		for (size_t i = 0; i < s.now.count; i++) {
			if (plain)
				keep(&s, s.now.items[i], plain_name(arena, part));
			else
				read_folder(&s, s.now.items[i], part);
		}
	}
	take_found(&s);
	return s.found;
}
