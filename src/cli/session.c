/* SPDX-License-Identifier: MIT */
/* What every command begins with: load, check, say what was found. */
#include "check/check.h"
#include "cli/run.h"
#include "load/load.h"
#include "model/field.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum presale_status
graver(enum presale_status a, enum presale_status b)
{
	return a > b ? a : b;
}

static void
count_by_severity(const struct diagnostics *diags, size_t counts[SEVERITY_ERROR + 1])
{
	for (size_t i = 0; i < diags->count; i++)
		counts[diags->items[i].severity]++;
}

/* Where this call writes, or for a check where a build would. */
static const char *
output_folder(const struct arguments *args)
{
	const char *out = args_value(args, OPTION_OUT);
	return out && *out && strcmp(out, "-") != 0 ? out : "out";
}

struct session
session_open(struct arguments *args, const char *path, const struct judging *judging, bool checked)
{
	struct session session = {.path = path};
	size_t counts[SEVERITY_ERROR + 1] = {0};
	session.model = load_model(path, output_folder(args), &session.diags, &session.unreadable);
	session.lang = session.unreadable ? args_lang(args) : args_lang_of(args, lang_index(session.model->lang));
	args->lang = session.lang; /* what is said next is about this document */
	session.sources = sources_open(session.model);
	if (checked)
		check_model(session.model, &judging->checks, &session.diags);
	diag_settle(&session.diags, session.sources);
	if (judging->known && judging->update)
		baseline_add(judging->known, session.model, &session.diags);
	if (judging->known)
		session.known = baseline_drop(judging->known, session.model, &session.diags);
	count_by_severity(&session.diags, counts);
	session.status = session.unreadable ? PRESALE_USAGE : judge_status(judging, counts);
	return session;
}

void
session_forget(struct session *session)
{
	sources_close(session->sources);
	session->sources = NULL;
	diag_free(&session->diags);
}

void
session_close(struct session *session)
{
	session_forget(session);
	model_free(session->model);
}

static bool
wants_colour(int stream)
{
	const char *no = getenv("NO_COLOR");
	const char *term = getenv("TERM");
	return isatty(stream) && !(no && *no) && !(term && term[0] == 'd' && term[1] == 'u');
}

static const char *
number(struct arguments *args, size_t value)
{
	return arena_printf(&args->arena, "%zu", value);
}

static void
put_summary(struct arguments *args, const struct session *sessions, size_t count, struct buf *out)
{
	size_t counts[SEVERITY_ERROR + 1] = {0}, known = 0;
	int lang = count ? sessions[0].lang : args_lang(args);
	for (size_t i = 0; i < count; i++) {
		count_by_severity(&sessions[i].diags, counts);
		known += sessions[i].known;
	}
	if (!counts[SEVERITY_ERROR] && !counts[SEVERITY_WARNING] && !counts[SEVERITY_NOTE] && !known)
		return;
	const char *errors = number(args, counts[SEVERITY_ERROR]), *warnings = number(args, counts[SEVERITY_WARNING]);
	buf_puts(out, say_in(args, lang, SAY_SUMMARY, errors, warnings));
	if (counts[SEVERITY_NOTE])
		buf_puts(out, say_in(args, lang, SAY_SUMMARY_NOTES, number(args, counts[SEVERITY_NOTE]), NULL));
	if (known)
		buf_puts(out, say_in(args, lang, SAY_SUMMARY_KNOWN, number(args, known), NULL));
	buf_putc(out, '\n');
}

void
sessions_print(struct arguments *args, const struct session *sessions, size_t count, const struct judging *judging, bool to_out)
{
	struct buf out = {0};
	unsigned look = wants_colour(to_out ? STDOUT_FILENO : STDERR_FILENO) ? PRINT_COLOUR : 0;
	for (size_t i = 0; i < count; i++)
		diag_print(&sessions[i].diags, sessions[i].sources, sessions[i].lang, look, judging->most_shown, &out);
	put_summary(args, sessions, count, &out);
	stream_put(to_out, &out);
	buf_free(&out);
}
