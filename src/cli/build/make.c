/* SPDX-License-Identifier: MIT */
/* Making outputs: the library gives them piece by piece, and they are staged as they come. */
#include "cli/build/building.h"
#include "cli/call/library.h"
#include "cli/work/allocator.h"
#include "cli/work/crowd.h"
#include "cli/work/manifest.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Whose the files of a process are, by what makes them. */
struct file_owners {
	struct build *build;
	const char **outputs; /* NULL-ended; the last is the bundle of option --bundle */
	struct file_owner *items;
};

static struct file_owners
owners_of(struct build *build, const struct session *session, const char *stem)
{
	struct arena *arena = &build->args->arena;
	size_t count;
	const struct presale_word *outputs =
	    presale_list(session->library, PRESALE_LIST_OUTPUTS, &count);
	struct file_owners owners = {.build = build,
				     .outputs =
					 arena_array(arena, count + 2, sizeof *owners.outputs),
				     .items = arena_array(arena, count + 1, sizeof *owners.items)};
	const char *source = arena_string(arena, session->path);
	for (size_t i = 0; i <= count; i++) {
		owners.outputs[i] = i < count ? arena_string(arena, outputs[i].word) : "bundle";
		owners.items[i] =
		    (struct file_owner){.group = source,
					.source = source,
					.label = manifest_label(arena, stem, owners.outputs[i])};
	}
	return owners;
}

static const struct file_owner *
owner_of(const struct file_owners *owners, const char *output)
{
	size_t i = 0;
	while (owners->outputs[i] && strcmp(owners->outputs[i], output) != 0)
		i++;
	return &owners->items[i];
}

/* Stages a piece: a presale_taker. */
static int
stage(void *data, const struct presale_piece *piece)
{
	const struct file_owners *owners = data;
	struct file_set *files = owners->build->files;
	bool ok = piece->begun ? file_set_append(files, piece->name, piece->bytes, piece->length)
			       : file_set_write(files, owner_of(owners, piece->output), piece->name,
						piece->bytes, piece->length);
	return ok ? 0 : errno;
}

/* What an output took stands beside what the next one takes: a presale_teller. */
static void
give_back(void *data, const char *output)
{
	(void)data, (void)output;
	allocator_give_back();
}

/* How the user is to read the name of an output. */
static const char *
shown_path(struct build *build, const char *name)
{
	return build->to_screen ? name
				: arena_printf(&build->args->arena, "%s/%s", build->out, name);
}

enum presale_status
build_cannot_write(struct build *build, const char *path, int error)
{
	call_complain(
	    call_say(build->args, SAY_CANNOT_WRITE, path, call_say_error(build->args, error)));
	return PRESALE_USAGE;
}

/* What could not be made. A name of another process of the call is a fault of their ids. */
static enum presale_status
cannot_make(const struct file_owners *owners, const struct presale_fault *fault)
{
	struct build *build = owners->build;
	struct arguments *args = build->args;
	const char *path = shown_path(build, fault->word);
	const struct file_owner *owner = owners->items,
				*rival = file_set_rival(build->files, owner, fault->word);
	if (fault->library) {
		const char *need = call_say(args, SAY_NO_LIBRARY, fault->library, NULL);
		call_complain(call_say(args, SAY_CANNOT_WRITE, path, need));
		return PRESALE_USAGE;
	}
	if (fault->error != EEXIST || !rival)
		return build_cannot_write(build, path, fault->error);
	const char *sentence = call_say(args, SAY_TWO_OWNERS, rival->source, owner->source);
	call_complain(arena_printf(&args->arena, "%s: %s", path, sentence));
	return PRESALE_CONTENT;
}

/* Notes what was made, and tells what is to be told of it. */
static void
note_made(const struct file_owners *owners, struct presale *library)
{
	struct build *build = owners->build;
	size_t count;
	const struct presale_made *made = presale_made(library, &count);
	for (size_t i = 0; i < count; i++)
		if (made[i].whole)
			build->labels[build->label_count++] =
			    owner_of(owners, made[i].output)->label;
	const struct presale_notice *notices = presale_notices(library, &count);
	for (size_t i = 0; i < count; i++)
		call_complain(notices[i].message[args_lang(build->args)]);
}

static void
set_jobs(struct presale *library)
{
	char jobs[32];
	snprintf(jobs, sizeof jobs, "%u", crowd_threads());
	presale_set(library, "jobs", jobs);
}

/* From the first outputs on a signal has them removed. */
static void
keep_guard(struct build *build)
{
	if (build->guarded)
		return;
	build->guard.calm = build->news != NULL;
	guard_begin(&build->guard, build->files);
	build->guarded = true;
}

static enum presale_status
make_all(struct build *build, const struct session *session, const char *stem)
{
	struct presale *library = session->library;
	struct file_owners owners = owners_of(build, session, stem);
	keep_guard(build);
	const char *workplace = file_set_workplace(build->files);
	if (!workplace)
		return build_cannot_write(build, build->place, errno);
	presale_set(library, "workplace", workplace);
	set_jobs(library);
	presale_tell(library, give_back, NULL);
	enum presale_status status =
	    library_fared(library, presale_stream(library, build->outputs, stage, &owners));
	if (status == PRESALE_CLEAN)
		note_made(&owners, library);
	else if (presale_fault(library)->reason == PRESALE_REASON_UNMADE)
		status = cannot_make(&owners, presale_fault(library));
	return status;
}

enum presale_status
build_make(struct build *build, const struct session *session)
{
	struct presale *library = session->library;
	const char *stem;
	if (build->to_screen)
		presale_set(library, "out", NULL);
	if (library_fared(library, presale_stem(library, &stem)) != PRESALE_CLEAN) {
		library_complain(build->args, library);
		return PRESALE_USAGE;
	}
	enum presale_status status = make_all(build, session, stem);
	if (build->news && status == PRESALE_CLEAN)
		news_add_materials(build->news, session);
	return status;
}
