/* SPDX-License-Identifier: MIT */
/* presale build: everything is made first, then put in place at once. */
#include "cli/build.h"
#include "cli/guard.h"
#include "cli/run.h"
#include "cli/rebuild.h"
#include "cli/workers.h"
#include "emit/book.h"
#include "emit/rebase.h"
#include "model/field.h"
#include "model/lookup.h"
#include "plan/cut.h"
#include "support/file.h"
#include "support/map.h"
#include "support/path.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What emitters take grows with the model: from this size on they share so many hundredths of it, so that a build of a huge process
 * stays within five times its source. */
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
	struct map stems;        /* the outputs' names so far, against two processes of one id */
};

static struct emit_options
read_options(struct arguments *args)
{
	const char *map = args_value(args, OPTION_MAP);
	enum map_choice choice = !map || strcmp(map, "both") == 0 ? MAP_BOTH
				 : strcmp(map, "general") == 0    ? MAP_GENERAL
								  : MAP_DETAILED;
	return (struct emit_options){
	    .map = choice,
	    .split = args_have(args, OPTION_SPLIT),
	    .sheet_per_stage = args_have(args, OPTION_SHEET_PER_STAGE),
	    .bom = args_have(args, OPTION_BOM),
	    .vertical = args_have(args, OPTION_VERTICAL),
	    .pages = args_value(args, OPTION_PAGES),
	    .sheets = args_value(args, OPTION_SHEETS),
	    .role = args_value(args, OPTION_ROLE),
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

static void
complain_output(struct arguments *args, const char *name)
{
	const char **known = arena_array(&args->arena, emitter_count() + 2, sizeof *known);
	known[0] = "all";
	for (size_t i = 0; emitters[i].name; i++)
		known[i + 1] = emitters[i].name;
	complain_unknown(args, say(args, SAY_NO_OUTPUT, name, NULL), name, known);
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
			complain_output(args, names[i]);
			return false;
		}
	}
	if (!named && args_have(args, OPTION_TO)) {
		complain(say(args, SAY_EMPTY_VALUE, "-t", NULL));
		return false;
	}
	build->emitters = arena_array(&args->arena, emitter_count() + 1, sizeof *build->emitters);
	size_t count = 0;
	for (const struct emitter *emitter = emitters; emitter->name; emitter++) {
		bool wanted = all || (serves ? strcmp(emitter->name, "html") == 0 : !named && emitter->by_default);
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
	const char *sheet = build->options.sheets ? sheet_unknown(build->options.sheets, &args->arena) : NULL;
	if (sheet)
		complain_unknown(args, say(args, SAY_NO_SHEET, sheet, NULL), sheet, sheet_keys());
	return !sheet;
}

/* Whether a file that is to be written is one of those the process was read from. */
static const char *
input_hit(const struct model *model, const struct file_set *files)
{
	struct stat out, in;
	for (size_t i = 0; file_set_name(files, i); i++) {
		if (stat(file_set_name(files, i), &out) != 0)
			continue;
		for (uint32_t j = 0; j < model->file_count; j++)
			if (stat(model->files[j].name, &in) == 0 && in.st_dev == out.st_dev && in.st_ino == out.st_ino)
				return file_set_name(files, i);
	}
	return NULL;
}

static enum presale_status
cannot_write(struct build *build, const char *path, int error)
{
	complain(say(build->args, SAY_CANNOT_WRITE, path, say_error(build->args, error)));
	return PRESALE_USAGE;
}

/* name is relative to the output folder. */
static enum presale_status
cannot_make(struct build *build, const char *name, int error)
{
	const char *path = build->to_screen ? name : arena_printf(&build->args->arena, "%s/%s", build->out, name);
	return cannot_write(build, path, error);
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

static enum presale_status
put_in_place(struct build *build, const struct model *model, struct file_set *files)
{
	struct buf list = {0};
	const char *failed = input_hit(model, files);
	if (failed) {
		complain(say(build->args, SAY_OVER_INPUT, failed, NULL));
		return PRESALE_USAGE;
	}
	if (!file_set_commit(files, &failed))
		return cannot_write(build, failed, errno);
	file_set_sort(files);
	for (size_t i = 0; file_set_name(files, i); i++) {
		if (build->news)
			news_add_file(build->news, file_set_name(files, i));
		else
			put_shown(&list, file_set_name(files, i));
	}
	stream_put(true, &list);
	buf_free(&list);
	return PRESALE_CLEAN;
}

/* Archives hold zeros; no text of ours does. */
static bool
may_be_shown(const struct buf *contents)
{
	return !isatty(STDOUT_FILENO) || !contents->length || !memchr(contents->data, '\0', contents->length);
}

static enum presale_status
put_on_screen(struct build *build, struct file_set *files)
{
	size_t count = 0;
	while (file_set_name(files, count))
		count++;
	if (count != 1) {
		complain(say(build->args, SAY_ONE_OUTPUT, arena_printf(&build->args->arena, "%zu", count), NULL));
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

/* Runs the emitters; the first that failed is reported. */
static enum presale_status
make_all(struct build *build, const struct model *model, struct file_set *files)
{
	size_t count = 0;
	while (build->emitters[count])
		count++;
	struct plan *plan = plan_new(model, NULL);
	struct work *works = arena_array(&build->args->arena, count + 1, sizeof *works);
	for (size_t i = 0; i < count; i++)
		works[i] = (struct work){.emitter = build->emitters[i],
					 .emission = {.model = model,
						      .plan = plan,
						      .options = &build->options,
						      .files = files,
						      .stem = model->document->process->anchor}};
	workers_run(works, count, arena_size(&model->arena) > BIG_MODEL ? BIG_ROOM : 0);
	enum presale_status status = PRESALE_CLEAN;
	for (size_t i = 0; i < count; i++) {
		const char *failed = works[i].emission.failed;
		if (!works[i].fine && status == PRESALE_CLEAN)
			status = cannot_make(build, failed ? failed : works[i].emitter->name, works[i].error);
		arena_free(&works[i].emission.arena);
	}
	plan_free(plan);
	return status;
}

static enum presale_status
write_outputs(struct build *build, const struct model *model)
{
	const char *temporary = getenv("TMPDIR");
	const char *folder = !build->to_screen ? build->out : temporary && *temporary ? temporary : "/tmp";
	struct file_set *files = file_set_new(folder);
	struct guard guard = {.calm = build->news != NULL};
	guard_begin(&guard, files);
	enum presale_status status = make_all(build, model, files);
	if (status == PRESALE_CLEAN)
		status = build->to_screen ? put_on_screen(build, files) : put_in_place(build, model, files);
	guard_end(&guard);
	return status;
}

/* Two processes of one id would write the same files. */
static bool
stem_is_new(struct build *build, const char *path, const struct model *model)
{
	const char *stem = arena_string(&build->args->arena, model->document->process->anchor);
	void **place = map_at(&build->stems, stem);
	bool is_new = !*place;
	*place = build;
	if (!is_new)
		complain(say(build->args, SAY_SAME_ID, path, stem));
	return is_new;
}

/* The edition and variant of the command line; false after a complaint. */
static bool
choose_cut(struct build *build, const struct model *model, struct edition_words *edition, const struct entity **variant)
{
	struct arguments *args = build->args;
	const char *name = args_value(args, OPTION_EDITION);
	if (!edition_find(model, name ? name : "full", edition)) {
		complain_unknown(args, say(args, SAY_NO_EDITION, name, NULL), name, edition_names(model, &args->arena));
		return false;
	}
	name = args_value(args, OPTION_VARIANT);
	*variant = name ? variant_find(model, name) : NULL;
	if (name && !*variant) {
		complain_unknown(args, say(args, SAY_NO_VARIANT, name, NULL), name, variant_names(model, &args->arena));
		return false;
	}
	return true;
}

/* Whether the model has the role of the command line, if one is asked for. */
static bool
role_is_known(struct build *build, const struct model *model)
{
	struct arguments *args = build->args;
	const char *name = build->options.role;
	if (!name || lookup_role(model, name))
		return true;
	complain_unknown(args, say(args, SAY_NO_ROLE, name, NULL), name, lookup_role_names(model, &args->arena));
	return false;
}

struct adding {
	struct build_news *news;
	const char *base, *root;
};

static void
add_material(void *data, const struct attachment *material)
{
	const struct adding *adding = data;
	struct build_news *news = adding->news;
	struct arena *arena = &news->inputs.arena;
	if (news->material_count == news->material_room) {
		struct material *materials = arena_array(arena, news->material_room * 2 + 16, sizeof *materials);
		if (news->material_count)
			memcpy(materials, news->materials, news->material_count * sizeof *materials);
		news->materials = materials;
		news->material_room = news->material_room * 2 + 16;
	}
	const char *address = address_path(arena, material->href.s);
	news->materials[news->material_count++] =
	    (struct material){address, arena_printf(arena, "%s/%s", adding->base, address), adding->root};
}

static void
news_add_materials(struct build_news *news, const struct model *model, const char *base)
{
	const char *root = path_real(&news->inputs.arena, *model->root ? model->root : ".");
	struct adding adding = {news, base, root};
	if (root)
		inputs_each_material(model, add_material, &adding);
}

/* Writes what the edition and variant leave of a model. */
static enum presale_status
build_model(struct build *build, const char *path, struct model *whole)
{
	struct edition_words edition;
	const struct entity *variant;
	const struct model *model = whole;
	if (!choose_cut(build, model, &edition, &variant))
		return PRESALE_USAGE;
	const char *base = rebase_addresses(whole, build->to_screen ? "." : build->out);
	struct model *cut = cut_is_needed(&edition, variant) ? cut_model(model, &edition, variant) : NULL;
	model = cut ? cut : model;
	enum presale_status status = PRESALE_USAGE;
	if (role_is_known(build, model))
		status = stem_is_new(build, path, model) ? write_outputs(build, model) : PRESALE_CONTENT;
	if (build->news && base && status == PRESALE_CLEAN)
		news_add_materials(build->news, model, base);
	cut_free(cut);
	return status;
}

static void
news_add_session(struct build *build, const struct session *session)
{
	inputs_add(&build->news->inputs, session->model);
	diag_print(&session->diags, session->sources, session->lang, 0, build->judging.most_shown, &build->news->findings);
}

void
build_news_free(struct build_news *news)
{
	buf_free(&news->findings);
	arena_free(&news->inputs.arena);
}

static enum presale_status
build_file(struct build *build, const char *path)
{
	bool unchecked = args_have(build->args, OPTION_NO_CHECK);
	struct session session = session_open(build->args, path, &build->judging, !unchecked);
	sessions_print(build->args, &session, 1, &build->judging, false);
	if (build->news)
		news_add_session(build, &session);
	enum presale_status status = session.status;
	session_forget(&session);
	if (status != PRESALE_CLEAN)
		complain(say(build->args, SAY_NOT_BUILT, path, NULL));
	else
		status = build_model(build, path, session.model);
	session_close(&session);
	return status;
}

enum presale_status
build_once(struct arguments *args, struct build_news *news)
{
	const char *out = args_value(args, OPTION_OUT);
	struct build build = {.args = args, .options = read_options(args), .out = out ? out : "out", .news = news};
	build.to_screen = strcmp(build.out, "-") == 0;
	if (!choose_emitters(&build) || !sheets_are_known(&build) || !judge_read(args, &build.judging)) {
		if (news)
			news->options_fail = true;
		return PRESALE_USAGE;
	}
	if (news && args_have(args, OPTION_BASELINE))
		inputs_add_path(&news->inputs, args_value(args, OPTION_BASELINE));
	if (build.to_screen && args->file_count > 1) {
		complain(say(args, SAY_ONE_OUTPUT, arena_printf(&args->arena, "%zu", args->file_count), NULL));
		return PRESALE_USAGE;
	}
	enum presale_status status = PRESALE_CLEAN;
	for (size_t i = 0; i < args->file_count; i++)
		status = graver(status, build_file(&build, args->files[i]));
	if (news) {
		news->fine = status == PRESALE_CLEAN;
		news->out = build.out;
	}
	map_free(&build.stems);
	judge_free(&build.judging);
	return status;
}

enum presale_status
run_build(struct arguments *args)
{
	return args_have(args, OPTION_WATCH) || args_have(args, OPTION_SERVE) ? rebuild_run(args) : build_once(args, NULL);
}
