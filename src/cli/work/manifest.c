/* SPDX-License-Identifier: MIT */
/* The lines are sorted. Those that files/written.h does not know are dropped. */
#include "cli/work/manifest.h"

#include "files/file.h"
#include "files/written.h"
#include "support/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static const char headline[] = "# presale: files written here. A build removes those it no longer "
			       "makes, unless they were changed.\n";

/* Tries to take the lock of the folder, and milliseconds between them: another build's commit is
 * short. */
enum { TRIES = 100, PAUSE = 20 };

struct entries {
	struct written_entry *items;
	size_t count;
};

struct manifest {
	struct arena arena;
	const char *folder;
	int lock;
	struct entries old, kept, removed, changed;
	struct map labels;  /* of this build */
	struct map written; /* names of this build, and of others that stay */
};

static void
add(struct manifest *manifest, struct entries *entries, struct written_entry entry)
{
	entries->items =
	    arena_grow(&manifest->arena, entries->items, entries->count, 1, sizeof *entries->items);
	entries->items[entries->count++] = entry;
}

const char *
manifest_label(struct arena *arena, const char *stem, const char *output)
{
	return arena_printf(arena, "%s\t%s", stem, output);
}

static void
read_entries(struct manifest *manifest, const struct buf *text)
{
	char *rest, *copy = arena_copy(&manifest->arena, buf_text(text), text->length);
	for (char *line = strtok_r(copy, "\r\n", &rest); line;
	     line = strtok_r(NULL, "\r\n", &rest)) {
		struct written_entry entry;
		if (written_read(line, &entry))
			add(manifest, &manifest->old, entry);
	}
}

/* Another build would otherwise lose what this one notes. Where folders cannot be locked it may. */
static int
lock(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	for (int i = 0; fd >= 0 && i < TRIES && flock(fd, LOCK_EX | LOCK_NB) != 0; i++)
		if (errno == EWOULDBLOCK)
			poll(NULL, 0, PAUSE);
	return fd;
}

static const char *
path_in(struct manifest *manifest, const char *name)
{
	return arena_printf(&manifest->arena, "%s/%s", manifest->folder, name);
}

/* Looks at what a name holds: false when there is nothing, or errno tells that it cannot be known
 * (else it is 0). */
static bool
look_at(const char *path, struct stat *facts)
{
	errno = 0;
	bool there = lstat(path, facts) == 0;
	errno = there || errno == ENOENT || errno == ENOTDIR ? 0 : errno;
	return there;
}

struct manifest *
manifest_open(const char *folder)
{
	struct buf text = {0};
	struct manifest *manifest = memory_alloc(sizeof *manifest);
	*manifest = (struct manifest){.lock = lock(folder)};
	manifest->folder = arena_string(&manifest->arena, folder);
	bool ok = written_open(folder, &text);
	if (ok)
		read_entries(manifest, &text);
	buf_free(&text);
	if (ok)
		return manifest;
	manifest_close(manifest);
	return NULL;
}

void
manifest_close(struct manifest *manifest)
{
	if (manifest->lock >= 0)
		close(manifest->lock);
	map_free(&manifest->labels);
	map_free(&manifest->written);
	arena_free(&manifest->arena);
	memory_free(manifest);
}

static bool
note_written(struct manifest *manifest, const struct file_set *files, const char **failed)
{
	char mark[FILE_MARK_SIZE];
	for (size_t i = 0; file_set_name(files, i); i++) {
		const char *name = file_set_name(files, i) + strlen(manifest->folder) + 1;
		*failed = file_set_name(files, i);
		if (!file_mark(file_set_staged(files, i), mark))
			return false;
		struct written_entry entry = {file_set_owner(files, i)->label, name,
					      arena_string(&manifest->arena, mark)};
		add(manifest, &manifest->kept, entry);
		*map_at(&manifest->written, entry.name) = manifest;
	}
	return true;
}

/* True when no part of the path to a file is a link; errno as above. */
static bool
is_straight(struct manifest *manifest, const char *name)
{
	struct stat facts;
	char *path = arena_string(&manifest->arena, path_in(manifest, name));
	bool straight = true;
	for (char *slash = strchr(path + strlen(manifest->folder) + 1, '/'); slash && straight;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		straight = look_at(path, &facts) && S_ISDIR(facts.st_mode);
		*slash = '/';
	}
	return straight;
}

/* True when a file is as the entry says; errno as above. What may not be read is not as a build
 * left it. */
static bool
is_untouched(struct manifest *manifest, const struct written_entry *entry, const char *path)
{
	char mark[FILE_MARK_SIZE];
	errno = 0;
	if (!is_straight(manifest, entry->name))
		return false;
	if (file_mark(path, mark)) {
		errno = 0;
		return strcmp(mark, entry->mark) == 0;
	}
	errno = errno == ELOOP || errno == EINVAL || errno == EACCES || errno == ENXIO ? 0 : errno;
	return false;
}

/* Sorts out a file that this build does not make any more. False with errno set when what became of
 * it cannot be known. */
static bool
settle(struct manifest *manifest, const struct written_entry *entry, const struct file_ids *spared)
{
	struct stat facts;
	const char *path = path_in(manifest, entry->name);
	struct written_entry found = {entry->label, path, entry->mark};
	if (!look_at(path, &facts))
		return !errno;
	bool ours = is_untouched(manifest, entry, path);
	if (errno)
		return false;
	if (ours && !file_ids_have(spared, path)) {
		add(manifest, &manifest->removed, found);
		return true;
	}
	add(manifest, &manifest->kept, *entry);
	if (!ours)
		add(manifest, &manifest->changed, found);
	return true;
}

/* A file of another process, edition or output is forgotten when it is gone. */
static void
keep_other(struct manifest *manifest, const struct written_entry *entry)
{
	struct stat facts;
	if (look_at(path_in(manifest, entry->name), &facts) || errno)
		add(manifest, &manifest->kept, *entry);
}

/* Parts what is known of earlier builds into what stays and what goes; a name belongs to whoever
 * wrote it last. */
static bool
settle_old(struct manifest *manifest, const struct file_ids *spared, const char **failed)
{
	for (int others = 1; others >= 0; others--) {
		for (size_t i = 0; i < manifest->old.count; i++) {
			const struct written_entry *entry = &manifest->old.items[i];
			bool other = !map_get(&manifest->labels, entry->label);
			if (other != (bool)others || map_get(&manifest->written, entry->name))
				continue;
			*map_at(&manifest->written, entry->name) = manifest;
			*failed = path_in(manifest, entry->name);
			if (other)
				keep_other(manifest, entry);
			else if (!settle(manifest, entry, spared))
				return false;
		}
	}
	return true;
}

static int
by_line(const void *left, const void *right)
{
	const struct written_entry *a = left, *b = right;
	int order = strcmp(a->label, b->label);
	return order ? order : strcmp(a->name, b->name);
}

static bool
write_down(struct manifest *manifest, struct file_set *files, const char **failed)
{
	struct buf text = {0};
	struct entries *kept = &manifest->kept;
	buf_puts(&text, headline);
	if (kept->count)
		qsort(kept->items, kept->count, sizeof *kept->items, by_line);
	for (size_t i = 0; i < kept->count; i++)
		buf_printf(&text, "%s\t%s\t%s\n", kept->items[i].label, kept->items[i].name,
			   kept->items[i].mark);
	*failed = path_in(manifest, written_list);
	bool ok = file_set_write(files, NULL, written_list, buf_text(&text), text.length);
	for (size_t i = 0; ok && i < manifest->removed.count; i++) {
		*failed = manifest->removed.items[i].name;
		ok = file_set_remove(files, *failed + strlen(manifest->folder) + 1);
	}
	buf_free(&text);
	return ok;
}

bool
manifest_update(struct manifest *manifest, struct file_set *files, const char *const *labels,
		const struct file_ids *spared, const char **failed)
{
	for (; *labels; labels++)
		*map_at(&manifest->labels, *labels) = manifest;
	return note_written(manifest, files, failed) && settle_old(manifest, spared, failed) &&
	       write_down(manifest, files, failed);
}

const char *
manifest_removed(const struct manifest *manifest, size_t i)
{
	return i < manifest->removed.count ? manifest->removed.items[i].name : NULL;
}

const char *
manifest_changed(const struct manifest *manifest, size_t i)
{
	return i < manifest->changed.count ? manifest->changed.items[i].name : NULL;
}
