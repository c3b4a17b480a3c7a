/* SPDX-License-Identifier: MIT */
/* hiding FOLDER OUTPUTS [FILE WORDS]…: the outputs (names between commas, "" for all) of each
 * process when each of the words (parted by |) is hidden: a line a job, of each file its name and
 * the sum of its bytes. Files that follow each other are loaded once. */
#include "emit/emit.h"
#include "files/file.h"
#include "load/load.h"
#include "plan/cut.h"

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
put_sums(const struct file_set *files)
{
	for (size_t i = 0; file_set_name(files, i); i++) {
		struct buf contents = {0};
		if (file_read(file_set_staged(files, i), &contents) != FILE_FINE)
			printf("unreadable ");
		printf("%s=%08lx ", file_set_name(files, i),
		       crc32(0, (const unsigned char *)buf_text(&contents),
			     (unsigned)contents.length));
		buf_free(&contents);
	}
	printf("\n");
	fflush(stdout); /* what was done last is known after a crash */
}

static void
build(const struct model *model, const char *folder, const char *outputs)
{
	static const struct emit_options options = {.split = true, .sheet_per_stage = true};
	struct plan *plan = plan_new(model, NULL);
	struct file_set *files = file_set_new(folder);
	for (const struct emitter *emitter = emitters; emitter->name; emitter++) {
		struct emission emission = {.model = model,
					    .plan = plan,
					    .options = &options,
					    .files = files,
					    .stem = model->document->process->anchor};
		if (is_wanted(outputs, emitter->name) && !emitter->emit(&emission))
			printf("unwritten %s ", emitter->name);
		arena_free(&emission.arena);
		arena_free(&emission.noted);
	}
	file_set_sort(files);
	put_sums(files);
	file_set_free(files);
	plan_free(plan);
}

int
main(int argc, char **argv)
{
	struct model *model = NULL;
	struct diagnostics diags = {0};
	for (int i = 3; i + 1 < argc; i += 2) {
		bool unreadable = false;
		if (i == 3 || strcmp(argv[i], argv[i - 2]) != 0) {
			model_free(model);
			model = load_model(argv[i], NULL, &diags, &unreadable);
		}
		struct edition_words words = {.name = "test", .words = argv[i + 1]};
		struct model *cut =
		    cut_is_needed(&words, NULL) ? cut_model(model, &words, NULL) : NULL;
		build(cut ? cut : model, argv[1], argv[2]);
		cut_free(cut);
	}
	printf("errors: %u\n", (unsigned)diag_count(&diags, SEVERITY_ERROR));
	model_free(model);
	diag_free(&diags);
}
