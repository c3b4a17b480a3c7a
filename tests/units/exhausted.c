/* SPDX-License-Identifier: MIT */
/* A process is loaded, checked and written by an output inside a try, again and again, each time
 * with another allocation failing: exhausted SOURCE OUTPUT STEP, with "all" for those of
 * loading and checking, too; the output is one of interviews after "questions-". Afterwards it must
 * do as before. Linked with --wrap for malloc, calloc and realloc, so that those of the libraries
 * fail, too. Says how many were made to fail, and what is wrong; what is lost, the sanitizer says.
 */
#include "check/check.h"
#include "emit/emit.h"
#include "load/load.h"
#include "support/hash.h"
#include "view/questionnaire.h"
#include "failing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct job {
	const char *source;
	const struct emitter *emitter;
	char marks[1 << 16]; /* of the files written */
	unsigned long begun; /* allocations before the output */
	bool ok;
};

static void
add_marks(struct job *job, const struct emission *emission)
{
	size_t at = 0;
	job->marks[0] = '\0';
	for (const struct output *one = emission->outputs; one; one = one->next)
		at += (size_t)snprintf(
		    job->marks + at, sizeof job->marks - at, "%016llx %s\n",
		    (unsigned long long)hash_fnv(HASH_FNV, one->bytes.data, one->bytes.length),
		    one->name);
}

static void
emit(struct job *job, const struct model *model, const struct diagnostics *diags)
{
	struct arena arena = {0};
	job->begun = failing_made();
	struct plan *plan = plan_new(model, NULL);
	const struct voice voice = voice_of(model);
	const struct questionnaire questions = questionnaire_of(model, diags, voice.lang, &arena);
	static const struct emit_options options = {.pages = "a4"};
	struct emission emission = {
	    .view = {&voice, plan, &options.view, &questions}, .options = &options, .stem = "p"};
	job->emitter->emit(&emission);
	if (emission.error == ENOMEM)
		memory_exhausted();
	job->ok = !emission.error;
	add_marks(job, &emission);
	emission_free(&emission);
	plan_free(plan);
	arena_free(&arena);
}

/* Of a build, or behind "questions-" of interviews. */
static const struct emitter *
find(const char *name)
{
	static const char before[] = "questions-";
	bool asks = strncmp(name, before, strlen(before)) == 0;
	return emitter_find(asks ? interviewers : emitters, asks ? name + strlen(before) : name);
}

static void
work(void *data)
{
	struct job *job = data;
	struct diagnostics diags = {0};
	bool unreadable = false;
	const struct model *model = load_model(job->source, NULL, NULL, &diags, &unreadable);
	static const struct check_options options = {.today = 20000};
	check_model(model, &options, &diags);
	if (!unreadable && !diag_count(&diags, SEVERITY_ERROR))
		emit(job, model, &diags);
	diag_free(&diags);
	model_free(model);
}

int
main(int argc, char **argv)
{
	static struct job first, next;
	failing_begin(0);
	if (argc < 4)
		return 2;
	first = (struct job){.source = argv[1]};
	first.emitter = find(argv[2]);
	next = first;
	unsigned long step = strtoul(argv[3], NULL, 10), tried = 0;
	if (!memory_try(NULL, work, &first) || !first.ok || !first.marks[0])
		printf("nothing is written without any fault\n");
	unsigned long all = failing_made();
	for (unsigned long at = argc > 4 ? 1 : first.begun + 1; at <= all; at += step) {
		failing_begin(at);
		tried++;
		if (memory_try(NULL, work, &next))
			printf("allocation %lu of %lu: %s\n", at, all,
			       next.ok ? "not missed" : "taken for something else");
	}
	failing_begin(0);
	next.ok = false;
	if (!memory_try(NULL, work, &next) || !next.ok || strcmp(first.marks, next.marks) != 0)
		printf("another outcome after all that\n");
	fprintf(stderr, "%lu of %lu\n", tried, all);
	return 0;
}
