/* SPDX-License-Identifier: MIT */
#include "cli/fix.h"

#include "cli/call/library.h"
#include "cli/work/rewrite.h"

#include <string.h>

/* The files of one process that are mended. */
struct fixing {
	struct arguments *args;
	const struct presale_fixed *files;
	size_t count;
	const char *path; /* of the root file */
};

static bool
is_input(const struct presale_fixed *file)
{
	return strcmp(file->path, "-") == 0;
}

/* Those of the files that have something else to hold; the others stay, which is said. */
static void
take_files(struct fixing *f, const struct presale_fixed *files, size_t count)
{
	struct presale_fixed *taken = arena_array(&f->args->arena, count + 1, sizeof *taken);
	for (size_t i = 0; i < count; i++)
		if (files[i].bytes)
			taken[f->count++] = files[i];
		else
			call_complain(call_say(f->args, SAY_FIX_WIDE, files[i].path, NULL));
	f->files = taken;
}

static void
put_text(const struct presale_fixed *file)
{
	struct buf text = {0};
	buf_add(&text, file->bytes, file->length);
	call_put(true, &text);
	buf_free(&text);
}

/* Shows or writes what is mended; false after a complaint. */
static bool
put_all(const struct fixing *f)
{
	bool dry = args_have(f->args, OPTION_DRY_RUN);
	if (!dry && is_input(&f->files[0])) {
		put_text(&f->files[0]);
		return true;
	}
	for (size_t i = 0; i < f->count && dry; i++)
		rewrite_show(&f->files[i]);
	if (dry)
		return true;
	bool ok = rewrite_files(f->args, f->path, f->files, f->count);
	for (size_t i = 0; i < f->count && ok; i++)
		call_complain(call_say(f->args, SAY_MENDED, f->files[i].path, NULL));
	return ok;
}

bool
fix_session(struct arguments *args, const struct target *target, struct session *session)
{
	struct fixing f = {.args = args, .path = target->path};
	struct presale *library = session->library;
	/* Of standard input one text can be given back: what it includes stays as it is. */
	static const char *const input[] = {"-"};
	bool is_alone = strcmp(target->path, input[0]) == 0;
	const char *const *parts = is_alone ? input : target->part_count ? target->parts : NULL;
	size_t part_count = is_alone ? 1 : target->part_count, count;
	const struct presale_fixed *files;
	if (session->unreadable)
		return true;
	if (library_fared(library, presale_fix(library, parts, part_count, &files, &count)) ==
	    PRESALE_USAGE)
		return false;
	take_files(&f, files, count);
	if (!f.count)
		return true;
	if (!put_all(&f))
		return false;
	session_mend(args, session, f.files, f.count);
	return true;
}
