/* SPDX-License-Identifier: MIT */
/* Outputs of the loaded process, one after the other on the calling thread. */
#include "api/context.h"
#include "files/file_set.h"
#include "model/lookup.h"
#include "plan/cut.h"
#include "plan/output_stem.h"

#include <errno.h>
#include <string.h>

/* What is built of what. */
struct job {
	struct presale *context;
	const struct model *cut;     /* NULL when nothing is cut */
	const struct model *model;   /* what is left of the process */
	struct addresses *addresses; /* of the model, once it is known */
	const char *stem;
	const struct emitter **emitters;
	size_t count;
	struct arena *arena;
};

static bool
is_named(const char *outputs, const char *name)
{
	size_t length = strlen(name);
	while (*outputs) {
		size_t word = strcspn(outputs, ",");
		if (word == length && strncmp(outputs, name, length) == 0)
			return true;
		outputs += word + (outputs[word] == ',');
	}
	return false;
}

/* The first word that is no output, or NULL. */
static const char *
unknown_output(const char *outputs, struct arena *arena)
{
	while (*outputs) {
		size_t length = strcspn(outputs, ",");
		const char *word = arena_copy(arena, outputs, length);
		if (strcmp(word, "all") != 0 && !emitter_find(word))
			return word;
		outputs += length + (outputs[length] == ',');
	}
	return NULL;
}

static enum presale_status
choose_emitters(struct job *job, const char *outputs)
{
	const char *unknown = outputs ? unknown_output(outputs, job->arena) : NULL;
	if (unknown)
		return context_fail(job->context, PRESALE_USAGE, "there is no output “%s”",
				    unknown);
	bool all = outputs && is_named(outputs, "all");
	for (const struct emitter *emitter = emitters; emitter->name; emitter++) {
		if (!all && !(outputs ? is_named(outputs, emitter->name) : emitter->by_default))
			continue;
		job->emitters =
		    arena_grow(job->arena, job->emitters, job->count, 1, sizeof *job->emitters);
		job->emitters[job->count++] = emitter;
	}
	return PRESALE_CLEAN;
}

/* What the edition and the variant leave of the process. */
static enum presale_status
cut_process(struct job *job)
{
	struct presale *context = job->context;
	const struct options *options = &context->options;
	struct edition_words edition;
	const char *name = options->edition ? options->edition : "full";
	const struct entity *variant =
	    options->variant ? variant_find(context->model, options->variant) : NULL;
	if (!edition_find(context->model, name, &edition))
		return context_fail(context, PRESALE_USAGE, "there is no edition “%s”", name);
	if (options->variant && !variant)
		return context_fail(context, PRESALE_USAGE, "there is no variant “%s”",
				    options->variant);
	job->cut =
	    cut_is_needed(&edition, variant) ? cut_model(context->model, &edition, variant) : NULL;
	job->model = job->cut ? job->cut : context->model;
	job->addresses = addresses_new(job->model, options->out ? options->out : ".");
	job->stem = output_stem(context->model, job->model, &edition, variant, job->arena);
	if (options->emit.view.role && !lookup_role(job->model, options->emit.view.role))
		return context_fail(context, PRESALE_USAGE, "there is no role “%s”",
				    options->emit.view.role);
	return PRESALE_CLEAN;
}

static enum presale_status
cannot_make(struct presale *context, const char *name, int error)
{
	if (error == ENOMEM)
		memory_exhausted();
	return error == ELIBACC ? context_fail(context, PRESALE_USAGE, "%s needs %s", name,
					       emit_library_package())
				: context_fail(context, PRESALE_USAGE, "%s cannot be written: %s",
					       name, strerror(error));
}

/* Runs the emitters, until one fails. */
static enum presale_status
emit_all(const struct job *job, const char *workplace)
{
	struct presale *context = job->context;
	struct plan *plan = plan_new(job->model, NULL);
	struct voice voice = voice_of(job->model);
	voice.addresses = job->addresses;
	enum presale_status status = PRESALE_CLEAN;
	context->emissions = arena_array(job->arena, job->count + 1, sizeof *context->emissions);
	for (size_t i = 0; i < job->count && status == PRESALE_CLEAN; i++) {
		struct emission *emission = &context->emissions[context->emission_count++];
		*emission = (struct emission){.view = {&voice, plan, &context->options.emit.view},
					      .options = &context->options.emit,
					      .stem = job->stem,
					      .workplace = workplace};
		job->emitters[i]->emit(emission);
		arena_free(&emission->arena);
		if (emission->error)
			status = cannot_make(context, emission->failed, emission->error);
	}
	plan_free(plan);
	return status;
}

static void
list_files(const struct job *job, const struct presale_file **files, size_t *count)
{
	struct presale_file *list = NULL;
	for (size_t i = 0; i < job->count; i++) {
		const struct output *one = job->context->emissions[i].outputs;
		for (; one; one = one->next) {
			list = arena_grow(job->arena, list, *count, 1, sizeof *list);
			list[(*count)++] =
			    (struct presale_file){one->name, job->emitters[i]->name,
						  buf_text(&one->bytes), one->bytes.length};
		}
	}
	*files = list;
}

/* The sentence of a notice with its file and number in place. */
static const char *
notice_text(const struct notice *notice, int lang, struct arena *arena)
{
	struct buf out = {0}, number = {0};
	buf_printf(&number, "%lu", notice->number);
	buf_fill(&out, notice_texts[notice->kind][lang], notice->file, buf_text(&number));
	buf_free(&number);
	const char *text = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return text;
}

static void
list_notices(const struct job *job)
{
	struct presale *context = job->context;
	struct presale_notice *list = NULL;
	for (size_t i = 0; i < job->count; i++) {
		const struct notice *one = context->emissions[i].notices;
		for (; one; one = one->next) {
			list = arena_grow(job->arena, list, context->notice_count, 1, sizeof *list);
			list[context->notice_count++] = (struct presale_notice){
			    one->file,
			    {notice_text(one, 0, job->arena), notice_text(one, 1, job->arena)}};
		}
	}
	context->notices = list;
}

/* Puts all files into their folder, or none. */
static enum presale_status
place_files(struct presale *context, struct file_set *set, struct presale_file *files, size_t count)
{
	const char *failed = NULL;
	for (size_t i = 0; i < count && !failed; i++)
		if (!file_set_write(set, NULL, files[i].name, files[i].bytes, files[i].length))
			failed = files[i].name;
	if (failed || !file_set_commit(set, &failed))
		return cannot_make(context, failed, errno);
	for (size_t i = 0; i < count; i++)
		files[i].bytes = NULL;
	for (size_t i = 0; i < context->emission_count; i++)
		for (struct output *one = context->emissions[i].outputs; one; one = one->next)
			buf_free(&one->bytes);
	return PRESALE_CLEAN;
}

static enum presale_status
make_files(const struct job *job, struct file_set *set, const struct presale_file **files,
	   size_t *count)
{
	const char *workplace = set ? file_set_workplace(set) : NULL;
	if (set && !workplace)
		return cannot_make(job->context, "the folder", errno);
	enum presale_status status = emit_all(job, workplace);
	if (status != PRESALE_CLEAN)
		return status;
	list_files(job, files, count);
	list_notices(job);
	return set ? place_files(job->context, set, (struct presale_file *)(uintptr_t)*files,
				 *count)
		   : PRESALE_CLEAN;
}

static enum presale_status
begin_job(struct job *job, const char *outputs)
{
	struct presale *context = job->context;
	if (!context->model)
		return context_fail(context, PRESALE_USAGE, "there is no process");
	if (diag_count(&context->loaded, SEVERITY_ERROR))
		return context_fail(context, PRESALE_CONTENT,
				    "the process could not be understood");
	enum presale_status status = choose_emitters(job, outputs);
	return status == PRESALE_CLEAN ? cut_process(job) : status;
}

enum presale_status
build_run(struct presale *context, const char *outputs, const char *folder,
	  const struct presale_file **files, size_t *count)
{
	context_drop_files(context);
	struct job job = {.context = context, .arena = &context->gifts[GIFT_FILES]};
	enum presale_status status = begin_job(&job, outputs);
	if (status == PRESALE_CLEAN) {
		struct file_set *set = folder ? file_set_new(folder) : NULL;
		status = make_files(&job, set, files, count);
		file_set_free(set);
	}
	addresses_free(job.addresses);
	cut_free(job.cut);
	if (status == PRESALE_CLEAN)
		return status;
	context_drop_files(context);
	*files = NULL;
	*count = 0;
	return status;
}
