/* SPDX-License-Identifier: MIT */
/* Git reads the tree of a revision into an index of its own, and brings one folder after it: what
 * the next revision has in common with the last stays where it is. */
#include "cli/work/revision.h"

#include "cli/call/library.h"
#include "cli/work/child.h"
#include "files/path.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* git -C FOLDER and the words given; its exit status. What it says goes to *text, in args. */
static int
hear(const struct revision *revision, const char *folder, const char *const *words,
     enum child_said said, const char **text)
{
	struct arena *arena = &revision->args->arena;
	size_t count = 0;
	while (words[count])
		count++;
	const char **all = arena_array(arena, count + 4, sizeof *all);
	memcpy(all, (const char *const[]){"git", "-C", folder}, 3 * sizeof *all);
	memcpy(all + 3, words, count * sizeof *all);
	struct buf out = {0};
	int status = child_run(all, &revision->guard.before, said, &out);
	*text = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return status;
}

const char **
revision_ask(const struct revision *revision, const char *const *words)
{
	struct arena *arena = &revision->args->arena;
	const char *text, **lines = arena_array(arena, 1, sizeof *lines);
	size_t count = 0;
	if (hear(revision, revision->folder, words, CHILD_OUTPUT, &text) != 0)
		return NULL;
	for (; *text; text += strcspn(text, "\n"), text += *text == '\n') {
		lines = arena_grow(arena, lines, count, 2, sizeof *lines);
		lines[count++] = arena_copy(arena, text, strcspn(text, "\n"));
		lines[count] = NULL;
	}
	return lines;
}

/* The one line that git answers, "" for an empty one; NULL when it fails. */
static const char *
line_of(const struct revision *revision, const char *const *words)
{
	const char **lines = revision_ask(revision, words);
	return !lines ? NULL : *lines ? *lines : "";
}

bool
revision_is_shallow(const struct revision *revision)
{
	const char *answer =
	    line_of(revision, (const char *const[]){"rev-parse", "--is-shallow-repository", NULL});
	return answer && strcmp(answer, "true") == 0;
}

/* ---- beginning */

/* "./" or a path that ends with a slash. */
static const char *
folder_of(struct arguments *args, const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? arena_copy(&args->arena, path, (size_t)(slash - path) + 1) : "./";
}

/* The folder that has all of the process, and the file from there. */
static void
place(struct revision *revision, const char *path)
{
	struct arguments *args = revision->args;
	const char *folder = folder_of(args, path), *slash = strrchr(path, '/');
	struct presale *library = library_open(LANG_OPEN);
	const char *portfolio = presale_portfolio(library, strcmp(folder, "./") == 0 ? "" : folder);
	revision->folder = folder;
	revision->name = slash ? slash + 1 : path;
	if (portfolio) {
		const char *around = folder_of(args, arena_string(&args->arena, portfolio));
		const char *from = path_real(&args->arena, around),
			   *to = path_real(&args->arena, path);
		if (from && to && path_is_within(to, from)) {
			revision->folder = around;
			revision->name = path_from(&args->arena, from, to);
		}
	}
	presale_close(library);
}

enum revision_state
revision_begin(struct revision *revision, struct arguments *args, const char *path)
{
	static const char *const where[] = {"rev-parse", "--show-prefix", "--show-toplevel", NULL};
	const char *temporary = getenv("TMPDIR"), *said;
	*revision = (struct revision){.args = args};
	place(revision, path);
	sigprocmask(SIG_SETMASK, NULL, &revision->guard.before);
	const char **lines = revision_ask(revision, where);
	if (!lines || !lines[0] || !lines[1])
		return hear(revision, ".", (const char *const[]){"--version", NULL}, CHILD_OUTPUT,
			    &said) == CHILD_MISSING
			   ? REVISION_NO_GIT
			   : REVISION_NO_REPOSITORY;
	revision->prefix = lines[0];
	revision->top = lines[1];
	guard_begin(&revision->guard, file_set_new(temporary && *temporary ? temporary : "/tmp"));
	revision->into = file_set_workplace(revision->guard.files);
	if (revision->into &&
	    mkdir(arena_printf(&args->arena, "%s/tree", revision->into), 0700) == 0)
		return REVISION_OK;
	int error = errno;
	guard_end(&revision->guard);
	errno = error;
	return REVISION_NO_WORKPLACE;
}

/* ---- taking */

enum revision_taken
revision_take(struct revision *revision, const char *commit)
{
	struct arena *arena = &revision->args->arena;
	struct stat facts;
	const char *said;
	size_t length = strlen(revision->prefix);
	const char *tree = arena_printf(arena, "%s:%.*s", commit, (int)(length ? length - 1 : 0),
					revision->prefix);
	const char *files = arena_printf(arena, "--work-tree=%s/tree", revision->into);
	const char *const words[] = {files, "read-tree", "-u", "--reset", "--no-sparse-checkout",
				     tree,  NULL};
	revision->path = arena_printf(arena, "%s/tree/%s", revision->into, revision->name);
	if (!revision_ask(revision, (const char *const[]){"cat-file", "-e", tree, NULL}))
		return TAKEN_NOT_THERE;
	setenv("GIT_INDEX_FILE", arena_printf(arena, "%s/index", revision->into), 1);
	int status = hear(revision, revision->top, words, CHILD_OUTPUT, &said);
	unsetenv("GIT_INDEX_FILE");
	if (status)
		return status == CHILD_STOPPED ? TAKEN_STOPPED : TAKEN_FAILED;
	return stat(revision->path, &facts) == 0 ? TAKEN_OK : TAKEN_NOT_THERE;
}

static bool
complain(const struct revision *revision, enum say say, const char *one, const char *two)
{
	call_complain(call_say(revision->args, say, one, two));
	return false;
}

/* Why a revision cannot be taken. */
static bool
complain_state(const struct revision *revision, enum revision_state state, const char *path)
{
	static const char *const where[] = {"rev-parse", "--show-prefix", NULL};
	const char *why;
	if (state == REVISION_NO_GIT)
		return complain(revision, SAY_NO_GIT, NULL, NULL);
	if (state == REVISION_NO_WORKPLACE)
		return complain(revision, SAY_NO_WORKPLACE, call_say_error(revision->args, errno),
				NULL);
	hear(revision, revision->folder, where, CHILD_ERRORS, &why);
	why = arena_copy(&revision->args->arena, why, strcspn(why, "\n"));
	return complain(revision, SAY_NO_REPOSITORY, path, why);
}

static const char *
commit_of(const struct revision *revision, const char *name)
{
	const char *wanted = arena_printf(&revision->args->arena, "%s^{commit}", name);
	const char *const words[] = {"rev-parse", "--verify", "--quiet", wanted, NULL};
	return name[0] == '-' || !*name ? NULL : line_of(revision, words);
}

static bool
take_named(struct revision *revision, const char *name)
{
	const char *commit = commit_of(revision, name);
	if (!commit)
		return complain(revision,
				revision_is_shallow(revision) ? SAY_SHALLOW_CLONE : SAY_NO_REVISION,
				name, NULL);
	switch (revision_take(revision, commit)) {
	case TAKEN_OK:
		return true;
	case TAKEN_NOT_THERE:
		return complain(revision, SAY_NOT_IN_REVISION, revision->name, name);
	case TAKEN_FAILED:
		return complain(revision, SAY_GIT_FAILED, name, NULL);
	case TAKEN_STOPPED:
		break;
	}
	return false;
}

bool
revision_open(struct revision *revision, struct arguments *args, const char *name, const char *path)
{
	enum revision_state state = revision_begin(revision, args, path);
	if (state != REVISION_OK)
		return complain_state(revision, state, path);
	if (take_named(revision, name))
		return true;
	revision_close(revision);
	return false;
}

void
revision_close(struct revision *revision)
{
	guard_end(&revision->guard);
}
