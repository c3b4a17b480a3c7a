/* SPDX-License-Identifier: MIT */
#include "cli/running.h"

#include "cli/call/library.h"
#include "cli/call/operands.h"

enum presale_status
running_misuse(struct running *running, const char *verb, enum say wanted)
{
	struct arguments *args = running->args;
	call_complain(call_say(args, SAY_RUN_OPERANDS, verb, call_say(args, wanted, NULL, NULL)));
	return PRESALE_USAGE;
}

void
running_close(struct session *sessions, size_t count)
{
	for (size_t i = 0; i < count; i++)
		session_close(&sessions[i]);
}

struct session *
running_open(struct running *running, size_t *count)
{
	struct arguments *args = running->args;
	*count = 0;
	if (!operands_expand(args))
		return NULL;
	struct session *sessions =
	    arena_array(&args->arena, args->file_count + 1, sizeof *sessions);
	for (; *count < args->file_count; ++*count) {
		const struct target target = {.path = args->files[*count]};
		sessions[*count] = session_open(args, &target, &running->judging, false);
	}
	return sessions;
}

/* Of a run that cannot be shown what is wrong with it, or that it is none. */
static void
complain_of(struct running *running, struct session *sessions, size_t count)
{
	bool told = false;
	for (size_t i = 0; i < count; i++)
		told = told || sessions[i].unreadable || sessions[i].tally[PRESALE_SEVERITY_ERROR];
	if (told)
		sessions_print(running->args, sessions, count, &running->judging);
	for (size_t i = 0; i < count && !told; i++)
		if (presale_probe(sessions[i].library, sessions[i].path) != PRESALE_KIND_RUN ||
		    count == 1)
			call_complain(
			    call_say(running->args, SAY_RUN_IS_NONE, sessions[i].path, NULL));
}

const char *
running_text(struct running *running, struct session *sessions, size_t count, const char *form,
	     size_t *length)
{
	struct arguments *args = running->args;
	const char *text;
	struct presale **contexts = arena_array(&args->arena, count, sizeof(struct presale *));
	for (size_t i = 0; i < count; i++)
		contexts[i] = sessions[i].library;
	presale_set(contexts[0], "person", args_value(args, OPTION_PERSON));
	enum presale_status status =
	    library_fared(contexts[0], presale_runs_text(contexts, count, form, &text, length));
	if (status == PRESALE_CONTENT || sessions[0].unreadable)
		complain_of(running, sessions, count);
	else if (presale_fault(contexts[0])->reason == PRESALE_REASON_UNKNOWN)
		library_complain(args, contexts[0]);
	else if (status != PRESALE_CLEAN)
		call_complain(
		    call_say(args, SAY_CANNOT_MAKE, form,
			     presale_fault(contexts[0])->library
				 ? presale_fault(contexts[0])->library
				 : call_say_error(args, presale_fault(contexts[0])->error)));
	return text;
}
