/* SPDX-License-Identifier: MIT */
#include "load/include.h"

#include "files/file.h"
#include "files/path.h"
#include "load/language.h"
#include "load/outline.h"
#include "load/portfolio.h"
#include "load/read.h"
#include "load/run_file.h"
#include "load/stranger.h"
#include "model/fields.h"
#include "support/utf8.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { INCLUDE_DEPTH_LIMIT = 16, FILES_LIMIT = 1000 };

static void
read_file(struct include_set *set, const char *path, const char *shown, struct pos from, int depth);

static enum phrase
status_words(enum file_status status)
{
	switch (status) {
	case FILE_OK:
		return PHRASE_NONE;
	case FILE_MISSING:
		return PHRASE_FILE_MISSING;
	case FILE_FOLDER:
		return PHRASE_FILE_FOLDER;
	case FILE_SPECIAL:
		return PHRASE_FILE_SPECIAL;
	case FILE_DENIED:
		return PHRASE_FILE_DENIED;
	case FILE_LARGE:
		return PHRASE_FILE_LARGE;
	}
	return PHRASE_NONE;
}

static unsigned
add_source(struct include_set *set, const char *shown, bool is_input)
{
	struct model *model = set->model;
	model->files = list_grow(model->files, model->file_count, sizeof *model->files);
	model->files[model->file_count] =
	    (struct source){.name = arena_string(&model->arena, shown), .is_input = is_input};
	return model->file_count++;
}

static void
add_sought(struct model *model, struct pattern pattern)
{
	model->sought =
	    arena_grow(&model->arena, model->sought, model->sought_count, 1, sizeof *model->sought);
	model->sought[model->sought_count++] = pattern;
}

static void
add_sought_path(struct model *model, const char *path)
{
	add_sought(model, (struct pattern){.text = pattern_from_path(&model->arena, path)});
}

static void
add_root(struct include_set *set, struct node *root)
{
	set->roots = list_grow(set->roots, set->count, sizeof *set->roots);
	set->roots[set->count++] = root;
}

/* The folder of a path with its slash, "" when it has none. */
static const char *
folder_of(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? arena_copy(arena, path, (size_t)(slash - path) + 1) : "";
}

/* Of all that a pattern brings about one thing is said: its cure is another pattern. */
static bool
is_said(struct include_set *set)
{
	bool is = set->said && *set->said;
	if (set->said)
		*set->said = true;
	return is;
}

static void
report_file(struct include_set *set, struct pos pos, const char *name, enum phrase what)
{
	if (!is_said(set))
		diag2(set->diags, RULE_REF_FILE, pos, name, what);
	set->broken = true;
}

/* Why a file cannot be included, or PHRASE_NONE. What lies outside is not even asked whether it is
 * there. */
static enum phrase
file_fault(const struct include_set *set, const char *path)
{
	struct arena scratch = {0};
	struct stat facts;
	const char *real = path_real(&scratch, path);
	bool within = real && set->root && path_is_within(real, set->root);
	arena_free(&scratch);
	if (!within)
		return PHRASE_FILE_OUTSIDE;
	if (overlays_find(set->overlays, path))
		return PHRASE_NONE;
	if (stat(path, &facts) != 0)
		return status_words(FILE_MISSING);
	if (S_ISREG(facts.st_mode))
		return PHRASE_NONE;
	return status_words(S_ISDIR(facts.st_mode) ? FILE_FOLDER : FILE_SPECIAL);
}

static void
include_one(struct include_set *set, const char *path, struct pos pos, int depth)
{
	enum phrase fault = file_fault(set, path);
	if (fault) {
		report_file(set, pos, path, fault);
		return;
	}
	struct pos **seen = (struct pos **)map_at(&set->seen, path_real(&set->model->arena, path));
	if (*seen && (*seen)->line == 0) {
		report_file(set, pos, path, PHRASE_FILE_CYCLE);
		return;
	}
	if (*seen) {
		if (!is_said(set))
			diag1(set->diags, RULE_REF_INCLUDE_AGAIN, pos, path)->related = **seen;
		return;
	}
	if (depth >= INCLUDE_DEPTH_LIMIT || set->model->file_count >= FILES_LIMIT) {
		report_file(set, pos, path, PHRASE_FILES_TOO_MANY);
		return;
	}
	struct pos *open = arena_alloc(&set->model->arena, sizeof *open);
	*seen = open;
	read_file(set, path, path, pos, depth + 1);
	*open = pos;
}

/* Why a pattern stands for nothing, or PHRASE_NONE. */
static enum phrase
pattern_fault(const struct pattern_found *found)
{
	if (found->cut)
		return PHRASE_PATTERN_BROAD;
	if (found->count || found->skipped)
		return PHRASE_NONE;
	return found->outside ? PHRASE_FILE_OUTSIDE : PHRASE_PATTERN_EMPTY;
}

/* A folder of outputs as it is called, or as the root's folder sees it. */
static const char *
called(const struct include_set *set, const char *real)
{
	if (set->without && strcmp(real, set->without) == 0)
		return set->out;
	const char *below = real + (set->root[1] ? strlen(set->root) : 0);
	return *below ? below + 1 : ".";
}

/* Folders that fit are passed over: a pattern stands for files. */
static void
include_pattern(struct include_set *set, const char *path, const struct node *node, int depth)
{
	struct arena *arena = &set->model->arena;
	struct pattern pattern = {path, set->root, set->without};
	if (pattern_climbs(path)) {
		report_file(set, node->pos, node->text, PHRASE_PATTERN_CLIMBS);
		return;
	}
	if (set->cut)
		return;
	add_sought(set->model, pattern);
	struct pattern_found found = pattern_find(arena, &pattern, &set->looks, &set->written);
	size_t files = 0;
	for (size_t i = 0; i < found.count; i++) {
		struct stat facts;
		if (stat(found.paths[i], &facts) != 0 || !S_ISDIR(facts.st_mode))
			found.paths[files++] = found.paths[i];
	}
	found.count = files;
	set->cut = found.cut;
	enum phrase fault = pattern_fault(&found);
	if (fault)
		report_file(set, node->pos, node->text, fault);
	if (found.skipped && !is_said(set))
		diag2(set->diags, RULE_REF_OWN_OUTPUT, node->pos, node->text,
		      called(set, found.skipped));
	for (size_t i = 0; i < found.count && !found.cut; i++)
		include_one(set, found.paths[i], node->pos, depth);
}

static void
include_item(struct include_set *set, const char *folder, const struct node *node, int depth)
{
	struct arena *arena = &set->model->arena;
	bool said = false, *outer = set->said;
	if (node->text[0] == '/')
		folder = "";
	set->said = &said;
	if (!strpbrk(node->text, "*?[")) {
		const char *path = arena_printf(arena, "%s%s", folder, node->text);
		add_sought_path(set->model, path);
		include_one(set, path, node->pos, depth);
	} else {
		include_pattern(
		    set, arena_printf(arena, "%s%s", pattern_from_path(arena, folder), node->text),
		    node, depth);
	}
	set->said = outer;
}

static void
follow_includes(struct include_set *set, const struct node *root, const char *path, int depth)
{
	const char *folder = folder_of(&set->model->arena, path);
	for (const struct node *key = root->type == NODE_MAP ? root->first : NULL; key;
	     key = key->next->next) {
		const struct field *field = key->type == NODE_TEXT
						? bind_meant(set->binder, KIND_DOCUMENT, key->text)
						: NULL;
		if (!field || field->id != FIELD_DOCUMENT_include)
			continue;
		const struct node *item =
		    key->next->type == NODE_LIST ? key->next->first : key->next;
		for (; item; item = key->next->type == NODE_LIST ? item->next : NULL)
			if (item->type == NODE_TEXT && !node_is_empty(item))
				include_item(set, folder, item, depth);
	}
}

/* The tree of a file's bytes, which become the source's; NULL when nothing of them was understood.
 */
static struct node *
parse(struct include_set *set, unsigned file, struct buf *bytes)
{
	struct source *source = &set->model->files[file];
	source->bytes = *bytes;
	struct node *root = read_tree(set->nodes, &set->model->arena, set->diags, source, file);
	set->broken = set->broken || source->refused;
	if (!root)
		buf_cut(&source->bytes, utf8_valid(buf_text(&source->bytes), source->bytes.length));
	return root;
}

/* True (and reported) for a file of another program; its bytes are of no use. */
static bool
is_stranger(struct include_set *set, unsigned file, const char *path, struct buf *bytes)
{
	const struct pos start = {.line = 1, .column = 1, .file = file};
	const struct stranger *stranger = stranger_find(path, buf_text(bytes));
	if (!stranger)
		return false;
	struct said cure = stranger->imports ? said_with(PHRASE_IMPORT, path, &set->model->arena)
					     : said_phrase(PHRASE_COPY_OUT);
	diag2(set->diags, RULE_YAML_FOREIGN, start, stranger->what, cure);
	set->broken = true;
	buf_free(bytes);
	return true;
}

static void
read_file(struct include_set *set, const char *path, const char *shown, struct pos from, int depth)
{
	struct buf buf = {0};
	unsigned file = add_source(set, shown, depth == 0 && strcmp(path, "-") == 0);
	enum file_status status = read_text(set->overlays, path, &buf);
	if (status != FILE_OK) {
		set->unreadable = set->unreadable || depth == 0;
		if (depth == 0)
			from = (struct pos){.file = 0};
		report_file(set, from, shown, status_words(status));
		buf_free(&buf);
		return;
	}
	struct node *root = is_stranger(set, file, path, &buf) ? NULL : parse(set, file, &buf);
	if (depth == 0)
		outline_tell(set->diags, path);
	set->broken = set->broken || (root && root->type != NODE_MAP);
	const struct source *source = &set->model->files[file];
	if ((set->broken || source->mended_count) && depth == 0)
		language_of_text(set->binder, source_text(source));
	if (!root)
		return;
	add_root(set, root);
	follow_includes(set, root, path, depth);
}

/* The portfolio above a process is read like what it includes, from its own folder. */
static void
read_portfolio(struct include_set *set, const char *path)
{
	struct model *model = set->model;
	set->own = set->count;
	model->own_files = model->file_count;
	struct paths sought = {0};
	const char *portfolio =
	    portfolio_above(folder_of(&model->arena, path), set->overlays, &model->arena, &sought);
	for (size_t i = 0; i < sought.count; i++)
		add_sought_path(model, sought.items[i]);
	const char *real = portfolio ? path_real(&model->arena, portfolio) : NULL;
	if (!real || map_get(&set->seen, real))
		return;
	model->root = folder_of(&model->arena, portfolio);
	set->root = path_real(&model->arena, model->root);
	include_one(set, portfolio, (struct pos){0}, 0);
}

/* Where paths and patterns lead from. */
static void
take_folder(struct include_set *set, const char *folder)
{
	struct arena *arena = &set->model->arena;
	set->model->root = folder;
	set->root = path_real(arena, folder);
	const char *out = set->out ? path_real(arena, set->out) : NULL;
	set->without =
	    out && set->root && path_is_within(out, set->root) && strcmp(out, set->root) != 0
		? out
		: NULL;
}

static void
note_seen(struct include_set *set, const char *path)
{
	const char *real = path_real(&set->model->arena, path);
	if (real)
		*map_at(&set->seen, real) = arena_alloc(&set->model->arena, sizeof(struct pos));
}

/* The process of a run lies wherever the run says. */
static void
read_process(struct include_set *set, const char *run)
{
	struct arena *arena = &set->model->arena;
	const struct node *named = run_file_process(set->binder, set->run);
	if (!named) {
		diag(set->diags, RULE_RUN_NO_PROCESS, set->run->pos);
		set->broken = true;
		return;
	}
	const char *folder = named->text[0] == '/' ? "" : folder_of(arena, run);
	const char *path = arena_printf(arena, "%s%s", folder, named->text);
	add_sought_path(set->model, path);
	take_folder(set, folder_of(arena, path));
	note_seen(set, path);
	read_file(set, path, path, named->pos, 1);
	read_portfolio(set, path);
}

void
include_files(struct include_set *set, const char *path)
{
	bool is_input = strcmp(path, "-") == 0;
	if (!is_input) {
		add_sought_path(set->model, path);
		note_seen(set, path);
	}
	take_folder(set, is_input ? "" : folder_of(&set->model->arena, path));
	read_file(set, path, is_input ? "<stdin>" : path, (struct pos){0}, 0);
	if (!set->count || !run_file_is(set->binder, set->roots[0])) {
		read_portfolio(set, is_input ? "" : path);
		return;
	}
	set->run = set->roots[0];
	set->count = 0;
	read_process(set, is_input ? "" : path);
}

void
include_free(struct include_set *set)
{
	map_free(&set->seen);
	written_lists_free(&set->written);
	memory_free(set->roots);
}
