/* SPDX-License-Identifier: MIT */
/* A process through one output: the first byte says which, the second the options, the rest is the file. What loads without an
 * error must be written by every output. */
#include "emit/emit.h"
#include "load/load.h"
#include "plan/cut.h"
#include "target.h"

#include <stdlib.h>

enum { SPLIT = 1, SHEETS = 2, BOM = 4, VERTICAL = 8, PAGES = 16, CLIENT = 32 };

static const struct emitter *
pick(unsigned byte)
{
	size_t count = 0;
	while (emitters[count].name)
		count++;
	return &emitters[byte % count];
}

static void
emit(const struct model *model, const struct emitter *emitter, unsigned bits)
{
	struct emit_options options = {.split = bits & SPLIT,
				       .sheet_per_stage = bits & SHEETS,
				       .bom = bits & BOM,
				       .vertical = bits & VERTICAL,
				       .pages = bits & PAGES ? "a4" : NULL};
	struct emission emission = {.model = model, .plan = plan_new(model, NULL), .options = &options, .stem = "p"};
	emission.files = file_set_new(fuzz_folder());
	bool fine = emitter->emit(&emission);
	fuzz_must(fine, "an output could not be written");
	arena_free(&emission.arena);
	file_set_free(emission.files);
	plan_free((struct plan *)(uintptr_t)emission.plan);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2)
		return 0;
	struct diagnostics diags = {0};
	bool unreadable = false;
	struct model *model = load_model(fuzz_file("process.yaml", data + 2, size - 2), NULL, &diags, &unreadable);
	struct edition_words client;
	if (!diag_count(&diags, SEVERITY_ERROR) && edition_find(model, data[1] & CLIENT ? "client" : "full", &client)) {
		struct model *cut = cut_is_needed(&client, NULL) ? cut_model(model, &client, NULL) : NULL;
		emit(cut ? cut : model, pick(data[0]), data[1]);
		cut_free(cut);
	}
	diag_free(&diags);
	model_free(model);
	return 0;
}
