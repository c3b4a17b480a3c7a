/* SPDX-License-Identifier: MIT */
#include "cli/call/operands.h"

#include "cli/call/roots.h"

#include <string.h>
#include <sys/stat.h>

static bool
is_folder(const char *path)
{
	struct stat facts;
	return stat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
}

/* What an operand stands for; found.whole is false after a complaint. */
static struct roots_found
stands_for(struct arguments *args, const char **operand)
{
	bool input = strcmp(*operand, "-") == 0, folder = !input && is_folder(*operand);
	if (input || (!folder && !roots_is_portfolio(*operand)))
		return (struct roots_found){operand, 1, true};
	struct roots_found found =
	    folder ? roots_below(args, *operand) : roots_listed(args, *operand);
	if (!found.whole || !found.count) {
		enum say say = !found.whole ? SAY_LARGE_FOLDER
			       : folder     ? SAY_NO_PROCESS
					    : SAY_NO_LISTED;
		call_complain(call_say(args, say, *operand, NULL));
		found.whole = false;
	}
	return found;
}

void
operands_take_portfolio(struct arguments *args)
{
	const char *path = roots_portfolio(args);
	if (!path)
		return;
	args->files = arena_alloc(&args->arena, sizeof *args->files);
	args->files[args->file_count++] = path;
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
