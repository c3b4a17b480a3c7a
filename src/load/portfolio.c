/* SPDX-License-Identifier: MIT */
#include "load/portfolio.h"

#include "diag/diag.h"
#include "load/probe.h"
#include "load/read.h"
#include "model/fields.h"
#include "support/utf8.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME "presale.yaml"

enum { MOST_ABOVE = 16 };

static bool
is_there(struct arena *arena, const char *folder, const char *name)
{
	struct stat facts;
	return stat(arena_printf(arena, "%s%s", folder, name), &facts) == 0;
}

static void
add(struct paths *paths, struct arena *arena, const char *path)
{
	paths->items = arena_grow(arena, paths->items, paths->count, 1, sizeof *paths->items);
	paths->items[paths->count++] = path;
}

/* A file that another user has put above the folder of a process is none of its: of whom the folder
 * is, who runs the program, and the system may. */
static bool
is_trusted(const char *path, uid_t owner)
{
	struct stat facts;
	return stat(path, &facts) != 0 || facts.st_uid == owner || facts.st_uid == geteuid() ||
	       facts.st_uid == 0;
}

const char *
portfolio_above(const char *folder, const struct overlays *overlays, struct arena *arena,
		struct paths *sought)
{
	struct stat facts;
	uid_t owner = stat(*folder ? folder : ".", &facts) == 0 ? facts.st_uid : geteuid();
	for (int above = 0; folder && above <= MOST_ABOVE; above++) {
		const char *path = arena_printf(arena, "%s" NAME, folder);
		add(sought, arena, path);
		if (is_trusted(path, owner) && probe_file(path, overlays) == PROBE_PORTFOLIO)
			return path;
		folder = is_there(arena, folder, ".git") ? NULL : path_above(arena, folder);
	}
	return NULL;
}

/* A listed path, from the folder of the portfolio on. */
static void
add_listed(struct paths *paths, struct arena *arena, const char *folder, const char *text)
{
	size_t looks = PATTERN_LOOKS;
	const struct pattern pattern = {
	    .text = arena_printf(arena, "%s%s", pattern_from_path(arena, folder), text)};
	if (pattern_is_plain(text)) {
		add(paths, arena, arena_printf(arena, "%s%s", folder, text));
		return;
	}
	if (pattern_climbs(text))
		return;
	struct pattern_found found = pattern_find(arena, &pattern, &looks, NULL);
	for (size_t i = 0; i < found.count; i++)
		add(paths, arena, found.paths[i]);
}

/* What stands behind `processes`, or NULL. */
static const struct node *
listed(const struct node *root)
{
	const struct field *field = field_row(FIELD_DOCUMENT_processes);
	struct arena scratch = {0};
	const struct node *found = NULL;
	for (const struct node *key = root && root->type == NODE_MAP ? root->first : NULL;
	     key && !found; key = key->next->next) {
		const char *folded =
		    key->type == NODE_TEXT ? utf8_fold(&scratch, key->text, FOLD_KEY) : "";
		if (field_spelling_matches(field->keys[0], folded) ||
		    field_spelling_matches(field->keys[1], folded))
			found = key->next;
	}
	arena_free(&scratch);
	return found;
}

struct paths
portfolio_processes(const char *path, const struct overlays *overlays, struct arena *arena)
{
	struct paths paths = {0};
	struct arena nodes = {0};
	struct diagnostics diags = {0}; /* whoever loads a process is told of the portfolio's */
	struct source source = {.name = path};
	const char *slash = strrchr(path, '/'),
		   *folder = slash ? arena_copy(arena, path, (size_t)(slash - path) + 1) : "";
	struct node *root = NULL;
	if (read_text(overlays, path, &source.bytes) == FILE_OK)
		root = read_tree(&nodes, arena, &diags, &source, 0);
	const struct node *list = listed(root);
	uint32_t count = 0;
	const struct node *item = list ? node_items(list, &count) : NULL;
	for (uint32_t i = 0; i < count; i++, item = item->next)
		if (item->type == NODE_TEXT && !node_is_empty(item))
			add_listed(&paths, arena, folder, item->text);
	if (root && !list)
		add(&paths, arena, *folder ? folder : ".");
	buf_free(&source.bytes);
	buf_free(&source.nodes);
	arena_free(&nodes);
	diag_free(&diags);
	return paths;
}
