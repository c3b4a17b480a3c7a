/* SPDX-License-Identifier: MIT */
#include "cli/work/revision.h"

#include "cli/work/child.h"
#include "files/path.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What git is asked with. */
struct git {
	struct arguments *args;
	const sigset_t *mask;
	const char *folder; /* of the file */
	const char *base;   /* its name within */
	const char *name;   /* the revision as it was typed */
};

enum { WORDS_MOST = 12 };

/* git -C FOLDER and the words given; its exit status. What it says, up to where a line ends, goes
 * to *text, in args. */
static int
hear(const struct git *git, const char *const *words, enum child_said said, const char **text)
{
	const char *all[WORDS_MOST] = {"git", "-C", git->folder};
	struct buf out = {0};
	for (size_t i = 0; words[i] && i + 4 < WORDS_MOST; i++)
		all[i + 3] = words[i];
	int status = child_run(all, git->mask, said, &out);
	*text = arena_copy(&git->args->arena, buf_text(&out), strcspn(buf_text(&out), "\n"));
	buf_free(&out);
	return status;
}

static int
ask(const struct git *git, const char *const *words, const char **text)
{
	return hear(git, words, CHILD_OUTPUT, text);
}

/* The status of a question of which nothing else matters. */
static int
status_of(const struct git *git, const char *const *words)
{
	const char *text;
	return ask(git, words, &text);
}

static bool
complain(const struct git *git, enum say say, const char *one, const char *two)
{
	call_complain(call_say(git->args, say, one, two));
	return false;
}

/* Where the file's folder is in its repository: "" or a path that ends with a slash. */
static bool
find_prefix(const struct git *git, const char *path, const char **prefix)
{
	static const char *const words[] = {"rev-parse", "--show-prefix", NULL};
	const char *why;
	int status = ask(git, words, prefix);
	if (status == CHILD_MISSING)
		return complain(git, SAY_NO_GIT, NULL, NULL);
	if (status == 0)
		return true;
	hear(git, words, CHILD_ERRORS, &why);
	return complain(git, SAY_NO_REPOSITORY, path, why);
}

/* A clone may lack what others have. */
static bool
complain_unknown(const struct git *git)
{
	const char *shallow;
	ask(git, (const char *const[]){"rev-parse", "--is-shallow-repository", NULL}, &shallow);
	return complain(git, strcmp(shallow, "true") == 0 ? SAY_SHALLOW_CLONE : SAY_NO_REVISION,
			git->name, NULL);
}

static bool
find_commit(const struct git *git, const char **commit)
{
	const char *wanted = arena_printf(&git->args->arena, "%s^{commit}", git->name);
	if (git->name[0] == '-' || !*git->name)
		return complain_unknown(git);
	int status = ask(
	    git, (const char *const[]){"rev-parse", "--verify", "--quiet", wanted, NULL}, commit);
	return status == 0 || complain_unknown(git);
}

/* Takes the folder at a commit: git reads its tree into an index of its own and writes what that
 * lists; from the top, since it would leave out what is in no folder below the one it stands in. */
static bool
take(struct git *git, const char *commit, const char *prefix, const char *into)
{
	struct arena *arena = &git->args->arena;
	ask(git, (const char *const[]){"rev-parse", "--show-toplevel", NULL}, &git->folder);
	size_t length = strlen(prefix);
	const char *tree =
	    arena_printf(arena, "%s:%.*s", commit, (int)(length ? length - 1 : 0), prefix);
	const char *files = arena_printf(arena, "--prefix=%s/tree/", into);
	setenv("GIT_INDEX_FILE", arena_printf(arena, "%s/index", into), 1);
	const char *const steps[][WORDS_MOST] = {
	    {"cat-file", "-e", tree},
	    {"read-tree", tree},
	    {"checkout-index", "--all", "--force", files},
	};
	enum { STEPS = sizeof steps / sizeof *steps };
	int status = 0, step = 0;
	for (; step < STEPS && !status; step++)
		status = status_of(git, steps[step]);
	unsetenv("GIT_INDEX_FILE");
	if (status > 0 && step == 1)
		return complain(git, SAY_NOT_IN_REVISION, git->base, git->name);
	if (status && status != CHILD_STOPPED)
		complain(git, SAY_GIT_FAILED, git->name, NULL);
	return !status;
}

static bool
find_file(const struct git *git, const char *into, const char **found)
{
	struct stat facts;
	*found = arena_printf(&git->args->arena, "%s/tree/%s", into, git->base);
	return stat(*found, &facts) == 0 ||
	       complain(git, SAY_NOT_IN_REVISION, git->base, git->name);
}

static bool
open_in(struct revision *revision, struct git *git, const char *path)
{
	const char *prefix, *commit, *into;
	if (!find_prefix(git, path, &prefix) || !find_commit(git, &commit))
		return false;
	into = file_set_workplace(revision->guard.files);
	if (!into)
		return complain(git, SAY_NO_WORKPLACE, call_say_error(git->args, errno), NULL);
	return take(git, commit, prefix, into) && find_file(git, into, &revision->path);
}

/* Whom to ask about a file. */
static struct git
git_of(struct arguments *args, const char *path, const char *name, const sigset_t *mask)
{
	const char *slash = strrchr(path, '/');
	return (struct git){
	    .args = args,
	    .mask = mask,
	    .folder = slash ? arena_copy(&args->arena, path, (size_t)(slash - path) + 1) : ".",
	    .base = slash ? slash + 1 : path,
	    .name = name};
}

const char *
revision_first_with(struct arguments *args, const char *path, const char *text)
{
	sigset_t mask;
	sigprocmask(SIG_SETMASK, NULL, &mask);
	const struct git git = git_of(args, path, NULL, &mask);
	const char *wanted = arena_printf(&args->arena, "-S%s", text), *commit;
	const char *const words[] = {"log", "--reverse", "--format=%h", wanted,
				     "--",  git.base,    NULL};
	return ask(&git, words, &commit) == 0 && *commit ? commit : NULL;
}

bool
revision_open(struct revision *revision, struct arguments *args, const char *name, const char *path)
{
	const char *temporary = getenv("TMPDIR");
	struct git git = git_of(args, path, name, &revision->guard.before);
	*revision = (struct revision){0};
	guard_begin(&revision->guard, file_set_new(temporary && *temporary ? temporary : "/tmp"));
	if (open_in(revision, &git, path))
		return true;
	guard_end(&revision->guard);
	return false;
}

void
revision_close(struct revision *revision)
{
	guard_end(&revision->guard);
}
