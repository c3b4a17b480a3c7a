/* SPDX-License-Identifier: MIT */
#include "cli/call/roots.h"

#include "cli/call/library.h"
#include "files/file_ids.h"
#include "files/path.h"
#include "files/pattern.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Folders above a part that are looked into, and processes there that are read. */
enum { MOST_ABOVE = 16, MOST_READ = 100 };

/* The files of a root; each is read once, however many parts there are. */
struct family {
	const char *root;
	struct file_ids files;
};

/* A search, with what it has read so far. */
struct root_search {
	struct arguments *args;
	struct presale *library;
	struct family *families;
	size_t family_count;
	struct file_ids targets; /* each with its target */
};

static struct root_search
search_begin(struct arguments *args)
{
	return (struct root_search){.args = args, .library = library_open(LANG_OPEN)};
}

static void
search_end(struct root_search *search)
{
	for (size_t i = 0; i < search->family_count; i++)
		file_ids_free(&search->families[i].files);
	file_ids_free(&search->targets);
	presale_close(search->library);
}

static void
add(struct arguments *args, struct paths *paths, const char *path)
{
	paths->items =
	    arena_grow(&args->arena, paths->items, paths->count, 1, sizeof *paths->items);
	paths->items[paths->count++] = path;
}

static bool
ends_as_yaml(const char *path)
{
	const char *dot = strrchr(path, '.');
	return dot && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0);
}

/* What a folder ("" or with its slash) holds that is not hidden. */
static struct pattern_found
names_in(struct arguments *args, const char *folder, size_t *looks)
{
	struct pattern pattern = {
	    .text = arena_printf(&args->arena, "%s*", pattern_from_path(&args->arena, folder))};
	return pattern_find(&args->arena, &pattern, looks, NULL);
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Outputs, and packages of Node.js: thousands of files, none of them the user's. */
static bool
is_passed_over(struct arguments *args, const char *folder)
{
	const char *slash = strrchr(folder, '/'), *name = slash ? slash + 1 : folder;
	return strcmp(name, "node_modules") == 0 || path_same_file(folder, args_out(args));
}

/* What is meant by a folder: its processes, its runs or both. */
enum root_kinds { WANTED_PROCESSES = 1 << 0, WANTED_RUNS = 1 << 1 };

static unsigned
wanted_by(enum command command)
{
	return command == COMMAND_RUN     ? WANTED_RUNS
	       : command == COMMAND_CHECK ? WANTED_PROCESSES | WANTED_RUNS
					  : WANTED_PROCESSES;
}

static bool
is_wanted(unsigned wanted, enum presale_kind kind)
{
	return (kind == PRESALE_KIND_RUN && wanted & WANTED_RUNS) ||
	       (kind == PRESALE_KIND_ROOT && wanted & WANTED_PROCESSES);
}

/* The roots below a folder; false when there is too much to look at. */
static bool
find_below(struct root_search *search, const char *folder, unsigned wanted, struct paths *roots)
{
	struct arguments *args = search->args;
	struct paths folders = {0};
	size_t looks = PATTERN_LOOKS;
	bool whole = true;
	add(args, &folders,
	    strcmp(folder, ".") == 0            ? ""
	    : folder[strlen(folder) - 1] == '/' ? folder
						: arena_printf(&args->arena, "%s/", folder));
	for (size_t i = 0; i < folders.count && whole; i++) {
		struct pattern_found found = names_in(args, folders.items[i], &looks);
		whole = !found.cut;
		for (size_t j = 0; j < found.count; j++) {
			struct stat facts;
			const char *path = found.paths[j];
			if (lstat(path, &facts) != 0)
				continue;
			if (S_ISDIR(facts.st_mode) && !is_passed_over(args, path))
				add(args, &folders, arena_printf(&args->arena, "%s/", path));
			else if (ends_as_yaml(path) &&
				 is_wanted(wanted, presale_probe(search->library, path)))
				add(args, roots, path);
		}
	}
	if (roots->count)
		qsort(roots->items, roots->count, sizeof *roots->items, compare);
	return whole;
}

struct roots_found
roots_below(struct arguments *args, const char *folder)
{
	struct paths roots = {0};
	struct root_search search = search_begin(args);
	bool whole = find_below(&search, folder, wanted_by(args->command), &roots);
	search_end(&search);
	return (struct roots_found){roots.items, roots.count, whole};
}

const char *
roots_portfolio(struct arguments *args)
{
	struct presale *library = library_open(LANG_OPEN);
	const char *path = presale_portfolio(library, "");
	if (path)
		path = arena_string(&args->arena, path);
	presale_close(library);
	return path;
}

bool
roots_is_portfolio(const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	if (strcmp(name, "presale.yaml") != 0)
		return false;
	struct presale *library = library_open(LANG_OPEN);
	bool is = presale_probe(library, path) == PRESALE_KIND_PORTFOLIO;
	presale_close(library);
	return is;
}

/* The processes that a portfolio lists; what is listed twice, by a folder and by itself, comes
 * once. */
static bool
find_listed(struct root_search *search, const char *portfolio, struct paths *roots)
{
	struct arena *arena = &search->args->arena;
	struct file_ids seen = {0};
	size_t count;
	const char *const *listed = presale_processes(search->library, portfolio, &count);
	bool whole = true;
	for (size_t i = 0; i < count; i++) {
		struct stat facts;
		struct paths found = {0};
		const char *path = arena_string(arena, listed[i]);
		if (stat(path, &facts) == 0 && S_ISDIR(facts.st_mode))
			whole = find_below(search, path, WANTED_PROCESSES, &found) && whole;
		else
			add(search->args, &found, path);
		for (size_t j = 0; j < found.count; j++)
			if (!file_ids_have(&seen, found.items[j])) {
				file_ids_add(&seen, found.items[j]);
				add(search->args, roots, found.items[j]);
			}
	}
	file_ids_free(&seen);
	return whole;
}

struct roots_found
roots_listed(struct arguments *args, const char *portfolio)
{
	struct paths roots = {0};
	struct root_search search = search_begin(args);
	bool whole = find_listed(&search, portfolio, &roots);
	search_end(&search);
	return (struct roots_found){roots.items, roots.count, whole};
}

static void
add_files(struct root_search *search, struct family *family)
{
	size_t count;
	const struct presale_input *inputs = presale_inputs(search->library, &count);
	for (size_t i = 0; i < count; i++)
		if (inputs[i].kind == PRESALE_INPUT_SOURCE &&
		    strcmp(inputs[i].path, family->root) != 0)
			file_ids_add(&family->files, inputs[i].path);
}

static const struct family *
family_of(struct root_search *search, const char *root)
{
	for (size_t i = 0; i < search->family_count; i++)
		if (strcmp(search->families[i].root, root) == 0)
			return &search->families[i];
	search->families = arena_grow(&search->args->arena, search->families, search->family_count,
				      1, sizeof *search->families);
	struct family *family = &search->families[search->family_count++];
	*family = (struct family){.root = root};
	library_fared(search->library, presale_load(search->library, root));
	add_files(search, family);
	return family;
}

/* The process that includes a part, in its folder or one above as far as the repository goes; NULL
 * when there is none. */
static const char *
root_of(struct root_search *search, const char *part)
{
	struct arguments *args = search->args;
	const char *slash = strrchr(part, '/');
	const char *folder =
	    slash ? arena_copy(&args->arena, part, (size_t)(slash - part) + 1) : "";
	size_t looks = PATTERN_LOOKS;
	for (size_t i = 0; i < search->family_count; i++)
		if (file_ids_have(&search->families[i].files, part))
			return search->families[i].root;
	for (int above = 0; folder && above < MOST_ABOVE;
	     above++, folder = path_above(&args->arena, folder)) {
		struct stat facts;
		struct pattern_found found = names_in(args, folder, &looks);
		for (size_t i = 0; i < found.count && search->family_count < MOST_READ; i++) {
			const char *path = found.paths[i];
			bool is_root = ends_as_yaml(path) &&
				       presale_probe(search->library, path) == PRESALE_KIND_ROOT;
			if (is_root && file_ids_have(&family_of(search, path)->files, part))
				return path;
		}
		if (stat(arena_printf(&args->arena, "%s.git", folder), &facts) == 0)
			break;
	}
	return NULL;
}

static void
add_part(struct arguments *args, struct target *target, const char *part)
{
	target->parts =
	    arena_grow(&args->arena, target->parts, target->part_count, 1, sizeof *target->parts);
	target->parts[target->part_count++] = part;
}

static const char *
first_of(struct root_search *search, const char *operand)
{
	struct stat facts;
	struct paths roots = {0};
	if (strcmp(operand, "-") == 0 || stat(operand, &facts) != 0)
		return NULL;
	if (S_ISDIR(facts.st_mode)) {
		find_below(search, operand, WANTED_PROCESSES, &roots);
		return roots.count ? roots.items[0] : NULL;
	}
	if (!S_ISREG(facts.st_mode))
		return NULL;
	enum presale_kind kind = presale_probe(search->library, operand);
	if (kind == PRESALE_KIND_PORTFOLIO) {
		find_listed(search, operand, &roots);
		return roots.count ? roots.items[0] : NULL;
	}
	const char *root = kind == PRESALE_KIND_PART ? root_of(search, operand) : NULL;
	return root ? root : operand;
}

const char *
roots_first(struct arguments *args, const char *operand)
{
	struct root_search search = search_begin(args);
	const char *first = first_of(&search, operand);
	search_end(&search);
	return first;
}

/* Adds the target of an operand, or the operand to one that is there. */
static void
add_target(struct root_search *search, const char *path, struct target *targets, size_t *count)
{
	bool file = strcmp(path, "-") != 0;
	bool part = file && presale_probe(search->library, path) == PRESALE_KIND_PART;
	const char *root = part ? root_of(search, path) : path;
	void **seen = root && file ? file_ids_at(&search->targets, root) : NULL;
	bool known = seen && *seen;
	struct target *target = known ? *seen : &targets[(*count)++];
	if (!known)
		*target = (struct target){.path = root ? root : path, .alone = !root};
	if (seen)
		*seen = target;
	if (known && (!part || !target->part_count))
		target->part_count = 0; /* the whole process is asked for */
	else if (part && root)
		add_part(search->args, target, path);
}

struct target *
roots_of(struct arguments *args, size_t *count)
{
	struct target *targets = arena_array(&args->arena, args->file_count + 1, sizeof *targets);
	struct root_search search = search_begin(args);
	*count = 0;
	for (size_t i = 0; i < args->file_count; i++)
		add_target(&search, args->files[i], targets, count);
	search_end(&search);
	return targets;
}
