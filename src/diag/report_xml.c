/* SPDX-License-Identifier: MIT */
/* Findings as XML: a JUnit test report, in which a finding is a test, and a Checkstyle report. */
#include "diag/report.h"
#include "support/xml.h"

static const char header[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
static const char *const severities[] = {"off", "note", "warning", "error"};

static bool
fails(const struct report *report, const struct diagnostic *d)
{
	return d->severity >= report->fail_on;
}

static size_t
count_failures(const struct report *report, const struct judged *judged)
{
	size_t count = 0;
	for (size_t i = 0; i < judged->diags->count; i++)
		count += fails(report, &judged->diags->items[i]);
	return count;
}

/* A failure's message is its text; its body says where. */
static void
put_test(struct xml *xml, const struct report *report, const struct judged *judged,
	 const struct diagnostic *d, struct arena *arena)
{
	const char *message = report_message(judged, d, arena),
		   *file = report_file(judged, d->pos, arena);
	const char *outcome = fails(report, d) ? "failure" : "system-out";
	xml_open(xml, "testcase");
	xml_attributef(xml, "name", "%s %s:%u:%u", rule_info(d->rule)->name, file,
		       (unsigned)d->pos.line, (unsigned)d->pos.column);
	xml_attribute(xml, "classname", judged->file);
	xml_attribute(xml, "time", "0");
	xml_open(xml, outcome);
	if (fails(report, d)) {
		xml_attribute(xml, "message", message);
		xml_attribute(xml, "type", severities[d->severity]);
	}
	xml_text(xml,
		 arena_printf(arena, "%s:%u:%u: %s: %s [%s]\n%s", file, (unsigned)d->pos.line,
			      (unsigned)d->pos.column, severity_name(d->severity, judged->lang),
			      message, rule_info(d->rule)->name, report_path(d, arena)));
	xml_close(xml, outcome);
	xml_close(xml, "testcase");
}

static void
put_suite(struct xml *xml, const struct report *report, const struct judged *judged,
	  struct arena *arena)
{
	size_t count = judged->diags->count;
	xml_open(xml, "testsuite");
	xml_attribute(xml, "name", judged->file);
	xml_attributef(xml, "tests", "%zu", count ? count : 1);
	xml_attributef(xml, "failures", "%zu", count_failures(report, judged));
	xml_attribute(xml, "errors", "0");
	xml_attribute(xml, "skipped", "0");
	xml_attribute(xml, "time", "0");
	for (size_t i = 0; i < count; i++)
		put_test(xml, report, judged, &judged->diags->items[i], arena);
	if (!count) {
		xml_open(xml, "testcase");
		xml_attribute(xml, "name", "check");
		xml_attribute(xml, "classname", judged->file);
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
		size_t count = report->files[i].diags->count;
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
put_error(struct xml *xml, const struct judged *judged, const struct diagnostic *d,
	  struct arena *arena)
{
	static const char *const levels[] = {"ignore", "info", "warning", "error"};
	xml_open(xml, "error");
	xml_attributef(xml, "line", "%u", d->pos.line ? (unsigned)d->pos.line : 1);
	xml_attributef(xml, "column", "%u", d->pos.line ? (unsigned)d->pos.column : 1);
	xml_attribute(xml, "severity", levels[d->severity]);
	xml_attribute(xml, "message", report_message(judged, d, arena));
	xml_attributef(xml, "source", "presale.%s", rule_info(d->rule)->name);
	xml_close(xml, "error");
}

/* Findings come sorted by file, so those of one file stand together. */
void
report_checkstyle(const struct report *report, struct buf *out)
{
	struct arena arena = {0};
	struct xml xml = {.out = out};
	buf_puts(out, header);
	xml_open(&xml, "checkstyle");
	xml_attribute(&xml, "version", "10.0");
	for (size_t i = 0; i < report->count; i++) {
		const struct judged *judged = &report->files[i];
		for (size_t j = 0; j < judged->diags->count; j++) {
			const struct diagnostic *d = &judged->diags->items[j];
			if (j == 0 || d->pos.file != d[-1].pos.file) {
				xml_open(&xml, "file");
				xml_attribute(&xml, "name", report_file(judged, d->pos, &arena));
			}
			put_error(&xml, judged, d, &arena);
			if (j + 1 == judged->diags->count || d->pos.file != d[1].pos.file)
				xml_close(&xml, "file");
		}
	}
	xml_close(&xml, "checkstyle");
	buf_putc(out, '\n');
	arena_free(&arena);
}
