/* SPDX-License-Identifier: MIT */
/* The library: loads the description of a process, says what is wrong with it and builds its
 * outputs, from files or from memory, into memory or into a folder.
 *
 * Everything goes through a context, which holds one process at a time. Nothing is shared between
 * contexts: each may be used by one thread at a time, any number of them side by side. The library
 * starts no threads unless the option jobs asks for them, and they have ended when the call
 * returns; it sets no signal handlers and asks no clock; it prints nothing and never ends the
 * program. A call during which memory runs out frees all that the context holds, its options and
 * texts as well, and fails; the context is then as new.
 *
 * No pointer given to a call may be NULL unless it is said. Strings are UTF-8 and end with a zero;
 * those given to a call are copied. Paths are those of the system, relative ones from the current
 * folder. Lengths and sizes are in bytes, counts in items. What a call gives
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

/* What calls give; also the exit statuses of the program. They alone have names without that of
 * their enum. */
enum presale_status {
	PRESALE_CLEAN = 0,   /* done, and nothing counts as an error */
	PRESALE_CONTENT = 1, /* the content is at fault */
	PRESALE_USAGE = 2,   /* options, unreadable or unwritable files, memory */
};

/* What a finding counts as; a rule that is off finds nothing. */
enum presale_severity {
	PRESALE_SEVERITY_OFF = 0,
	PRESALE_SEVERITY_NOTE = 1,
	PRESALE_SEVERITY_WARNING = 2,
	PRESALE_SEVERITY_ERROR = 3,
};

/* Where texts are in two languages, which of an array is which. */
enum presale_language {
	PRESALE_LANGUAGE_ENGLISH = 0,
	PRESALE_LANGUAGE_RUSSIAN = 1,
};

/* Lists of words, for presale_list. */
enum presale_list {
	PRESALE_LIST_OUTPUTS = 0,  /* what presale_build makes */
	PRESALE_LIST_FORMATS = 1,  /* of presale_report */
	PRESALE_LIST_SHEETS = 2,   /* of the workbook, by key */
	PRESALE_LIST_STATUSES = 3, /* that a process may have */
	PRESALE_LIST_EDITIONS = 4, /* of the loaded process, the built-in ones with them */
	PRESALE_LIST_VARIANTS = 5, /* of the loaded process, by id */
	PRESALE_LIST_ROLES = 6,    /* of the loaded process, by name */
	PRESALE_LIST_LEVELS = 7,   /* what a rule may count as, in the order of presale_severity */
	PRESALE_LIST_RULES = 8,    /* by name, with the message; presale_rules tells more */
	PRESALE_LIST_KINDS = 9,    /* of thing, in English and then in Russian: "stage", "этап" */
	PRESALE_LIST_KEYS = 10,    /* of the format, as they are written, in both languages */
	PRESALE_LIST_INTERVIEWS = 11, /* what presale_build makes with the option interview */
	PRESALE_LIST_REGISTERS = 12,  /* forms of presale_register_text */
	PRESALE_LIST_RUNS = 13,       /* forms of presale_runs_text */
	PRESALE_LIST_PEOPLE = 14,     /* of the loaded process or run; a role without any by name */
};

/* What stood in the way of a call. */
enum presale_reason {
	PRESALE_REASON_NOTHING = 0,    /* no call has failed */
	PRESALE_REASON_MISUSE = 1,     /* the call itself: presale_error says more */
	PRESALE_REASON_UNKNOWN = 2,    /* a word that is not of its list */
	PRESALE_REASON_UNREADABLE = 3, /* a file that cannot be read */
	PRESALE_REASON_UNMADE = 4,     /* a file that cannot be made */
	PRESALE_REASON_BROKEN = 5,     /* a process that could not be understood */
	PRESALE_REASON_MEMORY = 6,     /* there was too little */
};

/* What a file is, told by its topmost keys alone. */
enum presale_kind {
	PRESALE_KIND_OTHER = 0,     /* nothing of a process, or it cannot be read */
	PRESALE_KIND_ROOT = 1,      /* a process */
	PRESALE_KIND_PART = 2,      /* something that a process includes */
	PRESALE_KIND_RUN = 3,       /* one passing of a process, beside it */
	PRESALE_KIND_PORTFOLIO = 4, /* what processes share, and which they are */
};

/* What a process was made of. */
enum presale_input_kind {
	PRESALE_INPUT_SOURCE = 0,   /* a file that was read; the first is the root file */
	PRESALE_INPUT_SOUGHT = 1,   /* a pattern: each file it stands for was read, or would be */
	PRESALE_INPUT_MATERIAL = 2, /* a material, be it there or not */
};

/* The parts of an interview, in their order. */
enum presale_part {
	PRESALE_PART_WORK = 0,  /* what somebody does, in their own words */
	PRESALE_PART_STAGE = 1, /* what was found at a stage, or of the process as a whole */
	PRESALE_PART_PAIN = 2,  /* what goes wrong */
	PRESALE_PART_LIKED = 3,
	PRESALE_PART_LEARNED = 4,
	PRESALE_PART_LACKED = 5,
	PRESALE_PART_LONGED_FOR = 6,
	PRESALE_PART_CLOSING = 7,
};

/* What becomes of what a remark on a document is about. */
enum presale_fate {
	PRESALE_FATE_REFUSED = 0, /* nothing is made of the document */
	PRESALE_FATE_LOST = 1,    /* it is not understood, and is not in the process */
	PRESALE_FATE_GUESSED = 2, /* it is in the process; somebody should look at it */
	PRESALE_FATE_STOPPED = 3, /* nothing is merged before it is settled */
	PRESALE_FATE_HELD = 4,    /* it is gone from the document, and stays in the process */
	PRESALE_FATE_TAKEN = 5,   /* it is done */
};

/* Which side counts where a document and the process have both changed a value. */
enum presale_side {
	PRESALE_SIDE_NEITHER = 0, /* it is a conflict */
	PRESALE_SIDE_SOURCE = 1,
	PRESALE_SIDE_EDITED = 2,
};

/* A context. */
struct presale;

/* Findings that are known and not to be shown again, as `presale check --baseline` has them. */
struct presale_baseline;

/* What the keeper of many processes has to know of them, as `presale status` shows it. */
struct presale_register;

/* Processes judged one beside another. */
struct presale_peers;

/* What was found in many processes, to be reported as one. */
struct presale_reports;

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

/* What may come in place of a piece of a file to mend a finding. Several with the same finding go
 * together. */
struct presale_remedy {
	size_t finding;   /* of presale_findings, from 0 */
	const char *file; /* as the process names it */
	const char *text; /* that comes */
	uint32_t line, column;
	uint32_t end_line, end_column; /* behind the last character that goes */
	int certain;                   /* 1: nothing else may be meant; else 0 */
};

/* What stands at a place of a file. */
enum presale_spot_kind {
	PRESALE_SPOT_NAME = 0, /* a name, id or alias, where it is given to a thing */
	PRESALE_SPOT_REFERENCE = 1,
	PRESALE_SPOT_FIELD = 2, /* a key, or its value */
};

struct presale_spot {
	enum presale_spot_kind kind;
	const char *name;  /* of a name or reference: the word that presale_rename changes; else
			      NULL */
	const char *about; /* Markdown in the language of the option lang, else of the process */
	uint32_t line, column;
	uint32_t end_line, end_column; /* behind the last character */
};

/* Where a word stands for a thing. */
struct presale_use {
	const char *file; /* as the process names it */
	uint32_t line, column;
	uint32_t end_line, end_column;
	int defines; /* 1: the thing gets its name, id or alias here; 0: it is referred to */
};

/* What may be written at a place. */
enum presale_candidate_kind {
	PRESALE_CANDIDATE_KEY = 0,
	PRESALE_CANDIDATE_THING = 1,  /* a role, stage, step, variant, term, material */
	PRESALE_CANDIDATE_WORD = 2,   /* of those that the field takes */
	PRESALE_CANDIDATE_SAMPLE = 3, /* how a value may look */
};

struct presale_candidate {
	enum presale_candidate_kind kind;
	const char *label;  /* by which people know it */
	const char *text;   /* that is written: of a key with its colon; in quotes where YAML needs
			       them */
	const char *sample; /* of a key, how its value may look; NULL: of anything else */
	const char *detail; /* a few words, or "" */
	const char *about;  /* of a key: as in presale_spot; else "" */
	uint32_t column;    /* what stands from there to the place gives way */
};

/* A thing with a name, where it stands in a file. */
struct presale_thing {
	const char *name;
	const char *kind; /* "stage", "role" … */
	const char *file; /* as the process names it */
	uint32_t depth;   /* how many of those before it it lies in */
	uint32_t line, column;
	uint32_t end_line, end_column;
	uint32_t name_line, name_column; /* within it */
	uint32_t name_end_line, name_end_column;
};

/* What a deadline comes to: when its stage or step ends, how long the process takes. */
struct presale_hint {
	const char *file; /* as the process names it */
	const char *text;
	uint32_t line, column; /* behind the deadline */
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
	const char *message[2]; /* by language; the file in it begins with the option out */
};

/* A file that is being built, or a piece of one. */
struct presale_piece {
	const char *name;   /* as in presale_file */
	const char *output; /* what makes it */
	const char *bytes;
	size_t length;
	int begun; /* 1: it goes on with the piece before that this output made; 0: a file begins */
	int more;  /* 1: another piece goes on with it; 0: the file is complete */
};

/* Takes a piece, which stays until it returns: 0, or an errno that says why the file cannot be
 * made. It calls no function of the library for the context that is being built. */
typedef int
presale_taker(void *data, const struct presale_piece *piece);

/* Is told that an output is made: the memory that this took is free again, but for the bytes that
 * presale_build keeps. It calls no function of the library for the context that is being built. */
typedef void
presale_teller(void *data, const char *output);

/* An output that was built. */
struct presale_made {
	const char *output;
	int whole; /* 0 when it was asked for some of its files: those not made are not gone */
};

/* A file or, of PRESALE_INPUT_SOUGHT, a pattern that a process depends on. In a pattern * stands
 * for any characters, ? for one, [a-z] for one of those and [!a-z] for one that is none of them;
 * none of them is a slash, nor the dot that a name begins with, and \ takes the next as it is. */
struct presale_input {
	enum presale_input_kind kind;
	const char *path;    /* from the current folder; "-" is standard input */
	const char *within;  /* real path of the only folder that a pattern takes files from, or
				NULL */
	const char *without; /* real path of a folder that it takes none from, or NULL */
};

/* A file that pages may lead to. */
struct presale_material {
	const char *address; /* from the folder of the option out, decoded */
	const char *path;    /* where it is on the disk, from / on */
	const char *root;    /* real path of the root file's folder */
};

/* A word of a list. */
struct presale_word {
	const char *word;
	const char *about[2]; /* by language; NULL where there is nothing to say */
	int plain;            /* 1, of an output: a build that names none makes it; of a form of a
				 register: it is text; else 0 */
};

/* Why a call failed. */
struct presale_fault {
	enum presale_reason reason;
	const char *word;                 /* that is unknown, or the name of the file; else NULL */
	enum presale_list list;           /* that the word is not of */
	const struct presale_word *known; /* the words it is of, NULL when there are none */
	size_t known_count;
	int error;           /* of a file that cannot be made: an errno; else 0 */
	const char *library; /* the package, of Debian's name for it, of one that is not installed
				and needed to make the file; else NULL */
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
	int raised; /* 1: its warnings are errors once the process is approved; else 0 */
	int fixed;  /* 1: it cannot be silenced; else 0 */
	const char *pattern[2]; /* the message, with … where a finding has its particulars */
	const char *message[2]; /* the same with {1} … {4} */
	const char *why[2];     /* it matters; NULL where nobody has written it */
	const char *bad[2];     /* a process that raises it; NULL where there is none */
	const char *good[2];    /* the same, mended */
	const struct presale_rule_option *options;
	size_t option_count;
};

/* A key of the format. The arrays are by language. */
struct presale_key {
	const char *kind[2];    /* of thing at which it is written: "stage" */
	const char *key[2];     /* as it is written: "deadline" */
	const char *others[2];  /* other words for it, parted by |, or "" */
	const char *about[2];   /* what it says */
	const char *takes[2];   /* what may stand behind it, in words */
	const char *holds[2];   /* the kind of the things that it holds; NULL when it holds none */
	const char *line[2];    /* how it may look: "deadline: 2 days" */
	const char *example[2]; /* a process file that gives it, and loads */
	int required;           /* 1: a thing of the kind cannot do without; else 0 */
};

/* A file of a process as it is when what is certain is mended. */
struct presale_fixed {
	const char *path;  /* as the process names it; "-" is standard input */
	const char *bytes; /* a zero that does not count follows them; NULL: the file, in UTF-16,
			      has something to mend and stays as it is */
	size_t length;
	const char *was; /* the bytes as they were read; a zero follows them */
	size_t was_length;
};

/* What somebody signs. */
struct presale_signature {
	int read;             /* 0: approves the process; 1: has read it */
	const char *role;     /* for which: by name, id or another name */
	const char *person;   /* who; NULL: the only one of the role, where there is one */
	const char *decision; /* of an approval, "approved" or "rejected"; NULL: approved */
	const char *note;     /* of an approval; or NULL */
	int own_part; /* of an approval, 1: of the role's own part alone, itself and the stages in
			 which it takes part; else 0 */
};

/* What is released. */
struct presale_releasing {
	const struct presale *before; /* has loaded the process as it was released last; NULL: the
					 fingerprint of its version tells what has changed since */
	const char *version;
	const char *status;       /* NULL: "review" as long as somebody has to approve it, then
				     "approved"; as it is where nobody has to */
	const char *author;       /* of the entry in the change list; or NULL */
	const char *note;         /* what the change list is to say as well; or NULL */
	const char *const *fixes; /* names of problems that it closes, so many */
	size_t fix_count;
};

/* A run that begins. */
struct presale_run {
	const char *name;
	const char *start, *finish; /* dates, one of them at least; else NULL */
	const char *variant;        /* by id or name; NULL where nothing depends on it */
	const char *path; /* of the file that it is to be, from which it names the process */
};

/* A step of a run that is done. */
struct presale_run_step {
	const char
	    *step; /* as the file names it, by its number, or with that of its pass behind # */
	const char *date;   /* or NULL: the option today */
	const char *choice; /* the outcome that is taken, where there are several; else NULL */
	const char *note;   /* or NULL */
};

/* What to ask somebody of a process. */
struct presale_question {
	enum presale_part part;
	const char *process; /* what it is called */
	const char *role;    /* who is asked; "": whoever knows */
	const char *stage;   /* at which it arises; "": the process as a whole */
	const char *rule;    /* of the finding that it comes of; "": everybody is asked */
	const char *text;    /* in the language of the option lang, else of the process */
};

/* What is asked of a merge. */
struct presale_merging {
	const char *const *paths; /* of edited documents, so many */
	size_t count;
	enum presale_side prefer;
	int removes;                /* 1: what is gone from a document goes from the process */
	const struct presale *base; /* has loaded what the documents were built of; NULL: the marks
				       in them tell */
};

/* What is said of a document that was imported or merged. */
struct presale_remark {
	enum presale_fate fate;
	const char *document; /* its path, as it was given */
	const char *place;    /* in it: "Этапы!H7", a line, a topic; "": the document as a whole */
	const char *message;  /* in the language of the option lang, else of the documents */
};

/* The version of the library that runs, as PRESALE_VERSION is that of the header. It lives forever;
 * any thread may call it. Since 0.1. */
const char *
presale_version(void);

/* Makes a context without a process. It is the caller's to close; NULL when there is no memory.
 * Since 0.1. */
struct presale *
presale_open(void);

/* Frees a context with all that it gave; NULL is nothing. Since 0.1. */
void
presale_close(struct presale *context);

/* What was wrong in the last call that gave PRESALE_USAGE, or PRESALE_CONTENT without a finding:
 * a sentence in English, "" before the first; never NULL. It stays until another call fails. Since
 * 0.1. */
const char *
presale_error(const struct presale *context);

/* The same for programs, of the last call that failed; PRESALE_REASON_NOTHING before the first. It
 * is never NULL, and stays until another call fails. Since 0.1. */
const struct presale_fault *
presale_fault(const struct presale *context);

/* Sets an option; a value of NULL sets it back. Options and their values are those of the command
 * line: lang (en or ru, of findings and reports; else that of the process), today (a date like
 * 2026-11-23, which presale_check needs), rule (RULE=LEVEL, added to those before; NULL forgets
 * them all), edition, variant, strict (yes: warnings count as errors), fail-on (note, warning or
 * error, which is the standard: what reports call a failure), person (of a run: whose steps
 * alone are shown), due (of a register: 30, 30d or 2w,
 * how far ahead it tells what is due; else all of it), limit (how many findings the report text
 * shows; 0: all, which is the standard), map (both, general or detailed), split, sheet-per-stage,
 * bom, vertical (each yes), bundle (yes: the materials that lie in the folder of the process become
 * files, too, of the output "bundle", in a folder beside the others, and addresses lead there),
 * pages (a4 or a3), sheets (keys between commas), role (of the edition for clients: the one that
 * the page is for; else the only one whose instruction or interview is made), interview (yes: what
 * is built is no regulation but what presale_questions asks, as PRESALE_LIST_INTERVIEWS, whatever
 * the edition and the variant), and out: the folder that outputs are for, to be set before
 * presale_load, from which the addresses of materials lead in what is built (the current folder
 * when it is not set).
 *
 * Others the command line sets by itself: colour (yes: the report text is for a terminal), part
 * (yes: the root file is a part whose process is not known; nothing is found but what is wrong with
 * the part itself), jobs (how many threads may build side by side, the calling one among them, 1 to
 * 64; 1 when it is not set) and workplace (a folder for temporary files of presale_stream; the
 * system's when it is not set).
 *
 * PRESALE_USAGE for an option or a value that there is not: the option is then as if it had not
 * been set, rule with all that was set before. Editions, variants and roles are looked up when they
 * are used. Since 0.1. */
enum presale_status
presale_set(struct presale *context, const char *option, const char *value);

/* Takes a copy of length bytes, as they would be in the file, for the contents of the one at path,
 * which need not exist: a text that an editor has not saved yet, or a process that is on no disk.
 * Includes find it as well, but a pattern with * finds files on the disk alone. With bytes NULL the
 * file on the disk counts again. A process that is loaded stays as it is until the next
 * presale_load. PRESALE_USAGE when the current folder does not exist any more. Since 0.1. */
enum presale_status
presale_put(struct presale *context, const char *path, const char *bytes, size_t length);

/* What the file at a path is, or the text that presale_put has for it; the process that is loaded
 * stays. PRESALE_KIND_OTHER also when it cannot be read or there is no memory. Since 0.1. */
enum presale_kind
presale_probe(struct presale *context, const char *path);

/* The portfolio whose roles, terms … the processes of a folder share ("" is the current one; others
 * end with a slash): the file presale.yaml there, or in the nearest folder above that has one, no
 * higher than the folder of the repository. It stays until it is called again; NULL when there is
 * none. presale_load finds it by itself. Since 0.1. */
const char *
presale_portfolio(struct presale *context, const char *folder);

/* The processes that a portfolio lists: files that are there, and what is named without a pattern
 * whether it is there or not; among them folders, whose processes are all meant. Where it lists
 * none, its own folder. The number goes to *count. They stay until it is called again; NULL when
 * nothing is there of what it lists, or it cannot be read. Since 0.1. */
const char *const *
presale_processes(struct presale *context, const char *portfolio, size_t *count);

/* Loads the process of a root file ("-": standard input), with all that it includes, in place of
 * the one before. PRESALE_CLEAN also when there are warnings. PRESALE_CONTENT when it could not be
 * understood: presale_findings tells why. PRESALE_USAGE when the file cannot be read; then there is
 * no process, and what is found is that. Since 0.1. */
enum presale_status
presale_load(struct presale *context, const char *path);

/* Makes a first process out of documents that were not made by presale: workbooks (.xlsx), tables
 * as text (.csv), mind maps (.mm, .opml), Markdown and outlines, told apart by their bytes; count
 * of them, one at least, "-" being standard input. What presale_put has for a path stands for the
 * file. *length bytes of YAML at *text, which a zero follows, until presale_import is called again:
 * it loads without an error as the file at target. Its keys are in the language of the documents;
 * what was guessed has a remark behind it that says from where. The process that is loaded stays.
 * PRESALE_CONTENT when there is no process in the documents, PRESALE_USAGE when one cannot be read:
 * it is damaged, encrypted, larger than any such document is, or of a kind that is not read.
 * presale_remarks tells more of all that. Nothing of a document is run, followed or unpacked to the
 * disk. Since 0.1. */
enum presale_status
presale_import(struct presale *context, const char *const *paths, size_t count, const char *target,
	       const char **text, size_t *length);

/* Reads edited documents that were built of the process (workbooks) back into it, in memory. *files
 * are the files that change, as they become, their number goes to *count: there are none when there
 * is nothing to do. Only what was edited in a document changes, and the process with it as the
 * files are loaded again: they hold nothing else new, and no error that was not there. Nothing is
 * written, and the process stays as it is. They stay until it or presale_fix is called again;
 * presale_remarks tells what was done. PRESALE_CONTENT when something was held back, not understood
 * or must be settled first (in which case there are no files) and of a document of another process;
 * PRESALE_USAGE without a process or when a document cannot be read. Since 0.1. */
enum presale_status
presale_merge(struct presale *context, const struct presale_merging *merging,
	      const struct presale_fixed **files, size_t *count);

/* What the last presale_import or presale_merge has to say, in the order of the documents; their
 * number goes to *count. They stay until it is called again. NULL: there is nothing. Since 0.1. */
const struct presale_remark *
presale_remarks(struct presale *context, size_t *count);

/* An empty workbook (.xlsx) to be filled in and imported, in the language of the option lang,
 * English when it is not set: *length bytes at *bytes until it is called again. PRESALE_USAGE when
 * the library for workbooks is not installed, or something cannot be written. Since 0.1. */
enum presale_status
presale_form(struct presale *context, const char **bytes, size_t *length);

/* The language that the context speaks: that of the option lang, else of the process, else English.
 * Since 0.1. */
enum presale_language
presale_language(const struct presale *context);

/* The version of the process, as its file says; NULL where it says none, or nothing is loaded.
 * Since 0.1. */
const char *
presale_process_version(const struct presale *context);

/* What the process was made of; the number goes to *count. It does not depend on the edition. NULL
 * when nothing is loaded. Since 0.1. */
const struct presale_input *
presale_inputs(struct presale *context, size_t *count);

/* Judges the process by every rule that is on, with the options rule, strict, today, edition and
 * part; presale_findings gives what is found. PRESALE_CONTENT when something counts as an error.
 * PRESALE_USAGE without a process, without a day, or for an unknown edition. Since 0.1. */
enum presale_status
presale_check(struct presale *context);

/* What presale_load found, and presale_check if it was called since, in the order of the files. The
 * number goes to *count. They stay until presale_check, presale_narrow, presale_keep,
 * presale_forget or presale_load. NULL when nothing was found, nothing was loaded, or no memory.
 * Since 0.1. */
const struct presale_finding *
presale_findings(struct presale *context, size_t *count);

/* What mends them, one after the other: what presale_fix may take, and near misses that somebody
 * has to choose. Nothing of it was tried. The number goes to *count. They stay as long as the
 * findings, and until it is called again. NULL when there are none, or no memory. Since 0.1. */
const struct presale_remedy *
presale_remedies(struct presale *context, size_t *count);

/* The text of a file of the process, called as findings call it, as presale_load read it: in UTF-8,
 * without a byte order mark, *length bytes until the next presale_load, which a zero follows. NULL
 * when there is no such file. Since 0.1. */
const char *
presale_text(const struct presale *context, const char *file, size_t *length);

/* What stands at a place of a file of the process, called as findings call it or by a path that
 * leads to it; NULL: nothing that could be told of, or no memory. It stays until it is called
 * again, and until the next presale_load, as does what the functions below give. Since 0.1. */
const struct presale_spot *
presale_spot(struct presale *context, const char *file, uint32_t line, uint32_t column);

/* Where the thing that a word at a place stands for is named and referred to, in the order of the
 * files; the number goes to *count. NULL: there is no such word, or no memory. Since 0.1. */
const struct presale_use *
presale_uses(struct presale *context, const char *file, uint32_t line, uint32_t column,
	     size_t *count);

/* Renames in memory: the word at a place becomes `name`, wherever it stands for the same thing.
 * What else the thing is called, and what texts say of it, stays. Files and refusals are given as
 * presale_sign gives them: the files were loaded again, each reference leads to what it led to, and
 * there is no error that was not there. PRESALE_USAGE when no name stands there, or the new one is
 * empty. Since 0.1. */
enum presale_status
presale_rename(struct presale *context, const char *file, uint32_t line, uint32_t column,
	       const char *name, const struct presale_fixed **files, size_t *count,
	       const char **refusal);

/* What may be written at a place, keys in the language of those about it; the number goes to
 * *count. It is told by the lines about the place, so the file need not be whole: as presale_put
 * has it, though it was not loaded since, while names are those of the process as it was loaded.
 * NULL: nothing that could be told, or no memory. Since 0.1. */
const struct presale_candidate *
presale_candidates(struct presale *context, const char *file, uint32_t line, uint32_t column,
		   size_t *count);

/* The things of the process, each before those in it; the number goes to *count. NULL: there are
 * none, or no memory. Since 0.1. */
const struct presale_thing *
presale_things(struct presale *context, size_t *count);

/* What the deadlines of the process come to; the number goes to *count. NULL: loading found errors,
 * there are none, or no memory. Since 0.1. */
const struct presale_hint *
presale_hints(struct presale *context, size_t *count);

/* How many of them there are, by severity: tally has a place for each, that of
 * PRESALE_SEVERITY_OFF included. All 0 when nothing was loaded. Since 0.1. */
void
presale_tally(const struct presale *context, size_t tally[PRESALE_SEVERITY_ERROR + 1]);

/* Keeps of the findings only those in the files at count paths, and calls these files as the paths
 * do from then on. Another presale_check finds all again. PRESALE_USAGE when there is nothing to
 * choose from: nothing is loaded, or the findings are forgotten. Since 0.1. */
enum presale_status
presale_narrow(struct presale *context, const char *const *paths, size_t count);

/* Keeps of the findings only those for which `kept`, of one byte for each in the order of
 * presale_findings, is not 0. Another presale_check finds all again. PRESALE_USAGE as
 * presale_narrow. Since 0.1. */
enum presale_status
presale_keep(struct presale *context, const unsigned char *kept);

/* What to ask the people of a process about what presale_check found, with what everybody is asked:
 * role by role, in each as the parts of an interview follow; with the option role that one alone.
 * The number goes to *count. They stay until it is called again. PRESALE_CONTENT when loading found
 * errors, PRESALE_USAGE without a process, or for a role that there is not. Since 0.1. */
enum presale_status
presale_questions(struct presale *context, const struct presale_question **questions,
		  size_t *count);

/* Mends in memory what is certain of what presale_check finds, as `presale check --fix` does: signs
 * that YAML takes otherwise than they were meant, letters that look alike, misspelt keys and
 * references that nothing else is as near to. *files are the files that change, as they become, and
 * standard input in any case; their number goes to *count. With paths (so many; NULL:
 * all) only files at these paths change. What comes of them was loaded and checked again, by the
 * options of presale_check: nothing is found in it that was not there, or it is not mended. Nothing
 * is written, and the process stays as it is. They stay until it is called again. PRESALE_USAGE
 * without a process. Since 0.1. */
enum presale_status
presale_fix(struct presale *context, const char *const *paths, size_t path_count,
	    const struct presale_fixed **files, size_t *count);

/* Signs in memory, by the day of the option today, as `presale approve` and `presale acknowledge`
 * do: an entry with the fingerprint of what the process says goes into the file that has the
 * others, or the one that waits for it is completed. *files are the files that change, as they
 * become; their number goes to *count. They were loaded again and say what they said, and the
 * signature. Nothing is written, and the process stays as it is. Who may not sign, or cannot be
 * entered, is refused: PRESALE_CONTENT, and *refusal says why in the language of the option lang,
 * else of the process; it is NULL otherwise. All stays until it is called again. PRESALE_CONTENT
 * when loading found errors, PRESALE_USAGE without a process or a day. Since 0.1. */
enum presale_status
presale_sign(struct presale *context, const struct presale_signature *signature,
	     const struct presale_fixed **files, size_t *count, const char **refusal);

/* Releases a version in memory, by the day of the option today, as `presale release` does: the
 * version, its status, an entry of the change list with what has changed and the fingerprint of
 * what is released. *files are as presale_sign gives them. *said is who has yet to approve the
 * version, parted by commas, or NULL: nobody; of a release that is refused (PRESALE_CONTENT), since
 * the version is no later one or nothing has changed, why. PRESALE_CONTENT with *said NULL when
 * loading one of the two states found errors; PRESALE_USAGE without a process or a day. No other
 * thread uses the context of the earlier state meanwhile. Since 0.1. */
enum presale_status
presale_release(struct presale *context, const struct presale_releasing *wish,
		const struct presale_fixed **files, size_t *count, const char **said);

/* Forgets what was found, and gives back the memory that it takes: before a large build. The
 * process stays, and another presale_check finds it all; until then there is nothing to report.
 * Since 0.1. */
void
presale_forget(struct presale *context);

/* Prints the findings in a format of PRESALE_LIST_FORMATS, as `presale check` does: *length bytes
 * at *text, which a zero follows, until presale_check, presale_forget or presale_load.
 * PRESALE_USAGE when nothing is loaded, what was found is forgotten, or there is no such format.
 * Since 0.1. */
enum presale_status
presale_report(struct presale *context, const char *format, const char **text, size_t *length);

/* Processes of one portfolio, none yet, to be judged one beside another: the caller's to close,
 * used by one thread at a time. NULL when there is no memory. Since 0.1. */
struct presale_peers *
presale_peers_open(void);

/* Frees them; NULL is nothing. Since 0.1. */
void
presale_peers_close(struct presale_peers *peers);

/* Adds to what presale_check found in a process what contradicts those of its portfolio that this
 * was called for before, then knows it as well; nothing points to the context. PRESALE_USAGE
 * without a process, before presale_check, or when there is no memory: no peers are known then, and
 * the context is as new. Since 0.1. */
enum presale_status
presale_peers_judge(struct presale_peers *peers, struct presale *context);

/* Begins one report on many processes, which is the caller's to close and may be used by one thread
 * at a time. NULL when there is no memory. Since 0.1. */
struct presale_reports *
presale_reports_open(void);

/* Frees a report; NULL is nothing. Since 0.1. */
void
presale_reports_close(struct presale_reports *reports);

/* Adds what was found in the process that a context has loaded, told in the language that it
 * speaks; nothing in the report points to the context. PRESALE_USAGE as above, or when there is no
 * memory: the report is then empty, and the context as new. Since 0.1. */
enum presale_status
presale_reports_add(struct presale_reports *reports, struct presale *context);

/* Writes all that was added as one document, in a format of PRESALE_LIST_FORMATS but text, with the
 * option fail-on of a context, which need not have a process: *length bytes at *text, which a zero
 * follows, until the next call for the report. PRESALE_USAGE when there is no such format, or no
 * memory. Since 0.1. */
enum presale_status
presale_reports_text(struct presale_reports *reports, struct presale *context, const char *format,
		     const char **text, size_t *length);

/* What has changed in the process since another state of it, which another context has loaded; no
 * other thread uses that one meanwhile. form is text, md (for a comment on a pull request), html (a
 * page with words struck and added) or json (docs/diff.schema.json), in the language that the
 * context speaks: *length bytes at *text, which a zero follows, until presale_diff is called again;
 * the number of changes goes to *changes. Which files hold what, comments, the order of keys and
 * how a duration or a reference is spelled are no matter. PRESALE_CONTENT when loading one of them
 * found errors, PRESALE_USAGE without two processes or for another form. Since 0.1. */
enum presale_status
presale_diff(struct presale *context, const struct presale *before, const char *form,
	     const char **text, size_t *length, size_t *changes);

/* Reads the text of a baseline, or begins an empty one with "". It is the caller's to free, and may
 * be used by one thread at a time. NULL when the text is of no baseline, or there is no memory.
 * Since 0.1. */
struct presale_baseline *
presale_baseline_read(const char *text);

/* Frees a baseline; NULL is nothing. Since 0.1. */
void
presale_baseline_free(struct presale_baseline *baseline);

/* Notes what was found in a process as known, but for errors that keep it from being understood.
 * PRESALE_USAGE when there is nothing to note, as above, or no memory: the baseline is then empty,
 * and the context as new. Since 0.1. */
enum presale_status
presale_baseline_add(struct presale_baseline *baseline, struct presale *context);

/* Drops from what was found what is known, each finding as often as it is, over all processes that
 * this is called for; the number goes to *dropped. PRESALE_USAGE as above. Since 0.1. */
enum presale_status
presale_baseline_drop(struct presale_baseline *baseline, struct presale *context, size_t *dropped);

/* The text of what was added: *length bytes at *text, which a zero follows; it is the baseline's
 * and stays until the next call for it. PRESALE_USAGE when there is no memory: the baseline is then
 * empty. Since 0.1. */
enum presale_status
presale_baseline_text(struct presale_baseline *baseline, const char **text, size_t *length);

/* Makes a register without processes, which is the caller's to close and may be used by one thread
 * at a time. NULL when there is no memory. Since 0.1. */
struct presale_register *
presale_register_open(void);

/* Frees a register; NULL is nothing. Since 0.1. */
void
presale_register_close(struct presale_register *reg);

/* Puts the process that a context has loaded on a register, with what presale_check found, if it
 * was called; nothing in the register points to the context. PRESALE_CONTENT when loading found
 * errors: it is on the register as far as it was understood. PRESALE_USAGE without a process, or
 * without the option today, or when there is no memory: the register is then empty, and the context
 * as new. Since 0.1. */
enum presale_status
presale_register_add(struct presale_register *reg, struct presale *context);

/* Writes a register in a form of PRESALE_LIST_REGISTERS, with the options lang, today, due and
 * workplace of a context, which need not have a process: *length bytes at *text, which a zero
 * follows, until the next call for the register. PRESALE_USAGE when there is no such form, the
 * option today is not set, a library that the form needs is not installed, or there is no memory.
 * Since 0.1. */
enum presale_status
presale_register_text(struct presale_register *reg, struct presale *context, const char *form,
		      const char **text, size_t *length);

/* How many reviews and pilots of a register are overdue on the day of a context's option today; 0
 * when it is not set. Since 0.1. */
size_t
presale_register_overdue(const struct presale_register *reg, const struct presale *context);

/* Begins a run of the process that is loaded: the text of its file, which names the process with
 * its version and fingerprint, *length bytes at *text, which a zero follows. It is refused, as
 * presale_sign refuses, for a day or variant that there is not. All stays until it is called again.
 * PRESALE_CONTENT when loading found errors, PRESALE_USAGE without a process or the option today.
 * Since 0.1. */
enum presale_status
presale_run_new(struct presale *context, const struct presale_run *run, const char **text,
		size_t *length, const char **refusal);

/* Enters into the file of a run, which is loaded, that a step is done. The files that change, and
 * why they do not, are given as presale_sign gives them. Since 0.1. */
enum presale_status
presale_run_done(struct presale *context, const struct presale_run_step *step,
		 const struct presale_fixed **files, size_t *count, const char **refusal);

/* Has a run, which is loaded, go by its process as it is now: its version and fingerprint go into
 * the file. Files and refusals are given as presale_sign gives them. Since 0.1. */
enum presale_status
presale_run_move(struct presale *context, const struct presale_fixed **files, size_t *count,
		 const char **refusal);

/* Adds a run that is over, and loaded, to the pilots of its process: plan and fact of each stage.
 * Files and refusals are given as presale_sign gives them. Since 0.1. */
enum presale_status
presale_run_pilot(struct presale *context, const struct presale_fixed **files, size_t *count,
		  const char **refusal);

/* Writes so many runs, one at least, each loaded by a context of its own, in a form of
 * PRESALE_LIST_RUNS, with the options lang, today and workplace of the first: *length bytes at
 * *text, which a zero follows, until it is called again for that context. No other thread uses any
 * of them meanwhile. PRESALE_CONTENT when loading found errors in one of them, or one is no run or
 * does not say when it begins; PRESALE_USAGE when one has no process, the option today is not set,
 * there is no such form, or a library that it needs is not installed. Since 0.1. */
enum presale_status
presale_runs_text(struct presale *const *contexts, size_t count, const char *form,
		  const char **text, size_t *length);

/* How many steps of the run that is loaded are late on the day of the option today; 0 when there is
 * no run. Since 0.1. */
size_t
presale_run_late(struct presale *context);

/* Makes outputs of the process in memory: names of PRESALE_LIST_OUTPUTS between commas, "all", or
 * NULL for those that a plain build makes. Every file goes into *files, their number to *count: all
 * of them or none. They stay until the next build, also one by presale_write or presale_stream.
 * What presale_check found does not matter. PRESALE_CONTENT when loading found errors;
 * PRESALE_USAGE without a process, for an output, edition, variant or role that there is not, or
 * when a library that an output needs is not installed. Since 0.1. */
enum presale_status
presale_build(struct presale *context, const char *outputs, const struct presale_file **files,
	      size_t *count);

/* The same into a folder, which is made when it is missing: after a failure everything in it is as
 * it was before. *files gives names without bytes. PRESALE_USAGE also when something cannot be
 * written. Since 0.1. */
enum presale_status
presale_write(struct presale *context, const char *outputs, const char *folder,
	      const struct presale_file **files, size_t *count);

/* The same piece by piece, so that a large build need not be in memory as a whole. Each file that
 * is made, or a piece of it as soon as there is a large one, is given to take, with data. The
 * pieces of one output come in their order; with jobs those of several take turns, on any thread,
 * never two at once. PRESALE_USAGE also when a taker says that a file cannot be made: what others
 * took by then, or take after it, is of no use. Since 0.1. */
enum presale_status
presale_stream(struct presale *context, const char *outputs, presale_taker *take, void *data);

/* Has tell called, with data, as soon as an output is made, in every build from now on: to show how
 * far it is, or to give memory back to the system before the next one. With jobs it is on any
 * thread, never twice at once. NULL: nobody is told. Since 0.1. */
void
presale_tell(struct presale *context, presale_teller *tell, void *data);

/* What the names of all files of a build begin with: the process, with the edition and variant that
 * are set. PRESALE_USAGE without a process, or for an edition, variant or role that there is not.
 * *stem stays until one of these options, role or out is set. Since 0.1. */
enum presale_status
presale_stem(struct presale *context, const char **stem);

/* The materials that lie on the disk beside the process, of what the edition and variant leave; the
 * number goes to *count. They stay until edition, variant, role or out is set. NULL when there are
 * none. Since 0.1. */
const struct presale_material *
presale_materials(struct presale *context, size_t *count);

/* The outputs of the last build, in the order of PRESALE_LIST_OUTPUTS; the number goes to *count.
 * They stay until the next build. NULL and 0 when it failed or there was none. Since 0.1. */
const struct presale_made *
presale_made(struct presale *context, size_t *count);

/* What the last presale_build, presale_write or presale_stream says of its files; the number goes
 * to *count. They stay until the next of them. NULL when there is nothing to say. Since 0.1. */
const struct presale_notice *
presale_notices(struct presale *context, size_t *count);

/* The words of a list in their order; the number goes to *count. Those of a process are empty
 * without one, but for the built-in editions. NULL when there are none. Since 0.1. */
const struct presale_word *
presale_list(struct presale *context, enum presale_list list, size_t *count);

/* Every rule in the order of docs/rules.md; the number goes to *count. It needs no process. They
 * stay until presale_rules is called again. NULL when there is no memory. Since 0.1. */
const struct presale_rule *
presale_rules(struct presale *context, size_t *count);

/* Every key that may be written, kind by kind, those of the file itself first; the number goes to
 * *count. It needs no process. They stay until presale_keys is called again. NULL when there is no
 * memory. Since 0.1. */
const struct presale_key *
presale_keys(struct presale *context, size_t *count);

/* The JSON Schema of process files ("yaml") or of the output json ("json"), with descriptions in
 * the language of the option lang, English when it is not set: *length bytes at *text, which a zero
 * follows. PRESALE_USAGE for another word. Since 0.1. */
enum presale_status
presale_schema(struct presale *context, const char *what, const char **text, size_t *length);

#ifdef __cplusplus
}
#endif

#endif
