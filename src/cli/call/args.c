/* SPDX-License-Identifier: MIT */
/* Reads the command line by the tables; knows no option by name but those of every command. */
#include "cli/call/call.h"
#include "cli/call/values.h"
#include "text/visible.h"

#include <string.h>
#include <unistd.h>

struct args_reader {
	struct arguments *args;
	char **words;
	int count;
	int at; /* the next word */
};

static void
fail(struct arguments *args, struct fault fault)
{
	if (!args->failed)
		args->fault = fault;
	args->failed = true;
}

static const char **
option_words(struct arguments *args)
{
	const char **words = arena_array(&args->arena, OPTION_COUNT + 1, sizeof *words);
	size_t count = 0;
	for (enum option option = OPTION_NONE + 1; option < OPTION_COUNT; option++)
		if (option_belongs(option, args->command))
			words[count++] =
			    arena_printf(&args->arena, "--%s", option_infos[option].name);
	return words;
}

/* Names of files are any bytes; what else is typed is compared with names of the model, and must be
 * UTF-8. */
static bool
names_file(enum option option)
{
	enum value takes = option_infos[option].takes;
	return takes == VALUE_FILE || takes == VALUE_FILES || takes == VALUE_FOLDER ||
	       takes == VALUE_FORMAT;
}

/* True for a value that says nothing; a file may be called so. */
static bool
is_blank(enum option option, const char *value)
{
	return !value[names_file(option) ? 0 : strspn(value, ", \t")];
}

/* A folder as names are put behind it: o/ is o. */
static const char *
without_slashes(struct arguments *args, const char *folder)
{
	size_t length = strlen(folder);
	while (length > 1 && folder[length - 1] == '/')
		length--;
	return arena_copy(&args->arena, folder, length);
}

static void
take(struct args_reader *r, enum option option, const char *value)
{
	struct arguments *args = r->args;
	const struct option_info *info = &option_infos[option];
	if (value && info->takes == VALUE_FOLDER)
		value = without_slashes(args, value);
	else if (value && !names_file(option))
		value = visible_bytes(&args->arena, value);
	const char **known = value && info->takes == VALUE_ONE_OF
				 ? values_words(args, VALUE_ONE_OF, info->choices, NULL).words
				 : NULL;
	const char *name = arena_printf(&args->arena, "--%s", info->name);
	const char *before = value_repeats(info->takes) ? NULL : args_value(args, option);
	bool ok = !known;
	for (size_t i = 0; known && known[i] && !ok; i++)
		ok = strcmp(known[i], value) == 0;
	if (!ok)
		fail(args, (struct fault){.say = SAY_WRONG_VALUE,
					  .one = name,
					  .two = value,
					  .typed = value,
					  .known = known});
	else if (value && before && strcmp(before, value) != 0)
		fail(args, (struct fault){.say = SAY_SECOND_VALUE, .one = name, .two = value});
	args->given[args->given_count++] = (struct given){option, value};
}

/* An option found under spelling; value is what followed it in the same word, or NULL. */
static void
take_option(struct args_reader *r, enum option option, const char *spelling, const char *value)
{
	bool takes = option_infos[option].value[0] != NULL,
	     wants = takes && !option_value_is_optional(option);
	if (!takes && value) {
		fail(r->args, (struct fault){.say = SAY_TAKES_NO_VALUE, .one = spelling});
		return;
	}
	bool follows =
	    wants && !value && r->at < r->count && strncmp(r->words[r->at], "--", 2) != 0;
	if (follows)
		value = r->words[r->at++];
	if (wants && !value && r->at == r->count)
		r->args->open = option;
	if (value ? is_blank(option, value) : wants)
		fail(r->args, (struct fault){.say = value ? SAY_EMPTY_VALUE : SAY_NEEDS_VALUE,
					     .one = spelling});
	else
		take(r, option, value);
}

/* A command that takes an option of this spelling, or COMMAND_NONE. */
static enum command
command_with(const char *spelling)
{
	bool is_long = strncmp(spelling, "--", 2) == 0;
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++)
		for (enum option option = OPTION_NONE + 1; option < OPTION_COUNT; option++)
			if (option_belongs(option, command) &&
			    (is_long ? strcmp(option_infos[option].name, spelling + 2) == 0
				     : option_infos[option].letter == spelling[1] && !spelling[2]))
				return command;
	return COMMAND_NONE;
}

static void
unknown_option(struct args_reader *r, const char *word)
{
	enum command other = command_with(word);
	struct fault fault = {.say = SAY_NO_OPTION,
			      .one = word,
			      .two = command_infos[r->args->command].name,
			      .typed = word};
	if (other) {
		fault.say = SAY_OPTION_OF_OTHER;
		fault.two = command_infos[other].name;
	} else {
		fault.known = option_words(r->args);
	}
	fail(r->args, fault);
}

static void
take_long(struct args_reader *r, const char *word)
{
	size_t length = strcspn(word, "=");
	const char *name = arena_copy(&r->args->arena, word, length);
	for (enum option option = OPTION_NONE + 1; option < OPTION_COUNT; option++) {
		if (option_belongs(option, r->args->command) &&
		    strcmp(name + 2, option_infos[option].name) == 0) {
			take_option(r, option, name, word[length] ? word + length + 1 : NULL);
			return;
		}
	}
	unknown_option(r, name);
}

/* -abc is -a -b -c; a letter that takes a value ends the word with it. */
static void
take_short(struct args_reader *r, const char *word)
{
	for (const char *p = word + 1; *p; p++) {
		enum option option = OPTION_NONE + 1;
		while (option < OPTION_COUNT && !(option_belongs(option, r->args->command) &&
						  option_infos[option].letter == *p))
			option++;
		if (option == OPTION_COUNT) {
			unknown_option(r, word);
			return;
		}
		bool wants = option_infos[option].value[0] != NULL;
		take_option(r, option, arena_printf(&r->args->arena, "-%c", *p),
			    wants && p[1] ? p + 1 : NULL);
		if (wants)
			return;
	}
}

/* Editors and messengers turn -- into a dash; the text after it is what was meant. NULL when word
 * does not begin with one. */
static const char *
after_long_dash(const char *word)
{
	static const char *const dashes[] = {"\xE2\x80\x94", "\xE2\x80\x93", "\xE2\x88\x92",
					     "\xE2\x80\x90", "\xE2\x80\x91"};
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
		if (strncmp(word, dashes[i], 3) == 0)
			return word + 3;
	return NULL;
}

static void
take_operand(struct arguments *args, const char *word)
{
	const struct command_info *info = &command_infos[args->command];
	bool is_key = info->takes == VALUE_KIND || info->takes == VALUE_TOPIC;
	if (is_key && args->file_count) { /* keys have several words, quoted or not */
		args->files[0] = arena_printf(&args->arena, "%s %s", args->files[0], word);
		return;
	}
	if (!command_takes_more(args))
		fail(args, (struct fault){.say = SAY_NO_OPERAND, .one = info->name, .two = word});
	if (!*word && (info->takes == VALUE_FILE || info->takes == VALUE_FOLDER))
		fail(args, (struct fault){.say = SAY_EMPTY_OPERAND, .one = info->name});
	args->files[args->file_count++] = word;
}

static void
take_word(struct args_reader *r, const char *word)
{
	struct arguments *args = r->args;
	const char *meant = after_long_dash(word);
	if (args->plain)
		take_operand(args, word);
	else if (strcmp(word, "--") == 0)
		args->plain = true;
	else if (strncmp(word, "--", 2) == 0)
		take_long(r, word);
	else if (word[0] == '-' && word[1])
		take_short(r, word);
	else if (meant && access(word, F_OK) != 0)
		fail(args, (struct fault){.say = SAY_LONG_DASH,
					  .one = word,
					  .typed = arena_printf(&args->arena, "--%s", meant),
					  .known = option_words(args)});
	else
		take_operand(args, word);
}

/* Options that people give in place of a command. */
static const char *
as_command(const char *word)
{
	if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
		return "help";
	return strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0 ? "version" : word;
}

static void
find_command(struct arguments *args, const char *word)
{
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++)
		if (strcmp(word, command_infos[command].name) == 0)
			args->command = command;
	struct fault fault = {.say = SAY_NO_COMMAND, .one = word, .typed = word};
	if (args->command)
		return;
	if (word[0] == '-' && word[1]) {
		fault.say = SAY_COMMAND_FIRST;
	} else if (access(word, F_OK) == 0) {
		args->files[args->file_count++] = word;
		fault.known = arena_array(&args->arena, 2, sizeof *fault.known);
		fault.known[0] = fault.typed = arena_printf(&args->arena, "presale build %s", word);
	} else {
		fault.known = values_known(args, VALUE_COMMAND, NULL);
	}
	fail(args, fault);
}

/* What may stand before the command: only --lang. */
static void
take_lang(struct args_reader *r)
{
	while (r->at < r->count) {
		const char *word = r->words[r->at];
		if (strcmp(word, "--lang") != 0 && strncmp(word, "--lang=", 7) != 0)
			return;
		r->at++;
		take_option(r, OPTION_LANG, "--lang", word[6] ? word + 7 : NULL);
	}
}

bool
args_read(struct arguments *args, int argc, char **argv)
{
	args_find_lang(args, argc, argv);
	size_t most = 1; /* options: each takes a character at least */
	for (int i = 1; i < argc; i++)
		most += strlen(argv[i]);
	args->given = arena_array(&args->arena, most, sizeof *args->given);
	args->files = arena_array(&args->arena, (size_t)argc + 1, sizeof *args->files);
	struct args_reader reader = {.args = args, .words = argv, .count = argc, .at = 1};
	take_lang(&reader);
	if (reader.at < argc)
		find_command(args, as_command(argv[reader.at++]));
	while (args->command && reader.at < argc)
		take_word(&reader, argv[reader.at++]);
	return !args->failed;
}

void
args_complain(struct arguments *args)
{
	const struct fault *fault = &args->fault;
	call_complain_unknown(args, call_say(args, fault->say, fault->one, fault->two),
			      fault->typed, fault->known);
}
