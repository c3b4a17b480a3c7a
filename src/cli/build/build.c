/* SPDX-License-Identifier: MIT */
/* presale build: what is asked for is read; everything is made first, then put in place at once. */
#include "cli/build/build.h"

#include "cli/build/building.h"
#include "cli/call/library.h"
#include "cli/call/values.h"
#include "cli/work/allocator.h"

#include <stdlib.h>
#include <string.h>

/* Reads which outputs are asked for; false after a complaint. */
static bool
choose_outputs(struct build *build)
{
	struct arguments *args = build->args;
	struct presale *library = build->judging.settings.trial;
	const char **names = args_list(args, OPTION_TO), *joined = NULL;
	for (size_t i = 0; names[i]; i++) {
		if (strcmp(names[i], "all") != 0 &&
		    !library_lists(library, PRESALE_LIST_OUTPUTS, names[i])) {
			call_complain_unknown(args, call_say(args, SAY_NO_OUTPUT, names[i], NULL),
					      names[i], values_known(args, VALUE_OUTPUTS, NULL));
			return false;
		}
		joined = joined ? arena_printf(&args->arena, "%s,%s", joined, names[i]) : names[i];
	}
	if (args_have(args, OPTION_SERVE))
		joined = joined ? arena_printf(&args->arena, "%s,html", joined) : "html";
	build->outputs = joined;
	return true;
}

/* A part stands for its process: that is built, with all that is found in it. */
static enum presale_status
build_target(struct build *build, const struct target *target)
{
	const struct target whole = {.path = target->path, .alone = target->alone};
	const char *path = target->path;
	bool unchecked = args_have(build->args, OPTION_NO_CHECK);
	struct session session = session_open(build->args, &whole, &build->judging, !unchecked);
	sessions_print(build->args, &session, 1, &build->judging);
	if (build->news)
		build_add_news(build, &session);
	enum presale_status status = session.status;
	inputs_add_ids(&build->read, session.library);
	build_add_sources(build, session.library);
	presale_forget(session.library);
	allocator_give_back();
	if (status != PRESALE_CLEAN)
		call_complain(call_say(build->args, SAY_NOT_BUILT, path, NULL));
	else if ((status = build_make(build, &session)) != PRESALE_CLEAN)
		build->torn = true;
	session_close(&session);
	return status;
}

/* False after a complaint: there is nothing of that in what goes to the screen. */
static bool
fits_screen(struct build *build)
{
	struct arguments *args = build->args;
	const char *wrong = !build->to_screen                 ? NULL
			    : args_have(args, OPTION_COMPARE) ? "--check"
			    : args_have(args, OPTION_DEPFILE) ? "--depfile"
							      : NULL;
	if (wrong)
		call_complain(call_say(args, SAY_NEEDS_FOLDER, wrong, NULL));
	return !wrong;
}

/* False after a complaint. */
static bool
read_build(struct build *build)
{
	struct arguments *args = build->args;
	bool ok = fits_screen(build) && choose_outputs(build) && judge_read(args, &build->judging);
	if (build->news && !ok)
		build->news->options_fail = true;
	if (!ok)
		return false;
	if (args_have(args, OPTION_BASELINE))
		file_ids_add(&build->read, args_value(args, OPTION_BASELINE));
	if (build->news && args_have(args, OPTION_BASELINE))
		inputs_add_path(&build->news->inputs, args_value(args, OPTION_BASELINE));
	if (build->to_screen && args->file_count > 1) {
		call_complain(call_say(args, SAY_ONE_OUTPUT,
				       arena_printf(&args->arena, "%zu", args->file_count), NULL));
		return false;
	}
	return true;
}

/* What is told of the sources goes first: when that cannot be written, nothing is. It would be too
 * little when one of them could not be built. */
static enum presale_status
put(struct build *build, enum presale_status made)
{
	enum presale_status status = PRESALE_CLEAN;
	if (args_have(build->args, OPTION_COMPARE))
		return build_compare(build);
	if (args_have(build->args, OPTION_DEPFILE) && made == PRESALE_CLEAN)
		status = build_note_sources(build);
	return status == PRESALE_CLEAN ? build_place(build) : status;
}

/* Builds every file, and puts in place what came of those that can be read and whose content is
 * ok: the others' outputs stay as they were. What is wrong besides leaves all as it was. */
static enum presale_status
build_files(struct build *build)
{
	struct arguments *args = build->args;
	enum presale_status status = PRESALE_CLEAN;
	size_t count;
	const struct target *targets = roots_of(args, &count);
	for (size_t i = 0; i < count; i++)
		status = session_graver(status, build_target(build, &targets[i]));
	bool made = file_set_name(build->files, 0) != NULL;
	if (!build->torn && made)
		status = session_graver(status, put(build, status));
	else if (count > 1 && made)
		call_complain(call_say(args, SAY_NOTHING_WRITTEN, NULL, NULL));
	return status;
}

/* Memory for a label of each output of each file, and of what it bundles. */
static const char **
labels_new(struct arguments *args, struct presale *library)
{
	size_t outputs;
	presale_list(library, PRESALE_LIST_OUTPUTS, &outputs);
	return arena_array(&args->arena, args->file_count * (outputs + 1) + 1,
			   sizeof(const char *));
}

void
build_begin(struct build *build, struct arguments *args, const char *out, struct build_news *news)
{
	const char *temporary = getenv("TMPDIR");
	*build =
	    (struct build){.args = args, .judging = judge_begin(args), .out = out, .news = news};
	build->to_screen = strcmp(out, "-") == 0;
	build->labels = labels_new(args, build->judging.settings.trial);
	build->place = !build->to_screen ? out : temporary && *temporary ? temporary : "/tmp";
	build->files = file_set_new(build->place);
}

void
build_end(struct build *build)
{
	if (build->guarded)
		guard_end(&build->guard);
	else
		file_set_free(build->files);
	file_ids_free(&build->read);
	judge_free(&build->judging);
}

enum presale_status
build_once(struct arguments *args, struct build_news *news)
{
	struct build build;
	const char *out = args_value(args, OPTION_OUT);
	build_begin(&build, args, out ? out : "out", news);
	judge_many(args, &build.judging);
	enum presale_status status = read_build(&build) ? build_files(&build) : PRESALE_USAGE;
	if (news) {
		news->ok = status == PRESALE_CLEAN;
		news->out = build.out;
	}
	build_end(&build);
	return status;
}
