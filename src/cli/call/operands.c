/* SPDX-License-Identifier: MIT */
#include "cli/call/operands.h"

#include "cli/call/roots.h"

#include <string.h>
#include <sys/stat.h>

/* What an operand stands for; found.whole is false after a complaint. */
static struct roots_found
stands_for(struct arguments *args, const char **operand)
{
	struct stat facts;
	if (strcmp(*operand, "-") == 0 || stat(*operand, &facts) != 0 || !S_ISDIR(facts.st_mode))
		return (struct roots_found){operand, 1, true};
	struct roots_found found = roots_below(args, *operand);
	if (!found.whole || !found.count) {
		call_complain(call_say(args, found.whole ? SAY_NO_PROCESS : SAY_LARGE_FOLDER,
				       *operand, NULL));
		found.whole = false;
	}
	return found;
}

bool
operands_expand(struct arguments *args)
{
	const char **files = NULL;
	size_t count = 0;
	for (size_t i = 0; i < args->file_count; i++) {
		struct roots_found found = stands_for(args, &args->files[i]);
		if (!found.whole)
			return false;
		files = arena_grow(&args->arena, files, count, found.count, sizeof *files);
		memcpy(files + count, found.paths, found.count * sizeof *files);
		count += found.count;
	}
	args->files = files;
	args->file_count = count;
	return true;
}
