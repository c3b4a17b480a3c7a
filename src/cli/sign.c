/* SPDX-License-Identifier: MIT */
/* presale approve, presale acknowledge: somebody signs a process, and the signature goes into its
 * file. */
#include "cli/call/library.h"
#include "cli/call/run.h"
#include "cli/work/rewrite.h"
#include "cli/work/session.h"

#include <string.h>

static enum presale_status
put_signature(struct arguments *args, const char *root, const struct presale_fixed *files,
	      size_t count)
{
	bool shown = args_have(args, OPTION_DRY_RUN) || strcmp(files[0].path, "-") == 0;
	if (!rewrite_files(args, root, files, count))
		return PRESALE_USAGE;
	for (size_t i = 0; i < count && !shown; i++)
		call_complain(call_say(args, SAY_SIGNED, files[i].path, NULL));
	return PRESALE_CLEAN;
}

static enum presale_status
sign(struct arguments *args, const struct judging *judging, const struct presale_signature *wish)
{
	const char *root = roots_first(args, args->files[0]), *refusal;
	const struct target target = {.path = root ? root : args->files[0]};
	struct session session = session_open(args, &target, judging, false);
	const struct presale_fixed *files;
	size_t count;
	enum presale_status status =
	    session.unreadable
		? PRESALE_USAGE
		: library_fared(session.library,
				presale_sign(session.library, wish, &files, &count, &refusal));
	if (session.unreadable || (status == PRESALE_CONTENT && !refusal))
		sessions_print(args, &session, 1, judging);
	else if (status == PRESALE_CONTENT)
		call_complain(refusal);
	else if (status == PRESALE_CLEAN)
		status = put_signature(args, target.path, files, count);
	session_close(&session);
	return status;
}

static enum presale_status
run(struct arguments *args, bool read)
{
	const struct presale_signature wish = {
	    .read = read,
	    .role = args_value(args, OPTION_SIGNER),
	    .person = args_value(args, OPTION_PERSON),
	    .decision = read ? NULL : args_value(args, OPTION_DECISION),
	    .note = read ? NULL : args_value(args, OPTION_SIGN_NOTE),
	    .own_part = !read && args_have(args, OPTION_OWN_PART)};
	struct judging judging = judge_begin(args);
	enum presale_status status = PRESALE_USAGE;
	if (!wish.role)
		call_complain(call_say(args, SAY_SIGN_ROLE, NULL, NULL));
	else if (judge_read(args, &judging))
		status = sign(args, &judging, &wish);
	judge_free(&judging);
	return status;
}

enum presale_status
run_approve(struct arguments *args)
{
	return run(args, false);
}

enum presale_status
run_acknowledge(struct arguments *args)
{
	return run(args, true);
}
