/* SPDX-License-Identifier: MIT */
/* presale build: everything is made first, then put in place at once. */
#include "cli/build.h"
#include "cli/work/guard.h"
#include "cli/work/manifest.h"
#include "plan/output_stem.h"
#include "cli/run.h"
#include "cli/work/session.h"
#include "cli/call/values.h"
#include "api/workers.h"
#include "view/book/book.h"
#include "model/field.h"
#include "model/lookup.h"
#include "plan/cut.h"
#include "files/file.h"
#include "files/file_ids.h"
#include "files/written.h"
#include "files/path.h"
#include "text/uri.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What emitters take grows with the model: from this size on they share so many hundredths of it,
 * so that a build of a huge process stays within five times its source, beside the source itself.
 */
enum { BIG_MODEL = 48 * 1024 * 1024, BIG_ROOM = 75 };

/* What all files of one call share. */
struct build {
	struct arguments *args;
	const struct emitter **emitters; /* NULL-ended */
	struct emit_options options;
	struct judging judging;
	const char *out;
	bool to_screen;
	struct build_news *news; /* of --watch, or NULL */
	struct file_set
	    *files; /* the outputs of all files of the call: they are put in place together */
	struct guard guard;  /* of the set, once something is staged */
	bool guarded, torn;  /* torn: what is asked for cannot be made whole */
	const char **labels; /* of the manifest: what was made whole */
	size_t label_count;
	struct file_ids
	    read; /* what the files of the call were read from, their materials and the baseline */
};

static struct emit_options
read_options(struct arguments *args)
{
	const char *map = args_value(args, OPTION_MAP);
	enum map_choice choice = !map || strcmp(map, "both") == 0 ? MAP_BOTH
				 : strcmp(map, "general") == 0    ? MAP_GENERAL
								  : MAP_DETAILED;
	return (struct emit_options){
	    .view = {.map = choice,
		     .sheet_per_stage = args_have(args, OPTION_SHEET_PER_STAGE),
		     .sheets = args_joined(args, OPTION_SHEETS),
		     .role = args_value(args, OPTION_ROLE)},
	    .split = args_have(args, OPTION_SPLIT),
	    .bom = args_have(args, OPTION_BOM),
	    .vertical = args_have(args, OPTION_VERTICAL),
	    .pages = args_value(args, OPTION_PAGES),
	};
}

static size_t
emitter_count(void)
{
	size_t count = 0;
	while (emitters[count].name)
		count++;
	return count;
}

/* The emitters asked for in the table's order, each once; false after a complaint. */
static bool
choose_emitters(struct build *build)
{
	struct arguments *args = build->args;
	const char **names = args_list(args, OPTION_TO);
	bool named = names[0] != NULL, serves = args_have(args, OPTION_SERVE), all = false;
	for (size_t i = 0; names[i]; i++) {
		all = all || strcmp(names[i], "all") == 0;
		if (strcmp(names[i], "all") != 0 && !emitter_find(names[i])) {
			complain_unknown(args, say(args, SAY_NO_OUTPUT, names[i], NULL), names[i],
					 words_known(args, VALUE_OUTPUTS, NULL));
			return false;
		}
	}
	build->emitters = arena_array(&args->arena, emitter_count() + 1, sizeof *build->emitters);
	size_t count = 0;
	for (const struct emitter *emitter = emitters; emitter->name; emitter++) {
		bool wanted = all || (serves ? strcmp(emitter->name, "html") == 0
					     : !named && emitter->by_default);
		for (size_t i = 0; names[i] && !wanted; i++)
			wanted = strcmp(names[i], emitter->name) == 0;
		if (wanted)
			build->emitters[count++] = emitter;
	}
	return true;
}

static bool
sheets_are_known(struct build *build)
{
	struct arguments *args = build->args;
	const char *sheet = build->options.view.sheets
				? sheet_unknown(build->options.view.sheets, &args->arena)
				: NULL;
	if (sheet)
		complain_unknown(args, say(args, SAY_NO_SHEET, sheet, NULL), sheet,
				 words_known(args, VALUE_SHEETS, NULL));
	return !sheet;
}

/* The file that is to be written and is one that was read, or NULL. */
static const char *
input_hit(const struct build *build)
{
	for (size_t i = 0; file_set_name(build->files, i); i++)
		if (file_ids_have(&build->read, file_set_name(build->files, i)))
			return file_set_name(build->files, i);
	return NULL;
}

/* How the user is to read the name of an output. */
static const char *
shown_path(struct build *build, const char *name)
{
	return build->to_screen ? name
				: arena_printf(&build->args->arena, "%s/%s", build->out, name);
}

static enum presale_status
cannot_write(struct build *build, const char *path, int error)
{
	complain(say(build->args, SAY_CANNOT_WRITE, path, say_error(build->args, error)));
	return PRESALE_USAGE;
}

/* Whose the files of a work are, and where they go. */
struct job {
	struct file_set *files;
	struct file_owner owner;
	bool begun; /* the next piece goes on with the file under way */
};

static const struct job *
job_of(const struct emission *emission)
{
	return emission->data;
}

/* What an emitter could not write. A name of another process of the call is a fault of their
 * ids. */
static enum presale_status
cannot_make(struct build *build, const struct work *work)
{
	const struct emission *emission = &work->emission;
	const char *path = shown_path(build, emission->failed);
	const struct file_owner *owner = &job_of(emission)->owner,
				*rival = file_set_rival(build->files, owner, emission->failed);
	if (emission->error != EEXIST || !rival)
		return cannot_write(build, path, emission->error);
	const char *sentence = say(build->args, SAY_TWO_OWNERS, rival->source, owner->source);
	complain(arena_printf(&build->args->arena, "%s: %s", path, sentence));
	return PRESALE_CONTENT;
}

static void
news_add_file(struct build_news *news, const char *name)
{
	struct arena *arena = &news->inputs.arena;
	if (news->file_count == news->file_room) {
		const char **files = arena_array(arena, news->file_room * 2 + 16, sizeof *files);
		if (news->file_count)
			memcpy(files, news->files, news->file_count * sizeof *files);
		news->files = files;
		news->file_room = news->file_room * 2 + 16;
	}
	news->files[news->file_count++] = arena_string(arena, name);
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
			put_shown(&list, name);
	}
	stream_put(true, &list);
	buf_free(&list);
}

static void
name_left(struct build *build, const struct manifest *manifest)
{
	const char *name;
	for (size_t i = 0; (name = manifest_removed(manifest, i)) != NULL; i++)
		complain(say(build->args, SAY_REMOVED, name, NULL));
	for (size_t i = 0; (name = manifest_changed(manifest, i)) != NULL; i++)
		complain(say(build->args, SAY_LEFT, name, NULL));
}

static enum presale_status
put_noted(struct build *build, struct manifest *manifest)
{
	const char *failed;
	if (!manifest_update(manifest, build->files, build->labels, &build->read, &failed) ||
	    !file_set_commit(build->files, &failed))
		return cannot_write(build, failed, errno);
	list_written(build);
	name_left(build, manifest);
	return PRESALE_CLEAN;
}

static enum presale_status
put_in_place(struct build *build)
{
	const char *hit = input_hit(build);
	if (hit) {
		complain(say(build->args, SAY_OVER_INPUT, hit, NULL));
		return PRESALE_USAGE;
	}
	struct manifest *manifest = manifest_open(build->out);
	if (!manifest) {
		const char *path =
		    arena_printf(&build->args->arena, "%s/%s", build->out, written_list);
		complain(say(build->args, SAY_CANNOT_READ, path, NULL));
		return PRESALE_USAGE;
	}
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
		complain(say(build->args, SAY_ONE_OUTPUT,
			     arena_printf(&build->args->arena, "%zu", count), NULL));
		return PRESALE_USAGE;
	}
	struct buf contents = {0};
	enum presale_status status = PRESALE_CLEAN;
	if (file_read(file_set_staged(files, 0), &contents) != FILE_FINE) {
		status = cannot_write(build, "-", errno);
	} else if (!may_be_shown(&contents)) {
		const char *name = strrchr(file_set_name(files, 0), '/') + 1;
		complain(say(build->args, SAY_BINARY_SCREEN, name, NULL));
		status = PRESALE_USAGE;
	} else {
		stream_put(true, &contents);
	}
	buf_free(&contents);
	return status;
}

static bool
stage_output(struct job *job, const struct output *one)
{
	const char *bytes = buf_text(&one->bytes);
	size_t length = one->bytes.length;
	return job->begun ? file_set_append(job->files, one->name, bytes, length)
			  : file_set_write(job->files, &job->owner, one->name, bytes, length);
}

/* Moves what an emitter made into the set of files. */
static void
stage_outputs(struct emission *emission)
{
	struct job *job = emission->data;
	for (struct output *one = emission->outputs; one; one = one->next) {
		if (!emission->error && !stage_output(job, one)) {
			emission->error = errno;
			emission->failed = one->name;
		}
		job->begun = one->more;
		buf_free(&one->bytes);
	}
	emission->outputs = emission->last_output = NULL;
}

static struct work
work_new(struct build *build, const struct emitter *emitter, const struct voice *voice,
	 const struct plan *plan, const char *stem, const char *source)
{
	struct job *job = arena_alloc(&build->args->arena, sizeof *job);
	const char *label = manifest_label(&build->args->arena, stem, emitter->name);
	*job = (struct job){.files = build->files,
			    .owner = {.group = source, .source = source, .label = label}};
	return (struct work){.emitter = emitter,
			     .emission = {.view = {voice, plan, &build->options.view},
					  .options = &build->options,
					  .stem = stem,
					  .take = stage_outputs,
					  .data = job}};
}

static void
say_notices(struct build *build, const struct emission *emission)
{
	struct arguments *args = build->args;
	for (const struct notice *one = emission->notices; one; one = one->next) {
		const char *number = arena_printf(&args->arena, "%lu", one->number);
		complain(
		    say_text(args, notice_texts[one->kind], shown_path(build, one->file), number));
	}
}

static unsigned
processors_of(void)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	return processors < 1 ? 1 : (unsigned)processors;
}

/* Runs the emitters; the first that failed is reported, or else what they have to tell. */
static enum presale_status
make_all(struct build *build, const char *path, const struct voice *voice, const char *stem)
{
	size_t count = 0;
	while (build->emitters[count])
		count++;
	const char *source = arena_string(&build->args->arena, path);
	const char *workplace = file_set_workplace(build->files);
	if (!workplace)
		return cannot_write(build, build->out, errno);
	struct plan *plan = plan_new(voice->model, NULL);
	struct work *works = arena_array(&build->args->arena, count + 1, sizeof *works);
	for (size_t i = 0; i < count; i++) {
		works[i] = work_new(build, build->emitters[i], voice, plan, stem, source);
		works[i].emission.workplace = workplace;
	}
	workers_run(works, count, processors_of(),
		    arena_size(&voice->model->arena) > BIG_MODEL ? BIG_ROOM : 0);
	enum presale_status status = PRESALE_CLEAN;
	for (size_t i = 0; i < count; i++) {
		if (works[i].emission.error && status == PRESALE_CLEAN)
			status = cannot_make(build, &works[i]);
		if (!works[i].emission.partial)
			build->labels[build->label_count++] =
			    job_of(&works[i].emission)->owner.label;
	}
	for (size_t i = 0; i < count; i++) {
		if (status == PRESALE_CLEAN)
			say_notices(build, &works[i].emission);
		emission_free(&works[i].emission);
	}
	plan_free(plan);
	return status;
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

/* The edition and variant of the command line; false after a complaint. */
static bool
choose_cut(struct build *build, const struct model *model, struct edition_words *edition,
	   const struct entity **variant)
{
	struct arguments *args = build->args;
	const char *name = args_value(args, OPTION_EDITION);
	if (!edition_find(model, name ? name : "full", edition)) {
		complain_unknown(args, say(args, SAY_NO_EDITION, name, NULL), name,
				 words_known(args, VALUE_EDITION, model));
		return false;
	}
	name = args_value(args, OPTION_VARIANT);
	*variant = name ? variant_find(model, name) : NULL;
	if (name && !*variant) {
		complain_unknown(args, say(args, SAY_NO_VARIANT, name, NULL), name,
				 words_known(args, VALUE_VARIANT, model));
		return false;
	}
	return true;
}

/* Whether the model has the role of the command line, if one is asked for. */
static bool
role_is_known(struct build *build, const struct model *model)
{
	struct arguments *args = build->args;
	const char *name = build->options.view.role;
	if (!name || lookup_role(model, name))
		return true;
	complain_unknown(args, say(args, SAY_NO_ROLE, name, NULL), name,
			 words_known(args, VALUE_ROLE, model));
	return false;
}

struct adding {
	struct build_news *news;
	const struct addresses *addresses;
	const char *base, *root;
};

static void
add_material(void *data, const struct attachment *material)
{
	const struct adding *adding = data;
	struct build_news *news = adding->news;
	struct arena *arena = &news->inputs.arena;
	if (news->material_count == news->material_room) {
		struct material *materials =
		    arena_array(arena, news->material_room * 2 + 16, sizeof *materials);
		if (news->material_count)
			memcpy(materials, news->materials,
			       news->material_count * sizeof *materials);
		news->materials = materials;
		news->material_room = news->material_room * 2 + 16;
	}
	const char *address = uri_path(arena, addresses_seen(adding->addresses, material->href.s));
	if (!uri_is_relative(material->href.s))
		return;
	news->materials[news->material_count++] = (struct material){
	    address, arena_printf(arena, "%s/%s", adding->base, address), adding->root};
}

static void
news_add_materials(struct build_news *news, const struct voice *voice)
{
	const struct model *model = voice->model;
	const char *root = path_real(&news->inputs.arena, *model->root ? model->root : ".");
	struct adding adding = {news, voice->addresses, addresses_base(voice->addresses), root};
	if (adding.base && root)
		inputs_each_material(model, add_material, &adding);
}

/* Writes what the edition and variant leave of a model. */
static enum presale_status
build_model(struct build *build, const char *path, const struct model *whole)
{
	struct edition_words edition;
	const struct entity *variant;
	const struct model *model = whole;
	if (!choose_cut(build, model, &edition, &variant))
		return PRESALE_USAGE;
	const struct model *cut =
	    cut_is_needed(&edition, variant) ? cut_model(model, &edition, variant) : NULL;
	model = cut ? cut : model;
	struct voice voice = voice_of(model);
	struct addresses *addresses = addresses_new(model, build->to_screen ? "." : build->out);
	voice.addresses = addresses;
	enum presale_status status = PRESALE_USAGE;
	if (role_is_known(build, model)) {
		keep_guard(build);
		status =
		    make_all(build, path, &voice,
			     output_stem(whole, model, &edition, variant, &build->args->arena));
	}
	if (build->news && status == PRESALE_CLEAN)
		news_add_materials(build->news, &voice);
	addresses_free(addresses);
	cut_free(cut);
	return status;
}

static void
news_add_session(struct build *build, const struct session *session)
{
	inputs_add(&build->news->inputs, session->model);
	diag_print(&session->diags, session->sources, session->lang, 0, build->judging.most_shown,
		   &build->news->findings);
}

void
build_news_free(struct build_news *news)
{
	buf_free(&news->findings);
	arena_free(&news->inputs.arena);
}

/* A part stands for its process: that is built, with all that is found in it. */
static enum presale_status
build_target(struct build *build, const struct target *target)
{
	const struct target whole = {.path = target->path, .alone = target->alone};
	const char *path = target->path;
	bool unchecked = args_have(build->args, OPTION_NO_CHECK);
	struct session session = session_open(build->args, &whole, &build->judging, !unchecked);
	sessions_print(build->args, &session, 1, &build->judging, false);
	if (build->news)
		news_add_session(build, &session);
	enum presale_status status = session.status;
	inputs_add_ids(&build->read, session.model);
	session_forget(&session);
	if (status != PRESALE_CLEAN)
		complain(say(build->args, SAY_NOT_BUILT, path, NULL));
	else if ((status = build_model(build, path, session.model)) != PRESALE_CLEAN)
		build->torn = true;
	session_close(&session);
	return status;
}

/* False after a complaint. */
static bool
read_build(struct build *build)
{
	struct arguments *args = build->args;
	bool fine =
	    choose_emitters(build) && sheets_are_known(build) && judge_read(args, &build->judging);
	if (build->news && !fine)
		build->news->options_fail = true;
	if (!fine)
		return false;
	if (args_have(args, OPTION_BASELINE))
		file_ids_add(&build->read, args_value(args, OPTION_BASELINE));
	if (build->news && args_have(args, OPTION_BASELINE))
		inputs_add_path(&build->news->inputs, args_value(args, OPTION_BASELINE));
	if (build->to_screen && args->file_count > 1) {
		complain(say(args, SAY_ONE_OUTPUT,
			     arena_printf(&args->arena, "%zu", args->file_count), NULL));
		return false;
	}
	return true;
}

/* Builds every file, and puts in place what came of those that can be read and whose content is
 * fine: the others' outputs stay as they were. What is wrong besides leaves all as it was. */
static enum presale_status
build_files(struct build *build)
{
	struct arguments *args = build->args;
	enum presale_status status = PRESALE_CLEAN;
	size_t count;
	const struct target *targets = roots_of(args, &count);
	for (size_t i = 0; i < count; i++)
		status = status_graver(status, build_target(build, &targets[i]));
	bool made = file_set_name(build->files, 0) != NULL;
	if (!build->torn && made)
		status = status_graver(status, build->to_screen ? put_on_screen(build)
								: put_in_place(build));
	else if (count > 1 && made)
		complain(say(args, SAY_NOTHING_WRITTEN, NULL, NULL));
	return status;
}

enum presale_status
build_once(struct arguments *args, struct build_news *news)
{
	const char *out = args_value(args, OPTION_OUT), *temporary = getenv("TMPDIR");
	struct build build = {
	    .args = args, .options = read_options(args), .out = out ? out : "out", .news = news};
	build.to_screen = strcmp(build.out, "-") == 0;
	build.labels =
	    arena_array(&args->arena, args->file_count * emitter_count() + 1, sizeof *build.labels);
	build.files = file_set_new(!build.to_screen          ? build.out
				   : temporary && *temporary ? temporary
							     : "/tmp");
	enum presale_status status = read_build(&build) ? build_files(&build) : PRESALE_USAGE;
	if (news) {
		news->fine = status == PRESALE_CLEAN;
		news->out = build.out;
	}
	if (build.guarded)
		guard_end(&build.guard);
	else
		file_set_free(build.files);
	file_ids_free(&build.read);
	judge_free(&build.judging);
	return status;
}
