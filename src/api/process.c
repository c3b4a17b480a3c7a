/* SPDX-License-Identifier: MIT */
/* Loading and judging a process, and what was found. */
#include "api/context.h"
#include "diag/report.h"
#include "load/load.h"
#include "model/field.h"
#include "model/hide.h"
#include "yaml/settle.h"

#include <stdlib.h>
#include <string.h>

/* The findings of loading once more: judging adds to them and changes them. */
static void
start_diags(struct presale *context)
{
	const struct diagnostics *loaded = &context->loaded;
	struct diagnostics *diags = &context->diags;
	arena_free(&context->gifts[GIFT_FINDINGS]);
	diag_free(diags);
	for (; diags->count < loaded->count; diags->count++) {
		diags->items = list_grow(diags->items, diags->count, sizeof *diags->items);
		diags->items[diags->count] = loaded->items[diags->count];
	}
}

/* True when the root file could be read. */
static bool
load_process(struct presale *context, const char *path)
{
	bool unreadable = false;
	size_t length = strlen(path) + 1;
	char *copy = memory_alloc(length);
	memcpy(copy, path, length);
	context_drop_process(context);
	context->path = copy;
	context->model = load_over(copy, context->options.out, &context->overlays, &context->loaded,
				   &unreadable);
	context->sources = sources_open(context->model);
	start_diags(context);
	settle_findings(&context->diags, context->sources);
	return !unreadable;
}

enum presale_status
process_load(struct presale *context, const char *path)
{
	if (!load_process(context, path)) {
		context_drop_process(context);
		return context_fail(context, PRESALE_USAGE, "%s cannot be read", path);
	}
	if (diag_count(&context->loaded, SEVERITY_ERROR))
		return context_fail(context, PRESALE_CONTENT, "%s cannot be understood", path);
	return PRESALE_CLEAN;
}

static enum presale_status
complain_process(struct presale *context)
{
	return context_fail(context, PRESALE_USAGE, "there is no process");
}

enum presale_status
process_check(struct presale *context)
{
	const struct options *options = &context->options;
	struct edition_words edition;
	if (!context->model)
		return complain_process(context);
	if (!options->has_today)
		return context_fail(context, PRESALE_USAGE, "the option today is not set");
	if (options->edition && !edition_find(context->model, options->edition, &edition))
		return context_fail(context, PRESALE_USAGE, "there is no edition “%s”",
				    options->edition);
	const struct check_options checks = {.today = options->today,
					     .levels = options->levels,
					     .level_count = options->level_count,
					     .edition = options->edition,
					     .strict = options->strict};
	start_diags(context);
	check_model(context->model, &checks, &context->diags);
	settle_findings(&context->diags, context->sources);
	return diag_count(&context->diags, SEVERITY_ERROR) ? PRESALE_CONTENT : PRESALE_CLEAN;
}

static const char *
taken(struct buf *text, struct arena *arena)
{
	const char *copy = arena_copy(arena, buf_text(text), text->length);
	buf_free(text);
	return copy;
}

static struct presale_finding
finding_of(const struct presale *context, const struct diagnostic *d, struct arena *arena)
{
	struct buf message = {0}, help = {0}, path = {0};
	bool related = d->related.line;
	diag_message(d, context_lang(context), &message);
	diag_help(d, context_lang(context), &help);
	diag_path(d, false, &path);
	return (struct presale_finding){
	    .rule = rule_info(d->rule)->name,
	    .nature = nature_name(rule_info(d->rule)->nature, 0),
	    .message = taken(&message, arena),
	    .help = taken(&help, arena),
	    .path = taken(&path, arena),
	    .file = sources_name(context->sources, d->pos.file),
	    .related_file = related ? sources_name(context->sources, d->related.file) : NULL,
	    .severity = (enum presale_severity)d->severity,
	    .line = d->pos.line,
	    .column = d->pos.column,
	    .end_line = d->end.line,
	    .end_column = d->end.line ? d->end.column : 0,
	    .related_line = related ? d->related.line : 0,
	    .related_column = related ? d->related.column : 0};
}

const struct presale_finding *
process_findings(struct presale *context, size_t *count)
{
	struct arena *arena = context_gift(context, GIFT_FINDINGS);
	const struct diagnostics *diags = &context->diags;
	if (!context->model || !diags->count)
		return NULL;
	struct presale_finding *findings = arena_array(arena, diags->count, sizeof *findings);
	for (size_t i = 0; i < diags->count; i++)
		findings[i] = finding_of(context, &diags->items[i], arena);
	*count = diags->count;
	return findings;
}

enum presale_status
process_report(struct presale *context, const char *format, struct buf *out)
{
	if (!context->model)
		return complain_process(context);
	const struct judged judged = {.file = context->path,
				      .model = context->model,
				      .diags = &context->diags,
				      .sources = context->sources,
				      .lang = context_lang(context)};
	const struct report report = {&judged, 1, SEVERITY_ERROR};
	const struct report_format *one = report_formats;
	while (one->name && strcmp(one->name, format) != 0)
		one++;
	if (one->name)
		one->write(&report, out);
	else if (strcmp(format, "text") == 0)
		diag_print(&context->diags, context->sources, judged.lang, 0, 0, out);
	else
		return context_fail(context, PRESALE_USAGE, "there is no format “%s”", format);
	return PRESALE_CLEAN;
}
