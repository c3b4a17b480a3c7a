/* SPDX-License-Identifier: MIT */
/* Findings as JSON: all that is known of them, and as a GitLab code quality report. */
#include "diag/report.h"
#include "presale.h"
#include "support/json.h"
#include "support/map.h"

#include <string.h>

static const char *const severities[] = {"off", "note", "warning", "error"};

static void
put_place(struct json *json, const struct report_place *place, struct arena *arena)
{
	json_member_string(json, "file", report_name(place->name, arena));
	json_member_integer(json, "line", place->line ? place->line : 1);
	json_member_integer(json, "column", place->line ? place->column : 1);
}

/* What to do: the near miss, else why the rule is there. */
static void
put_help(struct json *json, const struct report_finding *f, int lang)
{
	const struct rule_info *info = rule_info(f->rule);
	const char *why = lang ? info->explanation.why_ru : info->explanation.why_en;
	json_member_string(json, "help", *f->help ? f->help : why);
}

static void
put_related(struct json *json, const struct report_finding *f, int lang, struct arena *arena)
{
	json_key(json, "related");
	json_array(json);
	if (f->related.line) {
		json_object(json);
		put_place(json, &f->related, arena);
		json_member_string(json, "message", said_phrase(PHRASE_SEE_ALSO).texts[lang]);
		json_object_end(json);
	}
	json_array_end(json);
}

/* Where a finding ends, or begins when its end is not known. */
static const struct report_place *
end_of(const struct report_finding *f)
{
	return f->end.line ? &f->end : &f->at;
}

static void
put_finding(struct json *json, const struct report_finding *f, int lang, struct arena *arena)
{
	const struct report_place *end = end_of(f);
	json_object(json);
	put_place(json, &f->at, arena);
	json_member_integer(json, "end_line", end->line ? end->line : 1);
	json_member_integer(json, "end_column", end->line ? end->column : 1);
	json_member_string(json, "severity", severities[f->severity]);
	json_member_string(json, "rule", rule_info(f->rule)->name);
	json_member_string(json, "message", f->message);
	put_help(json, f, lang);
	json_member_string(json, "path", f->path);
	put_related(json, f, lang, arena);
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
		for (size_t j = 0; j < report->files[i].count; j++)
			put_finding(&json, &report->files[i].findings[j], report->files[i].lang,
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
unique_mark(struct map *seen, const struct report_finding *f, struct arena *arena)
{
	const char *name = arena_printf(arena, "%s:%s", f->mark, report_name(f->at.name, arena));
	uintptr_t *times = (uintptr_t *)map_at(seen, name);
	++*times;
	return *times == 1 ? f->mark : arena_printf(arena, "%s-%u", f->mark, (unsigned)*times);
}

static void
put_position(struct json *json, const char *key, const struct report_place *place)
{
	json_key(json, key);
	json_object(json);
	json_member_integer(json, "line", place->line ? place->line : 1);
	json_member_integer(json, "column", place->line ? place->column : 1);
	json_object_end(json);
}

static void
put_issue(struct json *json, const struct report_finding *f, struct map *seen, struct arena *arena)
{
	static const char *const levels[] = {"info", "info", "minor", "major"};
	json_object(json);
	json_member_string(json, "type", "issue");
	json_member_string(json, "check_name", rule_info(f->rule)->name);
	json_member_string(json, "description", f->message);
	json_key(json, "categories");
	json_array(json);
	json_string(json, "Style");
	json_array_end(json);
	json_member_string(json, "severity", levels[f->severity]);
	json_member_string(json, "fingerprint", unique_mark(seen, f, arena));
	json_key(json, "location");
	json_object(json);
	json_member_string(json, "path", report_name(f->at.name, arena));
	json_key(json, "positions");
	json_object(json);
	put_position(json, "begin", &f->at);
	put_position(json, "end", end_of(f));
	json_object_end(json);
	json_key(json, "lines");
	json_object(json);
	json_member_integer(json, "begin", f->at.line ? f->at.line : 1);
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
		for (size_t j = 0; j < report->files[i].count; j++)
			put_issue(&json, &report->files[i].findings[j], &seen, &arena);
	json_array_end(&json);
	buf_putc(out, '\n');
	map_free(&seen);
	arena_free(&arena);
}
