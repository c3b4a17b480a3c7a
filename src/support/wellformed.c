/* SPDX-License-Identifier: MIT */
/* The judgement is expat's. Document types are refused: they bring entities, and nothing we write has one. */
#include "support/wellformed.h"

#include "support/memory.h"

#include <expat.h>
#include <limits.h>
#include <stdlib.h>

struct wellformed {
	XML_Parser parser;
	unsigned depth;
	bool wrong;
};

static void
refuse(struct wellformed *check)
{
	check->wrong = true;
	XML_StopParser(check->parser, XML_FALSE);
}

static void XMLCALL
open_element(void *context, const XML_Char *name, const XML_Char **attributes)
{
	struct wellformed *check = context;
	(void)name;
	(void)attributes;
	if (++check->depth > WELLFORMED_DEPTH)
		refuse(check);
}

static void XMLCALL
close_element(void *context, const XML_Char *name)
{
	struct wellformed *check = context;
	(void)name;
	check->depth--;
}

static void XMLCALL
open_doctype(void *context, const XML_Char *name, const XML_Char *system, const XML_Char *public, int internal)
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
	struct wellformed *check = memory_alloc(sizeof *check);
	*check = (struct wellformed){.parser = XML_ParserCreate("UTF-8")};
	if (!check->parser)
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
	bool whole = !check->wrong && XML_Parse(check->parser, "", 0, XML_TRUE) == XML_STATUS_OK;
	XML_ParserFree(check->parser);
	free(check);
	return whole;
}
