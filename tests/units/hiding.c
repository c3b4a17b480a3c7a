/* SPDX-License-Identifier: MIT */
/* hiding OUTPUTS [FILE WORDS]…: the outputs (names between commas, "" for all) of each
 * process when each of the words (parted by |) is hidden: a line a job, of each file its name and
 * the sum of its bytes. Files that follow each other are loaded once. */
#include "emit/emit.h"
#include "load/load.h"
#include "model/fields.h"
#include "plan/cut/cut.h"

#include <stdio.h>
#include <string.h>
#include <zlib.h>

static bool
is_wanted(const char *outputs, const char *name)
{
	size_t length = strlen(name);
	for (const char *at = outputs; *at; at += strcspn(at, ",") + (at[strcspn(at, ",")] == ','))
		if (strncmp(at, name, length) == 0 && (at[length] == ',' || !at[length]))
			return true;
	return !*outputs;
}

static void
put_sums(const struct emission *emission)
{
	if (emission->error)
		printf("unwritten %s ", emission->failed);
	for (const struct output *one = emission->outputs; one; one = one->next)
		printf("%s=%08lx ", one->name,
		       crc32(0, (const unsigned char *)buf_text(&one->bytes),
			     (unsigned)one->bytes.length));
}

static void
build(const struct model *model, const char *outputs)
{
	static const struct emit_options options = {.view = {.sheet_per_stage = true},
						    .split = true};
	const struct voice voice = voice_of(model);
	struct plan *plan = plan_new(model, NULL);
	for (const struct emitter *emitter = emitters; emitter->name; emitter++) {
		struct emission emission = {.view = {&voice, plan, &options.view},
					    .options = &options,
					    .stem = model->document->process->anchor};
		if (is_wanted(outputs, emitter->name))
			emitter->emit(&emission);
		put_sums(&emission);
		emission_free(&emission);
	}
	printf("\n");
	fflush(stdout); /* what was done last is known after a crash */
	plan_free(plan);
}

int
main(int argc, char **argv)
{
	const struct model *model = NULL;
	struct diagnostics diags = {0};
	for (int i = 2; i + 1 < argc; i += 2) {
		bool unreadable = false;
		if (i == 2 || strcmp(argv[i], argv[i - 2]) != 0) {
			model_free(model);
			model = load_model(argv[i], NULL, NULL, &diags, &unreadable);
		}
		struct edition_words words = {
		    .name = "test", .hides = argv[i + 1], .full = !*argv[i + 1]};
		const struct model *cut =
		    cut_is_needed(model, &words, NULL) ? cut_model(model, &words, NULL) : NULL;
		build(cut ? cut : model, argv[1]);
		cut_free(cut);
	}
	printf("errors: %u\n", (unsigned)diag_count(&diags, SEVERITY_ERROR));
	model_free(model);
	diag_free(&diags);
}
