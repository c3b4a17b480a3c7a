/* SPDX-License-Identifier: MIT */
#include "files/watch.h"

#include "support/hash.h"

#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

enum { RARELY = 2000, OFTEN = 200 };

#define EVENTS \
	(IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | \
	 IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

/* What is there, and in which state. */
struct state {
	uint64_t sum;
	size_t files, empty;
	int64_t newest;
};

struct numbers {
	int *items;
	size_t count;
};

struct watch {
	struct arena arena;
	struct pattern *patterns;
	size_t count;
	struct state begun;
	int fd;                 /* of inotify, or -1 */
	struct numbers watched; /* inotify's numbers of folders */
	bool deaf;              /* some folder cannot be watched */
};

struct watch *
watch_new(void)
{
	struct watch *watch = memory_alloc(sizeof *watch);
	*watch = (struct watch){.fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
	return watch;
}

void
watch_free(struct watch *watch)
{
	if (watch->fd >= 0)
		close(watch->fd);
	memory_free(watch->watched.items);
	arena_free(&watch->arena);
	memory_free(watch);
}

static bool
same_text(const char *one, const char *other)
{
	return one && other ? strcmp(one, other) == 0 : one == other;
}

static const char *
copy_text(struct watch *watch, const char *text)
{
	return text ? arena_string(&watch->arena, text) : NULL;
}

bool
watch_set(struct watch *watch, const struct pattern *patterns, size_t count)
{
	bool same = count == watch->count;
	for (size_t i = 0; i < count && same; i++)
		same = same_text(patterns[i].text, watch->patterns[i].text) &&
		       same_text(patterns[i].within, watch->patterns[i].within) &&
		       same_text(patterns[i].without, watch->patterns[i].without);
	if (same)
		return false;
	arena_free(&watch->arena);
	watch->patterns = arena_array(&watch->arena, count + 1, sizeof *watch->patterns);
	for (size_t i = 0; i < count; i++)
		watch->patterns[i] = (struct pattern){copy_text(watch, patterns[i].text),
						      copy_text(watch, patterns[i].within),
						      copy_text(watch, patterns[i].without)};
	watch->count = count;
	return true;
}

static uint64_t
mix_number(uint64_t sum, uint64_t number)
{
	return hash_fnv(sum, &number, sizeof number);
}

static void
add_file(struct state *state, const char *path)
{
	struct stat facts;
	if (stat(path, &facts) != 0)
		return;
	uint64_t sum = hash_fnv(HASH_FNV, path, strlen(path));
	sum = mix_number(sum, facts.st_dev);
	sum = mix_number(sum, facts.st_ino);
	sum = mix_number(sum, (uint64_t)facts.st_size);
	sum = mix_number(sum, (uint64_t)facts.st_mtim.tv_sec * 1000000000 +
				  (uint64_t)facts.st_mtim.tv_nsec);
	sum = mix_number(sum, (uint64_t)facts.st_ctim.tv_sec * 1000000000 +
				  (uint64_t)facts.st_ctim.tv_nsec);
	state->sum += sum;
	state->files++;
	state->empty += facts.st_size == 0;
	int64_t changed = (int64_t)facts.st_ctim.tv_sec * 1000000000 + facts.st_ctim.tv_nsec;
	state->newest = changed > state->newest ? changed : state->newest;
}

static struct pattern_found
find(struct arena *arena, const struct pattern *pattern)
{
	size_t looks = PATTERN_LOOKS;
	struct written_lists lists = {0};
	struct pattern_found found = pattern_find(arena, pattern, &looks, &lists);
	written_lists_free(&lists);
	return found;
}

static struct state
state_now(const struct watch *watch)
{
	struct state state = {0};
	for (size_t i = 0; i < watch->count; i++) {
		struct arena scratch = {0};
		struct pattern_found found = find(&scratch, &watch->patterns[i]);
		for (size_t j = 0; j < found.count; j++)
			add_file(&state, found.paths[j]);
		arena_free(&scratch);
	}
	return state;
}

static void
numbers_add(struct numbers *numbers, int number)
{
	for (size_t i = 0; i < numbers->count; i++)
		if (numbers->items[i] == number)
			return;
	numbers->items = list_grow(numbers->items, numbers->count, sizeof *numbers->items);
	numbers->items[numbers->count++] = number;
}

static void
watch_folder(struct watch *watch, struct numbers *now, const char *folder)
{
	int number = inotify_add_watch(watch->fd, folder, EVENTS);
	if (number >= 0)
		numbers_add(now, number);
	else if (errno != ENOENT && errno != ENOTDIR) /* gone meanwhile: the folder above tells */
		watch->deaf = true;
}

/* The folder of what a symbolic link leads to. */
static void
watch_behind(struct watch *watch, struct numbers *now, const char *path)
{
	struct stat facts;
	char real[PATH_MAX];
	if (lstat(path, &facts) != 0 || !S_ISLNK(facts.st_mode) || !realpath(path, real))
		return;
	*strrchr(real, '/') = '\0';
	watch_folder(watch, now, *real ? real : "/");
}

/* Watches all folders that are there of those a pattern's last part may lie in. False when others
 * may come. */
static bool
watch_level(struct watch *watch, struct numbers *now, const struct pattern *pattern)
{
	struct arena scratch = {0};
	struct pattern_found found = find(&scratch, pattern);
	bool any = found.count > 0;
	for (size_t i = 0; i < found.count; i++) {
		watch_folder(watch, now, found.paths[i]);
		watch_behind(watch, now, found.paths[i]);
	}
	arena_free(&scratch);
	return any && pattern_is_plain(pattern->text);
}

/* Watches the folders in which files of a pattern are or may come to be. */
static void
watch_pattern(struct watch *watch, struct numbers *now, const struct pattern *pattern)
{
	struct arena scratch = {0};
	struct pattern_found found = find(&scratch, pattern);
	for (size_t i = 0; i < found.count; i++)
		watch_behind(watch, now, found.paths[i]);
	char *folder = arena_string(&scratch, pattern->text);
	for (char *slash; (slash = strrchr(folder, '/')) != NULL;) {
		*slash = '\0';
		struct pattern level = {*folder ? folder : "/", pattern->within, pattern->without};
		if (watch_level(watch, now, &level))
			break;
	}
	if (!strchr(folder, '/') && pattern->text[0] != '/')
		watch_folder(watch, now, ".");
	arena_free(&scratch);
}

/* Folders come, go and change places: what is there now is watched, what was is not. */
static void
watch_folders(struct watch *watch)
{
	struct numbers now = {0};
	watch->deaf = watch->fd < 0;
	for (size_t i = 0; i < watch->count && watch->fd >= 0; i++)
		watch_pattern(watch, &now, &watch->patterns[i]);
	for (size_t i = 0; i < watch->watched.count; i++) {
		bool kept = false;
		for (size_t j = 0; j < now.count && !kept; j++)
			kept = now.items[j] == watch->watched.items[i];
		if (!kept)
			inotify_rm_watch(watch->fd, watch->watched.items[i]);
	}
	memory_free(watch->watched.items);
	watch->watched = now;
}

void
watch_begin(struct watch *watch)
{
	watch_folders(watch);
	watch->begun = state_now(watch);
}

enum watch_news
watch_look(struct watch *watch)
{
	watch_folders(watch);
	struct state now = state_now(watch), then = watch->begun;
	if (now.sum == then.sum && now.files == then.files)
		return WATCH_SAME;
	return now.files < then.files || now.empty > then.empty ? WATCH_UNDER_WAY : WATCH_CHANGED;
}

int64_t
watch_newest(const struct watch *watch)
{
	return watch->begun.newest;
}

int
watch_fd(const struct watch *watch)
{
	return watch->fd;
}

int
watch_patience(const struct watch *watch)
{
	return watch->deaf ? OFTEN : RARELY;
}

bool
watch_drain(struct watch *watch)
{
	char messages[4096] __attribute__((aligned(__alignof__(struct inotify_event))));
	bool any = false;
	while (watch->fd >= 0 && read(watch->fd, messages, sizeof messages) > 0)
		any = true;
	return any;
}
