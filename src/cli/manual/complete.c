/* SPDX-License-Identifier: MIT */
/* The words before the cursor are read like any command line; what they leave open tells what the
 * last one may become. Editions, variants, roles and people are asked of the first file that was
 * named. */
#include "cli/manual/complete.h"

#include "cli/call/library.h"
#include "cli/call/roots.h"
#include "cli/call/values.h"

#include <string.h>

struct completion {
	struct arguments typed; /* the words before the last */
	const char *word;       /* the last, as far as it is typed */
	struct buf *out;
};

static void
put(struct completion *c, const char *prefix, const char *word, const char *ending,
    const char *about)
{
	buf_printf(c->out, about ? "%s%s%s\t%s\n" : "%s%s%s\n", prefix, word, ending, about);
}

/* The start of a word up to and with the last of a character, in the arena; "" when it has none. */
static const char *
up_to(struct completion *c, const char *word, char last)
{
	const char *end = strrchr(word, last);
	return end ? arena_copy(&c->typed.arena, word, (size_t)(end - word) + 1) : "";
}

/* True when a list, in which all ends with a comma, has the word. */
static bool
is_listed(const char *list, const char *word)
{
	size_t length = strlen(word);
	for (; *list; list += strcspn(list, ",") + 1)
		if (strncmp(list, word, length) == 0 && list[length] == ',')
			return true;
	return false;
}

/* Whether the first operand of the command is a verb, and the rest are files. */
static bool
takes_verb(const struct completion *c)
{
	return c->typed.command && command_infos[c->typed.command].takes == VALUE_RUN;
}

/* The library, which has loaded the first file when its words are asked for. */
static struct presale *
open_library(struct completion *c, enum value value)
{
	struct presale *library = library_open(LANG_OPEN);
	bool of_file = value == VALUE_EDITION || value == VALUE_VARIANT || value == VALUE_ROLE ||
		       value == VALUE_PERSON;
	size_t verbs = takes_verb(c);
	const char *path = of_file && c->typed.file_count > verbs
			       ? roots_first(&c->typed, c->typed.files[verbs])
			       : NULL;
	if (path)
		library_fared(library, presale_load(library, path));
	return library;
}

/* The words of a kind that go on with rest; before it stands prefix. */
static void
put_words(struct completion *c, enum value value, const char *choices, const char *prefix,
	  const char *rest)
{
	struct presale *library = open_library(c, value);
	struct value_words words = values_words(&c->typed, value, choices, library);
	const char *list = "";
	if (value_is_list(value)) {
		list = up_to(c, rest, ',');
		prefix = arena_printf(&c->typed.arena, "%s%s", prefix, list);
		rest += strlen(list);
	}
	for (size_t i = 0; i < words.count; i++)
		if (strncmp(words.words[i], rest, strlen(rest)) == 0 &&
		    !is_listed(list, words.words[i]))
			put(c, prefix, words.words[i], value == VALUE_LEVELS ? "=" : "",
			    words.abouts[i]);
	presale_close(library);
}

/* What a value may be: in word, after a start of so many bytes. */
static void
put_values(struct completion *c, enum value value, const char *choices, size_t start)
{
	const char *rest = c->word + start, *prefix = arena_copy(&c->typed.arena, c->word, start);
	const char *item = rest + strlen(value_is_list(value) ? up_to(c, rest, ',') : "");
	bool has_second = strchr(item, '=') && (value == VALUE_LEVELS || value == VALUE_FORMAT);
	if (has_second) {
		prefix = up_to(c, c->word, '=');
		rest = c->word + strlen(prefix);
	}
	if (value == VALUE_FILE || value == VALUE_FILES || value == VALUE_FOLDER ||
	    (has_second && value == VALUE_FORMAT)) {
		buf_printf(c->out, "%s\t%s\n", value == VALUE_FOLDER ? "folders" : "files", prefix);
		return;
	}
	buf_puts(c->out, "words\n");
	put_words(c, has_second ? VALUE_ONE_OF : value, choices, prefix, rest);
}

static bool
takes(const struct completion *c, enum option option)
{
	enum command command = c->typed.command;
	return command ? option_belongs(option, command) : option_infos[option].commands == ~0u;
}

/* The option whose value the last word goes on with, as --to=md or -tmd, and where the value
 * starts; OPTION_NONE for another word. */
static enum option
joined_option(struct completion *c, size_t *start)
{
	const char *word = c->word, *equals = strchr(word, '=');
	bool is_long = strncmp(word, "--", 2) == 0;
	*start = is_long && equals ? (size_t)(equals - word) + 1 : 2;
	if (is_long ? !equals : word[0] != '-' || !word[1] || !word[2])
		return OPTION_NONE;
	for (enum option option = OPTION_NONE + 1; option < OPTION_COUNT; option++) {
		const struct option_info *info = &option_infos[option];
		bool same = is_long ? strncmp(info->name, word + 2, *start - 3) == 0 &&
					  !info->name[*start - 3]
				    : info->letter == word[1];
		if (same && info->value[0] && takes(c, option))
			return option;
	}
	return OPTION_NONE;
}

static void
put_options(struct completion *c)
{
	struct arena *arena = &c->typed.arena;
	int lang = args_lang(&c->typed);
	buf_puts(c->out, "words\n");
	for (enum option option = OPTION_NONE + 1; option < OPTION_COUNT; option++) {
		const struct option_info *info = &option_infos[option];
		const char *names[] = {info->letter ? arena_printf(arena, "-%c", info->letter) : "",
				       arena_printf(arena, "--%s", info->name)};
		for (int i = 0; i < 2; i++)
			if (takes(c, option) && *names[i] &&
			    strncmp(names[i], c->word, strlen(c->word)) == 0)
				put(c, names[i], "", "", info->about[lang]);
	}
	if (!c->typed.command && strncmp("--version", c->word, strlen(c->word)) == 0)
		put(c, "--version", "", "", command_infos[COMMAND_VERSION].about[lang]);
}

static void
put_operands(struct completion *c)
{
	const struct command_info *info = &command_infos[c->typed.command];
	enum value value = VALUE_NOTHING;
	if (!c->typed.command)
		value = c->typed.failed ? VALUE_NOTHING : VALUE_COMMAND;
	else if (takes_verb(c) && c->typed.file_count)
		value = VALUE_FILE;
	else if (command_takes_more(&c->typed))
		value = info->takes;
	put_values(c, value, c->typed.command ? info->choices : NULL, 0);
}

void
complete_words(struct arguments *args, const char *const *words, size_t count, struct buf *out)
{
	struct completion c = {.word = count ? words[count - 1] : "", .out = out};
	char **typed = arena_array(&args->arena, count + 2, sizeof *typed);
	typed[0] = arena_string(&args->arena, "presale");
	for (size_t i = 0; i + 1 < count; i++)
		typed[i + 1] = arena_string(&args->arena, words[i]);
	args_read(&c.typed, count ? (int)count : 1, typed);
	if (!c.typed.lang_wanted)
		c.typed.lang = args_lang(args);
	size_t start = 0;
	enum option option = c.typed.open;
	if (!option && !c.typed.plain)
		option = joined_option(&c, &start);
	if (option)
		put_values(&c, option_infos[option].takes, option_infos[option].choices,
			   c.typed.open ? 0 : start);
	else if (!c.typed.plain && c.word[0] == '-')
		put_options(&c);
	else
		put_operands(&c);
	arena_free(&c.typed.arena);
}
