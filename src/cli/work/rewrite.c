/* SPDX-License-Identifier: MIT */
#include "cli/work/rewrite.h"

#include "cli/work/guard.h"
#include "files/file.h"
#include "files/path.h"
#include "text/unified.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The files of one process that become others. */
struct rewriting {
	struct arguments *args;
	const struct presale_fixed *files;
	size_t count;
	const char *folder; /* that all of them lie in, without links */
};

static bool
is_input(const struct presale_fixed *file)
{
	return strcmp(file->path, "-") == 0;
}

/* What is different, as patch reads it. */
static void
put_difference(const struct presale_fixed *file)
{
	struct buf out = {0};
	const struct unified_side was = {file->path, file->was, file->was_length},
				  is = {file->path, file->bytes, file->length};
	unified_add(&was, &is, &out);
	call_put(true, &out);
	buf_free(&out);
}

/* True when a file may be replaced: nobody has protected it, or written it since it was read. Errno
 * tells of what is not so. */
static bool
is_ours(const struct presale_fixed *file, const char *real, mode_t mode)
{
	if (!(mode & (S_IWUSR | S_IWGRP | S_IWOTH))) {
		errno = EACCES; /* of root as well */
		return false;
	}
	struct buf now = {0};
	bool same = access(real, W_OK) == 0 && file_read(real, &now) == FILE_OK;
	if (same && (now.length != file->was_length ||
		     memcmp(buf_text(&now), file->was, now.length) != 0)) {
		errno = ESTALE;
		same = false;
	}
	buf_free(&now);
	return same;
}

/* Gives the new file the owner that the old one has, as far as that is allowed, and its rights. */
static bool
keep_rights(const char *staged, const struct stat *facts)
{
	bool owned = chown(staged, facts->st_uid, facts->st_gid) == 0 || errno == EPERM;
	return owned && chmod(staged, facts->st_mode & 07777) == 0;
}

/* Writes into a file that has other names, too: one in its place would have only this name. */
static bool
write_into(const char *path, const char *bytes, size_t length)
{
	return file_write_and_close(open(path, O_WRONLY | O_TRUNC | O_CLOEXEC), bytes, length);
}

/* Adds a file to those that are put in place together, with the rights that it has; one that has
 * other names is written where it is. */
static bool
stage(const struct rewriting *f, struct file_set *set, const struct presale_fixed *file)
{
	const char *real = path_real(&f->args->arena, file->path);
	struct stat facts;
	size_t index = 0;
	if (!real || stat(real, &facts) != 0 || !is_ours(file, real, facts.st_mode))
		return false;
	if (facts.st_nlink > 1)
		return write_into(real, file->bytes, file->length);
	while (file_set_name(set, index))
		index++;
	const char *name = real + strlen(f->folder) + (f->folder[1] ? 1 : 0);
	return file_set_write(set, NULL, name, file->bytes, file->length) &&
	       keep_rights(file_set_staged(set, index), &facts);
}

/* Gives the first files that were written where they are what they held. */
static void
give_back(const struct rewriting *f, size_t count)
{
	struct stat facts;
	for (size_t i = 0; i < count; i++)
		if (stat(f->files[i].path, &facts) == 0 && facts.st_nlink > 1)
			write_into(f->files[i].path, f->files[i].was, f->files[i].was_length);
}

/* Puts all files in their places or none. */
static bool
write_all(const struct rewriting *f)
{
	struct file_set *set = file_set_new(f->folder);
	struct guard guard = {0};
	const char *failed = f->files[0].path;
	bool ok = true;
	size_t count = 0;
	guard_begin(&guard, set);
	for (; count < f->count && ok; count += ok) {
		failed = f->files[count].path;
		ok = stage(f, set, &f->files[count]);
	}
	ok = ok && file_set_commit(set, &failed);
	if (!ok) {
		call_complain(
		    call_say(f->args, SAY_CANNOT_WRITE, failed, call_say_error(f->args, errno)));
		give_back(f, count);
	}
	guard_end(&guard);
	return ok;
}

/* The folder of a path without links. */
static const char *
folder_of(struct arguments *args, const char *real)
{
	const char *slash = real ? strrchr(real, '/') : NULL;
	return slash && slash > real ? arena_copy(&args->arena, real, (size_t)(slash - real)) : "/";
}

/* The folder of the root file, or the one above that has all files: a portfolio lies higher. */
static const char *
folder_of_all(struct arguments *args, const char *root, const struct presale_fixed *files,
	      size_t count)
{
	const char *folder = folder_of(args, path_real(&args->arena, root));
	for (size_t i = 0; i < count; i++) {
		const char *real = path_real(&args->arena, files[i].path);
		while (real && folder[1] && !path_is_within(real, folder))
			folder = folder_of(args, folder);
	}
	return folder;
}

static void
put_text(const struct presale_fixed *file)
{
	struct buf text = {0};
	buf_add(&text, file->bytes, file->length);
	call_put(true, &text);
	buf_free(&text);
}

bool
rewrite_files(struct arguments *args, const char *root, const struct presale_fixed *files,
	      size_t count)
{
	const struct rewriting all = {args, files, count, folder_of_all(args, root, files, count)},
			       *f = &all;
	bool dry = args_have(f->args, OPTION_DRY_RUN);
	if (!dry && is_input(&f->files[0])) {
		put_text(&f->files[0]);
		return true;
	}
	for (size_t i = 0; i < f->count && dry; i++)
		put_difference(&f->files[i]);
	if (dry)
		return true;
	return write_all(f);
}
