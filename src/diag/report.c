/* SPDX-License-Identifier: MIT */
/* What a report keeps of a process, what the formats share, and those that are plain lines. */
#include "diag/report.h"

#include "diag/baseline.h"
#include "support/hash.h"
#include "text/uri.h"
#include "text/visible.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* ---- what is kept */

static const char *
kept_text(struct report *report, struct buf *text)
{
	const char *kept = arena_copy(&report->arena, buf_text(text), text->length);
	buf_free(text);
	return kept;
}

/* A file's name is kept once. */
static const char *
kept_name(struct report *report, const char *name)
{
	const char *known = map_get(&report->names, name);
	if (known)
		return known;
	const char *kept = arena_string(&report->arena, name);
	*map_at(&report->names, kept) = (void *)(uintptr_t)kept;
	return kept;
}

static struct report_place
place_of(struct report *report, const struct judged *judged, struct pos pos)
{
	const char *name = sources_name(judged->sources, pos.file);
	return (struct report_place){
	    .name = kept_name(report, *name ? name : judged->file),
	    .line = pos.line,
	    .column = pos.column,
	    .units = pos.line ? sources_units(judged->sources, pos) : 0,
	};
}

/* The same on every machine. */
static uint64_t
hash_of(const char *text)
{
	uint64_t hash = hash_fnv(HASH_FNV, text, strlen(text));
	return hash ^ hash >> 32;
}

static void
put_mark(const struct judged *judged, const struct diagnostic *d, char mark[17])
{
	struct buf key = {0};
	baseline_key(judged->model, d, &key);
	snprintf(mark, 17, "%016llx", (unsigned long long)hash_of(buf_text(&key)));
	buf_free(&key);
}

static struct report_finding
finding_of(struct report *report, const struct judged *judged, const struct diagnostic *d)
{
	struct buf message = {0}, help = {0}, path = {0};
	struct report_finding finding = {.rule = d->rule, .severity = d->severity};
	diag_message(d, judged->lang, &message);
	diag_help(d, judged->lang, &help);
	diag_path(d, false, &path);
	finding.message = kept_text(report, &message);
	finding.help = kept_text(report, &help);
	finding.path = kept_text(report, &path);
	finding.at = place_of(report, judged, d->pos);
	if (d->end.line)
		finding.end = place_of(report, judged, d->end);
	if (d->related.line)
		finding.related = place_of(report, judged, d->related);
	put_mark(judged, d, finding.mark);
	return finding;
}

void
report_add(struct report *report, const struct judged *judged)
{
	const struct diagnostics *diags = judged->diags;
	report->files =
	    arena_grow(&report->arena, report->files, report->count, 1, sizeof *report->files);
	struct report_file *file = &report->files[report->count++];
	*file = (struct report_file){
	    .name = kept_name(report, judged->file), .lang = judged->lang, .count = diags->count};
	file->findings = arena_array(&report->arena, diags->count + 1, sizeof *file->findings);
	for (size_t i = 0; i < diags->count; i++)
		file->findings[i] = finding_of(report, judged, &diags->items[i]);
}

void
report_free(struct report *report)
{
	map_free(&report->names);
	arena_free(&report->arena);
}

/* ---- what the formats share */

struct tally
report_tally(const struct report *report)
{
	struct tally tally = {.all = 0};
	for (size_t i = 0; i < report->count; i++)
		for (size_t j = 0; j < report->files[i].count; j++) {
			tally.of[report->files[i].findings[j].severity]++;
			tally.all++;
		}
	return tally;
}

const char *
report_name_bytes(const char *name)
{
	while (strncmp(name, "./", 2) == 0)
		name += 2;
	return name;
}

const char *
report_name(const char *name, struct arena *arena)
{
	return visible_bytes(arena, report_name_bytes(name));
}

/* ---- plain lines */

static void
put_short(const struct report_file *file, const struct report_finding *f, struct buf *out)
{
	visible_add(out, f->at.name, strlen(f->at.name));
	if (f->at.line)
		buf_printf(out, ":%u:%u", (unsigned)f->at.line, (unsigned)f->at.column);
	buf_printf(out, ": %s: ", severity_name(f->severity, file->lang));
	visible_add(out, f->message, strlen(f->message));
	buf_printf(out, " [%s]\n", rule_info(f->rule)->name);
}

void
report_short(const struct report *report, struct buf *out)
{
	for (size_t i = 0; i < report->count; i++)
		for (size_t j = 0; j < report->files[i].count; j++)
			put_short(&report->files[i], &report->files[i].findings[j], out);
}

/* Data of a workflow command, which goes through a log that people read; in_property also escapes
 * what would end a property. */
static void
put_escaped(struct arena *arena, struct buf *out, const char *text, bool in_property)
{
	for (text = visible_text(arena, text); *text; text++) {
		bool escaped = *text == '%' || (in_property && (*text == ':' || *text == ','));
		if (escaped)
			uri_add_byte(out, *text);
		else
			buf_putc(out, *text);
	}
}

static void
put_annotation(const struct report_finding *f, struct arena *arena, struct buf *out)
{
	static const char *const commands[] = {"", "notice", "warning", "error"};
	buf_printf(out, "::%s file=", commands[f->severity]);
	put_escaped(arena, out, report_name_bytes(f->at.name), true);
	if (f->at.line)
		buf_printf(out, ",line=%u,col=%u", (unsigned)f->at.line, (unsigned)f->at.column);
	if (f->end.line)
		buf_printf(out, ",endLine=%u,endColumn=%u", (unsigned)f->end.line,
			   (unsigned)f->end.column);
	buf_puts(out, ",title=");
	put_escaped(arena, out, rule_info(f->rule)->name, true);
	buf_puts(out, "::");
	put_escaped(arena, out, f->message, false);
	if (*f->help) {
		buf_puts(out, "; ");
		put_escaped(arena, out, f->help, false);
	}
	buf_putc(out, '\n');
}

/* GitHub shows ten annotations of a severity a step; the last line counts all. */
void
report_github(const struct report *report, struct buf *out)
{
	struct arena arena = {0};
	for (size_t i = 0; i < report->count; i++)
		for (size_t j = 0; j < report->files[i].count; j++)
			put_annotation(&report->files[i].findings[j], &arena, out);
	struct tally tally = report_tally(report);
	buf_printf(out, "presale: %zu errors, %zu warnings, %zu notes\n", tally.of[SEVERITY_ERROR],
		   tally.of[SEVERITY_WARNING], tally.of[SEVERITY_NOTE]);
	arena_free(&arena);
}
