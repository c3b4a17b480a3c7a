/* SPDX-License-Identifier: MIT */
/* Makes every output of one loaded process several times (views FILE HOW MADE …): a HOW is en or
 * ru, the language, a colon and the folder that addresses are seen from; what is made is put into
 * the folder MADE. With -j first all are made at once, each in a thread of its own. */
#include "emit/emit.h"
#include "files/file_set.h"
#include "load/load.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct job {
	const struct model *model;
	const char *how, *made;
	pthread_t thread;
};

static bool
make_one(const struct emitter *emitter, const struct voice *voice, const struct plan *plan,
	 struct file_set *files)
{
	const struct emit_options options = {0};
	struct emission emission = {
	    .view = {voice, plan, &options.view}, .options = &options, .stem = "p"};
	emitter->emit(&emission);
	bool ok = !emission.error;
	for (const struct output *one = emission.outputs; one && ok; one = one->next)
		ok = file_set_write(files, NULL, one->name, buf_text(&one->bytes),
				    one->bytes.length);
	emission_free(&emission);
	return ok;
}

static void *
make(void *data)
{
	const struct job *job = data;
	const char *failed = "";
	struct voice voice = voice_of(job->model);
	struct addresses *addresses = addresses_new(job->model, job->how + 3);
	struct plan *plan = plan_new(job->model, NULL);
	struct file_set *files = file_set_new(job->made);
	voice.lang = strncmp(job->how, "en", 2) != 0;
	voice.addresses = addresses;
	for (const struct emitter *emitter = emitters; emitter->name; emitter++)
		if (!make_one(emitter, &voice, plan, files))
			exit(1);
	if (!file_set_commit(files, &failed))
		exit(1);
	file_set_free(files);
	plan_free(plan);
	addresses_free(addresses);
	return NULL;
}

int
main(int count, char **words)
{
	struct diagnostics diags = {0};
	bool unreadable = false, at_once = count > 1 && strcmp(words[1], "-j") == 0;
	words += 1 + at_once;
	const struct model *model = load_model(*words++, NULL, NULL, &diags, &unreadable);
	struct job jobs[8] = {0};
	size_t job_count = 0;
	for (; words[0] && words[1] && job_count < 8; words += 2)
		jobs[job_count++] = (struct job){model, words[0], words[1], 0};
	for (size_t i = 0; i < job_count; i++)
		if (!at_once)
			make(&jobs[i]);
		else if (pthread_create(&jobs[i].thread, NULL, make, &jobs[i]) != 0)
			return 1;
	for (size_t i = 0; i < job_count && at_once; i++)
		pthread_join(jobs[i].thread, NULL);
	diag_free(&diags);
	model_free(model);
	return unreadable;
}
