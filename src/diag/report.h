/* SPDX-License-Identifier: MIT */
/* What was found in all files of a call, as a document for machines: one row of formats.def and one
 * function each. */
#ifndef PRESALE_DIAG_REPORT_H
#define PRESALE_DIAG_REPORT_H

#include "diag/diag.h"
#include "source/source.h"

/* One root file with what was found in it, settled and in order. */
struct judged {
	const char *file; /* as given on the command line */
	const struct model *model;
	const struct diagnostics *diags;
	struct sources *sources;
	int lang; /* of messages: 0 English, 1 Russian */
};

struct report {
	const struct judged *files;
	size_t count;
	enum severity fail_on; /* what counts as a failure */
};

struct tally {
	size_t of[SEVERITY_ERROR + 1]; /* by severity */
	size_t all;
};

/* How many findings all files of a report have together. */
struct tally
report_tally(const struct report *report);

struct report_format {
	const char *name;
	const char *about[2]; /* English, Russian */
	void (*write)(const struct report *report, struct buf *out);
};

/* In the order of formats.def, ended by one without a name. */
extern const struct report_format report_formats[];

/* A finding's mark that stays the same while lines move: rule, path and arguments, as 16
 * hexadecimal digits. */
void
report_fingerprint(const struct judged *judged, const struct diagnostic *diagnostic, char mark[17]);

/* Message and help of a finding, in the arena. */
const char *
report_message(const struct judged *judged, const struct diagnostic *diagnostic,
	       struct arena *arena);

/* The path of what a finding is about, as presale.h shows it; "" for none. In the arena. */
const char *
report_path(const struct diagnostic *diagnostic, struct arena *arena);

/* A file's name for tools: with /, without a leading ./ and, whatever its bytes are, in UTF-8. May
 * be in arena. */
const char *
report_file(const struct judged *judged, struct pos pos, struct arena *arena);

/* The same byte by byte. */
const char *
report_file_bytes(const struct judged *judged, struct pos pos);

#define FORMAT(name, en, ru) void report_##name(const struct report *report, struct buf *out);
#include "diag/formats.def"
#undef FORMAT

#endif
