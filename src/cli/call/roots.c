/* SPDX-License-Identifier: MIT */
#include "cli/call/roots.h"

#include "files/path.h"
#include "load/load.h"
#include "load/probe.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Folders above a part that are looked into, and processes there that are read. */
enum { MOST_ABOVE = 16, MOST_READ = 100 };

struct paths {
	const char **items;
	size_t count;
};

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

/* The roots below a folder; false when there is too much to look at. */
static bool
find_below(struct arguments *args, const char *folder, struct paths *roots)
{
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
			else if (ends_as_yaml(path) && probe_file(path, NULL) == PROBE_ROOT)
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
	bool whole = find_below(args, folder, &roots);
	return (struct roots_found){roots.items, roots.count, whole};
}

/* The files of a root; each is read once, however many parts there are. */
struct family {
	const char *root;
	struct paths files;
};

struct families {
	struct family *items;
	size_t count;
};

static const struct family *
family_of(struct arguments *args, struct families *families, const char *root)
{
	struct diagnostics diags = {0};
	bool unreadable;
	for (size_t i = 0; i < families->count; i++)
		if (strcmp(families->items[i].root, root) == 0)
			return &families->items[i];
	families->items =
	    arena_grow(&args->arena, families->items, families->count, 1, sizeof *families->items);
	struct family *family = &families->items[families->count++];
	*family = (struct family){.root = root};
	const struct model *model = load_model(root, NULL, &diags, &unreadable);
	for (uint32_t i = 1; i < model->file_count; i++)
		add(args, &family->files, arena_string(&args->arena, model->files[i].name));
	diag_free(&diags);
	model_free(model);
	return family;
}

static bool
includes(const struct family *family, const char *part)
{
	bool found = false;
	for (size_t i = 0; i < family->files.count && !found; i++)
		found = path_same_file(family->files.items[i], part);
	return found;
}

/* The folder above one ("" is the current one), or NULL at the top. */
static const char *
folder_above(struct arguments *args, const char *folder)
{
	size_t length = strlen(folder);
	if (strcmp(folder, "/") == 0)
		return NULL;
	if (!length || (length >= 3 && strcmp(folder + length - 3, "../") == 0))
		return arena_printf(&args->arena, "%s../", folder);
	do
		length--;
	while (length && folder[length - 1] != '/');
	return arena_copy(&args->arena, folder, length);
}

/* The process that includes a part, in its folder or one above as far as the repository goes; NULL
 * when there is none. */
static const char *
root_of(struct arguments *args, struct families *families, const char *part)
{
	const char *slash = strrchr(part, '/');
	const char *folder =
	    slash ? arena_copy(&args->arena, part, (size_t)(slash - part) + 1) : "";
	size_t looks = PATTERN_LOOKS;
	for (size_t i = 0; i < families->count; i++)
		if (includes(&families->items[i], part))
			return families->items[i].root;
	for (int above = 0; folder && above < MOST_ABOVE;
	     above++, folder = folder_above(args, folder)) {
		struct stat facts;
		struct pattern_found found = names_in(args, folder, &looks);
		for (size_t i = 0; i < found.count && families->count < MOST_READ; i++) {
			bool is_root = ends_as_yaml(found.paths[i]) &&
				       probe_file(found.paths[i], NULL) == PROBE_ROOT;
			if (is_root && includes(family_of(args, families, found.paths[i]), part))
				return found.paths[i];
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

const char *
roots_first(struct arguments *args, const char *operand)
{
	struct stat facts;
	struct paths roots = {0};
	struct families families = {0};
	if (strcmp(operand, "-") == 0 || stat(operand, &facts) != 0)
		return NULL;
	if (S_ISDIR(facts.st_mode)) {
		find_below(args, operand, &roots);
		return roots.count ? roots.items[0] : NULL;
	}
	const char *root = S_ISREG(facts.st_mode) && probe_file(operand, NULL) == PROBE_PART
			       ? root_of(args, &families, operand)
			       : NULL;
	return root || !S_ISREG(facts.st_mode) ? root : operand;
}

struct target *
roots_of(struct arguments *args, size_t *count)
{
	struct target *targets = arena_array(&args->arena, args->file_count + 1, sizeof *targets);
	struct families families = {0};
	*count = 0;
	for (size_t i = 0; i < args->file_count; i++) {
		const char *path = args->files[i];
		bool part = strcmp(path, "-") != 0 && probe_file(path, NULL) == PROBE_PART;
		const char *root = part ? root_of(args, &families, path) : path;
		size_t at = 0;
		while (root && at < *count && !path_same_file(targets[at].path, root))
			at++;
		struct target *target = &targets[root ? at : *count];
		bool known = root && at < *count;
		if (!known)
			targets[(*count)++] =
			    (struct target){.path = root ? root : path, .alone = !root};
		if (known && (!part || !target->part_count)) {
			target->part_count = 0; /* the whole process is asked for */
		} else if (part && root) {
			add_part(args, target, path);
		}
	}
	return targets;
}
