/* SPDX-License-Identifier: MIT */
/* The judgement is expat's. Document types are refused: they bring entities, and nothing we write
 * has one. */
#include "files/wellformed.h"

#include "support/memory.h"

#include <expat.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { NOT_TOLD = -1 };

/* An open element: how many children it says it has, and how many came. */
struct level {
	long told, children;
};

struct wellformed {
	XML_Parser parser;
	struct level levels[WELLFORMED_DEPTH + 1]; /* by depth; 0 is above the root */
	unsigned depth;
	bool wrong;
};

static void
refuse(struct wellformed *check)
{
	check->wrong = true;
	XML_StopParser(check->parser, XML_FALSE);
}

/* Office documents count their lists: a hole whose two ends happen to fit shows there. Strings are
 * counted with and without repeats. */
static long
told_children(const XML_Char **attributes)
{
	long told = NOT_TOLD;
	for (size_t i = 0; attributes[i]; i += 2) {
		if (strcmp(attributes[i], "uniqueCount") == 0)
			return strtol(attributes[i + 1], NULL, 10);
		if (strcmp(attributes[i], "count") == 0)
			told = strtol(attributes[i + 1], NULL, 10);
	}
	return told;
}

static void XMLCALL
open_element(void *context, const XML_Char *name, const XML_Char **attributes)
{
	struct wellformed *check = context;
	(void)name;
	if (check->depth == WELLFORMED_DEPTH) {
		refuse(check);
		return;
	}
	check->levels[check->depth].children++;
	check->levels[++check->depth] = (struct level){.told = told_children(attributes)};
}

static void XMLCALL
close_element(void *context, const XML_Char *name)
{
	struct wellformed *check = context;
	const struct level *level = &check->levels[check->depth--];
	(void)name;
	if (level->told != NOT_TOLD && level->told != level->children)
		refuse(check);
}

static void XMLCALL
open_doctype(void *context, const XML_Char *name, const XML_Char *system, const XML_Char *public,
	     int internal)
{
	(void)name;
	(void)system;
	(void)public;
	(void)internal;
	refuse(context);
}

struct wellformed *
wellformed_new(void)
{
	static const XML_Memory_Handling_Suite own = {memory_alloc, memory_resize, memory_free};
	struct wellformed *check = memory_alloc(sizeof *check);
	*check = (struct wellformed){.parser = XML_ParserCreate_MM("UTF-8", &own, NULL)};
	if (!check->parser) /* it cannot be for memory */
		memory_exhausted();
	XML_SetUserData(check->parser, check);
	XML_SetElementHandler(check->parser, open_element, close_element);
	XML_SetStartDoctypeDeclHandler(check->parser, open_doctype);
	return check;
}

bool
wellformed_take(struct wellformed *check, const char *bytes, size_t length)
{
	for (size_t part; length && !check->wrong; bytes += part, length -= part) {
		part = length < INT_MAX ? length : INT_MAX;
		if (XML_Parse(check->parser, bytes, (int)part, XML_FALSE) != XML_STATUS_OK)
			check->wrong = true;
	}
	return !check->wrong;
}

bool
wellformed_end(struct wellformed *check)
{
	bool ok = !check->wrong && XML_Parse(check->parser, "", 0, XML_TRUE) == XML_STATUS_OK;
	XML_ParserFree(check->parser);
	memory_free(check);
	return ok;
}
