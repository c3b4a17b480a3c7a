/* SPDX-License-Identifier: MIT */
/* The library: loads the description of a process, says what is wrong with it and builds its
 * outputs, from files or from memory, into memory or into a folder.
 *
 * Everything goes through a context, which holds one process at a time. Nothing is shared between
 * contexts: each may be used by one thread at a time, any number of them side by side. The library
 * starts no threads, sets no signal handlers and asks no clock; it prints nothing and never ends
 * the program. A call during which memory runs out frees all that the context holds, its options
 * and texts as well, and fails; the context is then as new.
 *
 * Strings are UTF-8 and end with a zero; those given to a call are copied. What a call gives
 * belongs to the context: it stays until the same function is called again (of presale_list: for
 * the same list), what is about the process no longer than until the next presale_load, and
 * everything until presale_close. Lines and columns count from 1, columns in code points; 0 is
 * unknown.
 *
 * A call that gives a status and fails leaves what it should have filled in empty: NULL and 0.
 * presale_error then says why. */
#ifndef PRESALE_H
#define PRESALE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PRESALE_VERSION "0.1.0"
#define PRESALE_DATE "2026-11-24" /* of this version */

/* What calls give; also the exit statuses of the program. */
enum presale_status {
	PRESALE_CLEAN = 0,
	PRESALE_CONTENT = 1, /* the content is at fault */
	PRESALE_USAGE = 2,   /* options, unreadable or unwritable files, memory */
};

enum presale_severity {
	PRESALE_OFF = 0,
	PRESALE_NOTE = 1,
	PRESALE_WARNING = 2,
	PRESALE_ERROR = 3,
};

/* Where texts are in two languages, which of an array is which. */
enum presale_language {
	PRESALE_ENGLISH = 0,
	PRESALE_RUSSIAN = 1,
};

/* Lists of words, for presale_list. */
enum presale_list {
	PRESALE_OUTPUTS = 0,  /* what presale_build makes */
	PRESALE_FORMATS = 1,  /* of presale_report */
	PRESALE_SHEETS = 2,   /* of the workbook, by key */
	PRESALE_STATUSES = 3, /* that a process may have */
	PRESALE_EDITIONS = 4, /* of the loaded process, the built-in ones with them */
	PRESALE_VARIANTS = 5, /* of the loaded process, by id */
	PRESALE_ROLES = 6,    /* of the loaded process, by name */
	PRESALE_LEVELS = 7,   /* what a rule may count as, in the order of presale_severity */
};

/* A context. */
struct presale;

/* Something that was found in a process. */
struct presale_finding {
	const char *rule;         /* by name: "deadline/missing" */
	const char *nature;       /* what kind of fault it is, in English: "gap" */
	const char *message;      /* in the language of the option lang */
	const char *help;         /* a cure in that language, or "" */
	const char *path;         /* of what it is about: "stages.offer.steps[2].role", or "" */
	const char *file;         /* as the process names it */
	const char *related_file; /* a second place, or NULL */
	enum presale_severity severity;
	uint32_t line, column;
	uint32_t end_line, end_column; /* behind the last character */
	uint32_t related_line, related_column;
};

/* A file that was built. */
struct presale_file {
	const char *name;   /* relative, with / between folders: "offer-csv/stages.csv" */
	const char *output; /* what made it: "csv" */
	const char *bytes;  /* a zero that does not count follows them; NULL in presale_write */
	size_t length;
};

/* What a build says of an output that meets a limit of its readers. */
struct presale_notice {
	const char *file;
	const char *message[2]; /* by language */
};

/* A word of a list. */
struct presale_word {
	const char *word;
	const char *about[2]; /* by language; NULL where there is nothing to say */
	int plain;            /* of an output: a build that names none makes it */
};

/* What may be set of a rule in the process file. */
struct presale_rule_option {
	const char *key[2]; /* by language */
	const char *type;   /* "number" or "words" */
	const char *standard;
	const char *about[2]; /* by language */
};

/* A rule of the checks. */
struct presale_rule {
	const char *name;  /* "deadline/missing" */
	const char *group; /* "deadline" */
	enum presale_severity severity;
	const char *severity_word[2]; /* by language, as are the others */
	const char *nature[2];
	int raised;             /* its warnings are errors once the process is approved */
	int fixed;              /* it cannot be silenced */
	const char *pattern[2]; /* the message, with … where a finding has its particulars */
	const char *message[2]; /* the same with {1} … {4} */
	const char *why[2];     /* it matters; NULL where nobody has written it */
	const char *bad, *good; /* processes that raise it and do not; NULL where there are none */
	const struct presale_rule_option *options;
	size_t option_count;
};

/* The version of the library that runs, as PRESALE_VERSION is that of the header. It lives forever;
 * any thread may call it. Since 0.2. */
const char *
presale_version(void);

/* Makes a context without a process. It is the caller's to close; NULL when there is no memory.
 * Since 0.2. */
struct presale *
presale_open(void);

/* Frees a context with all that it gave; NULL is nothing. Since 0.2. */
void
presale_close(struct presale *context);

/* What was wrong in the last call that gave PRESALE_USAGE, or PRESALE_CONTENT without a finding:
 * a sentence in English, "" before the first. It stays until the next call that fails. Since
 * 0.2. */
const char *
presale_error(const struct presale *context);

/* Sets an option; a value of NULL sets it back. Options and their values are those of the command
 * line: lang (en or ru, of findings and reports; else that of the process), today (a date like
 * 2026-11-23, which presale_check needs), rule (RULE=LEVEL, added to those before; NULL forgets
 * them all), edition, variant, strict (yes: warnings count as errors), map (both, general or
 * detailed), split, sheet-per-stage, bom, vertical (each yes), pages (a4 or a3), sheets (keys
 * between commas), role, and out: the folder that outputs are for, to be set before presale_load,
 * from which the addresses of materials lead in what is built (the current folder when it is not
 * set). PRESALE_USAGE for an option or a value that there is not; editions, variants and roles are
 * looked up when they are used. Since 0.2. */
enum presale_status
presale_set(struct presale *context, const char *option, const char *value);

/* Has a copy of so many bytes stand for the file at a path, whether there is one or not: a text
 * that is not saved yet, or a process that is on no disk. Includes are resolved through it, but a
 * pattern with * finds files of the disk alone. With NULL the file speaks for itself again. A
 * process that is loaded stays as it is until presale_load. PRESALE_USAGE when the current folder
 * is lost. Since 0.2. */
enum presale_status
presale_put(struct presale *context, const char *path, const char *bytes, size_t length);

/* Loads the process of a root file, with all that it includes, in place of the one before.
 * PRESALE_CONTENT when it could not be understood: presale_findings tells why. PRESALE_USAGE when
 * the file cannot be read; then there is no process. Since 0.2. */
enum presale_status
presale_load(struct presale *context, const char *path);

/* Judges the process by every rule that is on, with the options rule, strict, today and edition.
 * PRESALE_CONTENT when something counts as an error. PRESALE_USAGE without a process, a day, or the
 * edition. Since 0.2. */
enum presale_status
presale_check(struct presale *context);

/* What presale_load found, and presale_check if it was called since, in the order of the files. The
 * number goes to *count. NULL when nothing was found, there is no process, or no memory. Since
 * 0.2. */
const struct presale_finding *
presale_findings(struct presale *context, size_t *count);

/* Writes the same findings in a format of PRESALE_FORMATS, as `presale check` does: *length bytes
 * at *text, which a zero follows. PRESALE_USAGE without a process or for a format that there is
 * not. Since 0.2. */
enum presale_status
presale_report(struct presale *context, const char *format, const char **text, size_t *length);

/* Makes outputs of the process in memory: names of PRESALE_OUTPUTS between commas, "all", or NULL
 * for those that a plain build makes. Every file goes into *files, their number to *count: all of
 * them or none. What presale_check found does not matter. PRESALE_CONTENT when loading found
 * errors; PRESALE_USAGE without a process, for an output, edition, variant or role that there is
 * not, or when a library that an output needs is not installed. Since 0.2. */
enum presale_status
presale_build(struct presale *context, const char *outputs, const struct presale_file **files,
	      size_t *count);

/* The same into a folder, which is made when it is missing: after a failure everything in it is as
 * it was before. *files gives names without bytes. PRESALE_USAGE also when something cannot be
 * written. Since 0.2. */
enum presale_status
presale_write(struct presale *context, const char *outputs, const char *folder,
	      const struct presale_file **files, size_t *count);

/* What the last presale_build or presale_write says of its files; the number goes to *count. They
 * stay until the next of them. NULL when there is nothing to say. Since 0.2. */
const struct presale_notice *
presale_notices(struct presale *context, size_t *count);

/* The words of a list in their order; the number goes to *count. Those of a process are empty
 * without one, but for the built-in editions. NULL when there are none. Since 0.2. */
const struct presale_word *
presale_list(struct presale *context, enum presale_list list, size_t *count);

/* Every rule in the order of the table; the number goes to *count. NULL when there is no memory.
 * Since 0.2. */
const struct presale_rule *
presale_rules(struct presale *context, size_t *count);

/* The JSON Schema of process files ("yaml") or of the output json ("json"), with descriptions in
 * the language of the option lang, English when it is not set: *length bytes at *text, which a zero
 * follows. PRESALE_USAGE for another word. Since 0.2. */
enum presale_status
presale_schema(struct presale *context, const char *what, const char **text, size_t *length);

#ifdef __cplusplus
}
#endif

#endif
