/* SPDX-License-Identifier: MIT */
/* presale run new, done, move, pilot: what is written into the file of a run. */
#include "cli/call/library.h"
#include "cli/running.h"
#include "cli/work/reports.h"
#include "cli/work/rewrite.h"
#include "text/slug.h"

#include <string.h>
#include <sys/stat.h>

/* ---- new */

static enum presale_status
write_run(struct arguments *args, const char *path, const char *text, size_t length)
{
	struct stat facts;
	struct buf bytes = {0};
	bool screen = strcmp(path, "-") == 0, there = !screen && lstat(path, &facts) == 0;
	if (there) {
		call_complain(call_say(args, SAY_RUN_THERE, path, NULL));
		return PRESALE_USAGE;
	}
	buf_add(&bytes, text, length);
	bool ok = screen || reports_write(args, path, &bytes);
	if (screen)
		call_put(true, &bytes);
	else if (ok)
		call_complain(call_say(args, SAY_RUN_BEGUN, path, NULL));
	buf_free(&bytes);
	return ok ? PRESALE_CLEAN : PRESALE_USAGE;
}

static enum presale_status
begin(struct running *running, struct session *session, const char *path)
{
	struct arguments *args = running->args;
	const char *text, *refusal;
	size_t length;
	const struct presale_run run = {.name = args_value(args, OPTION_NAME),
					.start = args_value(args, OPTION_START),
					.finish = args_value(args, OPTION_FINISH),
					.variant = args_value(args, OPTION_VARIANT),
					.path = strcmp(path, "-") == 0 ? "" : path};
	enum presale_status status = library_fared(
	    session->library, presale_run_new(session->library, &run, &text, &length, &refusal));
	if (status == PRESALE_CLEAN)
		return write_run(args, path, text, length);
	if (refusal)
		call_complain(refusal);
	else
		sessions_print(args, session, 1, &running->judging);
	return status;
}

enum presale_status
running_new(struct running *running)
{
	struct arguments *args = running->args;
	const char *name = args_value(args, OPTION_NAME), *path = args_value(args, OPTION_RUN_OUT);
	if (args->file_count != 1)
		return running_misuse(running, "new", SAY_RUN_ONE_PROCESS);
	if (!name) {
		call_complain(call_say(args, SAY_RUN_NAME, NULL, NULL));
		return PRESALE_USAGE;
	}
	if (!path)
		path = arena_printf(&args->arena, "%s.yaml", slug_of(&args->arena, name));
	const char *root = roots_first(args, args->files[0]);
	const struct target target = {.path = root ? root : args->files[0]};
	struct session session = session_open(args, &target, &running->judging, false);
	enum presale_status status = PRESALE_USAGE;
	if (session.unreadable)
		sessions_print(args, &session, 1, &running->judging);
	else
		status = begin(running, &session, path);
	session_close(&session);
	return status;
}

/* ---- done, move, pilot */

/* The work of a verb with a run that is open. */
typedef enum presale_status
run_work(struct presale *library, struct arguments *args, const struct presale_fixed **files,
	 size_t *count, const char **refusal);

static enum presale_status
put_files(struct arguments *args, const char *root, const struct presale_fixed *files, size_t count)
{
	bool shown = args_have(args, OPTION_DRY_RUN) || strcmp(files[0].path, "-") == 0;
	if (!rewrite_files(args, root, files, count))
		return PRESALE_USAGE;
	for (size_t i = 0; i < count && !shown; i++)
		call_complain(call_say(args, SAY_RUN_ENTERED, files[i].path, NULL));
	return PRESALE_CLEAN;
}

static enum presale_status
enter(struct running *running, run_work *work)
{
	struct arguments *args = running->args;
	const struct target target = {.path = args->files[0]};
	struct session session = session_open(args, &target, &running->judging, false);
	const struct presale_fixed *files = NULL;
	size_t count;
	const char *refusal = NULL;
	enum presale_status status = PRESALE_USAGE;
	if (!session.unreadable)
		status = library_fared(session.library,
				       work(session.library, args, &files, &count, &refusal));
	if (status == PRESALE_CLEAN)
		status = put_files(args, target.path, files, count);
	else if (refusal)
		call_complain(refusal);
	else
		sessions_print(args, &session, 1, &running->judging);
	session_close(&session);
	return status;
}

static enum presale_status
enter_done(struct presale *library, struct arguments *args, const struct presale_fixed **files,
	   size_t *count, const char **refusal)
{
	const struct presale_run_step step = {.step = args->files[1],
					      .date = args_value(args, OPTION_DATE),
					      .choice = args_value(args, OPTION_CHOICE),
					      .note = args_value(args, OPTION_SIGN_NOTE)};
	return presale_run_done(library, &step, files, count, refusal);
}

enum presale_status
running_done(struct running *running)
{
	if (running->args->file_count != 2)
		return running_misuse(running, "done", SAY_RUN_AND_STEP);
	return enter(running, enter_done);
}

static enum presale_status
enter_move(struct presale *library, struct arguments *args, const struct presale_fixed **files,
	   size_t *count, const char **refusal)
{
	(void)args;
	return presale_run_move(library, files, count, refusal);
}

enum presale_status
running_move(struct running *running)
{
	if (running->args->file_count != 1)
		return running_misuse(running, "move", SAY_RUN_ONE);
	return enter(running, enter_move);
}

static enum presale_status
enter_pilot(struct presale *library, struct arguments *args, const struct presale_fixed **files,
	    size_t *count, const char **refusal)
{
	(void)args;
	return presale_run_pilot(library, files, count, refusal);
}

enum presale_status
running_pilot(struct running *running)
{
	if (running->args->file_count != 1)
		return running_misuse(running, "pilot", SAY_RUN_ONE);
	return enter(running, enter_pilot);
}
