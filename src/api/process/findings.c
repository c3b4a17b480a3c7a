/* SPDX-License-Identifier: MIT */
#include "api/process/findings.h"

#include "api/context/lists.h"
#include "files/file_ids.h"
#include "text/visible.h"
#include "yaml/settle.h"

#include <stdlib.h>
#include <string.h>

void
findings_settle(struct presale *context)
{
	if (context->settled || !context->sources)
		return;
	settle_findings(&context->diags, context->sources);
	context->settled = true;
}

void
findings_make_ready(struct presale *context)
{
	findings_settle(context);
	for (size_t i = 0; i < context->diags.count; i++) {
		const struct diagnostic *d = &context->diags.items[i];
		text_index_make(sources_index(context->sources, d->pos.file));
		text_index_make(sources_index(context->sources, d->related.file));
	}
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
findings_list(struct presale *context, size_t *count)
{
	struct arena *arena = context_gift(context, GIFT_FINDINGS);
	const struct diagnostics *diags = &context->diags;
	if (!diags->count)
		return NULL;
	findings_settle(context);
	struct presale_finding *findings = arena_array(arena, diags->count, sizeof *findings);
	for (size_t i = 0; i < diags->count; i++)
		findings[i] = finding_of(context, &diags->items[i], arena);
	*count = diags->count;
	return findings;
}

/* The files that the paths lead to, each with the first path of it. */
static struct file_ids
files_of(const char *const *paths, size_t count)
{
	struct file_ids files = {0};
	for (size_t i = 0; i < count; i++) {
		void **path = file_ids_at(&files, paths[i]);
		if (path && !*path)
			*path = (void *)(uintptr_t)paths[i];
	}
	return files;
}

enum presale_status
findings_narrow(struct presale *context, const char *const *paths, size_t count)
{
	struct arena scratch = {0};
	struct diagnostics *diags = &context->diags;
	size_t kept = 0;
	if (!context->sources)
		return context_fail_process(context);
	findings_settle(context);
	uint32_t files = context->model->file_count;
	struct file_ids wanted = files_of(paths, count);
	bool *asked = arena_array(&scratch, files + 1, sizeof *asked);
	for (uint32_t i = 0; i < files; i++) {
		void **path = file_ids_at(&wanted, sources_name(context->sources, i));
		asked[i] = path && *path;
		if (asked[i])
			sources_call(context->sources, i, *path);
	}
	file_ids_free(&wanted);
	for (size_t i = 0; i < diags->count; i++)
		if (asked[diags->items[i].pos.file])
			diags->items[kept++] = diags->items[i];
	diags->count = kept;
	arena_free(&scratch);
	return PRESALE_CLEAN;
}

enum presale_status
findings_keep(struct presale *context, const unsigned char *kept)
{
	struct diagnostics *diags = &context->diags;
	size_t count = 0;
	if (!context->sources)
		return context_fail_process(context);
	for (size_t i = 0; i < diags->count; i++)
		if (kept[i])
			diags->items[count++] = diags->items[i];
	diags->count = count;
	return PRESALE_CLEAN;
}

void
findings_add(struct presale *context, const struct diagnostics *found)
{
	for (size_t i = 0; i < found->count; i++) {
		const struct diagnostic *other = &found->items[i];
		struct diagnostic *d =
		    diag_add(&context->diags, other->rule, other->pos, other->args);
		d->severity = other->severity;
		d->entity = other->entity;
		diag_end_with(&context->diags, d, &other->beside);
	}
	context->settled = false;
	diag_sort(&context->diags);
}

const struct report_format *
findings_format(const char *name)
{
	const struct report_format *format = report_formats;
	while (format->name && strcmp(format->name, name) != 0)
		format++;
	return format->name ? format : NULL;
}

struct judged
findings_judged(const struct presale *context, struct arena *arena)
{
	return (struct judged){.file = visible_bytes(arena, context->path),
			       .model = context->model,
			       .diags = &context->diags,
			       .sources = context->sources,
			       .lang = context_lang(context)};
}

static void
report_alone(const struct presale *context, const struct report_format *format, struct buf *out)
{
	struct arena scratch = {0};
	struct report report = {.fail_on = context->options.fail_on};
	const struct judged judged = findings_judged(context, &scratch);
	report_add(&report, &judged);
	format->write(&report, out);
	report_free(&report);
	arena_free(&scratch);
}

enum presale_status
findings_report(struct presale *context, const char *name, struct buf *out)
{
	const struct options *options = &context->options;
	const struct report_format *format = findings_format(name);
	if (!context->sources)
		return context_fail_process(context);
	findings_settle(context);
	if (format)
		report_alone(context, format, out);
	else if (strcmp(name, "text") == 0)
		diag_print(&context->diags, context->sources, context_lang(context),
			   options->colour, options->limit, out);
	else
		return lists_fail(context, NULL, PRESALE_LIST_FORMATS, name);
	return PRESALE_CLEAN;
}
