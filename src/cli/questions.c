/* SPDX-License-Identifier: MIT */
/* presale questions: interviews with the people of a process, role by role, made of what is missing
 * in it. */
#include "cli/call/library.h"
#include "cli/call/operands.h"
#include "cli/call/values.h"
#include "cli/run.h"
#include "cli/work/session.h"

#include <string.h>

/* The headings, by part; those that share one follow each other. */
static const enum say headings[] = {[PRESALE_PART_WORK] = SAY_ASK_WORK,
				    [PRESALE_PART_STAGE] = SAY_ASK_STAGE,
				    [PRESALE_PART_PAIN] = SAY_ASK_PAIN,
				    [PRESALE_PART_LIKED] = SAY_ASK_LIKED,
				    [PRESALE_PART_LEARNED] = SAY_ASK_LEARNED,
				    [PRESALE_PART_LACKED] = SAY_ASK_LACKED,
				    [PRESALE_PART_LONGED_FOR] = SAY_ASK_LONGED_FOR,
				    [PRESALE_PART_CLOSING] = SAY_ASK_CLOSING};

struct questions_printer {
	struct arguments *args;
	const char *process;
	size_t number; /* of the question before, in the interview */
	struct buf *out;
};

/* Text in Markdown, in which nothing of a name is markup. */
static void
put_text(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if (strchr("\\`*_[]<>#|~", *text))
			buf_putc(out, '\\');
		buf_putc(out, *text);
	}
}

static void
put_heading(struct questions_printer *p, const char *marks, const char *text)
{
	buf_printf(p->out, "%s%s ", p->out->length ? "\n" : "", marks);
	put_text(p->out, text);
	buf_puts(p->out, "\n");
}

static void
put_question(struct questions_printer *p, const struct presale_question *question)
{
	buf_printf(p->out, "\n%zu. ", ++p->number);
	put_text(p->out, question->text);
	buf_printf(p->out, "\n\n    %s\n", call_say(p->args, SAY_ASK_ANSWER, NULL, NULL));
}

/* Whether a question goes on under the heading of the one before. */
static bool
goes_on(const struct presale_question *question, const struct presale_question *before)
{
	return before && question->part == before->part &&
	       (question->part != PRESALE_PART_STAGE ||
		strcmp(question->stage, before->stage) == 0);
}

static void
begin_interview(struct questions_printer *p, const char *role)
{
	const char *who = *role ? role : call_say(p->args, SAY_ASK_ANYBODY, NULL, NULL);
	p->number = 0;
	put_heading(p, "#", call_say(p->args, SAY_ASK_TITLE, who, p->process));
	buf_printf(p->out, "\n%s\n", call_say(p->args, SAY_ASK_INTRODUCTION, NULL, NULL));
}

static void
put_interviews(struct questions_printer *p, const struct presale_question *questions, size_t count,
	       const char *role)
{
	const struct presale_question *before = NULL;
	for (size_t i = 0; i < count; i++) {
		const struct presale_question *question = &questions[i];
		if (role && strcmp(question->role, role) != 0)
			continue;
		if (!before || strcmp(question->role, before->role) != 0) {
			begin_interview(p, question->role);
			before = NULL;
		}
		if (!goes_on(question, before))
			put_heading(p, "##",
				    question->part == PRESALE_PART_STAGE && !*question->stage
					? call_say(p->args, SAY_ASK_PROCESS, NULL, NULL)
					: call_say(p->args, headings[question->part],
						   question->stage, NULL));
		put_question(p, question);
		before = question;
	}
}

/* The role that is asked for, as the process calls it; false, with a complaint, when it has none.
 */
static bool
find_role(struct arguments *args, struct presale *library, const char **role)
{
	*role = args_value(args, OPTION_ROLE);
	if (!*role || library_lists(library, PRESALE_LIST_ROLES, *role))
		return true;
	call_complain_unknown(args, call_say(args, SAY_NO_ROLE, *role, NULL), *role,
			      values_known(args, VALUE_ROLE, library));
	return false;
}

static enum presale_status
ask_process(struct arguments *args, const struct session *session, const struct judging *judging,
	    struct buf *out)
{
	size_t count;
	const char *role;
	const struct presale_question *questions;
	if (session->unreadable ||
	    library_fared(session->library, presale_questions(session->library, &questions,
							      &count)) != PRESALE_CLEAN) {
		sessions_print(args, session, 1, judging, false);
		return session->unreadable ? PRESALE_USAGE : PRESALE_CONTENT;
	}
	if (!find_role(args, session->library, &role))
		return PRESALE_USAGE;
	struct questions_printer printer = {
	    .args = args, .process = count ? questions->process : "", .out = out};
	put_interviews(&printer, questions, count, role);
	return PRESALE_CLEAN;
}

static enum presale_status
ask_all(struct arguments *args, const struct judging *judging)
{
	size_t count;
	struct buf out = {0};
	enum presale_status status = PRESALE_CLEAN;
	const struct target *targets = roots_of(args, &count);
	for (size_t i = 0; i < count; i++) {
		struct session session = session_open(args, &targets[i], judging, true);
		status = session_graver(status, ask_process(args, &session, judging, &out));
		session_close(&session);
	}
	call_put(true, &out);
	buf_free(&out);
	return count ? status : PRESALE_USAGE;
}

enum presale_status
run_questions(struct arguments *args)
{
	struct judging judging = judge_begin(args);
	enum presale_status status = judge_read(args, &judging) && operands_expand(args)
					 ? ask_all(args, &judging)
					 : PRESALE_USAGE;
	judge_free(&judging);
	return status;
}
