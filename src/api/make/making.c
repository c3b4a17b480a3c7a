/* SPDX-License-Identifier: MIT */
#include "api/make/making.h"

#include "api/make/bundle.h"
#include "api/context/lists.h"
#include "api/make/notices.h"
#include "api/process/questions.h"
#include "api/make/shown.h"
#include "api/make/workers.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>

/* The memory of emitters grows with the model. From this size on they share so many hundredths of
 * it, so that a build of a huge process stays within five times its source, beside the source
 * itself. */
enum { BIG_MODEL = 48 * 1024 * 1024, BIG_CAPACITY = 75 };

/* What all outputs of a build share. */
struct making {
	struct presale *context;
	const struct emitter **emitters;
	size_t count;
	struct arena *arena;
	const struct sink *sink;
	const struct questionnaire *questions; /* of interviews, or NULL */
	pthread_mutex_t lock;                  /* of the sink and the teller */
};

/* One output's share in it. */
struct output_turn {
	struct making *making;
	const char *output;
	bool begun;                 /* the next piece goes on with the file under way */
	struct presale_file *files; /* that the sink took, in the emission's memory */
	size_t count;
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
unknown_output(const struct emitter *table, const char *outputs, struct arena *arena)
{
	while (*outputs) {
		size_t length = strcspn(outputs, ",");
		const char *word = arena_copy(arena, outputs, length);
		if (strcmp(word, "all") != 0 && !emitter_find(table, word))
			return word;
		outputs += length + (outputs[length] == ',');
	}
	return NULL;
}

static enum presale_status
choose_emitters(struct making *making, const char *outputs)
{
	bool interview = making->context->options.interview;
	const struct emitter *table = interview ? interviewers : emitters;
	const char *unknown = outputs ? unknown_output(table, outputs, making->arena) : NULL;
	if (unknown)
		return lists_fail(making->context, NULL,
				  interview ? PRESALE_LIST_INTERVIEWS : PRESALE_LIST_OUTPUTS,
				  unknown);
	bool all = outputs && is_named(outputs, "all");
	for (const struct emitter *emitter = table; emitter->name; emitter++) {
		if (!all && !(outputs ? is_named(outputs, emitter->name) : emitter->by_default))
			continue;
		making->emitters = arena_grow(making->arena, making->emitters, making->count, 1,
					      sizeof *making->emitters);
		making->emitters[making->count++] = emitter;
	}
	return PRESALE_CLEAN;
}

static void
unlock(void *lock)
{
	pthread_mutex_unlock(lock);
}

/* Gives a piece to the sink, as its turn comes; an errno, or 0. What the sink allocates is nobody's
 * of ours. */
static int
give(struct making *making, const struct presale_piece *piece)
{
	struct memory_ending ending;
	pthread_mutex_lock(&making->lock);
	memory_hold(&ending, unlock, &making->lock);
	struct memory_heap *before = memory_use(NULL);
	int error = making->sink->take(making->sink->data, piece);
	memory_use(before);
	memory_release(&ending);
	pthread_mutex_unlock(&making->lock);
	return error;
}

/* Tells of an output that is made, as its turn comes. */
static void
tell(struct emission *emission)
{
	const struct output_turn *turn = emission->data;
	struct making *making = turn->making;
	const struct presale *context = making->context;
	struct memory_ending ending;
	if (emission->error || !context->tell)
		return;
	pthread_mutex_lock(&making->lock);
	memory_hold(&ending, unlock, &making->lock);
	struct memory_heap *before = memory_use(NULL);
	context->tell(context->teller, turn->output);
	memory_use(before);
	memory_release(&ending);
	pthread_mutex_unlock(&making->lock);
}

static void
note_file(struct emission *emission, struct output_turn *turn, const struct presale_piece *piece)
{
	if (!piece->begun) {
		turn->files =
		    arena_grow(&emission->kept, turn->files, turn->count, 1, sizeof *turn->files);
		turn->files[turn->count++] =
		    (struct presale_file){.name = piece->name, .output = piece->output};
	}
	turn->files[turn->count - 1].length += piece->length;
}

/* Moves what an emitter made to the sink. */
static void
take_outputs(struct emission *emission)
{
	struct output_turn *turn = emission->data;
	for (struct output *one = emission->outputs; one; one = one->next) {
		const struct presale_piece piece = {.name = one->name,
						    .output = turn->output,
						    .bytes = buf_text(&one->bytes),
						    .length = one->bytes.length,
						    .begun = turn->begun,
						    .more = one->more};
		int error = emission->error ? 0 : give(turn->making, &piece);
		if (error) {
			emission->error = error;
			emission->failed = one->name;
		}
		note_file(emission, turn, &piece);
		turn->begun = one->more;
		buf_free(&one->bytes);
	}
	emission->outputs = emission->last_output = NULL;
}

/* The work of an emitter, or of the bundle. */
static struct work
work_new(struct making *making, const struct emitter *emitter, const struct voice *voice,
	 const struct plan *plan)
{
	struct presale *context = making->context;
	struct output_turn *turn = arena_alloc(making->arena, sizeof *turn);
	const char *output = emitter ? emitter->name : bundle_output;
	*turn = (struct output_turn){.making = making, .output = output};
	return (struct work){
	    .emitter = emitter,
	    .made = tell,
	    .emission = {.view = {voice, plan, &context->options.emit.view, making->questions},
			 .options = &context->options.emit,
			 .stem = context->shown.stem,
			 .workplace = making->sink->workplace,
			 .take = making->sink->take ? take_outputs : NULL,
			 .data = turn}};
}

/* Writes the materials that go along, if any do, as one more output. */
static bool
emit_bundle(struct making *making, struct work *work)
{
	const struct presale *context = making->context;
	if (!context->shown.bundle || making->questions)
		return false;
	bundle_emit(context->shown.bundle, &context->overlays, &work->emission);
	tell(&work->emission);
	return true;
}

/* Runs the emitters; what they made is the context's. */
static void
emit_all(struct making *making)
{
	struct presale *context = making->context;
	const struct model *model = context->shown.model;
	struct plan *plan = plan_new(model, NULL);
	struct voice voice = voice_of(model);
	voice.addresses = context->shown.addresses;
	voice.enclosed = context->shown.enclosed;
	if (making->questions)
		voice.lang = context_lang(context);
	size_t count = making->count;
	struct work *works = arena_array(making->arena, count + 1, sizeof *works);
	for (size_t i = 0; i <= count; i++)
		works[i] = work_new(making, i < count ? making->emitters[i] : NULL, &voice, plan);
	unsigned jobs = context->options.jobs ? context->options.jobs : 1;
	workers_run(works, count, jobs, arena_size(&model->arena) > BIG_MODEL ? BIG_CAPACITY : 0);
	count += emit_bundle(making, &works[count]);
	context->emissions = arena_array(making->arena, count + 1, sizeof *context->emissions);
	for (size_t i = 0; i < count; i++)
		context->emissions[i] = works[i].emission;
	context->emission_count = count;
	plan_free(plan);
}

/* The first that failed, in the order of the outputs. */
static enum presale_status
find_failure(struct presale *context)
{
	for (size_t i = 0; i < context->emission_count; i++) {
		const struct emission *emission = &context->emissions[i];
		if (emission->error == ENOMEM)
			memory_exhausted();
		if (emission->error)
			return context_fail_file(context, PRESALE_REASON_UNMADE, emission->failed,
						 emission->error);
	}
	return PRESALE_CLEAN;
}

struct file_list {
	struct arena *arena;
	struct presale_file *files;
	size_t count;
};

static void
list_file(struct file_list *l, const struct presale_file *file)
{
	l->files = arena_grow(l->arena, l->files, l->count, 1, sizeof *l->files);
	l->files[l->count++] = *file;
}

static void
list_made(const struct making *making, struct file_list *listing)
{
	struct presale *context = making->context;
	size_t count = context->emission_count;
	struct presale_made *made = arena_array(making->arena, count + 1, sizeof *made);
	for (size_t i = 0; i < count; i++) {
		const struct emission *emission = &context->emissions[i];
		const struct output_turn *turn = emission->data;
		made[i] = (struct presale_made){turn->output, !emission->partial};
		for (size_t j = 0; j < turn->count; j++)
			list_file(listing, &turn->files[j]);
		for (const struct output *one = emission->outputs; one; one = one->next)
			list_file(listing,
				  &(struct presale_file){one->name, turn->output,
							 buf_text(&one->bytes), one->bytes.length});
	}
	context->made = made;
	context->made_count = count;
}

/* Where there is nothing to ask, nothing is made. */
static enum presale_status
ask(struct making *making)
{
	struct questionnaire *asked = arena_alloc(making->arena, sizeof *asked);
	enum presale_status status = questions_asked(making->context, making->arena, asked);
	making->questions = asked;
	if (status == PRESALE_CLEAN && !asked->count)
		making->count = 0;
	return status;
}

static enum presale_status
begin(struct making *making, const char *outputs)
{
	struct presale *context = making->context;
	if (context_process(context) && context->broken) {
		context_fail(context, PRESALE_REASON_BROKEN, "the process could not be understood");
		return PRESALE_CONTENT;
	}
	enum presale_status status = shown_make(context);
	if (status == PRESALE_CLEAN)
		status = choose_emitters(making, outputs);
	if (status == PRESALE_CLEAN && context->options.interview)
		status = ask(making);
	return status;
}

enum presale_status
making_run(struct presale *context, const char *outputs, const struct sink *sink,
	   const struct presale_file **files, size_t *count)
{
	context_drop_files(context);
	struct making making = {.context = context,
				.arena = &context->gifts[GIFT_FILES],
				.sink = sink,
				.lock = PTHREAD_MUTEX_INITIALIZER};
	struct file_list listing = {.arena = making.arena};
	enum presale_status status = begin(&making, outputs);
	if (status == PRESALE_CLEAN) {
		emit_all(&making);
		status = find_failure(context);
	}
	pthread_mutex_destroy(&making.lock);
	if (status != PRESALE_CLEAN) {
		context_drop_files(context);
		return status;
	}
	list_made(&making, &listing);
	notices_list(context);
	*files = listing.files;
	*count = listing.count;
	return PRESALE_CLEAN;
}
