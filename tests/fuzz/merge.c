/* SPDX-License-Identifier: MIT */
/* A process and a document that was built of it and edited: a byte that chooses the options, the
 * YAML, a zero, the document. What is made of the process must load. */
#include "load/load.h"
#include "merge/merge.h"
#include "target.h"

#include <string.h>

static const struct model *
load(const struct overlays *overlays, struct diagnostics *diags)
{
	bool unreadable;
	return load_model("process.yaml", NULL, overlays, diags, &unreadable);
}

static void
must_load(const struct buf *text)
{
	struct overlays overlays = {0};
	struct diagnostics diags = {0};
	overlays_put(&overlays, "process.yaml", text->data, text->length);
	const struct model *model = load(&overlays, &diags);
	fuzz_must(!diag_count(&diags, SEVERITY_ERROR), "what was merged does not load");
	model_free(model);
	diag_free(&diags);
	overlays_free(&overlays);
}

static void
merge(const struct edit_source *source, unsigned options)
{
	static const char *const paths[] = {"document"};
	struct arena arena = {0};
	struct edited edited;
	struct remarks remarks = {.arena = &arena};
	const struct merge_order order = {.paths = paths,
					  .count = 1,
					  .prefer = (enum merge_side)(options % 3),
					  .removes = options / 3 % 2};
	if (merge_documents(source, &order, &remarks, &edited))
		for (uint32_t i = 0; i < edited.file_count; i++)
			must_load(&edited.files[i].bytes);
	for (size_t i = 0; i < remarks.count; i++)
		remark_text(&remarks.items[i], (int)(i % 2), &arena);
	edited_free(&edited);
	arena_free(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *end = size ? memchr(data + 1, '\0', size - 1) : NULL;
	if (!end)
		return 0;
	struct overlays overlays = {0};
	struct diagnostics diags = {0};
	overlays_put(&overlays, "process.yaml", (const char *)data + 1, (size_t)(end - data) - 1);
	overlays_put(&overlays, "document", (const char *)end + 1, size - (size_t)(end - data) - 1);
	const struct model *model = load(&overlays, &diags);
	const struct edit_source source = {model, &diags, "process.yaml", NULL, &overlays};
	if (!diag_count(&diags, SEVERITY_ERROR))
		merge(&source, data[0]);
	model_free(model);
	diag_free(&diags);
	overlays_free(&overlays);
	return 0;
}
