/* SPDX-License-Identifier: MIT */
/* presale release: a new version of a process, with its change list, goes into its file. */
#include "cli/call/library.h"
#include "cli/call/run.h"
#include "cli/work/revision.h"
#include "cli/work/rewrite.h"
#include "cli/work/session.h"

#include <string.h>

/* A release under way: the process as it is, and what is asked for. */
struct releasing {
	struct arguments *args;
	const struct judging *judging;
	const char *path;
	const struct session *session;
	struct presale_releasing wish;
};

/* What was done, and what is to be done next. */
static void
tell(const struct releasing *r, const struct presale_fixed *files, const char *since,
     const char *waited)
{
	struct arguments *args = r->args;
	bool shown = args_have(args, OPTION_DRY_RUN) || strcmp(files[0].path, "-") == 0;
	if (!shown)
		call_complain(call_say(args, SAY_RELEASED, files[0].path, r->wish.version));
	if (since)
		call_complain(call_say(args, SAY_RELEASE_SINCE, since, NULL));
	if (waited)
		call_complain(call_say(args, SAY_RELEASE_WAITED, waited, NULL));
}

static enum presale_status
release(const struct releasing *r, const char *since)
{
	const struct presale_fixed *files;
	const char *said;
	size_t count;
	enum presale_status status =
	    library_fared(r->session->library,
			  presale_release(r->session->library, &r->wish, &files, &count, &said));
	if (status == PRESALE_CONTENT)
		call_complain(said);
	if (status == PRESALE_CLEAN && !rewrite_files(r->args, r->path, files, count))
		status = PRESALE_USAGE;
	if (status == PRESALE_CLEAN)
		tell(r, files, since, said);
	return status;
}

static bool
is_sound(const struct session *session)
{
	return !session->unreadable && !session->tally[PRESALE_SEVERITY_ERROR];
}

/* What has changed is what the file says now and did not in a revision. */
static enum presale_status
release_since(struct releasing *r, const char *since)
{
	struct revision revision;
	enum presale_status status = PRESALE_USAGE;
	if (!revision_open(&revision, r->args, since, r->path))
		return PRESALE_USAGE;
	const struct target target = {.path = revision.path};
	struct session before = session_open(r->args, &target, r->judging, false);
	r->wish.before = before.library;
	if (is_sound(&before))
		status = release(r, since);
	else
		call_complain(call_say(r->args, SAY_REVISION_BROKEN, since, NULL));
	session_close(&before);
	revision_close(&revision);
	return status;
}

/* The revision that is asked for; else the one in which the version in force first stood. */
static enum presale_status
release_file(struct releasing *r)
{
	const char *since = args_value(r->args, OPTION_RELEASED),
		   *version = presale_process_version(r->session->library);
	if (!since && version)
		since = revision_first_with(r->args, r->path, version);
	return since ? release_since(r, since) : release(r, NULL);
}

/* The problems that are named, in args. */
static void
read_fixes(struct releasing *r)
{
	const struct arguments *args = r->args;
	const char **fixes = arena_array(&r->args->arena, args->given_count + 1, sizeof *fixes);
	for (size_t i = 0; i < args->given_count; i++)
		if (args->given[i].option == OPTION_FIXES)
			fixes[r->wish.fix_count++] = args->given[i].value;
	r->wish.fixes = fixes;
}

static enum presale_status
open_and_release(struct releasing *r)
{
	const struct target target = {.path = r->path};
	struct session session = session_open(r->args, &target, r->judging, false);
	enum presale_status status = session.unreadable ? PRESALE_USAGE : PRESALE_CONTENT;
	r->session = &session;
	if (is_sound(&session))
		status = release_file(r);
	else
		sessions_print(r->args, &session, 1, r->judging);
	session_close(&session);
	return status;
}

enum presale_status
run_release(struct arguments *args)
{
	struct judging judging = judge_begin(args);
	const char *root = roots_first(args, args->files[0]);
	struct releasing releasing = {.args = args,
				      .judging = &judging,
				      .path = root ? root : args->files[0],
				      .wish = {.version = args_value(args, OPTION_VERSION),
					       .status = args_value(args, OPTION_STATUS),
					       .author = args_value(args, OPTION_AUTHOR),
					       .note = args_value(args, OPTION_RELEASE_NOTE)}};
	enum presale_status status = PRESALE_USAGE;
	read_fixes(&releasing);
	if (!releasing.wish.version)
		call_complain(call_say(args, SAY_RELEASE_VERSION, NULL, NULL));
	else if (judge_read(args, &judging))
		status = open_and_release(&releasing);
	judge_free(&judging);
	return status;
}
