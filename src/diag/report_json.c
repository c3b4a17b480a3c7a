/* SPDX-License-Identifier: MIT */
/* Findings as JSON: all that is known of them, and as a GitLab code quality report. */
#include "diag/report.h"
#include "presale.h"
#include "support/json.h"
#include "support/map.h"

#include <string.h>

static const char *const severities[] = {"off", "note", "warning", "error"};

static void
put_place(struct json *json, const struct judged *judged, struct pos pos, struct arena *arena)
{
	json_member_string(json, "file", report_file(judged, pos, arena));
	json_member_integer(json, "line", pos.line ? pos.line : 1);
	json_member_integer(json, "column", pos.line ? pos.column : 1);
}

/* What to do: the near miss, else why the rule is there. */
static void
put_help(struct json *json, const struct judged *judged, const struct diagnostic *d)
{
	struct buf help = {0};
	diag_help(d, judged->lang, &help);
	const char *why = judged->lang ? rule_info(d->rule)->explanation.why_ru
				       : rule_info(d->rule)->explanation.why_en;
	json_member_string(json, "help", help.length ? buf_text(&help) : why);
	buf_free(&help);
}

static void
put_related(struct json *json, const struct judged *judged, const struct diagnostic *d,
	    struct arena *arena)
{
	json_key(json, "related");
	json_array(json);
	if (d->related.line) {
		json_object(json);
		put_place(json, judged, d->related, arena);
		json_member_string(json, "message",
				   said_phrase(PHRASE_SEE_ALSO).texts[judged->lang]);
		json_object_end(json);
	}
	json_array_end(json);
}

static void
put_finding(struct json *json, const struct judged *judged, const struct diagnostic *d,
	    struct arena *arena)
{
	struct pos end = d->end.line ? d->end : d->pos;
	json_object(json);
	put_place(json, judged, d->pos, arena);
	json_member_integer(json, "end_line", end.line ? end.line : 1);
	json_member_integer(json, "end_column", end.line ? end.column : 1);
	json_member_string(json, "severity", severities[d->severity]);
	json_member_string(json, "rule", rule_info(d->rule)->name);
	json_member_string(json, "message", report_message(judged, d, arena));
	put_help(json, judged, d);
	json_member_string(json, "path", report_path(d, arena));
	put_related(json, judged, d, arena);
	json_object_end(json);
}

static void
put_summary(struct json *json, const struct report *report)
{
	struct tally tally = report_tally(report);
	json_key(json, "summary");
	json_object(json);
	json_member_integer(json, "files", (int64_t)report->count);
	json_member_integer(json, "errors", (int64_t)tally.of[SEVERITY_ERROR]);
	json_member_integer(json, "warnings", (int64_t)tally.of[SEVERITY_WARNING]);
	json_member_integer(json, "notes", (int64_t)tally.of[SEVERITY_NOTE]);
	json_object_end(json);
}

void
report_json(const struct report *report, struct buf *out)
{
	struct arena arena = {0};
	struct json json = {.out = out, .indent = 2};
	json_object(&json);
	json_member_string(&json, "tool", "presale");
	json_member_string(&json, "version", PRESALE_VERSION);
	json_key(&json, "diagnostics");
	json_array(&json);
	for (size_t i = 0; i < report->count; i++)
		for (size_t j = 0; j < report->files[i].diags->count; j++)
			put_finding(&json, &report->files[i], &report->files[i].diags->items[j],
				    &arena);
	json_array_end(&json);
	put_summary(&json, report);
	json_object_end(&json);
	buf_putc(out, '\n');
	arena_free(&arena);
}

/* GitLab drops findings of one fingerprint: the second of the same kind at the same thing gets a
 * number. */
static const char *
unique_mark(struct map *seen, const struct judged *judged, const struct diagnostic *d,
	    struct arena *arena)
{
	char mark[17];
	report_fingerprint(judged, d, mark);
	const char *name = arena_printf(arena, "%s:%s", mark, report_file(judged, d->pos, arena));
	uintptr_t *times = (uintptr_t *)map_at(seen, name);
	++*times;
	return *times == 1 ? arena_printf(arena, "%s", mark)
			   : arena_printf(arena, "%s-%u", mark, (unsigned)*times);
}

static void
put_position(struct json *json, const char *key, struct pos pos)
{
	json_key(json, key);
	json_object(json);
	json_member_integer(json, "line", pos.line ? pos.line : 1);
	json_member_integer(json, "column", pos.line ? pos.column : 1);
	json_object_end(json);
}

static void
put_issue(struct json *json, const struct judged *judged, const struct diagnostic *d,
	  struct map *seen, struct arena *arena)
{
	static const char *const levels[] = {"info", "info", "minor", "major"};
	json_object(json);
	json_member_string(json, "type", "issue");
	json_member_string(json, "check_name", rule_info(d->rule)->name);
	json_member_string(json, "description", report_message(judged, d, arena));
	json_key(json, "categories");
	json_array(json);
	json_string(json, "Style");
	json_array_end(json);
	json_member_string(json, "severity", levels[d->severity]);
	json_member_string(json, "fingerprint", unique_mark(seen, judged, d, arena));
	json_key(json, "location");
	json_object(json);
	json_member_string(json, "path", report_file(judged, d->pos, arena));
	json_key(json, "positions");
	json_object(json);
	put_position(json, "begin", d->pos);
	put_position(json, "end", d->end.line ? d->end : d->pos);
	json_object_end(json);
	json_key(json, "lines");
	json_object(json);
	json_member_integer(json, "begin", d->pos.line ? d->pos.line : 1);
	json_object_end(json);
	json_object_end(json);
	json_object_end(json);
}

void
report_gitlab(const struct report *report, struct buf *out)
{
	struct arena arena = {0};
	struct map seen = {0};
	struct json json = {.out = out, .indent = 2};
	json_array(&json);
	for (size_t i = 0; i < report->count; i++)
		for (size_t j = 0; j < report->files[i].diags->count; j++)
			put_issue(&json, &report->files[i], &report->files[i].diags->items[j],
				  &seen, &arena);
	json_array_end(&json);
	buf_putc(out, '\n');
	map_free(&seen);
	arena_free(&arena);
}
