/* SPDX-License-Identifier: MIT */
/* What the formats share, and those that are plain lines. */
#include "diag/report.h"

#include "diag/baseline.h"
#include "support/hash.h"
#include "text/uri.h"
#include "text/visible.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct tally
report_tally(const struct report *report)
{
	struct tally tally = {.all = 0};
	for (size_t i = 0; i < report->count; i++)
		for (size_t j = 0; j < report->files[i].diags->count; j++) {
			tally.of[report->files[i].diags->items[j].severity]++;
			tally.all++;
		}
	return tally;
}

const char *
report_message(const struct judged *judged, const struct diagnostic *d, struct arena *arena)
{
	struct buf text = {0};
	diag_message(d, judged->lang, &text);
	const char *message = arena_copy(arena, buf_text(&text), text.length);
	buf_free(&text);
	return message;
}

const char *
report_path(const struct diagnostic *d, struct arena *arena)
{
	struct buf text = {0};
	diag_path(d, false, &text);
	const char *path = arena_copy(arena, buf_text(&text), text.length);
	buf_free(&text);
	return path;
}

const char *
report_file_bytes(const struct judged *judged, struct pos pos)
{
	const char *name = sources_name(judged->sources, pos.file);
	if (!*name)
		name = judged->file;
	while (strncmp(name, "./", 2) == 0)
		name += 2;
	return name;
}

const char *
report_file(const struct judged *judged, struct pos pos, struct arena *arena)
{
	return visible_bytes(arena, report_file_bytes(judged, pos));
}

/* The same on every machine. */
static uint64_t
hash_of(const char *text)
{
	uint64_t hash = hash_fnv(HASH_FNV, text, strlen(text));
	return hash ^ hash >> 32;
}

void
report_fingerprint(const struct judged *judged, const struct diagnostic *d, char mark[17])
{
	struct buf key = {0};
	baseline_key(judged->model, d, &key);
	snprintf(mark, 17, "%016llx", (unsigned long long)hash_of(buf_text(&key)));
	buf_free(&key);
}

void
report_short(const struct report *report, struct buf *out)
{
	for (size_t i = 0; i < report->count; i++)
		diag_print(report->files[i].diags, report->files[i].sources, report->files[i].lang,
			   PRINT_SHORT, 0, out);
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
put_annotation(const struct judged *judged, const struct diagnostic *d, struct arena *arena,
	       struct buf *out)
{
	static const char *const commands[] = {"", "notice", "warning", "error"};
	struct buf help = {0};
	buf_printf(out, "::%s file=", commands[d->severity]);
	put_escaped(arena, out, report_file_bytes(judged, d->pos), true);
	if (d->pos.line)
		buf_printf(out, ",line=%u,col=%u", (unsigned)d->pos.line, (unsigned)d->pos.column);
	if (d->end.line)
		buf_printf(out, ",endLine=%u,endColumn=%u", (unsigned)d->end.line,
			   (unsigned)d->end.column);
	buf_puts(out, ",title=");
	put_escaped(arena, out, rule_info(d->rule)->name, true);
	buf_puts(out, "::");
	put_escaped(arena, out, report_message(judged, d, arena), false);
	diag_help(d, judged->lang, &help);
	if (help.length) {
		buf_puts(out, "; ");
		put_escaped(arena, out, buf_text(&help), false);
	}
	buf_putc(out, '\n');
	buf_free(&help);
}

/* GitHub shows ten annotations of a severity a step; the last line counts all. */
void
report_github(const struct report *report, struct buf *out)
{
	struct arena arena = {0};
	for (size_t i = 0; i < report->count; i++)
		for (size_t j = 0; j < report->files[i].diags->count; j++)
			put_annotation(&report->files[i], &report->files[i].diags->items[j], &arena,
				       out);
	struct tally tally = report_tally(report);
	buf_printf(out, "presale: %zu errors, %zu warnings, %zu notes\n", tally.of[SEVERITY_ERROR],
		   tally.of[SEVERITY_WARNING], tally.of[SEVERITY_NOTE]);
	arena_free(&arena);
}
