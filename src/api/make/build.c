/* SPDX-License-Identifier: MIT */
#include "api/make/build.h"

#include "api/make/making.h"
#include "files/file_set.h"

#include <errno.h>

enum presale_status
build_memory(struct presale *context, const char *outputs, const struct presale_file **files,
	     size_t *count)
{
	return making_run(context, outputs, &(struct sink){.take = NULL}, files, count);
}

enum presale_status
build_stream(struct presale *context, const char *outputs, presale_taker *take, void *data)
{
	const struct presale_file *files;
	size_t count;
	const struct sink sink = {take, data, context->options.workplace};
	return making_run(context, outputs, &sink, &files, &count);
}

/* Stages a piece: a presale_taker. */
static int
stage(void *data, const struct presale_piece *piece)
{
	struct file_set *set = data;
	bool ok = piece->begun
		      ? file_set_append(set, piece->name, piece->bytes, piece->length)
		      : file_set_write(set, NULL, piece->name, piece->bytes, piece->length);
	return ok ? 0 : errno;
}

static enum presale_status
stage_all(struct presale *context, const char *outputs, struct file_set *set,
	  const struct presale_file **files, size_t *count)
{
	const char *failed;
	const struct sink sink = {stage, set, file_set_workplace(set)};
	if (!sink.workplace)
		return context_fail_file(context, PRESALE_REASON_UNMADE, "the folder", errno);
	enum presale_status status = making_run(context, outputs, &sink, files, count);
	if (status != PRESALE_CLEAN || file_set_commit(set, &failed))
		return status;
	*files = NULL;
	*count = 0;
	return context_fail_file(context, PRESALE_REASON_UNMADE, failed, errno);
}

enum presale_status
build_folder(struct presale *context, const char *outputs, const char *folder,
	     const struct presale_file **files, size_t *count)
{
	struct file_set *set = file_set_new(folder);
	enum presale_status status = stage_all(context, outputs, set, files, count);
	file_set_free(set);
	if (status != PRESALE_CLEAN)
		context_drop_files(context);
	return status;
}
