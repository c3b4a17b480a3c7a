/* SPDX-License-Identifier: MIT */
#include "cli/work/reports.h"

#include "cli/call/library.h"
#include "cli/work/guard.h"
#include "files/file.h"
#include "files/path.h"

#include <errno.h>
#include <string.h>

static bool
read_report(struct arguments *args, const struct report_kind *kind, struct presale *library,
	    const char *value, struct wanted_reports *reports)
{
	struct wanted_report *report = &reports->items[reports->count++];
	size_t length = strcspn(value, "=");
	report->name = arena_copy(&args->arena, value, length);
	report->path = value[length] ? value + length + 1 : NULL;
	report->text = strcmp(report->name, "text") == 0;
	if (!library_lists(library, kind->list, report->name)) {
		call_complain_unknown(args, call_say(args, SAY_NO_FORMAT, report->name, NULL),
				      report->name, values_known(args, kind->value, NULL));
		return false;
	}
	if (report->path && !*report->path) {
		call_complain(call_say(args, SAY_EMPTY_VALUE,
				       arena_printf(&args->arena, "--format %s", value), NULL));
		return false;
	}
	if (!report->path && reports->screen) {
		call_complain(call_say(args, SAY_ONE_FORMAT, report->name, NULL));
		return false;
	}
	if (!report->path)
		reports->screen = report;
	return true;
}

bool
reports_read(struct arguments *args, const struct report_kind *kind, struct presale *library,
	     struct wanted_reports *reports)
{
	reports->items = arena_array(&args->arena, args->given_count, sizeof *reports->items);
	for (size_t i = 0; i < args->given_count; i++)
		if (args->given[i].option == kind->option &&
		    !read_report(args, kind, library, args->given[i].value, reports))
			return false;
	return true;
}

const char *
reports_over(const struct wanted_reports *reports, const struct file_ids *inputs)
{
	for (size_t i = 0; i < reports->count; i++)
		if (reports->items[i].path && file_ids_have(inputs, reports->items[i].path))
			return reports->items[i].path;
	return NULL;
}

/* The file is written whole or not at all, what a link leads to in its place. */
static bool
write_file(struct arguments *args, const char *path, const struct buf *text)
{
	const char *real = path_real(&args->arena, path);
	path = real ? real : path;
	const char *slash = strrchr(path, '/'), *failed = path;
	const char *folder = !slash ? "."
			     : slash == path
				 ? "/"
				 : arena_copy(&args->arena, path, (size_t)(slash - path));
	struct file_set *files = file_set_new(folder);
	struct guard guard = {0};
	guard_begin(&guard, files);
	bool ok =
	    file_set_write(files, NULL, slash ? slash + 1 : path, buf_text(text), text->length) &&
	    file_set_commit(files, &failed);
	int error = errno;
	guard_end(&guard);
	errno = error;
	return ok;
}

bool
reports_write(struct arguments *args, const char *path, const struct buf *text)
{
	bool ok = file_is_special(path) ? file_pour(path, buf_text(text), text->length)
					: write_file(args, path, text);
	if (!ok)
		call_complain(call_say(args, SAY_CANNOT_WRITE, path, call_say_error(args, errno)));
	return ok;
}
