/* SPDX-License-Identifier: MIT */
#include "import/aside.h"

#include "model/show.h"
#include "support/listed.h"
#include "support/utf8.h"

#include <string.h>

enum { LONG_NAME = 100, LONG_TEXT = 300 }; /* bytes */

bool
aside_is_remark(const struct foreign_row *row, uint32_t row_before)
{
	static const char *const words[] = {"*",       "примечан", "note",     "итого",
					    "всего",   "total",    "условные", "legend",
					    "легенда", "r –",      "r -",      NULL};
	struct arena arena = {0};
	size_t length = strlen(row->cells->text);
	bool gap = row->number > row_before && row->number - row_before > 1;
	bool is = row->count == 1 &&
		  (length > LONG_TEXT || (gap && length > LONG_NAME) ||
		   listed_begins(words, utf8_fold(&arena, row->cells->text, FOLD_CASE)));
	arena_free(&arena);
	return is;
}

/* True for a text that begins with a word of the program's, in either language. */
static bool
begins(const char *text, enum word word)
{
	for (int lang = 0; lang < 2; lang++) {
		const struct voice voice = {.lang = lang};
		const char *said = show_word(&voice, word);
		if (strncmp(text, said, strlen(said)) == 0)
			return true;
	}
	return false;
}

bool
aside_is_sample(const char *text)
{
	return begins(text, WORD_FORM_SAMPLE);
}

bool
aside_is_help(const char *sheet)
{
	return begins(sheet, WORD_FORM_HELP);
}
