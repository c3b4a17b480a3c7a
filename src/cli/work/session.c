/* SPDX-License-Identifier: MIT */
/* What every command begins with: load, check, say what was found. */
#include "cli/work/session.h"

#include "cli/call/library.h"
#include "cli/work/allocator.h"
#include "cli/work/told.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum presale_status
session_graver(enum presale_status a, enum presale_status b)
{
	return a > b ? a : b;
}

static enum presale_status
check(struct presale *library)
{
	return library_fared(library, presale_check(library));
}

/* A process without the edition that is asked for is judged all the same. */
static void
judge(struct session *session, const char *edition)
{
	struct presale *library = session->library;
	if (check(library) != PRESALE_USAGE)
		return;
	session->no_edition = true;
	presale_set(library, "edition", NULL);
	check(library);
	presale_set(library, "edition", edition);
}

/* Loads a process in place of the one before and, with checked, checks it. */
static void
load(const struct arguments *args, struct session *session, bool checked)
{
	struct presale *library = session->library;
	presale_set(library, "lang", NULL);
	session->no_edition = false;
	session->unreadable =
	    library_fared(library, presale_load(library, session->path)) == PRESALE_USAGE;
	allocator_give_back();
	if (session->unreadable)
		return;
	session->lang = args_lang_of(args, (int)presale_language(library));
	presale_set(library, "lang", session->lang ? "ru" : "en");
	session->checked = checked;
	if (checked)
		judge(session, args_value(args, OPTION_EDITION));
}

struct session
session_read(const struct arguments *args, const struct target *target,
	     const struct judging *judging, bool checked)
{
	struct session session = {.path = target->path,
				  .library = settings_open(&judging->settings)};
	presale_set(session.library, "part", target->alone ? "yes" : NULL);
	load(args, &session, checked);
	return session;
}

void
session_know_lang(struct arguments *args, struct session *session)
{
	if (session->unreadable) {
		session->lang = args_lang(args);
		presale_set(session->library, "lang", session->lang ? "ru" : "en");
	}
	args->lang = session->lang;
}

void
session_mend(struct arguments *args, struct session *session, const struct presale_fixed *files,
	     size_t count)
{
	for (size_t i = 0; i < count; i++)
		presale_put(session->library, files[i].path, files[i].bytes, files[i].length);
	load(args, session, true);
	session_know_lang(args, session);
}

void
session_settle(struct session *session, const struct target *target, const struct judging *judging)
{
	struct presale *library = session->library;
	if (judging->peers && session->checked)
		library_fared(library, presale_peers_judge(judging->peers, library));
	if (target->part_count)
		library_fared(library, presale_narrow(library, target->parts, target->part_count));
	if (judging->known && judging->update)
		library_fared(library, presale_baseline_add(judging->known, library));
	if (judging->known)
		library_fared(library,
			      presale_baseline_drop(judging->known, library, &session->known));
	presale_tally(library, session->tally);
	session->status =
	    session->unreadable ? PRESALE_USAGE : judge_status(judging, session->tally);
	if (!judging->told)
		return;
	told_leave_new(judging->told, library);
	presale_tally(library, session->tally);
}

struct session
session_open(struct arguments *args, const struct target *target, const struct judging *judging,
	     bool checked)
{
	struct session session = session_read(args, target, judging, checked);
	session_know_lang(args, &session);
	session_settle(&session, target, judging);
	return session;
}

void
session_close(struct session *session)
{
	presale_close(session->library);
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
add_summary(struct arguments *args, const struct session *sessions, size_t count, struct buf *out)
{
	size_t tally[PRESALE_SEVERITY_ERROR + 1] = {0}, known = 0;
	int lang = count ? sessions[0].lang : args_lang(args);
	for (size_t i = 0; i < count; i++) {
		for (int severity = 0; severity <= PRESALE_SEVERITY_ERROR; severity++)
			tally[severity] += sessions[i].tally[severity];
		known += sessions[i].known;
	}
	if (!tally[PRESALE_SEVERITY_ERROR] && !tally[PRESALE_SEVERITY_WARNING] &&
	    !tally[PRESALE_SEVERITY_NOTE] && !known)
		return;
	const char *errors = number(args, tally[PRESALE_SEVERITY_ERROR]),
		   *warnings = number(args, tally[PRESALE_SEVERITY_WARNING]);
	buf_puts(out, call_say_in(args, lang, SAY_SUMMARY, errors, warnings));
	if (tally[PRESALE_SEVERITY_NOTE])
		buf_puts(out, call_say_in(args, lang, SAY_SUMMARY_NOTES,
					  number(args, tally[PRESALE_SEVERITY_NOTE]), NULL));
	if (known)
		buf_puts(out,
			 call_say_in(args, lang, SAY_SUMMARY_KNOWN, number(args, known), NULL));
	buf_putc(out, '\n');
}

void
session_text(const struct session *session, const char *most, bool colour, struct buf *out)
{
	const char *text;
	size_t length;
	struct presale *library = session->library;
	presale_set(library, "limit", most);
	presale_set(library, "colour", colour ? "yes" : NULL);
	if (library_fared(library, presale_report(library, "text", &text, &length)) ==
	    PRESALE_CLEAN)
		buf_add(out, text, length);
}

void
session_tell(const struct session *session, const struct judging *judging, bool to_out)
{
	struct buf out = {0};
	session_text(session, judging->most_shown,
		     wants_colour(to_out ? STDOUT_FILENO : STDERR_FILENO), &out);
	call_put(to_out, &out);
	buf_free(&out);
}

void
sessions_sum_up(struct arguments *args, const struct session *sessions, size_t count, bool to_out)
{
	struct buf out = {0};
	add_summary(args, sessions, count, &out);
	call_put(to_out, &out);
	buf_free(&out);
}

void
sessions_print(struct arguments *args, const struct session *sessions, size_t count,
	       const struct judging *judging)
{
	for (size_t i = 0; i < count; i++)
		session_tell(&sessions[i], judging, false);
	sessions_sum_up(args, sessions, count, false);
}
