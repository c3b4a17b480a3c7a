/* SPDX-License-Identifier: MIT */
#include "cli/begun.h"

#include <string.h>

/* A run that is read, and the process that it began with. */
struct begun_reading {
	struct begun *begun;
	struct arguments *args;
	const struct judging *judging;
	struct session *session; /* becomes that of the run as it was begun */
	struct presale_run_basis basis;
};

static void
complain(const struct begun_reading *r, enum say say)
{
	call_complain(call_say(r->args, say, r->session->path, r->basis.process));
}

/* The run by the process that is taken, in place of the session that it has, when it is the one
 * that it began with. */
static bool
read_by(struct revision *revision, void *data)
{
	struct begun_reading *r = data;
	struct presale_run_basis basis;
	const struct target target = {.path = r->session->path, .process = revision->path};
	struct session session = session_open(r->args, &target, r->judging, false);
	bool is = !session.unreadable &&
		  presale_run_basis(session.library, &basis) == PRESALE_CLEAN && !basis.changed;
	struct session other = session;
	if (is) {
		other = *r->session;
		*r->session = session;
	}
	session_close(&other);
	return is;
}

/* Makes ready to take revisions of the process. */
static bool
open_revision(struct begun_reading *r)
{
	struct begun *begun = r->begun;
	if (begun->open && strcmp(begun->process, r->basis.process) == 0)
		return true;
	begun_end(begun);
	enum revision_state state = revision_begin(&begun->revision, r->args, r->basis.process);
	begun->open = state == REVISION_OK;
	begun->process = r->basis.process;
	if (state == REVISION_NO_GIT || state == REVISION_NO_REPOSITORY)
		complain(r, SAY_RUN_NO_REPOSITORY);
	return begun->open;
}

static const char *
find(struct begun_reading *r)
{
	struct presale *library = r->session->library;
	const struct history_search search = {
	    .library = library, .skip = 1, .text = r->basis.version, .judge = read_by, .data = r};
	if (!open_revision(r))
		return NULL;
	const char *commit = history_find(&r->begun->revision, &search);
	if (!commit)
		complain(r, revision_is_shallow(&r->begun->revision) ? SAY_RUN_SHALLOW
								     : SAY_RUN_NOT_KEPT);
	return commit;
}

/* What is known of such a process, or NULL. */
static const struct begun_state *
known(const struct begun_reading *r)
{
	const struct begun *begun = r->begun;
	for (size_t i = 0; i < begun->count; i++)
		if (strcmp(begun->states[i].process, r->basis.process) == 0 &&
		    strcmp(begun->states[i].fingerprint, r->basis.fingerprint) == 0)
			return &begun->states[i];
	return NULL;
}

/* The same for the runs behind it. */
static void
remember(struct begun_reading *r)
{
	struct begun *begun = r->begun;
	struct begun_state state = {.process = r->basis.process,
				    .fingerprint = r->basis.fingerprint};
	state.commit = find(r);
	begun->states =
	    arena_grow(&r->args->arena, begun->states, begun->count, 1, sizeof *begun->states);
	begun->states[begun->count++] = state;
}

void
begun_read(struct begun *begun, struct arguments *args, const struct judging *judging,
	   struct session *session)
{
	struct begun_reading r = {
	    .begun = begun, .args = args, .judging = judging, .session = session};
	if (session->unreadable || presale_run_basis(session->library, &r.basis) != PRESALE_CLEAN ||
	    !r.basis.changed)
		return;
	r.basis.process = arena_string(&args->arena, r.basis.process);
	r.basis.version = r.basis.version ? arena_string(&args->arena, r.basis.version) : NULL;
	r.basis.fingerprint = arena_string(&args->arena, r.basis.fingerprint);
	const struct begun_state *state = known(&r);
	if (!state)
		remember(&r);
	else if (state->commit && open_revision(&r) &&
		 revision_take(&begun->revision, state->commit) == TAKEN_OK)
		read_by(&begun->revision, &r);
}

void
begun_end(struct begun *begun)
{
	if (begun->open)
		revision_close(&begun->revision);
	begun->open = false;
}
