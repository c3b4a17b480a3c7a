/* SPDX-License-Identifier: MIT */
#include "text/parts.h"

#include "support/listed.h"

#include <stdint.h>
#include <string.h>

enum { SHORT_PART = 3 /* words */ };

/* Words that begin a clause and no item. */
static const char *const clauses[] = {"а ",     "но ",   "чтобы ", "если ", "то ",      "хотя ",
				      "что ",   "котор", "когда ", "где ",  "but ",     "if ",
				      "which ", "that ", "so ",    "then ", "because ", NULL};

/* How many parts a text has between separators, the longest one in words; 0 where one of them is a
 * clause of the text before it. */
static uint32_t
count_parts(const char *text, const char *separator, uint32_t *longest)
{
	uint32_t parts = 0;
	*longest = 0;
	for (const char *at = text; at && *at; parts++) {
		const char *end = strstr(at, separator);
		uint32_t words = 1;
		if (parts && listed_begins(clauses, at))
			return 0;
		for (const char *c = at; end ? c < end : *c; c++)
			words += *c == ' ';
		*longest = words > *longest ? words : *longest;
		at = end ? end + strlen(separator) : NULL;
	}
	return parts;
}

const char *
parts_separator(const char *text, size_t separators)
{
	static const char *const all[] = {"\n", "; ", ", "};
	for (size_t i = 0; i < separators; i++) {
		uint32_t longest, parts = count_parts(text, all[i], &longest);
		if (parts > 2 || (parts == 2 && longest <= SHORT_PART))
			return all[i];
	}
	return NULL;
}
