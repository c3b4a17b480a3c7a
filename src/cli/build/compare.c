/* SPDX-License-Identifier: MIT */
/* presale build --check: whether the outputs that are there are what the process gives now. */
#include "cli/build/building.h"
#include "cli/work/manifest.h"
#include "files/file.h"
#include "files/written.h"

#include <errno.h>
#include <sys/stat.h>

static void
complain_of(struct build *build, const char *name)
{
	struct stat facts;
	bool there = lstat(name, &facts) == 0;
	call_complain(
	    call_say(build->args, there ? SAY_STALE_OTHER : SAY_STALE_MISSING, name, NULL));
}

/* Complains of each file that is not what was staged; gives their number. */
static size_t
count_stale(struct build *build)
{
	size_t stale = 0;
	file_set_sort(build->files);
	for (size_t i = 0; file_set_name(build->files, i); i++) {
		const char *name = file_set_name(build->files, i);
		if (!file_set_owner(build->files, i) ||
		    file_same(file_set_staged(build->files, i), name))
			continue;
		complain_of(build, name);
		stale++;
	}
	return stale;
}

/* The same of each that a build would remove. */
static size_t
count_remains(struct build *build, const struct manifest *manifest)
{
	size_t remains = 0;
	for (const char *name; (name = manifest_removed(manifest, remains)) != NULL; remains++)
		call_complain(call_say(build->args, SAY_STALE_REMAINS, name, NULL));
	return remains;
}

static enum presale_status
compare(struct build *build, struct manifest *manifest)
{
	const char *failed;
	if (!manifest_update(manifest, build->files, build->labels, &build->read, &failed))
		return build_cannot_write(build, failed, errno);
	size_t stale = count_stale(build) + count_remains(build, manifest);
	if (stale)
		call_complain(call_say(build->args, SAY_STALE_CURE,
				       arena_printf(&build->args->arena, "%zu", stale), NULL));
	return stale ? PRESALE_CONTENT : PRESALE_CLEAN;
}

enum presale_status
build_compare(struct build *build)
{
	struct manifest *manifest = build_open_manifest(build);
	if (!manifest)
		return PRESALE_USAGE;
	enum presale_status status = compare(build, manifest);
	manifest_close(manifest);
	return status;
}
