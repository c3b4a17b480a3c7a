/* SPDX-License-Identifier: MIT */
/* presale diff: what has changed in a process, between two files or since a revision of one. */
#include "cli/call/library.h"
#include "cli/call/run.h"
#include "cli/work/revision.h"
#include "cli/work/session.h"

/* A state of the process. The part of another file is looked for in its root. */
static struct session
open_state(struct arguments *args, const struct judging *judging, const char *path)
{
	const char *root = roots_first(args, path);
	const struct target target = {.path = root ? root : path};
	return session_open(args, &target, judging, false);
}

/* What keeps a state from being compared; of an old one the file is gone by the time it is read. */
static void
complain_state(struct arguments *args, const struct session *session, const struct judging *judging,
	       const char *revision)
{
	if (revision)
		call_complain(call_say(args, SAY_REVISION_BROKEN, revision, NULL));
	else
		sessions_print(args, session, 1, judging);
}

static bool
is_sound(const struct session *session)
{
	return !session->unreadable && !session->tally[PRESALE_SEVERITY_ERROR];
}

static enum presale_status
compare(struct arguments *args, const struct session *was, const struct session *is)
{
	const char *form = args_value(args, OPTION_DIFF_FORMAT), *text;
	size_t length, changes;
	struct buf out = {0};
	enum presale_status status =
	    library_fared(is->library, presale_diff(is->library, was->library, form ? form : "text",
						    &text, &length, &changes));
	if (status != PRESALE_CLEAN)
		return PRESALE_USAGE;
	buf_add(&out, text, length);
	call_put(true, &out);
	buf_free(&out);
	return changes ? PRESALE_CONTENT : PRESALE_CLEAN;
}

/* revision: of the earlier state, or NULL. */
static enum presale_status
diff(struct arguments *args, const struct judging *judging, const char *old, const char *new,
     const char *revision)
{
	enum presale_status status = PRESALE_USAGE;
	struct session was = open_state(args, judging, old), is = open_state(args, judging, new);
	if (!is_sound(&was))
		complain_state(args, &was, judging, revision);
	if (!is_sound(&is))
		complain_state(args, &is, judging, NULL);
	if (is_sound(&was) && is_sound(&is))
		status = compare(args, &was, &is);
	session_close(&was);
	session_close(&is);
	return status;
}

static enum presale_status
diff_since(struct arguments *args, const struct judging *judging, const char *name)
{
	struct revision revision;
	const char *path = args->files[0], *root = roots_first(args, path);
	path = root ? root : path;
	if (!revision_open(&revision, args, name, path))
		return PRESALE_USAGE;
	enum presale_status status = diff(args, judging, revision.path, path, name);
	revision_close(&revision);
	return status;
}

enum presale_status
run_diff(struct arguments *args)
{
	const char *since = args_value(args, OPTION_SINCE);
	struct judging judging = judge_begin(args);
	enum presale_status status = PRESALE_USAGE;
	if (args->file_count != (since ? 1 : 2))
		call_complain(call_say(args, SAY_DIFF_OPERANDS, NULL, NULL));
	else if (judge_read(args, &judging))
		status = since ? diff_since(args, &judging, since)
			       : diff(args, &judging, args->files[0], args->files[1], NULL);
	judge_free(&judging);
	return status;
}
