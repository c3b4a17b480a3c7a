/* SPDX-License-Identifier: MIT */
/* Whether a text is, begins or ends with one of a few others: a list that NULL ends. Letters count
 * as they stand. */
#ifndef PRESALE_SUPPORT_LISTED_H
#define PRESALE_SUPPORT_LISTED_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* True when the text is one of the list. */
static inline bool
listed_is(const char *const *list, const char *text)
{
	while (*list && strcmp(text, *list) != 0)
		list++;
	return *list;
}

/* The bytes of the first of the list that the text begins with; 0 when there is none. */
static inline size_t
listed_begins(const char *const *list, const char *text)
{
	while (*list && strncmp(text, *list, strlen(*list)) != 0)
		list++;
	return *list ? strlen(*list) : 0;
}

/* The same of what it ends with. */
static inline size_t
listed_ends(const char *const *list, const char *text)
{
	size_t length = strlen(text), end = 0;
	for (; *list; list++)
		if ((end = strlen(*list)) <= length && strcmp(text + length - end, *list) == 0)
			return end;
	return 0;
}

#endif
