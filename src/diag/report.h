/* SPDX-License-Identifier: MIT */
/* What was found in all files of a call, as a document for machines: one row of formats.def and one
 * function each. A report keeps what it tells of each process, and nothing of the process itself,
 * which may be freed before the next is added. */
#ifndef PRESALE_DIAG_REPORT_H
#define PRESALE_DIAG_REPORT_H

#include "diag/diag.h"
#include "source/source.h"
#include "support/map.h"

/* One root file with what was found in it, settled and in order. */
struct judged {
	const char *file; /* as given on the command line */
	const struct model *model;
	const struct diagnostics *diags;
	struct sources *sources;
	int lang; /* of messages: 0 English, 1 Russian */
};

/* A place in a file; line 0: there is none, or it is the file as a whole. */
struct report_place {
	const char *name; /* of the file, as it was given */
	uint32_t line, column;
	uint32_t units; /* the column in UTF-16 code units */
};

struct report_finding {
	enum rule rule;
	enum severity severity;
	struct report_place at, end, related;
	const char *message;
	const char *help; /* the near miss as a sentence, or "" */
	const char *path; /* of what it is about, as presale.h shows it, or "" */
	char mark[17];    /* that stays the same while lines move: of rule, path and arguments */
};

/* A root file and what was found in it. */
struct report_file {
	const char *name;
	int lang;
	struct report_finding *findings;
	size_t count;
};

struct report {
	struct arena arena; /* of all it holds */
	struct report_file *files;
	size_t count;
	struct map names;      /* of files, each once */
	enum severity fail_on; /* what counts as a failure */
};

/* Adds what was found in a process. */
void
report_add(struct report *report, const struct judged *judged);

/* Frees what a report holds, not the struct. */
void
report_free(struct report *report);

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

/* A file's name for tools, byte by byte: without a leading ./ */
const char *
report_name_bytes(const char *name);

/* The same with /, and, whatever its bytes are, in UTF-8. May be in arena. */
const char *
report_name(const char *name, struct arena *arena);

#define FORMAT(name, en, ru) void report_##name(const struct report *report, struct buf *out);
#include "diag/formats.def"
#undef FORMAT

#endif
