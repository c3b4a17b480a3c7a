/* SPDX-License-Identifier: MIT */
#include "cli/fix.h"

#include "cli/call/library.h"
#include "cli/work/rewrite.h"

#include <string.h>

/* Those of the files that have something else to hold, *count of them; the others stay, which is
 * said. */
static const struct presale_fixed *
take_files(struct arguments *args, const struct presale_fixed *files, size_t *count)
{
	struct presale_fixed *taken = arena_array(&args->arena, *count + 1, sizeof *taken);
	size_t all = *count;
	*count = 0;
	for (size_t i = 0; i < all; i++)
		if (files[i].bytes)
			taken[(*count)++] = files[i];
		else
			call_complain(call_say(args, SAY_FIX_WIDE, files[i].path, NULL));
	return taken;
}

bool
fix_session(struct arguments *args, const struct target *target, struct session *session)
{
	const struct presale_fixed *files;
	size_t count;
	struct presale *library = session->library;
	/* Of standard input one text can be given back: what it includes stays as it is. */
	static const char *const input[] = {"-"};
	bool is_alone = strcmp(target->path, input[0]) == 0;
	const char *const *parts = is_alone ? input : target->part_count ? target->parts : NULL;
	size_t part_count = is_alone ? 1 : target->part_count;
	if (session->unreadable)
		return true;
	if (library_fared(library, presale_fix(library, parts, part_count, &files, &count)) ==
	    PRESALE_USAGE)
		return false;
	files = take_files(args, files, &count);
	if (!count)
		return true;
	if (!rewrite_files(args, target->path, files, count))
		return false;
	for (size_t i = 0; i < count && !is_alone && !args_have(args, OPTION_DRY_RUN); i++)
		call_complain(call_say(args, SAY_MENDED, files[i].path, NULL));
	session_mend(args, session, files, count);
	return true;
}
