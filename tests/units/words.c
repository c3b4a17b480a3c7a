/* SPDX-License-Identifier: MIT */
/* Finds phrases in a text: words TEXT PHRASE…; prints each hit as it stands in the text, a line
 * each. words - reads lines of a text, a tab and a phrase; prints the first hit of each, an empty
 * line for none. tests/suites/words and wordforms run it. */
#include "text/words/words.h"

#include <stdio.h>
#include <string.h>

static void
find_first(const char *text, const char *phrase)
{
	struct arena arena = {0};
	struct words *words = words_new(&arena);
	struct token token;
	const char *end = "";
	words_add_phrase(words, 0, phrase, phrase);
	int length = 0;
	for (const char *at = text; !length && words_next(words, &at, &token);)
		if (words_phrase_at(words, 0, text, &token, &end))
			length = (int)(end - token.start);
	printf("%.*s\n", length, length ? token.start : "");
	arena_free(&arena);
}

static int
find_each(void)
{
	char line[4096];
	while (fgets(line, sizeof line, stdin)) {
		line[strcspn(line, "\n")] = '\0';
		char *tab = strchr(line, '\t');
		if (!tab)
			return 2;
		*tab = '\0';
		find_first(line, tab + 1);
	}
	return 0;
}

int
main(int argc, char **argv)
{
	struct arena arena = {0};
	struct words *words = words_new(&arena);
	if (argc < 2)
		return 2;
	if (argc == 2 && strcmp(argv[1], "-") == 0)
		return find_each();
	for (int i = 2; i < argc; i++)
		words_add_phrase(words, 0, argv[i], argv[i]);
	struct token token;
	for (const char *text = argv[1], *at = text, *end; words_next(words, &at, &token);) {
		const char *phrase = words_phrase_at(words, 0, text, &token, &end);
		if (!phrase)
			continue;
		printf("%s|%.*s\n", phrase, (int)(end - token.start), token.start);
		at = end;
	}
	arena_free(&arena);
	return 0;
}
