/* SPDX-License-Identifier: MIT */
/* presale run: one passing of a process, followed from day to day. The first operand says what is
 * to be done. */
#include "cli/call/run.h"
#include "cli/call/values.h"
#include "cli/running.h"

#include <string.h>

/* A verb, and the options that it alone takes. */
struct verb {
	const char *name;
	enum presale_status (*carry_out)(struct running *running);
	enum option options[6];
};

static const struct verb verbs[] = {
    {"new",
     running_new,
     {OPTION_NAME, OPTION_START, OPTION_FINISH, OPTION_VARIANT, OPTION_RUN_OUT}},
    {"status", running_status, {OPTION_RUN_FORM, OPTION_PERSON}},
    {"done", running_done, {OPTION_DATE, OPTION_CHOICE, OPTION_SIGN_NOTE, OPTION_DRY_RUN}},
    {"build", running_build, {OPTION_RUN_TO, OPTION_RUN_OUT, OPTION_PERSON}},
    {"move", running_move, {OPTION_DRY_RUN}},
    {"pilot", running_pilot, {OPTION_DRY_RUN}}};

static bool
takes(const struct verb *verb, enum option option)
{
	for (size_t i = 0; verb->options[i]; i++)
		if (verb->options[i] == option)
			return true;
	return false;
}

/* False, after a complaint, when an option is given that is another verb's. */
static bool
suits(struct arguments *args, const struct verb *verb)
{
	static const enum option all[] = {OPTION_LANG, OPTION_TODAY};
	for (size_t i = 0; i < args->given_count; i++) {
		enum option option = args->given[i].option;
		bool suits = takes(verb, option);
		for (size_t k = 0; k < sizeof all / sizeof *all; k++)
			suits = suits || option == all[k];
		if (suits)
			continue;
		call_complain(
		    call_say(args, SAY_RUN_OPTION, verb->name,
			     arena_printf(&args->arena, "--%s", option_infos[option].name)));
		return false;
	}
	return true;
}

static enum presale_status
carry_out(struct running *running, const char *verb)
{
	struct arguments *args = running->args;
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
		if (strcmp(verb, verbs[i].name) != 0)
			continue;
		args->files++;
		args->file_count--;
		return suits(args, &verbs[i]) && judge_read(args, &running->judging)
			   ? verbs[i].carry_out(running)
			   : PRESALE_USAGE;
	}
	const char **known =
	    values_words(args, VALUE_RUN, command_infos[COMMAND_RUN].choices, NULL).words;
	call_complain_unknown(args, call_say(args, SAY_RUN_VERB, verb, NULL), verb, known);
	return PRESALE_USAGE;
}

enum presale_status
run_run(struct arguments *args)
{
	struct running running = {.args = args, .judging = judge_begin(args)};
	enum presale_status status = carry_out(&running, args->files[0]);
	judge_free(&running.judging);
	return status;
}
