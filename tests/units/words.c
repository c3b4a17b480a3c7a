/* SPDX-License-Identifier: MIT */
/* Finds phrases in a text: words TEXT PHRASE…; prints each hit as it stands in the text, a line
 * each. tests/suites/words runs it. */
#include "text/words.h"

#include <stdio.h>

int
main(int argc, char **argv)
{
	struct arena arena = {0};
	struct words *words = words_new(&arena);
	if (argc < 2)
		return 2;
	for (int i = 2; i < argc; i++)
		phrase_add(words, 0, argv[i], argv[i]);
	struct token token;
	for (const char *text = argv[1], *at = text, *end; words_next(words, &at, &token);) {
		const char *phrase = phrase_at(words, 0, text, &token, &end);
		if (!phrase)
			continue;
		printf("%s|%.*s\n", phrase, (int)(end - token.start), token.start);
		at = end;
	}
	arena_free(&arena);
	return 0;
}
