/* SPDX-License-Identifier: MIT */
/* A process through one output: the first byte says which, the second the options, the rest is the
 * file. What loads without an error must be written by every output, whatever an edition hides. */
#include "emit/emit.h"
#include "load/load.h"
#include "model/field.h"
#include "plan/cut/cut.h"
#include "target.h"

#include <stdlib.h>

enum { SPLIT = 1, SHEETS = 2, BOM = 4, VERTICAL = 8, PAGES = 16, HIDES = 32 };
enum { HIDDEN_MOST = 8 };

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
				       .view = {.sheet_per_stage = bits & SHEETS},
				       .bom = bits & BOM,
				       .vertical = bits & VERTICAL,
				       .pages = bits & PAGES ? "a4" : NULL};
	const struct voice voice = voice_of(model);
	struct emission emission = {.view = {&voice, plan_new(model, NULL), &options.view},
				    .options = &options,
				    .stem = "p"};
	emitter->emit(&emission);
	fuzz_must(!emission.error, "an output could not be written");
	emission_free(&emission);
	plan_free((struct plan *)(uintptr_t)emission.view.plan);
}

/* Up to HIDDEN_MOST keys of any fields, by the sum of the input. */
static const char *
hidden_keys(const struct model *model, const uint8_t *data, size_t size, struct arena *arena)
{
	uint32_t sum = 2166136261u;
	for (size_t i = 0; i < size; i++)
		sum = (sum ^ data[i]) * 16777619u;
	const char *words = sum & 1 ? "people" : "links";
	for (uint32_t left = sum % HIDDEN_MOST; left; left--) {
		sum = sum * 1664525u + 1013904223u;
		const struct field **fields =
		    model->fields[KIND_NONE + 1 + (sum >> 8) % (KIND_COUNT - 1)];
		size_t count = 0;
		while (fields[count])
			count++;
		words = arena_printf(arena, "%s|%s", words,
				     field_key(fields[(sum >> 16) % count], 0, arena));
	}
	return words;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2)
		return 0;
	struct diagnostics diags = {0};
	bool unreadable = false;
	const struct model *model = load_model(fuzz_file("process.yaml", data + 2, size - 2), NULL,
					       NULL, &diags, &unreadable);
	if (!diag_count(&diags, SEVERITY_ERROR)) {
		struct arena arena = {0};
		struct edition_words own = {.name = "own", .full = !(data[1] & HIDES)};
		if (data[1] & HIDES)
			own.hides = hidden_keys(model, data, size, &arena);
		const struct model *cut =
		    cut_is_needed(model, &own, NULL) ? cut_model(model, &own, NULL) : NULL;
		emit(cut ? cut : model, pick(data[0]), data[1]);
		cut_free(cut);
		arena_free(&arena);
	}
	diag_free(&diags);
	model_free(model);
	return 0;
}
