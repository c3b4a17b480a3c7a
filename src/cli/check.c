/* SPDX-License-Identifier: MIT */
/* presale check, and the loading that every command begins with. */
#include "cli/judge.h"
#include "cli/run.h"
#include "load/load.h"
#include "model/field.h"

#include <stdlib.h>
#include <unistd.h>

enum presale_status
graver(enum presale_status a, enum presale_status b)
{
	return a > b ? a : b;
}

static bool
wants_colour(void)
{
	const char *no = getenv("NO_COLOR");
	const char *term = getenv("TERM");
	return isatty(STDERR_FILENO) && !(no && *no) && !(term && term[0] == 'd' && term[1] == 'u');
}

struct session
session_open(struct arguments *args, const char *path, const struct check_options *options)
{
	struct session session = {0};
	struct buf out = {0};
	bool unreadable = false;
	session.model = load_model(path, &session.diags, &unreadable);
	if (options)
		check_model(session.model, options, &session.diags);
	else
		diag_sort(&session.diags);
	diag_print(&session.diags, session.model, args_lang(args, lang_index(session.model->lang)), wants_colour(), &out);
	stream_put(false, &out);
	buf_free(&out);
	if (diag_count(&session.diags, SEVERITY_ERROR))
		session.status = PRESALE_CONTENT;
	if (unreadable)
		session.status = PRESALE_USAGE;
	return session;
}

void
session_close(struct session *session)
{
	diag_free(&session->diags);
	model_free(session->model);
}

enum presale_status
run_check(struct arguments *args)
{
	enum presale_status status = PRESALE_CLEAN;
	struct check_options options;
	if (!judge_read(args, &options))
		return PRESALE_USAGE;
	for (size_t i = 0; i < args->file_count; i++) {
		struct session session = session_open(args, args->files[i], &options);
		status = graver(status, session.status);
		session_close(&session);
	}
	return status;
}
