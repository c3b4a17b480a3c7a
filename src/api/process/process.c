/* SPDX-License-Identifier: MIT */
#include "api/process/process.h"

#include "api/context/lists.h"
#include "load/load.h"
#include "load/probe.h"
#include "model/fields.h"
#include "model/hide.h"

#include <stdlib.h>
#include <string.h>

/* The findings of loading once more: judging adds to them and changes them. */
static void
start_findings(struct presale *context)
{
	const struct diagnostics *loaded = &context->loaded;
	struct diagnostics *diags = &context->diags;
	context_drop_findings(context);
	for (; diags->count < loaded->count; diags->count++) {
		diags->items = list_grow(diags->items, diags->count, sizeof *diags->items);
		diags->items[diags->count] = loaded->items[diags->count];
	}
	context->sources = sources_open(context->model);
	context->settled = false;
}

/* A file is no part when it has the process under a misspelt key, or the keys of the process at the
 * top. */
static bool
is_part(const struct presale *context)
{
	const struct entity *document = &context->model->document->base;
	return context->options.part &&
	       !field_was_refused(document, field_row(FIELD_DOCUMENT_process));
}

/* Of a part without its root only what is wrong with the part itself can be said. */
static void
keep_own(struct diagnostics *diags)
{
	size_t kept = 0;
	for (size_t i = 0; i < diags->count; i++) {
		const struct diagnostic *d = &diags->items[i];
		bool of_whole =
		    d->rule == RULE_SCHEMA_REQUIRED && d->entity &&
		    (d->entity->kind == KIND_DOCUMENT || d->entity->kind == KIND_PROCESS);
		if (rule_matches(d->rule, "yaml/*") || d->rule == RULE_REF_FILE ||
		    (rule_matches(d->rule, "schema/*") && !of_whole))
			diags->items[kept++] = *d;
	}
	diags->count = kept;
	diag(diags, RULE_REF_PART, ((struct pos){.line = 1, .column = 1}));
}

/* Of a run in a file of its own only what is wrong with the run is said, and what keeps the process
 * from being understood: the rest is said of the process. */
static void
keep_run(const struct model *model, struct diagnostics *diags)
{
	const struct entity *run = model->document->run;
	size_t kept = 0;
	if (!run || run->pos.file == model->document->process->pos.file)
		return;
	for (size_t i = 0; i < diags->count; i++)
		if (diags->items[i].pos.file == run->pos.file ||
		    diags->items[i].severity == SEVERITY_ERROR)
			diags->items[kept++] = diags->items[i];
	diags->count = kept;
}

enum presale_kind
process_probe(const struct presale *context, const char *path)
{
	static const enum presale_kind kinds[] = {[PROBE_OTHER] = PRESALE_KIND_OTHER,
						  [PROBE_ROOT] = PRESALE_KIND_ROOT,
						  [PROBE_RUN] = PRESALE_KIND_RUN,
						  [PROBE_PART] = PRESALE_KIND_PART,

						  [PROBE_PORTFOLIO] = PRESALE_KIND_PORTFOLIO};
	return kinds[probe_file(path, &context->overlays)];
}

static void
load_process(struct presale *context, const char *path)
{
	size_t length = strlen(path) + 1;
	char *copy = memory_alloc(length);
	memcpy(copy, path, length);
	context_drop_process(context);
	context->path = copy;
	context->model = load_model(copy, context->options.out, &context->overlays,
				    &context->loaded, &context->unreadable);
	start_findings(context);
	if (is_part(context))
		keep_own(&context->diags);
	context->broken = diag_count(&context->diags, SEVERITY_ERROR) > 0;
}

enum presale_status
process_load(struct presale *context, const char *path)
{
	load_process(context, path); /* path may have been the context's own: it is gone now */
	if (context->unreadable)
		return context_fail_file(context, PRESALE_REASON_UNREADABLE, context->path, 0);
	if (!context->broken)
		return PRESALE_CLEAN;
	context_fail(context, PRESALE_REASON_BROKEN, "%s cannot be understood", context->path);
	return PRESALE_CONTENT;
}

struct check_options
process_check_options(const struct presale *context)
{
	const struct options *options = &context->options;
	return (struct check_options){.today = options->today,
				      .levels = options->levels,
				      .level_count = options->level_count,
				      .edition = options->edition,
				      .strict = options->strict};
}

enum presale_status
process_check(struct presale *context)
{
	const struct options *options = &context->options;
	const struct model *process = context_process(context);
	struct edition_words edition;
	if (!process)
		return context_fail_process(context);
	if (!options->has_today)
		return context_fail(context, PRESALE_REASON_MISUSE, "the option today is not set");
	if (options->edition && !edition_find(process, options->edition, &edition))
		return lists_fail(context, process, PRESALE_LIST_EDITIONS, options->edition);
	const struct check_options checks = process_check_options(context);
	start_findings(context);
	check_model(process, &checks, &context->diags);
	keep_run(process, &context->diags);
	if (is_part(context))
		keep_own(&context->diags);
	return diag_count(&context->diags, SEVERITY_ERROR) ? PRESALE_CONTENT : PRESALE_CLEAN;
}
