/* SPDX-License-Identifier: MIT */
/* Reads the command line by the tables; knows no option by name but those of every command. */
#include "cli/cli.h"
#include "support/visible.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ALL (~0u)
#define IN(ID) (1u << COMMAND_##ID)
const struct option_info option_infos[OPTION_COUNT] = {
#define OPTION(ID, commands, letter, name, value_en, value_ru, choices, en, ru) \
	[OPTION_##ID] = {commands, letter, name, {value_en, value_ru}, choices, {en, ru}},
#include "cli/options.def"
#undef OPTION
};

struct reader {
	struct arguments *args;
	char **words;
	int count;
	int at;     /* the next word */
	bool plain; /* after --: only operands */
};

bool
args_have(const struct arguments *args, enum option option)
{
	for (size_t i = 0; i < args->given_count; i++)
		if (args->given[i].option == option)
			return true;
	return false;
}

const char *
args_value(const struct arguments *args, enum option option)
{
	const char *value = NULL;
	for (size_t i = 0; i < args->given_count; i++)
		if (args->given[i].option == option)
			value = args->given[i].value;
	return value;
}

const char **
args_list(struct arguments *args, enum option option)
{
	size_t count = 0;
	for (size_t i = 0; i < args->given_count; i++)
		if (args->given[i].option == option)
			for (const char *p = args->given[i].value; p; p = strchr(p, ',') ? strchr(p, ',') + 1 : NULL)
				count++;
	const char **list = arena_array(&args->arena, count + 1, sizeof *list);
	count = 0;
	for (size_t i = 0; i < args->given_count; i++) {
		if (args->given[i].option != option)
			continue;
		char *rest, *copy = arena_string(&args->arena, args->given[i].value);
		for (char *word = strtok_r(copy, ", ", &rest); word; word = strtok_r(NULL, ", ", &rest))
			list[count++] = word;
	}
	return list;
}

int
args_lang(const struct arguments *args, int document)
{
	return args->lang_wanted ? args->lang : document;
}

/* ru_RU.UTF-8, en, russian: 1, 0; -1 when no language is named. */
static int
language_of(const char *name)
{
	if (!name || !*name || strcmp(name, "C") == 0 || strncmp(name, "C.", 2) == 0 || strcmp(name, "POSIX") == 0)
		return -1;
	return strncmp(name, "ru", 2) == 0;
}

static void
find_lang(struct arguments *args, int argc, char **argv)
{
	static const char *const variables[] = {"PRESALE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"};
	int lang = -1;
	for (int i = 1; i < argc; i++) {
		if (strncmp(argv[i], "--lang=", 7) == 0)
			lang = language_of(argv[i] + 7);
		else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
			lang = language_of(argv[i + 1]);
	}
	for (size_t i = 0; lang < 0 && i < sizeof variables / sizeof *variables; i++)
		lang = language_of(getenv(variables[i]));
	args->lang_wanted = lang >= 0;
	args->lang = lang > 0;
}

static bool
belongs(enum option option, enum command command)
{
	return option_infos[option].commands & (command ? 1u << command : 0u);
}

static const char **
option_words(struct arguments *args)
{
	const char **words = arena_array(&args->arena, OPTION_COUNT + 1, sizeof *words);
	size_t count = 0;
	for (enum option option = OPTION_NONE + 1; option < OPTION_COUNT; option++)
		if (belongs(option, args->command))
			words[count++] = arena_printf(&args->arena, "--%s", option_infos[option].name);
	return words;
}

static bool
allowed(struct arguments *args, enum option option, const char *value)
{
	const char *choices = option_infos[option].choices;
	if (!choices)
		return true;
	const char *known[16] = {NULL};
	char *rest, *copy = arena_string(&args->arena, choices);
	size_t count = 0;
	for (char *word = strtok_r(copy, "|", &rest); word; word = strtok_r(NULL, "|", &rest)) {
		if (strcmp(word, value) == 0)
			return true;
		known[count++] = word;
	}
	const char *name = arena_printf(&args->arena, "--%s", option_infos[option].name);
	complain_unknown(args, say(args, SAY_WRONG_VALUE, name, value), value, known);
	return false;
}

/* Names of files are any bytes; what else is typed is compared with names of the model, and must be UTF-8. */
static bool
names_file(enum option option)
{
	const char *value = option_infos[option].value[0];
	return strcmp(value, "DIR") == 0 || strstr(value, "FILE");
}

static bool
take(struct reader *r, enum option option, const char *value)
{
	struct arguments *args = r->args;
	if (value && !names_file(option))
		value = visible_bytes(&args->arena, value);
	if (value && !allowed(args, option, value))
		return false;
	args->given[args->given_count++] = (struct given){option, value};
	return true;
}

bool
option_value_is_optional(enum option option)
{
	const char *value = option_infos[option].value[0];
	return value && value[0] == '[';
}

/* An option found under spelling; value is what followed it in the same word, or NULL. */
static bool
take_option(struct reader *r, enum option option, const char *spelling, const char *value)
{
	bool takes = option_infos[option].value[0] != NULL, wants = takes && !option_value_is_optional(option);
	if (!takes && value) {
		complain(say(r->args, SAY_TAKES_NO_VALUE, spelling, NULL));
		return false;
	}
	if (wants && !value && r->at < r->count)
		value = r->words[r->at++];
	if (wants && (!value || !*value)) {
		complain(say(r->args, value ? SAY_EMPTY_VALUE : SAY_NEEDS_VALUE, spelling, NULL));
		return false;
	}
	return take(r, option, value);
}

static bool
unknown_option(struct reader *r, const char *word)
{
	const char *sentence = say(r->args, SAY_NO_OPTION, word, command_infos[r->args->command].name);
	complain_unknown(r->args, sentence, word, option_words(r->args));
	return false;
}

static bool
take_long(struct reader *r, const char *word)
{
	size_t length = strcspn(word, "=");
	const char *name = arena_copy(&r->args->arena, word, length);
	for (enum option option = OPTION_NONE + 1; option < OPTION_COUNT; option++)
		if (belongs(option, r->args->command) && strcmp(name + 2, option_infos[option].name) == 0)
			return take_option(r, option, name, word[length] ? word + length + 1 : NULL);
	return unknown_option(r, name);
}

/* -abc is -a -b -c; a letter that takes a value ends the word with it. */
static bool
take_short(struct reader *r, const char *word)
{
	for (const char *p = word + 1; *p; p++) {
		enum option option = OPTION_NONE + 1;
		while (option < OPTION_COUNT && !(belongs(option, r->args->command) && option_infos[option].letter == *p))
			option++;
		if (option == OPTION_COUNT)
			return unknown_option(r, word);
		const char spelling[] = {'-', *p, '\0'};
		bool wants = option_infos[option].value[0] != NULL;
		if (!take_option(r, option, spelling, wants && p[1] ? p + 1 : NULL))
			return false;
		if (wants)
			break;
	}
	return true;
}

/* Editors and messengers turn -- into a dash; the text after it is what was meant. NULL when word does not begin with one. */
static const char *
after_long_dash(const char *word)
{
	static const char *const dashes[] = {"\xE2\x80\x94", "\xE2\x80\x93", "\xE2\x88\x92", "\xE2\x80\x90", "\xE2\x80\x91"};
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
		if (strncmp(word, dashes[i], 3) == 0)
			return word + 3;
	return NULL;
}

static bool
take_word(struct reader *r, const char *word)
{
	struct arguments *args = r->args;
	const char *meant = after_long_dash(word);
	if (!r->plain && strcmp(word, "--") == 0) {
		r->plain = true;
		return true;
	}
	if (!r->plain && strncmp(word, "--", 2) == 0)
		return take_long(r, word);
	if (!r->plain && word[0] == '-' && word[1])
		return take_short(r, word);
	if (!r->plain && meant && access(word, F_OK) != 0) {
		const char *option = arena_printf(&args->arena, "--%s", meant);
		complain(arena_printf(&args->arena, "%s %s", say(args, SAY_LONG_DASH, word, NULL),
				      say(args, SAY_DID_YOU_MEAN, option, NULL)));
		return false;
	}
	args->files[args->file_count++] = word;
	return true;
}

/* Options that people give in place of a command. */
static const char *
as_command(const char *word)
{
	if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
		return "help";
	return strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0 ? "version" : word;
}

static bool
find_command(struct arguments *args, const char *word)
{
	const char *known[COMMAND_COUNT] = {NULL};
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
		known[command - 1] = command_infos[command].name;
		if (strcmp(word, command_infos[command].name) == 0)
			args->command = command;
	}
	if (args->command)
		return true;
	const char *sentence = say(args, SAY_NO_COMMAND, word, NULL);
	if (access(word, F_OK) == 0) {
		const char *meant = arena_printf(&args->arena, "presale build %s", word);
		complain(arena_printf(&args->arena, "%s %s", sentence, say(args, SAY_DID_YOU_MEAN, meant, NULL)));
	} else {
		complain_unknown(args, sentence, word, known);
	}
	return false;
}

/* Skips what may stand before the command: only --lang, already looked at. */
static int
command_at(int argc, char **argv)
{
	int at = 1;
	while (at < argc && strncmp(argv[at], "--lang", 6) == 0)
		at += strchr(argv[at], '=') ? 1 : 2;
	return at < argc ? at : argc;
}

bool
args_parse(struct arguments *args, int argc, char **argv)
{
	find_lang(args, argc, argv);
	size_t most = 1; /* options: each takes a character at least */
	for (int i = 1; i < argc; i++)
		most += strlen(argv[i]);
	args->given = arena_array(&args->arena, most, sizeof *args->given);
	args->files = arena_array(&args->arena, (size_t)argc + 1, sizeof *args->files);
	int at = command_at(argc, argv);
	if (at < argc && !find_command(args, as_command(argv[at])))
		return false;
	struct reader reader = {.args = args, .words = argv, .count = argc, .at = at + 1};
	while (reader.at < argc)
		if (!take_word(&reader, argv[reader.at++]))
			return false;
	return true;
}
