/* SPDX-License-Identifier: MIT */
/* presale merge: what people changed in a document that was built comes back into the process. */
#include "cli/call/library.h"
#include "cli/remarks.h"
#include "cli/call/run.h"
#include "cli/work/revision.h"
#include "cli/work/rewrite.h"
#include "cli/work/session.h"

#include <string.h>
#include <sys/stat.h>

static enum presale_side
side_of(struct arguments *args)
{
	const char *side = args_value(args, OPTION_PREFER);
	if (!side)
		return PRESALE_SIDE_NEITHER;
	return strcmp(side, "source") == 0 ? PRESALE_SIDE_SOURCE : PRESALE_SIDE_EDITED;
}

/* True when something must be settled before anything is done. */
static bool
is_stopped(struct presale *library)
{
	size_t count;
	const struct presale_remark *remarks = presale_remarks(library, &count);
	for (size_t i = 0; i < count; i++)
		if (remarks[i].fate == PRESALE_FATE_STOPPED)
			return true;
	return false;
}

/* All that is to be said of the documents; of what is not done nothing. */
static void
tell(struct arguments *args, struct presale *library)
{
	bool dry = args_have(args, OPTION_DRY_RUN), stopped = is_stopped(library);
	const struct {
		enum presale_fate fate;
		enum say heading;
	} fates[] = {{PRESALE_FATE_TAKEN, dry ? SAY_MERGE_WOULD : SAY_MERGE_TAKEN},
		     {PRESALE_FATE_STOPPED, SAY_MERGE_STOPPED},
		     {PRESALE_FATE_HELD, SAY_MERGE_HELD},
		     {PRESALE_FATE_LOST, SAY_MERGE_LOST},
		     {PRESALE_FATE_GUESSED, SAY_IMPORT_GUESSED}};
	struct buf out = {0};
	for (size_t i = stopped; i < sizeof fates / sizeof *fates; i++)
		remarks_put(args, library, args->file_count - 1, fates[i].fate, fates[i].heading,
			    &out);
	call_put(false, &out);
	buf_free(&out);
	remarks_complain(args, library);
}

static void
put_sentence(struct arguments *args, enum say say, const char *word)
{
	struct buf out = {0};
	call_put_line(&out, call_say(args, say, word, NULL));
	call_put(false, &out);
	buf_free(&out);
}

static enum presale_status
merge(struct arguments *args, const struct session *session, const struct presale *base)
{
	const struct presale_merging merging = {args->files + 1, args->file_count - 1,
						side_of(args), args_have(args, OPTION_DELETE),
						base};
	const struct presale_fixed *files;
	size_t count, said;
	struct presale *library = session->library;
	enum presale_status status =
	    library_fared(library, presale_merge(library, &merging, &files, &count));
	if (status == PRESALE_USAGE && presale_fault(library)->reason == PRESALE_REASON_UNKNOWN)
		library_complain(args, library); /* of the edition or the variant */
	tell(args, library);
	presale_remarks(library, &said);
	if (!said && status == PRESALE_CLEAN)
		put_sentence(args, SAY_MERGE_NOTHING, NULL);
	if (!count)
		return status;
	if (!rewrite_files(args, session->path, files, count))
		return PRESALE_USAGE;
	for (size_t i = 0; i < count && !args_have(args, OPTION_DRY_RUN); i++)
		put_sentence(args, SAY_MERGE_WRITTEN, files[i].path);
	return status;
}

static bool
is_sound(const struct session *session)
{
	return !session->unreadable && !session->tally[PRESALE_SEVERITY_ERROR];
}

/* Merges documents that were built of a state of the process that is in a file. */
static enum presale_status
merge_based(struct arguments *args, const struct session *session, const struct judging *judging,
	    const char *path, const char *revision)
{
	const struct target target = {.path = path};
	struct session base = session_open(args, &target, judging, false);
	enum presale_status status = PRESALE_USAGE;
	if (is_sound(&base))
		status = merge(args, session, base.library);
	else if (revision)
		call_complain(call_say(args, SAY_REVISION_BROKEN, revision, NULL));
	else
		sessions_print(args, &base, 1, judging);
	session_close(&base);
	return status;
}

/* A base is a file where there is one of that name, else a revision of the process. */
static enum presale_status
merge_on(struct arguments *args, const struct session *session, const struct judging *judging)
{
	const char *base = args_value(args, OPTION_BASE);
	struct revision revision;
	struct stat facts;
	if (!base)
		return merge(args, session, NULL);
	if (stat(base, &facts) == 0)
		return merge_based(args, session, judging, base, NULL);
	if (!revision_open(&revision, args, base, session->path))
		return PRESALE_USAGE;
	enum presale_status status = merge_based(args, session, judging, revision.path, base);
	revision_close(&revision);
	return status;
}

enum presale_status
run_merge(struct arguments *args)
{
	struct judging judging = judge_begin(args);
	enum presale_status status = PRESALE_USAGE;
	if (args->file_count < 2) {
		call_complain(call_say(args, SAY_MERGE_OPERANDS, NULL, NULL));
	} else if (judge_read(args, &judging)) {
		const struct target target = {.path = args->files[0]};
		struct session session = session_open(args, &target, &judging, false);
		if (is_sound(&session))
			status = merge_on(args, &session, &judging);
		else
			sessions_print(args, &session, 1, &judging);
		session_close(&session);
	}
	judge_free(&judging);
	return status;
}
