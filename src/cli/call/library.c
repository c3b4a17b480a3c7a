/* SPDX-License-Identifier: MIT */
#include "cli/call/library.h"

#include <string.h>

struct presale *
library_open(int lang)
{
	struct presale *library = presale_open();
	if (!library)
		memory_exhausted();
	if (lang != LANG_OPEN)
		presale_set(library, "lang", lang ? "ru" : "en");
	return library;
}

bool
library_lists(struct presale *library, enum presale_list list, const char *word)
{
	size_t count;
	const struct presale_word *words = presale_list(library, list, &count);
	while (count && strcmp(words[count - 1].word, word) != 0)
		count--;
	return count;
}

const struct presale_key *
library_keys(struct presale *library, size_t *count)
{
	const struct presale_key *keys = presale_keys(library, count);
	if (!keys)
		memory_exhausted();
	return keys;
}

enum presale_status
library_fared(const struct presale *library, enum presale_status status)
{
	if (status == PRESALE_USAGE && presale_fault(library)->reason == PRESALE_REASON_MEMORY)
		memory_exhausted();
	return status;
}
