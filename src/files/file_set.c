/* SPDX-License-Identifier: MIT */
#include "files/file_set.h"

#include "files/file.h"
#include "files/path.h"
#include "files/staging.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

struct set_file {
	const struct file_owner *owner;
	const char *name;   /* final path */
	const char *staged; /* where it is written; NULL for one to be removed */
	const char *kept;   /* where what the name held before waits for the commit's end */
	bool keeps;         /* there is something */
	bool placed;
};

struct set_files {
	struct set_file **items;
	size_t count;
};

struct file_set {
	pthread_mutex_t lock;
	struct memory_ending ending; /* should who made it be given up */
	struct memory_heap heap;     /* of the rest: it outlives those who add to it */
	struct arena arena;
	const char *folder;
	struct staging staging; /* made with the first file */
	struct claims claims;
	struct set_files files, gone;
	struct paths made; /* folders created, outer ones first */
	const char *there; /* the folder looked for last, with its slash */
	bool committed;
	bool stopped;
};

static void
paths_add(struct paths *paths, const char *path)
{
	paths->items = list_grow(paths->items, paths->count, sizeof *paths->items);
	paths->items[paths->count++] = path;
}

static void
files_add(struct set_files *files, struct set_file *file)
{
	files->items = list_grow(files->items, files->count, sizeof *files->items);
	files->items[files->count++] = file;
}

/* A turn with the set, which the others wait for. */
struct set_turn {
	struct memory_ending ending;
	struct memory_heap *before;
};

static void
unlock(void *data)
{
	pthread_mutex_unlock(&((struct file_set *)data)->lock);
}

static void
turn_begin(struct set_turn *turn, struct file_set *set)
{
	pthread_mutex_lock(&set->lock);
	memory_hold(&turn->ending, unlock, set);
	turn->before = memory_use(&set->heap);
}

static void
turn_end(struct set_turn *turn, struct file_set *set)
{
	memory_use(turn->before);
	memory_release(&turn->ending);
	unlock(set);
}

static bool
make_folder(struct file_set *set, const char *path)
{
	if (mkdir(path, 0777) == 0) {
		paths_add(&set->made, arena_string(&set->arena, path));
		return true;
	}
	struct stat facts;
	int fault = errno;
	if (stat(path, &facts) == 0 && S_ISDIR(facts.st_mode))
		return true;
	errno = fault == EEXIST || fault == EISDIR ? ENOTDIR : fault;
	return false;
}

/* Makes every folder that a path names before its last slash; most files share those of the one
 * before. */
static bool
make_folders(struct file_set *set, const char *path)
{
	size_t length = (size_t)(strrchr(path, '/') + 1 - path);
	if (set->there && strncmp(set->there, path, length) == 0 && !set->there[length])
		return true;
	char *copy = arena_copy(&set->arena, path, length);
	for (char *slash = strchr(copy + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (!make_folder(set, copy))
			return false;
		*slash = '/';
	}
	set->there = copy;
	return true;
}

static void
give_up(void *set)
{
	file_set_free(set);
}

struct file_set *
file_set_new(const char *folder)
{
	struct file_set *set = memory_alloc(sizeof *set);
	*set = (struct file_set){.staging.fd = -1};
	pthread_mutexattr_t
	    recursive; /* memory may run out, and file_set_stop be called, while it is held */
	pthread_mutexattr_init(&recursive);
	pthread_mutexattr_settype(&recursive, PTHREAD_MUTEX_RECURSIVE);
	pthread_mutex_init(&set->lock, &recursive);
	pthread_mutexattr_destroy(&recursive);
	memory_hold(&set->ending, give_up, set);
	struct set_turn turn;
	turn_begin(&turn, set);
	set->folder = arena_string(&set->arena, folder);
	staging_sweep(set->folder, &set->arena);
	turn_end(&turn, set);
	return set;
}

static bool
stage(struct file_set *set)
{
	if (!make_folders(set, arena_printf(&set->arena, "%s/", set->folder)))
		return false;
	return staging_make(&set->staging, set->folder, &set->arena);
}

static bool
make_staged_parent(struct file_set *set, const char *path)
{
	char *copy = arena_string(&set->arena, path);
	for (char *slash = strchr(copy + strlen(set->staging.path) + 1, '/'); slash;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(copy, 0777) != 0 && errno != EEXIST)
			return false;
		*slash = '/';
	}
	return true;
}

const struct file_owner *
file_set_rival(struct file_set *set, const struct file_owner *owner, const char *name)
{
	struct set_turn turn;
	turn_begin(&turn, set);
	const struct file_owner *rival = claims_rival(&set->claims, owner, name, &set->arena);
	turn_end(&turn, set);
	return rival;
}

static const char *
register_file(struct file_set *set, const struct file_owner *owner, const char *name)
{
	if (set->stopped) {
		errno = EINTR;
		return NULL;
	}
	if (!set->staging.path && !stage(set))
		return NULL;
	if (!claims_take(&set->claims, owner, name, &set->arena)) {
		errno = EEXIST;
		return NULL;
	}
	struct set_file *file = arena_alloc(&set->arena, sizeof *file);
	file->owner = owner;
	file->name = arena_printf(&set->arena, "%s/%s", set->folder, name);
	file->staged = arena_printf(&set->arena, "%s/%s", set->staging.path, name);
	file->kept = arena_printf(&set->arena, "%s.kept", file->staged);
	if (!make_staged_parent(set, file->staged))
		return NULL;
	files_add(&set->files, file);
	return file->staged;
}

const char *
file_set_workplace(struct file_set *set)
{
	pthread_mutex_lock(&set->lock);
	errno = EINTR;
	bool ok = !set->stopped && (set->staging.path || stage(set));
	pthread_mutex_unlock(&set->lock);
	return ok ? set->staging.path : NULL;
}

static bool
register_removal(struct file_set *set, const char *name)
{
	errno = EINTR;
	if (set->stopped || (!set->staging.path && !stage(set)))
		return false;
	struct set_file *file = arena_alloc(&set->arena, sizeof *file);
	file->name = arena_printf(&set->arena, "%s/%s", set->folder, name);
	file->kept = arena_printf(&set->arena, "%s/.presale-removed-%zu", set->staging.path,
				  set->gone.count);
	files_add(&set->gone, file);
	return true;
}

bool
file_set_remove(struct file_set *set, const char *name)
{
	struct set_turn turn;
	turn_begin(&turn, set);
	bool ok = register_removal(set, name);
	turn_end(&turn, set);
	return ok;
}

bool
file_set_write(struct file_set *set, const struct file_owner *owner, const char *name,
	       const void *bytes, size_t length)
{
	pthread_mutex_lock(&set->lock);
	const char *path = register_file(set, owner, name);
	pthread_mutex_unlock(&set->lock);
	return path &&
	       file_write_and_close(open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666),
				    bytes, length);
}

bool
file_set_append(struct file_set *set, const char *name, const void *bytes, size_t length)
{
	struct set_turn turn;
	turn_begin(&turn, set);
	const char *path = arena_printf(&set->arena, "%s/%s", set->staging.path, name);
	turn_end(&turn, set);
	return file_write_and_close(open(path, O_WRONLY | O_APPEND | O_CLOEXEC), bytes, length);
}

/* Keeps what a name holds under a second one. Where it may not be linked (on FAT, or another user's
 * file) it is moved aside. */
static bool
keep(struct set_file *file)
{
	struct stat facts, behind;
	if (lstat(file->name, &facts) != 0)
		return errno == ENOENT;
	if (S_ISDIR(facts.st_mode) ||
	    (S_ISLNK(facts.st_mode) && stat(file->name, &behind) == 0 && S_ISDIR(behind.st_mode))) {
		errno = EISDIR;
		return false;
	}
	if (file_is_special(file->name)) {
		errno = ENODEV;
		return false;
	}
	file->keeps = link(file->name, file->kept) == 0 || rename(file->name, file->kept) == 0;
	return file->keeps;
}

/* Puts one file in its place. What is there and the same stays, with its time: whoever builds
 * further on it has nothing to do. What belongs to nobody tells by its time when there was a
 * commit. */
static bool
place(struct file_set *set, struct set_file *file)
{
	if (!make_folders(set, file->name))
		return false;
	if (file->owner && file_same(file->staged, file->name))
		return true;
	if (!keep(file))
		return false;
	file->placed = rename(file->staged, file->name) == 0;
	return file->placed;
}

/* The folders between one and a file below it; those that hold more yet stay. */
static void
remove_folders(const char *file, const char *folder)
{
	char path[PATH_MAX];
	if (snprintf(path, sizeof path, "%s", file) >= (int)sizeof path)
		return;
	for (char *slash = strrchr(path, '/'); slash > path + strlen(folder);
	     slash = strrchr(path, '/')) {
		*slash = '\0';
		rmdir(path);
	}
}

/* Moves a file to be removed aside, until all the rest is done. */
static bool
set_aside(struct set_file *file)
{
	file->keeps = rename(file->name, file->kept) == 0;
	return file->keeps || errno == ENOENT;
}

static void
put_back(struct set_files *files)
{
	for (size_t i = 0; i < files->count; i++) {
		struct set_file *file = files->items[i];
		bool back = file->keeps && rename(file->kept, file->name) == 0;
		if (!back && file->placed)
			unlink(file->name);
		/* When nothing can be renamed any more, the file gets a second name; its first one
		 * goes with the staging folder. */
		file->keeps = !back && file->keeps && link(file->kept, file->name) == 0;
		file->placed = false;
	}
}

static void
put_all_back(struct file_set *set)
{
	int error = errno;
	put_back(&set->files);
	put_back(&set->gone);
	errno = error;
}

/* Files that go are taken away first: where names differ in case alone, one of them may be the name
 * of a file to come. */
static bool
commit(struct file_set *set, const char **failed)
{
	errno = EINTR;
	bool ok = !set->stopped;
	for (size_t i = 0; i < set->gone.count && ok; i++) {
		*failed = set->gone.items[i]->name;
		ok = set_aside(set->gone.items[i]);
	}
	for (size_t i = 0; i < set->files.count && ok; i++) {
		*failed = set->files.items[i]->name;
		ok = place(set, set->files.items[i]);
	}
	if (!ok)
		put_all_back(set);
	set->committed = ok;
	for (size_t i = 0; i < set->gone.count && ok; i++)
		remove_folders(set->gone.items[i]->name, set->folder);
	return ok;
}

bool
file_set_commit(struct file_set *set, const char **failed)
{
	*failed = set->folder;
	struct set_turn turn;
	turn_begin(&turn, set);
	bool ok = commit(set, failed);
	turn_end(&turn, set);
	return ok;
}

const char *
file_set_name(const struct file_set *set, size_t i)
{
	return i < set->files.count ? set->files.items[i]->name : NULL;
}

const struct file_owner *
file_set_owner(const struct file_set *set, size_t i)
{
	return set->files.items[i]->owner;
}

const char *
file_set_staged(const struct file_set *set, size_t i)
{
	return i < set->files.count ? set->files.items[i]->staged : NULL;
}

static int
by_name(const void *left, const void *right)
{
	const struct set_file *const *a = left, *const *b = right;
	return strcmp((*a)->name, (*b)->name);
}

void
file_set_sort(struct file_set *set)
{
	if (set->files.count)
		qsort(set->files.items, set->files.count, sizeof *set->files.items, by_name);
}

static bool
share_folder(const char *path, const char *other)
{
	size_t length = (size_t)(strrchr(path, '/') - path);
	return strncmp(path, other, length + 1) == 0 && !strchr(other + length + 1, '/');
}

/* Removes what the set itself has made, without asking for memory: there may be none left. */
static void
remove_own(const struct file_set *set)
{
	const struct set_files *files = &set->files, *gone = &set->gone;
	for (size_t i = 0; i < files->count; i++) {
		const struct set_file *file = files->items[i];
		if (!file->placed)
			unlink(file->staged);
		if (file->keeps)
			unlink(file->kept);
		if (i + 1 == files->count ||
		    !share_folder(file->staged, files->items[i + 1]->staged))
			remove_folders(file->staged, set->staging.path);
	}
	for (size_t i = 0; i < gone->count; i++)
		if (gone->items[i]->keeps)
			unlink(gone->items[i]->kept);
	if (set->staging.path)
		staging_remove_empty(&set->staging);
}

/* Other threads may still be writing: what they add meanwhile is removed in a further round. */
static void
clean(struct file_set *set)
{
	remove_own(set);
	for (int round = 0; round < 100 && staging_is_there(&set->staging); round++)
		staging_remove(&set->staging);
	for (size_t i = set->made.count; i-- > 0 && !set->committed;)
		rmdir(set->made.items[i]);
}

/* Meanwhile other threads open nothing more: a library that finds the folder for its temporary
 * files gone takes another one, and the end of the program would come before it has removed what it
 * made there. */
static void
remove_alone(const struct file_set *set)
{
	struct rlimit usual = {0}, none;
	bool known = getrlimit(RLIMIT_NOFILE, &usual) == 0;
	none = usual;
	none.rlim_cur = 0;
	if (known)
		setrlimit(RLIMIT_NOFILE, &none);
	remove_own(set);
	if (known && staging_is_there(&set->staging))
		setrlimit(RLIMIT_NOFILE,
			  &usual); /* a file was opened just before: clean must look for it */
}

void
file_set_stop(struct file_set *set)
{
	pthread_mutex_lock(&set->lock);
	set->stopped = true;
	if (!set->committed)
		put_all_back(set); /* memory ran out in the middle of a commit */
	remove_alone(set);
	clean(set);
	pthread_mutex_unlock(&set->lock);
}

void
file_set_free(struct file_set *set)
{
	if (!set)
		return;
	memory_release(&set->ending);
	clean(set);
	if (set->staging.fd >= 0)
		close(set->staging.fd);
	memory_free(set->files.items);
	memory_free(set->gone.items);
	memory_free(set->made.items);
	claims_free(&set->claims);
	pthread_mutex_destroy(&set->lock);
	arena_free(&set->arena);
	memory_free(set);
}
