/* SPDX-License-Identifier: MIT */
/* Putting in place what was staged: everything at once, or a single file on the screen. */
#include "cli/build/building.h"
#include "cli/work/manifest.h"
#include "files/file.h"
#include "files/written.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* The file that is to be written and is one that was read, or NULL. */
static const char *
input_hit(const struct build *build)
{
	for (size_t i = 0; file_set_name(build->files, i); i++)
		if (file_ids_have(&build->read, file_set_name(build->files, i)))
			return file_set_name(build->files, i);
	return NULL;
}

/* The files written, without the manifest: to the screen or the news. */
static void
list_written(struct build *build)
{
	struct buf list = {0};
	file_set_sort(build->files);
	for (size_t i = 0; file_set_name(build->files, i); i++) {
		const char *name = file_set_name(build->files, i);
		if (!file_set_owner(build->files, i))
			continue;
		if (build->news)
			news_add_file(build->news, name);
		else
			call_put_line(&list, name);
	}
	call_put(true, &list);
	buf_free(&list);
}

static void
name_left(struct build *build, const struct manifest *manifest)
{
	const char *name;
	for (size_t i = 0; (name = manifest_removed(manifest, i)) != NULL; i++)
		call_complain(call_say(build->args, SAY_REMOVED, name, NULL));
	for (size_t i = 0; (name = manifest_changed(manifest, i)) != NULL; i++)
		call_complain(call_say(build->args, SAY_LEFT, name, NULL));
}

static enum presale_status
put_noted(struct build *build, struct manifest *manifest)
{
	const char *failed;
	if (!manifest_update(manifest, build->files, build->labels, &build->read, &failed) ||
	    !file_set_commit(build->files, &failed))
		return build_cannot_write(build, failed, errno);
	list_written(build);
	name_left(build, manifest);
	return PRESALE_CLEAN;
}

struct manifest *
build_open_manifest(struct build *build)
{
	struct manifest *manifest = manifest_open(build->out);
	if (!manifest) {
		const char *path =
		    arena_printf(&build->args->arena, "%s/%s", build->out, written_list);
		call_complain(call_say(build->args, SAY_CANNOT_READ, path, NULL));
	}
	return manifest;
}

static enum presale_status
put_in_place(struct build *build)
{
	const char *hit = input_hit(build);
	if (hit) {
		call_complain(call_say(build->args, SAY_OVER_INPUT, hit, NULL));
		return PRESALE_USAGE;
	}
	struct manifest *manifest = build_open_manifest(build);
	if (!manifest)
		return PRESALE_USAGE;
	enum presale_status status = put_noted(build, manifest);
	manifest_close(manifest);
	return status;
}

/* Archives hold zeros; no text of ours does. */
static bool
may_be_shown(const struct buf *contents)
{
	return !isatty(STDOUT_FILENO) || !contents->length ||
	       !memchr(contents->data, '\0', contents->length);
}

static enum presale_status
put_on_screen(struct build *build)
{
	struct file_set *files = build->files;
	size_t count = 0;
	while (file_set_name(files, count))
		count++;
	if (count != 1) {
		call_complain(call_say(build->args, SAY_ONE_OUTPUT,
				       arena_printf(&build->args->arena, "%zu", count), NULL));
		return PRESALE_USAGE;
	}
	struct buf contents = {0};
	enum presale_status status = PRESALE_CLEAN;
	if (file_read(file_set_staged(files, 0), &contents) != FILE_OK) {
		status = build_cannot_write(build, "-", errno);
	} else if (!may_be_shown(&contents)) {
		const char *name = strrchr(file_set_name(files, 0), '/') + 1;
		call_complain(call_say(build->args, SAY_BINARY_SCREEN, name, NULL));
		status = PRESALE_USAGE;
	} else {
		call_put(true, &contents);
	}
	buf_free(&contents);
	return status;
}

enum presale_status
build_place(struct build *build)
{
	return build->to_screen ? put_on_screen(build) : put_in_place(build);
}
