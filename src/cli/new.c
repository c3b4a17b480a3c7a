/* SPDX-License-Identifier: MIT */
/* presale new: a process from answers at a terminal, or from an outline on standard input. */
#include "cli/draft/ask.h"
#include "cli/draft/draft.h"
#include "cli/draft/draft_deadline.h"
#include "cli/draft/draft_row.h"
#include "cli/first.h"
#include "cli/call/run.h"
#include "support/utf8.h"

/* The language of what is written there: Russian when it has a letter of it. */
static int
language_of(const char *text)
{
	while (*text)
		if (utf8_is_cyrillic(utf8_next(&text)))
			return 1;
	return 0;
}

/* An answer that may be empty: NULL then. False when the input has ended. */
static bool
ask_for(struct arguments *args, const char *question, const char **answer)
{
	const char *given = ask(args, question);
	*answer = given && *given ? given : NULL;
	return given;
}

/* The name that the call gives, or NULL. */
static const char *
name_given(struct arguments *args)
{
	const char *name = args_value(args, OPTION_NAME);
	name = name ? utf8_fold(&args->arena, name, FOLD_FORM) : "";
	return *name ? name : NULL;
}

static bool
ask_name(struct arguments *args, const char **name)
{
	*name = name_given(args);
	bool there = true;
	while (there && !*name) {
		there = ask_for(args, call_say(args, SAY_NEW_ASK_NAME, NULL, NULL), name);
		if (there && !*name)
			call_complain(call_say(args, SAY_NEW_NO_NAME, NULL, NULL));
	}
	return there;
}

/* The stages of an outline and what stands around them. What is none is told of. */
static void
take_stages(struct arguments *args, struct draft *draft, const char *text)
{
	if (draft_is_process(args, text)) {
		call_complain(call_say(args, SAY_NEW_IS_PROCESS, NULL, NULL));
		return;
	}
	struct bullets outline = bullets_read(&args->arena, draft_without_bars(args, text));
	draft_take_outline(args, draft, &outline);
	if (!draft->stage_count)
		call_complain(call_say(args, SAY_NEW_NO_STAGES, NULL, NULL));
}

static bool
ask_stages(struct arguments *args, struct draft *draft, const char **text)
{
	while (!draft->stage_count) {
		*text = ask_lines(args, call_say(args, SAY_NEW_ASK_STAGES, NULL, NULL));
		if (!*text)
			return false;
		take_stages(args, draft, *text);
	}
	return true;
}

/* Who answers for a stage, where a table did not say it; whoever answers for the one before when
 * nothing is said. */
static bool
ask_roles(struct arguments *args, struct draft_stage *stage, const char *before)
{
	if (stage->roles)
		return true;
	const char *question = before ? call_say(args, SAY_NEW_ASK_ROLE_AS, stage->name, before)
				      : call_say(args, SAY_NEW_ASK_ROLE, stage->name, NULL);
	bool there = ask_for(args, question, &stage->roles);
	if (!stage->roles)
		stage->roles = before;
	return there;
}

static bool
ask_deadline(struct arguments *args, struct draft_stage *stage)
{
	const char *why = NULL;
	while (!stage->deadline) {
		if (!ask_for(args, call_say(args, SAY_NEW_ASK_DEADLINE, stage->name, NULL),
			     &stage->deadline))
			return false;
		if (!stage->deadline)
			return true;
		if (!draft_takes_deadline(args, stage->deadline, &why)) {
			call_complain(why);
			stage->deadline = NULL;
		}
	}
	return true;
}

/* False when the person has given up. */
static bool
ask_all(struct arguments *args, struct draft *draft, const char **text)
{
	if (!ask_name(args, &draft->name) ||
	    !ask_for(args, call_say(args, SAY_NEW_ASK_OWNER, NULL, NULL), &draft->owner) ||
	    !ask_stages(args, draft, text))
		return false;
	const char *before = draft->owner;
	for (size_t i = 0; i < draft->stage_count; i++) {
		if (!ask_roles(args, &draft->stages[i], before) ||
		    !ask_deadline(args, &draft->stages[i]))
			return false;
		before = draft->stages[i].roles;
	}
	return true;
}

/* From standard input; false, with a complaint, when there is no outline. */
static bool
read_all(struct arguments *args, struct draft *draft, const char **text)
{
	*text = ask_input(args);
	if (!*text)
		return false;
	draft->name = name_given(args);
	take_stages(args, draft, *text);
	if (!draft->name)
		draft->name = call_say_in(args, args_lang_of(args, language_of(*text)),
					  SAY_NEW_NAME, NULL, NULL);
	return draft->stage_count > 0;
}

/* Asks a person; what was answered before he gave up is kept as soon as there are stages. */
static bool
ask_person(struct arguments *args, struct draft *draft, const char **text)
{
	ask_until_interrupted();
	bool all = ask_all(args, draft, text);
	ask_no_more();
	if (!all)
		call_complain(call_say(args, draft->stage_count ? SAY_NEW_KEPT : SAY_NEW_GIVEN_UP,
				       NULL, NULL));
	return draft->stage_count > 0;
}

enum presale_status
run_new(struct arguments *args)
{
	const char *path = first_path(args, args->file_count ? args->files[0] : "process.yaml"),
		   *text = "";
	struct draft draft = {0};
	if (!first_is_named(args, path) || !first_is_free(args, path))
		return PRESALE_USAGE;
	bool told =
	    ask_is_possible() ? ask_person(args, &draft, &text) : read_all(args, &draft, &text);
	if (!told)
		return PRESALE_USAGE;
	int lang = args_lang_of(args, language_of(text) || language_of(draft.name));
	struct buf process = {0};
	draft_put(args, &draft, lang, &process);
	enum presale_status status = first_write(args, path, lang, &process);
	buf_free(&process);
	return status;
}
