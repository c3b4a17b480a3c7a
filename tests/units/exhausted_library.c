/* SPDX-License-Identifier: MIT */
/* The same for the library: exhausted_library SOURCE STEP. With another allocation failing each
 * time, a context is opened, loads, judges and builds; the call that misses memory says so, the
 * context can be used again at once, and nothing is lost. */
#include "presale.h"
#include "failing.h"

#include <stdio.h>
#include <string.h>

static const char *source;
static int lost; /* what is of no context missed memory */

static int
says_memory(const struct presale *context)
{
	return strcmp(presale_error(context), "memory ran out") == 0;
}

/* What was found becomes known; false for want of memory. */
static int
know(struct presale *context)
{
	const char *text;
	size_t length, dropped;
	struct presale_baseline *known = presale_baseline_read("");
	if (!known)
		return !(lost = 1);
	int ok = presale_baseline_add(known, context) == PRESALE_CLEAN &&
		 presale_baseline_drop(known, context, &dropped) == PRESALE_CLEAN;
	lost = ok && presale_baseline_text(known, &text, &length) != PRESALE_CLEAN;
	presale_baseline_free(known);
	return ok && !lost;
}

/* The process is put on a register, which is written; false for want of memory. */
static int
keep(struct presale *context)
{
	const char *text;
	size_t length;
	struct presale_register *reg = presale_register_open();
	if (!reg)
		return !(lost = 1);
	int ok = presale_register_add(reg, context) == PRESALE_CLEAN &&
		 presale_register_text(reg, context, "html", &text, &length) == PRESALE_CLEAN;
	presale_register_close(reg);
	return ok;
}

/* A presale_taker. */
static int
count_bytes(void *data, const struct presale_piece *piece)
{
	*(size_t *)data += piece->length;
	return 0;
}

/* Everything about the process but what it becomes. */
static int
ask(struct presale *context)
{
	const char *text, *own[] = {source};
	const struct presale_question *questions;
	const struct presale_fixed *fixed;
	const struct presale_signature signature = {.read = 1, .role = "R"};
	const struct presale_releasing releasing = {.version = "99", .before = context};
	size_t count, length;
	if (presale_probe(context, source) != PRESALE_KIND_ROOT ||
	    presale_narrow(context, own, 1) || presale_report(context, "sarif", &text, &length) ||
	    !know(context) || !keep(context))
		return 0;
	static const unsigned char none[1000];
	presale_findings(context, &count);
	if (count > sizeof none || presale_keep(context, none) || !presale_keys(context, &count) ||
	    presale_questions(context, &questions, &count) == PRESALE_USAGE ||
	    presale_fix(context, NULL, 0, &fixed, &count) == PRESALE_USAGE ||
	    presale_sign(context, &signature, &fixed, &count, &text) == PRESALE_USAGE ||
	    presale_release(context, &releasing, &fixed, &count, &text) == PRESALE_USAGE ||
	    presale_diff(context, context, "html", &text, &length, &count) == PRESALE_USAGE)
		return 0;
	presale_materials(context, &count); /* without memory nothing stays loaded */
	return presale_inputs(context, &count) != NULL;
}

/* A text as a portfolio, which lists itself. */
static int
list(struct presale *context)
{
	static const char text[] = "portfolio: A\nprocesses: [presale.yaml]\n",
			  path[] = "presale.yaml";
	size_t count;
	return presale_put(context, path, text, sizeof text - 1) == PRESALE_CLEAN &&
	       presale_portfolio(context, "") && presale_processes(context, path, &count) &&
	       presale_put(context, path, NULL, 0) == PRESALE_CLEAN;
}

/* A table becomes a process. */
static int
import(struct presale *context)
{
	static const char table[] = "Stage;Deadline;Who\nRequest;soon;Sales and Law\n";
	const char *text, *const paths[] = {"table.csv"};
	size_t length;
	return presale_put(context, *paths, table, sizeof table - 1) == PRESALE_CLEAN &&
	       presale_import(context, paths, 1, "made.yaml", &text, &length) == PRESALE_CLEAN &&
	       presale_put(context, *paths, NULL, 0) == PRESALE_CLEAN;
}

/* A table that is no book of the process. */
static int
merge(struct presale *context)
{
	static const char table[] = "Stage;Deadline\nRequest;soon\n";
	const struct presale_fixed *files;
	const char *const paths[] = {"table.csv"};
	const struct presale_merging merging = {paths, 1, PRESALE_SIDE_NEITHER, 0, NULL};
	size_t count;
	return presale_put(context, *paths, table, sizeof table - 1) == PRESALE_CLEAN &&
	       presale_merge(context, &merging, &files, &count) == PRESALE_CONTENT &&
	       presale_put(context, *paths, NULL, 0) == PRESALE_CLEAN;
}

/* The status of the first call that fails for memory, else that of the build; the bytes built. */
static enum presale_status
use(struct presale *context, size_t *bytes)
{
	const struct presale_file *files;
	size_t count = 0;
	*bytes = 0;
	if (presale_set(context, "today", "2026-11-24") || presale_load(context, source) ||
	    presale_check(context) == PRESALE_USAGE)
		return PRESALE_USAGE;
	if (!presale_findings(context, &count) && says_memory(context))
		return PRESALE_USAGE;
	if (!ask(context) || !list(context) || !import(context) || !merge(context))
		return PRESALE_USAGE;
	enum presale_status status = presale_stream(context, "md,dot", count_bytes, bytes);
	if (status != PRESALE_CLEAN)
		return status;
	status = presale_build(context, "md,json", &files, &count);
	for (size_t i = 0; i < count; i++)
		*bytes += files[i].length;
	return status;
}

static void
try_without(unsigned long at, size_t wanted)
{
	size_t bytes;
	lost = 0;
	failing_begin(at);
	struct presale *context = presale_open();
	if (context) {
		if (use(context, &bytes) != PRESALE_USAGE || !(says_memory(context) || lost))
			printf("allocation %lu: “%s”\n", at, presale_error(context));
		failing_begin(0);
		if (use(context, &bytes) != PRESALE_CLEAN || bytes != wanted)
			printf("allocation %lu: another outcome afterwards\n", at);
	}
	presale_close(context);
}

static struct presale *
judged(void)
{
	static const char text[] = "process: {name: Offer}\nstages: [{name: Draft}]\n";
	struct presale *context = presale_open();
	presale_set(context, "today", "2026-11-24");
	presale_put(context, "joint.yaml", text, sizeof text - 1);
	presale_load(context, "joint.yaml");
	presale_check(context);
	return context;
}

/* A report that misses memory is empty, and whoever was to be added says so; both can be closed.
 * False once the report no longer allocates as often. */
static int
report_without(unsigned long at)
{
	struct presale *context = judged();
	const char *text;
	size_t length;
	failing_begin(at);
	struct presale_reports *reports = presale_reports_open();
	enum presale_status status =
	    reports ? presale_reports_add(reports, context) : PRESALE_USAGE;
	if (status == PRESALE_CLEAN)
		status = presale_reports_text(reports, context, "sarif", &text, &length);
	failing_begin(0);
	if (reports && status == PRESALE_USAGE && !says_memory(context))
		printf("report, allocation %lu: “%s”\n", at, presale_error(context));
	presale_reports_close(reports);
	presale_close(context);
	return status == PRESALE_USAGE;
}

int
main(int argc, char **argv)
{
	size_t wanted = 0;
	if (argc < 3)
		return 2;
	source = argv[1];
	failing_begin(0);
	struct presale *context = presale_open();
	if (!context || use(context, &wanted) != PRESALE_CLEAN || !wanted)
		printf("nothing is built without any fault\n");
	unsigned long all = failing_made(), step = (unsigned long)atoi(argv[2]);
	presale_close(context);
	for (unsigned long at = 1; report_without(at); at++)
		continue;
	for (unsigned long at = 1; at <= all; at += step)
		try_without(at, wanted);
	fprintf(stderr, "%lu of %lu\n", (all + step - 1) / step, all);
	return 0;
}
