/* SPDX-License-Identifier: MIT */
/* presale questions: interviews with the people of a process, role by role, made of what is missing
 * in it. They are built as outputs are, but whatever was found. */
#include "cli/build/building.h"
#include "cli/call/library.h"
#include "cli/call/operands.h"
#include "cli/call/values.h"
#include "cli/call/run.h"

#include <stdlib.h>
#include <string.h>

/* Reads what the interviews are to be made as; false after a complaint. */
static bool
choose_forms(struct build *build)
{
	struct arguments *args = build->args;
	struct presale *library = build->judging.settings.trial;
	const char **names = args_list(args, OPTION_ASK_TO);
	build->outputs = *names ? "" : NULL;
	for (size_t i = 0; names[i]; i++) {
		if (strcmp(names[i], "all") != 0 &&
		    !library_lists(library, PRESALE_LIST_INTERVIEWS, names[i])) {
			call_complain_unknown(args, call_say(args, SAY_NO_OUTPUT, names[i], NULL),
					      names[i], values_known(args, VALUE_INTERVIEWS, NULL));
			return false;
		}
		build->outputs =
		    arena_printf(&args->arena, "%s%s%s", build->outputs, i ? "," : "", names[i]);
	}
	return true;
}

/* Where they go: those of one process that no more is said of to the screen, others into a folder
 * as a build's. */
static const char *
place_of(const struct arguments *args)
{
	const char *out = args_value(args, OPTION_OUT);
	bool plain = !args_have(args, OPTION_ASK_TO) && args->file_count == 1;
	return out ? out : plain ? "-" : "out";
}

static enum presale_status
ask_process(struct build *build, const struct session *session)
{
	struct arguments *args = build->args;
	struct presale *library = session->library;
	const struct presale_question *questions;
	size_t count;
	enum presale_status status =
	    session->unreadable
		? PRESALE_USAGE
		: library_fared(library, presale_questions(library, &questions, &count));
	if (session->unreadable || status == PRESALE_CONTENT) {
		sessions_print(args, session, 1, &build->judging);
	} else if (status == PRESALE_USAGE) {
		library_complain(args, library);
	} else if (!count) {
		call_complain(call_say(args, SAY_ASK_NOTHING, session->path, NULL));
	} else {
		inputs_add_ids(&build->read, library);
		presale_set(library, "interview", "yes");
		status = build_make(build, session);
	}
	return status;
}

static enum presale_status
ask_all(struct build *build)
{
	size_t count;
	enum presale_status status = PRESALE_CLEAN;
	const struct target *targets = roots_of(build->args, &count);
	for (size_t i = 0; i < count; i++) {
		struct session session =
		    session_open(build->args, &targets[i], &build->judging, true);
		status = session_graver(status, ask_process(build, &session));
		session_close(&session);
	}
	if (file_set_name(build->files, 0))
		status = session_graver(status, build_place(build));
	return count ? status : PRESALE_USAGE;
}

enum presale_status
run_questions(struct arguments *args)
{
	struct build build;
	if (!operands_expand(args))
		return PRESALE_USAGE;
	build_begin(&build, args, place_of(args), NULL);
	enum presale_status status = choose_forms(&build) && judge_read(args, &build.judging)
					 ? ask_all(&build)
					 : PRESALE_USAGE;
	build_end(&build);
	return status;
}
