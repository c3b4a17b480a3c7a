/* SPDX-License-Identifier: MIT */
/* presale site: each process is loaded, put on the site and freed before the next; what they make
 * is staged and put in place at once. */
#include "cli/build/building.h"
#include "cli/call/library.h"
#include "cli/call/operands.h"
#include "cli/call/run.h"
#include "cli/work/allocator.h"
#include "cli/work/manifest.h"

#include <errno.h>
#include <string.h>

/* What the names of its files begin with: by these the manifest knows them again. */
static const char *const areas[] = {"index", "processes", "roles", "people", "terms",
				    "map",   "changes",   "due",   "look",   "search"};
enum { AREAS = sizeof areas / sizeof *areas };

struct site_call {
	struct build build;
	struct presale_site *site;
	struct file_owner owners[AREAS]; /* of its files */
	size_t count;                    /* of processes so far */
	int lang;                        /* of the first, and so of the site */
	enum presale_status status;
};

static const struct file_owner *
owner_of(const struct site_call *call, const char *name)
{
	size_t area = 0, length = strcspn(name, "/.");
	while (area < AREAS - 1 && (strncmp(areas[area], name, length) != 0 || areas[area][length]))
		area++;
	return &call->owners[area];
}

static void
name_owners(struct site_call *call)
{
	struct build *build = &call->build;
	struct arena *arena = &build->args->arena;
	build->labels = arena_array(arena, AREAS + 1, sizeof *build->labels);
	for (size_t i = 0; i < AREAS; i++) {
		const char *label = manifest_label(arena, areas[i], "site");
		call->owners[i] =
		    (struct file_owner){.group = "site", .source = build->out, .label = label};
		build->labels[build->label_count++] = label;
	}
}

/* Stages a piece: a presale_taker. */
static int
stage(void *data, const struct presale_piece *piece)
{
	struct site_call *call = data;
	struct file_set *files = call->build.files;
	bool ok = piece->begun ? file_set_append(files, piece->name, piece->bytes, piece->length)
			       : file_set_write(files, owner_of(call, piece->name), piece->name,
						piece->bytes, piece->length);
	return ok ? 0 : errno;
}

/* Complains of why nothing can be made: of the call, or of a file. */
static void
complain(struct site_call *call, struct presale *library)
{
	const struct presale_fault *fault = presale_fault(library);
	if (fault->reason == PRESALE_REASON_UNMADE)
		build_cannot_write(&call->build, fault->word ? fault->word : call->build.out,
				   fault->error);
	else
		library_complain(call->build.args, library);
	call->build.torn = true;
	call->status = PRESALE_USAGE;
}

/* A process that cannot be understood is told of, and stands in the register as far as it was. */
static void
add_process(struct site_call *call, const struct target *target)
{
	struct build *build = &call->build;
	struct session session = session_open(build->args, target, &build->judging, true);
	struct presale *library = session.library;
	enum presale_status status = PRESALE_USAGE;
	if (!session.unreadable && !session.no_edition) {
		presale_set(library, "workplace", file_set_workplace(build->files));
		status = library_fared(library, presale_site_add(call->site, library, stage, call));
		if (status == PRESALE_USAGE)
			complain(call, library);
	}
	if (session.unreadable || session.no_edition || status == PRESALE_CONTENT)
		sessions_print(build->args, &session, 1, &build->judging);
	build->torn = build->torn || session.unreadable || session.no_edition;
	call->status = session_graver(call->status, status);
	call->lang = call->count++ ? call->lang : session.lang;
	inputs_add_ids(&build->read, library);
	session_close(&session);
	allocator_give_back();
}

static void
finish(struct site_call *call)
{
	struct build *build = &call->build;
	struct presale *library = build->judging.settings.trial;
	build->args->lang = call->lang;
	presale_set(library, "lang", args_lang(build->args) ? "ru" : "en");
	if (library_fared(library, presale_site_finish(call->site, library, stage, call)) !=
	    PRESALE_CLEAN)
		complain(call, library);
}

static void
make_site(struct site_call *call)
{
	struct build *build = &call->build;
	struct arguments *args = build->args;
	size_t count;
	const struct target *targets = roots_of(args, &count);
	guard_begin(&build->guard, build->files);
	build->guarded = true;
	for (size_t i = 0; i < count && !build->torn; i++) {
		if (targets[i].alone) {
			call_complain(call_say(args, SAY_PART_ALONE, targets[i].path, NULL));
			call->status = PRESALE_USAGE;
			continue;
		}
		add_process(call, &targets[i]);
	}
	if (!build->torn)
		finish(call);
	if (!build->torn)
		call->status = session_graver(call->status, build_place(build));
	else
		call_complain(call_say(args, SAY_NO_SITE, build->out, NULL));
}

/* Pages of processes lie in a folder of the site: their addresses begin there. */
static bool
read_site(struct site_call *call)
{
	struct build *build = &call->build;
	struct arguments *args = build->args;
	const char *pages = arena_printf(&args->arena, "%s/processes", build->out);
	if (build->to_screen)
		call_complain(call_say(args, SAY_NEEDS_FOLDER, "site", NULL));
	return !build->to_screen && operands_expand(args) && judge_read(args, &build->judging) &&
	       settings_add(&build->judging.settings, "out", pages);
}

enum presale_status
run_site(struct arguments *args)
{
	const char *out = args_value(args, OPTION_SITE_OUT);
	struct site_call call = {.site = presale_site_open()};
	if (!call.site)
		memory_exhausted();
	build_begin(&call.build, args, out ? out : "site", NULL);
	name_owners(&call);
	call.build.entry = arena_printf(&args->arena, "%s/index.html", call.build.out);
	if (read_site(&call))
		make_site(&call);
	else
		call.status = PRESALE_USAGE;
	presale_site_close(call.site);
	build_end(&call.build);
	return call.status;
}
