/* SPDX-License-Identifier: MIT */
/* The command line: what was asked, and the words to answer in. */
#ifndef PRESALE_CLI_CALL_CALL_H
#define PRESALE_CLI_CALL_CALL_H

#include "presale.h"
#include "support/arena.h"
#include "support/buf.h"

#include <stdbool.h>

enum command {
	COMMAND_NONE,
#define COMMAND(ID, ...) COMMAND_##ID,
#include "cli/call/commands.def"
#undef COMMAND
	COMMAND_COUNT
};

enum option {
	OPTION_NONE,
#define OPTION(ID, ...) OPTION_##ID,
#include "cli/call/options.def"
#undef OPTION
	OPTION_COUNT
};

enum say {
#define SAY(ID, en, ru) SAY_##ID,
#include "cli/call/says.def"
#undef SAY
	SAY_COUNT
};

enum value {
#define VALUE(ID, ...) VALUE_##ID,
#include "cli/call/values.def"
#undef VALUE
	VALUE_COUNT
};

enum { LANG_OPEN = -1 }; /* no language is known yet */

/* An option as given, in the order of the command line; value is NULL for a switch. */
struct given {
	enum option option;
	const char *value;
};

/* What is wrong with the command line: a sentence with its arguments, and the words that what was
 * typed may be like. */
struct fault {
	enum say say;
	const char *one, *two;
	const char *typed;
	const char **known; /* NULL-ended; NULL for none */
};

struct arguments {
	struct arena arena;
	enum command command;
	int lang;         /* 0 English, 1 Russian, LANG_OPEN: read it by args_lang */
	bool lang_wanted; /* the user or the locale names lang: the documents' do not count */
	struct given *given;
	size_t given_count;
	const char **files; /* operands */
	size_t file_count;
	bool plain;       /* after --: words are operands */
	enum option open; /* whose value would be the next word, or OPTION_NONE */
	bool failed;
	struct fault fault; /* the first, of a call that failed */
};

/* What a command cannot do without; the processes may be those of the portfolio that the current
 * folder is in. */
enum needs { NEEDS_NOTHING, NEEDS_FILES, NEEDS_PROCESSES };

struct command_info {
	const char *name;
	enum needs needs;
	const char *operands[2]; /* English, Russian */
	size_t most;             /* of them */
	enum value takes;
	const char *choices;
	const char *about[2];
};

struct option_info {
	unsigned commands; /* bit by command */
	char letter;
	const char *name;
	const char *value[2]; /* NULL for a switch; [=VALUE] when it may be left out */
	enum value takes;
	const char *choices; /* parted by |, or NULL */
	const char *about[2];
};

extern const struct command_info command_infos[COMMAND_COUNT];
extern const struct option_info option_infos[OPTION_COUNT];

/* True when an option takes a value only in the same word: --serve=8017. In the table its value is
 * in brackets. */
bool
option_value_is_optional(enum option option);

/* Whether an option was given. */
bool
args_have(const struct arguments *args, enum option option);

/* The value that an option was given last, as it was written; NULL when it was not given or takes
 * none. */
const char *
args_value(const struct arguments *args, enum option option);

/* The values of an option that may be given again, joined by commas, in the arena; NULL when it is
 * not given. */
const char *
args_joined(struct arguments *args, enum option option);

/* Every value of an option, also those joined by commas, as a NULL-ended array in the arena. */
const char **
args_list(struct arguments *args, enum option option);

/* Finds the language that the command line or the environment names, if any. */
void
args_find_lang(struct arguments *args, int argc, char **argv);

/* The language to speak: as wanted, else of the document last loaded, else of the first that can
 * be, else English. */
int
args_lang(struct arguments *args);

/* The folder this call writes to, or for a check that a build would write to. */
const char *
args_out(const struct arguments *args);

/* The language messages about a document of this language are given in. */
int
args_lang_of(const struct arguments *args, int document);

/* A sentence with its arguments in place (NULL for none), in the arena. */
const char *
call_say(struct arguments *args, enum say say, const char *one, const char *two);

/* The same in a language: 0 English, 1 Russian. */
const char *
call_say_in(struct arguments *args, int lang, enum say say, const char *one, const char *two);

/* What an errno means, in the words of the table or the system's. */
const char *
call_say_error(struct arguments *args, int error);

/* Adds a line that may hold names of files or words of the user: nothing in it can harm a
 * terminal. */
void
call_put_line(struct buf *out, const char *line);

/* Prints “presale: sentence” on standard error. */
void
call_complain(const char *sentence);

/* Prints a complaint about a word that is not known, with the nearest of the words (NULL-ended, or
 * NULL) that are, or else with all of them. */
void
call_complain_unknown(struct arguments *args, const char *sentence, const char *typed,
		      const char *const *known);

/* Reads the command line to its end, whatever is wrong. The first fault is kept, to be said when
 * the operands tell in whose language: false when there is one. */
bool
args_read(struct arguments *args, int argc, char **argv);

/* Says what is wrong with the command line. */
void
args_complain(struct arguments *args);

/* True when the command may have one operand more. */
bool
command_takes_more(const struct arguments *args);

/* True when the command takes the option. */
bool
option_belongs(enum option option, enum command command);

/* The help of a command, or of all for COMMAND_NONE, to standard output. */
void
command_print_help(struct arguments *args, enum command command);

/* Writes to standard output (out) or error; a failure is remembered for call_finish. */
void
call_put(bool out, const struct buf *text);

/* The status to end with: that given, or PRESALE_USAGE when something could not be written. */
enum presale_status
call_finish(struct arguments *args, enum presale_status status);

#endif
