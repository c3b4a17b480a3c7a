/* SPDX-License-Identifier: MIT */
#include "cli/lsp/projects.h"

#include "cli/call/library.h"
#include "cli/call/roots.h"
#include "files/path.h"

#include <string.h>

static void
put(struct presale *library, const struct document *document)
{
	const char *text = document->lost ? NULL : buf_text(&document->text);
	library_fared(library, presale_put(library, document->path, text, document->text.length));
}

/* A context that outlives the message: the inner try gives it to the server's heap. */
struct opening {
	const struct settings *settings;
	struct presale *library;
};

static void
open_context(void *data)
{
	struct opening *opening = data;
	opening->library = settings_open(opening->settings);
}

static struct presale *
open_library(struct lsp_server *server)
{
	struct opening opening = {.settings = &server->judging.settings};
	if (!memory_try(&server->heap, open_context, &opening))
		memory_exhausted();
	return opening.library;
}

static struct presale *
probe_of(struct lsp_server *server)
{
	if (server->probe)
		return server->probe;
	server->probe = open_library(server);
	for (const struct document *one = server->documents; one; one = one->next)
		put(server->probe, one);
	return server->probe;
}

void
projects_put(struct lsp_server *server, const struct document *document)
{
	projects_doubt(server);
	put(probe_of(server), document);
	for (struct project *one = server->projects; one; one = one->next)
		if (one->library)
			put(one->library, document);
}

void
projects_doubt(struct lsp_server *server)
{
	for (struct project *one = server->projects; one; one = one->next)
		one->stale = one->unjudged = true;
}

/* Whether a process was read from a file. */
static bool
project_has(const struct project *project, const char *path)
{
	size_t i = 0;
	while (i < project->file_count && strcmp(project->files[i], path) != 0)
		i++;
	return i < project->file_count || strcmp(project->root, path) == 0;
}

static void
drop_files(struct project *project)
{
	for (size_t i = 0; i < project->file_count; i++)
		memory_free(project->files[i]);
	memory_free(project->files);
	project->files = NULL;
	project->file_count = 0;
}

static void
project_free(struct project *project)
{
	presale_close(project->library);
	drop_files(project);
	memory_free(project->root);
	memory_free(project);
}

static bool
is_open(const struct lsp_server *server, const struct project *project)
{
	const struct document *one = server->documents;
	while (one && !project_has(project, one->path))
		one = one->next;
	return one;
}

void
projects_take_back(struct lsp_server *server, const char *path)
{
	for (struct project **at = &server->projects; *at;) {
		struct project *one = *at;
		if (is_open(server, one)) {
			at = &one->next;
			continue;
		}
		*at = one->next;
		project_free(one);
	}
	projects_doubt(server);
	if (server->probe)
		presale_put(server->probe, path, NULL, 0);
	for (struct project *one = server->projects; one; one = one->next)
		if (one->library)
			presale_put(one->library, path, NULL, 0);
}

void
projects_forget(struct lsp_server *server)
{
	presale_close(server->probe);
	server->probe = NULL;
	for (struct project *one = server->projects; one; one = one->next) {
		presale_close(one->library);
		one->library = NULL;
		one->stale = one->unjudged = true;
	}
}

static struct project *
project_at(struct lsp_server *server, const char *root)
{
	struct project *one = server->projects;
	while (one && strcmp(one->root, root) != 0)
		one = one->next;
	if (one)
		return one;
	char *kept = server_string(server, root);
	struct memory_heap *before = memory_use(&server->heap);
	one = memory_alloc(sizeof *one);
	memory_use(before);
	*one = (struct project){
	    .next = server->projects, .root = kept, .stale = true, .unjudged = true};
	server->projects = one;
	return one;
}

/* The files that it was read from; those that come back are found by it. */
static void
note_files(struct lsp_server *server, struct project *project)
{
	struct arena scratch = {0};
	size_t count;
	const struct presale_input *inputs = presale_inputs(project->library, &count);
	drop_files(project);
	struct memory_heap *before = memory_use(&server->heap);
	project->files = memory_zeros((count + 1) * sizeof *project->files);
	memory_use(before);
	for (size_t i = 0; i < count; i++) {
		const char *path = inputs[i].kind == PRESALE_INPUT_SOURCE
				       ? path_real(&scratch, inputs[i].path)
				       : NULL;
		if (path)
			project->files[project->file_count++] = server_string(server, path);
	}
	arena_free(&scratch);
}

/* Loads a process if a text has changed since. */
static void
projects_load(struct lsp_server *server, struct project *project)
{
	if (!project->stale && project->library)
		return;
	if (!project->library) {
		project->library = open_library(server);
		for (const struct document *one = server->documents; one; one = one->next)
			put(project->library, one);
	}
	struct presale *library = project->library;
	enum presale_kind kind = presale_probe(library, project->root);
	project->silent = kind == PRESALE_KIND_OTHER;
	presale_set(library, "part", kind == PRESALE_KIND_PART ? "yes" : NULL);
	presale_set(library, "lang", NULL);
	library_fared(library, presale_load(library, project->root));
	int lang = args_lang_of(server->args, (int)presale_language(library));
	presale_set(library, "lang", lang ? "ru" : "en");
	note_files(server, project);
	project->stale = false;
	project->unjudged = true;
}

/* The first process that was read from a file. */
static struct project *
find(const struct lsp_server *server, const char *path, bool root)
{
	struct project *one = server->projects;
	while (one && (root ? strcmp(one->root, path) != 0 : !project_has(one, path)))
		one = one->next;
	return one;
}

/* Finds the processes of a part or a portfolio on the disk. */
static void
find_roots(struct lsp_server *server, const char *path, enum presale_kind kind)
{
	struct arguments look = *server->args;
	look.arena = (struct arena){0};
	look.files = &path;
	look.file_count = 1;
	if (kind == PRESALE_KIND_PORTFOLIO) {
		struct roots_found found = roots_listed(&look, path);
		for (size_t i = 0; i < found.count; i++)
			project_at(server, path_real(&look.arena, found.paths[i]));
	} else {
		size_t count;
		const struct target *targets = roots_of(&look, &count);
		for (size_t i = 0; i < count; i++)
			project_at(server, path_real(&look.arena, targets[i].path));
	}
	arena_free(&look.arena);
}

struct project *
projects_loaded(const struct lsp_server *server, const struct document *document)
{
	struct project *one = server->projects;
	while (one && !(one->library && !one->silent && project_has(one, document->path)))
		one = one->next;
	return one;
}

struct project *
projects_of(struct lsp_server *server, const struct document *document)
{
	const char *path = document->path;
	enum presale_kind kind = presale_probe(probe_of(server), path);
	bool shared = kind == PRESALE_KIND_PART || kind == PRESALE_KIND_PORTFOLIO;
	struct project *found = find(server, path, !shared);
	if (!found && shared)
		find_roots(server, path, kind);
	else if (!found)
		found = project_at(server, path);
	for (struct project *one = server->projects; one && !found; one = one->next) {
		projects_load(server, one);
		found = project_has(one, path) ? one : NULL;
	}
	if (!found)
		found = project_at(server, path);
	projects_load(server, found);
	return found;
}

bool
projects_judge_one(struct lsp_server *server, struct project *project)
{
	projects_load(server, project);
	bool unjudged = project->unjudged;
	if (unjudged && !project->silent)
		library_fared(project->library, presale_check(project->library));
	project->unjudged = false;
	project->untold = project->untold || unjudged;
	return unjudged;
}

struct project *
projects_judge(struct lsp_server *server, const struct document *document)
{
	struct project *project = projects_of(server, document);
	projects_judge_one(server, project);
	return project;
}
