/* SPDX-License-Identifier: MIT */
/* Findings as SARIF 2.1.0: one run, the rules that were broken described, columns in UTF-16 units,
 * marks that survive moved lines. */
#include "diag/report.h"
#include "presale.h"
#include "support/json.h"
#include "text/uri.h"

#include <string.h>

enum { MOST_RESULTS = 25000 }; /* GitHub refuses a run with more */

static const char *const levels[] = {"none", "note", "warning", "error"};

/* What is known before the first finding is written. */
struct sarif_run {
	const struct report *report;
	struct arena arena;
	int64_t index[RULE_COUNT]; /* of a rule that has findings in the list of rules; else -1 */
};

static void
put_message(struct json *json, const char *key, const char *text)
{
	json_key(json, key);
	json_object(json);
	json_member_string(json, "text", text);
	json_object_end(json);
}

static const char *
address(const char *name, struct arena *arena)
{
	struct buf out = {0};
	if (*name == '/')
		buf_puts(&out, "file://");
	uri_add_path(&out, name, URI_ASCII);
	const char *text = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return text;
}

static void
put_physical(struct json *json, const struct report_place *at, const struct report_place *end,
	     struct arena *arena)
{
	json_key(json, "physicalLocation");
	json_object(json);
	json_key(json, "artifactLocation");
	json_object(json);
	json_member_string(json, "uri", address(report_name_bytes(at->name), arena));
	json_object_end(json);
	json_key(json, "region");
	json_object(json);
	json_member_integer(json, "startLine", at->line ? at->line : 1);
	json_member_integer(json, "startColumn", at->line ? at->units : 1);
	if (end && end->line) {
		json_member_integer(json, "endLine", end->line);
		json_member_integer(json, "endColumn", end->units);
	}
	json_object_end(json);
	json_object_end(json);
}

static void
put_location(struct json *json, const struct report_finding *f, struct arena *arena)
{
	json_key(json, "locations");
	json_array(json);
	json_object(json);
	put_physical(json, &f->at, &f->end, arena);
	if (*f->path) {
		json_key(json, "logicalLocations");
		json_array(json);
		json_object(json);
		json_member_string(json, "fullyQualifiedName", f->path);
		json_object_end(json);
		json_array_end(json);
	}
	json_object_end(json);
	json_array_end(json);
}

static void
put_related(struct json *json, const struct report_finding *f, int lang, struct arena *arena)
{
	json_key(json, "relatedLocations");
	json_array(json);
	json_object(json);
	json_member_integer(json, "id", 1);
	put_physical(json, &f->related, NULL, arena);
	put_message(json, "message", said_phrase(PHRASE_SEE_ALSO).texts[lang]);
	json_object_end(json);
	json_array_end(json);
}

static void
put_result(struct json *json, struct sarif_run *run, const struct report_file *file,
	   const struct report_finding *f)
{
	struct arena *arena = &run->arena;
	json_object(json);
	json_member_string(json, "ruleId", rule_info(f->rule)->name);
	json_member_integer(json, "ruleIndex", run->index[f->rule]);
	json_member_string(json, "level", levels[f->severity]);
	put_message(json, "message",
		    *f->help ? arena_printf(arena, "%s; %s", f->message, f->help) : f->message);
	put_location(json, f, arena);
	if (f->related.line)
		put_related(json, f, file->lang, arena);
	json_key(json, "partialFingerprints");
	json_object(json);
	json_member_string(json, "presale/v1", f->mark);
	json_object_end(json);
	json_object_end(json);
}

static void
put_rule(struct json *json, enum rule rule, int lang, struct arena *arena)
{
	const struct rule_info *info = rule_info(rule);
	const char *why = lang ? info->explanation.why_ru : info->explanation.why_en;
	struct buf pattern = {0};
	rule_pattern(rule, lang, &pattern);
	json_object(json);
	json_member_string(json, "id", info->name);
	put_message(json, "shortDescription", buf_text(&pattern));
	put_message(json, "fullDescription", why ? why : buf_text(&pattern));
	json_key(json, "help");
	json_object(json);
	json_member_string(json, "text", why ? why : buf_text(&pattern));
	buf_free(&pattern);
	if (info->explanation.bad)
		json_member_string(
		    json, "markdown",
		    arena_printf(arena, "%s\n\n```yaml\n%s```\n\n%s\n\n```yaml\n%s```\n", why,
				 info->explanation.bad, said_phrase(PHRASE_MENDED).texts[lang],
				 info->explanation.good));
	json_object_end(json);
	json_key(json, "defaultConfiguration");
	json_object(json);
	json_member_string(json, "level", levels[info->severity]);
	json_object_end(json);
	json_key(json, "properties");
	json_object(json);
	json_key(json, "tags");
	json_array(json);
	json_string(json, arena_copy(arena, info->name, strcspn(info->name, "/")));
	json_array_end(json);
	json_object_end(json);
	json_object_end(json);
}

static void
put_tool(struct json *json, struct sarif_run *run)
{
	int lang = run->report->count ? run->report->files[0].lang : 0;
	json_key(json, "tool");
	json_object(json);
	json_key(json, "driver");
	json_object(json);
	json_member_string(json, "name", "presale");
	json_member_string(json, "version", PRESALE_VERSION);
	json_member_string(json, "semanticVersion", PRESALE_VERSION);
	json_key(json, "rules");
	json_array(json);
	for (int rule = RULE_NONE + 1; rule < RULE_COUNT; rule++)
		if (run->index[rule] >= 0)
			put_rule(json, (enum rule)rule, lang, &run->arena);
	json_array_end(json);
	json_object_end(json);
	json_object_end(json);
}

/* Calls take for the findings that are reported, in order. */
static void
each_result(struct json *json, struct sarif_run *run,
	    void (*take)(struct json *json, struct sarif_run *run, const struct report_file *file,
			 const struct report_finding *f))
{
	size_t taken = 0;
	for (size_t i = 0; i < run->report->count; i++) {
		const struct report_file *file = &run->report->files[i];
		for (size_t j = 0; j < file->count && taken < MOST_RESULTS; j++, taken++)
			take(json, run, file, &file->findings[j]);
	}
}

static void
note_rule(struct json *json, struct sarif_run *run, const struct report_file *file,
	  const struct report_finding *f)
{
	(void)json;
	(void)file;
	run->index[f->rule] = 0;
}

/* Numbers the rules that have findings in the order of the table. */
static void
number_rules(struct sarif_run *run)
{
	int64_t count = 0;
	for (int rule = RULE_NONE; rule < RULE_COUNT; rule++)
		run->index[rule] = -1;
	each_result(NULL, run, note_rule);
	for (int rule = RULE_NONE + 1; rule < RULE_COUNT; rule++)
		if (run->index[rule] == 0)
			run->index[rule] = count++;
}

void
report_sarif(const struct report *report, struct buf *out)
{
	struct sarif_run run = {.report = report};
	struct json json = {.out = out, .indent = 2};
	number_rules(&run);
	json_object(&json);
	json_member_string(&json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
	json_member_string(&json, "version", "2.1.0");
	json_key(&json, "runs");
	json_array(&json);
	json_object(&json);
	put_tool(&json, &run);
	json_member_string(&json, "columnKind", "utf16CodeUnits");
	json_key(&json, "results");
	json_array(&json);
	each_result(&json, &run, put_result);
	json_array_end(&json);
	json_object_end(&json);
	json_array_end(&json);
	json_object_end(&json);
	buf_putc(out, '\n');
	arena_free(&run.arena);
}
