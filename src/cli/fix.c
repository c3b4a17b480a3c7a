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

static bool
has_read_any(const struct session *session, const struct mended *mended)
{
	size_t count;
	const struct presale_input *inputs = presale_inputs(session->library, &count);
	for (size_t i = 0; i < count; i++)
		if (inputs[i].kind == PRESALE_INPUT_SOURCE &&
		    file_ids_have(&mended->ids, inputs[i].path))
			return true;
	return false;
}

/* The session is closed before the next that needs them. */
static void
note_mended(struct arguments *args, struct mended *mended, const struct presale_fixed *files,
	    size_t count)
{
	mended->files =
	    arena_grow(&args->arena, mended->files, mended->count, count, sizeof *mended->files);
	for (size_t i = 0; i < count; i++) {
		mended->files[mended->count++] = (struct presale_fixed){
		    .path = arena_string(&args->arena, files[i].path),
		    .bytes = arena_copy(&args->arena, files[i].bytes, files[i].length),
		    .length = files[i].length};
		file_ids_add(&mended->ids, files[i].path);
	}
}

bool
fix_session(struct arguments *args, const struct target *target, struct session *session,
	    struct mended *mended)
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
	if (mended->count && has_read_any(session, mended))
		session_mend(args, session, mended->files, mended->count);
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
	note_mended(args, mended, files, count);
	return true;
}
