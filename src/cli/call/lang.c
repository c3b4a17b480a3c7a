/* SPDX-License-Identifier: MIT */
/* The language of a call. Everything of a call is said in one: --lang, else PRESALE_LANG, else the
 * locale's where it names a language, else the language of the document that is spoken of, which is
 * the first for what concerns all. */
#include "cli/call/call.h"
#include "cli/call/library.h"
#include "cli/call/roots.h"

#include <stdlib.h>
#include <string.h>

/* Of a locale: ru_RU.UTF-8, fr, russian: 1, 0, 1; LANG_OPEN when no language is named. */
static int
language_of(const char *name)
{
	if (!name || !*name || strcmp(name, "C") == 0 || strncmp(name, "C.", 2) == 0 ||
	    strcmp(name, "POSIX") == 0)
		return LANG_OPEN;
	return strncmp(name, "ru", 2) == 0;
}

/* As POSIX has it: the first of them that is set and not empty is the locale, whatever the others
 * say. */
static const char *
locale_name(void)
{
	static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	const char *name = NULL;
	for (size_t i = 0; i < sizeof variables / sizeof *variables && !(name && *name); i++)
		name = getenv(variables[i]);
	return name;
}

/* Of --lang; what else is given is refused later, in the language there would be without it. */
static int
language_given(const char *value)
{
	return strcmp(value, "ru") == 0 || strcmp(value, "en") == 0 ? language_of(value)
								    : LANG_OPEN;
}

void
args_find_lang(struct arguments *args, int argc, char **argv)
{
	int lang = LANG_OPEN;
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		int given = LANG_OPEN;
		if (strncmp(argv[i], "--lang=", 7) == 0)
			given = language_given(argv[i] + 7);
		else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
			given = language_given(argv[i + 1]);
		lang = given == LANG_OPEN ? lang : given;
	}
	if (lang == LANG_OPEN)
		lang = language_of(getenv("PRESALE_LANG"));
	if (lang == LANG_OPEN)
		lang = language_of(locale_name());
	args->lang_wanted = lang != LANG_OPEN;
	args->lang = lang;
}

/* The language of the process that an operand leads to, or LANG_OPEN. */
static int
document_lang(struct arguments *args, const char *operand)
{
	const char *path = roots_first(args, operand);
	if (!path)
		return LANG_OPEN;
	struct presale *library = library_open(LANG_OPEN);
	enum presale_status status = library_fared(library, presale_load(library, path));
	int lang = status == PRESALE_USAGE ? LANG_OPEN : (int)presale_language(library);
	presale_close(library);
	return lang;
}

int
args_lang(struct arguments *args)
{
	bool has_documents = !args->command || command_infos[args->command].needs;
	for (size_t i = 0; has_documents && args->lang == LANG_OPEN && i < args->file_count; i++)
		args->lang = document_lang(args, args->files[i]);
	args->lang = args->lang == LANG_OPEN ? 0 : args->lang;
	return args->lang;
}

int
args_lang_of(const struct arguments *args, int document)
{
	return args->lang_wanted ? args->lang : document;
}
