/* SPDX-License-Identifier: MIT */
/* What every command begins with: load, check, say what was found. */
#include "check/check.h"
#include "cli/work/session.h"
#include "files/path.h"
#include "load/load.h"
#include "model/field.h"
#include "yaml/settle.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum presale_status
status_graver(enum presale_status a, enum presale_status b)
{
	return a > b ? a : b;
}

static void
count_by_severity(const struct diagnostics *diags, size_t counts[SEVERITY_ERROR + 1])
{
	for (size_t i = 0; i < diags->count; i++)
		counts[diags->items[i].severity]++;
}

/* The part that a file of the process is, or NULL. */
static const char *
part_of(const struct target *target, const char *name)
{
	for (size_t i = 0; i < target->part_count; i++)
		if (path_same_file(target->parts[i], name))
			return target->parts[i];
	return NULL;
}

/* Leaves what is found in the parts that are asked for, and calls them as the call does. */
static void
keep_parts(struct session *session, const struct target *target)
{
	const struct model *model = session->model;
	struct diagnostics *diags = &session->diags;
	size_t kept = 0;
	bool *asked = memory_alloc((model->file_count + 1) * sizeof *asked);
	for (uint32_t i = 0; i < model->file_count; i++) {
		const char *part = part_of(target, model->files[i].name);
		asked[i] = part != NULL;
		if (part)
			sources_call(session->sources, i, part);
	}
	for (size_t i = 0; i < diags->count; i++)
		if (asked[diags->items[i].pos.file])
			diags->items[kept++] = diags->items[i];
	diags->count = kept;
	memory_free(asked);
}

/* Of a part without its root only what is wrong with the part itself can be said. */
static void
keep_own(struct diagnostics *diags)
{
	size_t kept = 0;
	for (size_t i = 0; i < diags->count; i++) {
		const struct diagnostic *d = &diags->items[i];
		bool of_whole =
		    d->rule == RULE_SCHEMA_REQUIRED && d->entity &&
		    (d->entity->kind == KIND_DOCUMENT || d->entity->kind == KIND_PROCESS);
		if (rule_matches(d->rule, "yaml/*") || d->rule == RULE_REF_FILE ||
		    (rule_matches(d->rule, "schema/*") && !of_whole))
			diags->items[kept++] = *d;
	}
	diags->count = kept;
	diag(diags, RULE_REF_PART, ((struct pos){.line = 1, .column = 1}));
}

struct session
session_open(struct arguments *args, const struct target *target, const struct judging *judging,
	     bool checked)
{
	struct session session = {.path = target->path};
	size_t counts[SEVERITY_ERROR + 1] = {0};
	session.model =
	    load_model(target->path, args_out(args), &session.diags, &session.unreadable);
	session.lang = session.unreadable ? args_lang(args)
					  : args_lang_of(args, lang_index(session.model->lang));
	args->lang = session.lang; /* what is said next is about this document */
	session.sources = sources_open(session.model);
	if (checked)
		check_model(session.model, &judging->checks, &session.diags);
	if (target->alone)
		keep_own(&session.diags);
	settle_findings(&session.diags, session.sources);
	if (target->part_count)
		keep_parts(&session, target);
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
	if (!counts[SEVERITY_ERROR] && !counts[SEVERITY_WARNING] && !counts[SEVERITY_NOTE] &&
	    !known)
		return;
	const char *errors = number(args, counts[SEVERITY_ERROR]),
		   *warnings = number(args, counts[SEVERITY_WARNING]);
	buf_puts(out, say_in(args, lang, SAY_SUMMARY, errors, warnings));
	if (counts[SEVERITY_NOTE])
		buf_puts(out, say_in(args, lang, SAY_SUMMARY_NOTES,
				     number(args, counts[SEVERITY_NOTE]), NULL));
	if (known)
		buf_puts(out, say_in(args, lang, SAY_SUMMARY_KNOWN, number(args, known), NULL));
	buf_putc(out, '\n');
}

void
sessions_print(struct arguments *args, const struct session *sessions, size_t count,
	       const struct judging *judging, bool to_out)
{
	struct buf out = {0};
	unsigned look = wants_colour(to_out ? STDOUT_FILENO : STDERR_FILENO) ? PRINT_COLOUR : 0;
	for (size_t i = 0; i < count; i++)
		diag_print(&sessions[i].diags, sessions[i].sources, sessions[i].lang, look,
			   judging->most_shown, &out);
	put_summary(args, sessions, count, &out);
	stream_put(to_out, &out);
	buf_free(&out);
}
