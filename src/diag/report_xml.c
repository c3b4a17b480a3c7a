/* SPDX-License-Identifier: MIT */
/* Findings as XML: a JUnit test report, in which a finding is a test, and a Checkstyle report. */
#include "diag/report.h"
#include "support/xml.h"

static const char header[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
static const char *const severities[] = {"off", "note", "warning", "error"};

static bool
fails(const struct report *report, const struct report_finding *f)
{
	return f->severity >= report->fail_on;
}

static size_t
count_failures(const struct report *report, const struct report_file *file)
{
	size_t count = 0;
	for (size_t i = 0; i < file->count; i++)
		count += fails(report, &file->findings[i]);
	return count;
}

/* A failure's message is its text; its body says where. */
static void
put_test(struct xml *xml, const struct report *report, const struct report_file *file,
	 const struct report_finding *f, struct arena *arena)
{
	const char *name = report_name(f->at.name, arena), *rule = rule_info(f->rule)->name;
	const char *outcome = fails(report, f) ? "failure" : "system-out";
	unsigned line = f->at.line, column = f->at.column;
	xml_open(xml, "testcase");
	xml_attributef(xml, "name", "%s %s:%u:%u", rule, name, line, column);
	xml_attribute(xml, "classname", file->name);
	xml_attribute(xml, "time", "0");
	xml_open(xml, outcome);
	if (fails(report, f)) {
		xml_attribute(xml, "message", f->message);
		xml_attribute(xml, "type", severities[f->severity]);
	}
	xml_text(xml,
		 arena_printf(arena, "%s:%u:%u: %s: %s [%s]\n%s", name, line, column,
			      severity_name(f->severity, file->lang), f->message, rule, f->path));
	xml_close(xml, outcome);
	xml_close(xml, "testcase");
}

static void
put_suite(struct xml *xml, const struct report *report, const struct report_file *file,
	  struct arena *arena)
{
	size_t count = file->count;
	xml_open(xml, "testsuite");
	xml_attribute(xml, "name", file->name);
	xml_attributef(xml, "tests", "%zu", count ? count : 1);
	xml_attributef(xml, "failures", "%zu", count_failures(report, file));
	xml_attribute(xml, "errors", "0");
	xml_attribute(xml, "skipped", "0");
	xml_attribute(xml, "time", "0");
	for (size_t i = 0; i < count; i++)
		put_test(xml, report, file, &file->findings[i], arena);
	if (!count) {
		xml_open(xml, "testcase");
		xml_attribute(xml, "name", "check");
		xml_attribute(xml, "classname", file->name);
		xml_attribute(xml, "time", "0");
		xml_close(xml, "testcase");
	}
	xml_close(xml, "testsuite");
}

void
report_junit(const struct report *report, struct buf *out)
{
	struct arena arena = {0};
	struct xml xml = {.out = out};
	size_t tests = 0, failures = 0;
	for (size_t i = 0; i < report->count; i++) {
		size_t count = report->files[i].count;
		tests += count ? count : 1;
		failures += count_failures(report, &report->files[i]);
	}
	buf_puts(out, header);
	xml_open(&xml, "testsuites");
	xml_attribute(&xml, "name", "presale");
	xml_attributef(&xml, "tests", "%zu", tests);
	xml_attributef(&xml, "failures", "%zu", failures);
	xml_attribute(&xml, "errors", "0");
	xml_attribute(&xml, "skipped", "0");
	xml_attribute(&xml, "time", "0");
	for (size_t i = 0; i < report->count; i++)
		put_suite(&xml, report, &report->files[i], &arena);
	xml_close(&xml, "testsuites");
	buf_putc(out, '\n');
	arena_free(&arena);
}

static void
put_error(struct xml *xml, const struct report_finding *f)
{
	static const char *const levels[] = {"ignore", "info", "warning", "error"};
	xml_open(xml, "error");
	xml_attributef(xml, "line", "%u", f->at.line ? (unsigned)f->at.line : 1);
	xml_attributef(xml, "column", "%u", f->at.line ? (unsigned)f->at.column : 1);
	xml_attribute(xml, "severity", levels[f->severity]);
	xml_attribute(xml, "message", f->message);
	xml_attributef(xml, "source", "presale.%s", rule_info(f->rule)->name);
	xml_close(xml, "error");
}

/* Findings come sorted by file, so those of one file stand together. */
static void
put_errors(struct xml *xml, const struct report_file *file, struct arena *arena)
{
	for (size_t i = 0; i < file->count; i++) {
		const struct report_finding *f = &file->findings[i];
		if (i == 0 || f->at.name != f[-1].at.name) {
			xml_open(xml, "file");
			xml_attribute(xml, "name", report_name(f->at.name, arena));
		}
		put_error(xml, f);
		if (i + 1 == file->count || f->at.name != f[1].at.name)
			xml_close(xml, "file");
	}
}

void
report_checkstyle(const struct report *report, struct buf *out)
{
	struct arena arena = {0};
	struct xml xml = {.out = out};
	buf_puts(out, header);
	xml_open(&xml, "checkstyle");
	xml_attribute(&xml, "version", "10.0");
	for (size_t i = 0; i < report->count; i++)
		put_errors(&xml, &report->files[i], &arena);
	xml_close(&xml, "checkstyle");
	buf_putc(out, '\n');
	arena_free(&arena);
}
