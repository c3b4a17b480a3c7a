/* SPDX-License-Identifier: MIT */
/* The judgement is expat's. */
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
	const struct wellformed_reader *reader;    /* or NULL */
	struct level levels[WELLFORMED_DEPTH + 1]; /* by depth; 0 is above the root */
	unsigned depth;
	enum wellformed_fault fault;
};

static void
refuse(struct wellformed *check, enum wellformed_fault fault)
{
	check->fault = fault;
	XML_StopParser(check->parser, XML_FALSE);
}

/* Where no handler of ours has said what is wrong, it is expat that stopped. */
static void
blame(struct wellformed *check)
{
	if (!check->fault)
		check->fault = WELLFORMED_BROKEN;
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
	if (check->depth == WELLFORMED_DEPTH) {
		refuse(check, WELLFORMED_DEEP);
		return;
	}
	check->levels[check->depth].children++;
	check->levels[++check->depth] =
	    (struct level){.told = check->reader ? NOT_TOLD : told_children(attributes)};
	if (check->reader && check->reader->element)
		check->reader->element(check->reader->data, name, attributes);
}

static void XMLCALL
close_element(void *context, const XML_Char *name)
{
	struct wellformed *check = context;
	const struct level *level = &check->levels[check->depth--];
	if (level->told != NOT_TOLD && level->told != level->children)
		refuse(check, WELLFORMED_BROKEN);
	if (check->reader && check->reader->end)
		check->reader->end(check->reader->data, name);
}

static void XMLCALL
open_doctype(void *context, const XML_Char *name, const XML_Char *system, const XML_Char *public,
	     int internal)
{
	(void)name;
	(void)system;
	(void)public;
	(void)internal;
	refuse(context, WELLFORMED_DOCTYPE);
}

static void XMLCALL
take_text(void *context, const XML_Char *text, int length)
{
	const struct wellformed *check = context;
	check->reader->text(check->reader->data, text, (size_t)length);
}

static void XMLCALL
take_instruction(void *context, const XML_Char *target, const XML_Char *rest)
{
	const struct wellformed *check = context;
	(void)rest;
	check->reader->instruction(check->reader->data, target);
}

static void XMLCALL
take_entity(void *context, const XML_Char *name, int parameter, const XML_Char *value, int length,
	    const XML_Char *base, const XML_Char *system, const XML_Char *public,
	    const XML_Char *notation)
{
	const struct wellformed *check = context;
	(void)name;
	(void)parameter;
	(void)base;
	(void)system;
	(void)public;
	(void)notation;
	check->reader->entity(check->reader->data, value, (size_t)length);
}

/* Document types bring entities: what we write has none, others' are told to who asks for them. */
static void
set_handlers(const struct wellformed *check)
{
	const struct wellformed_reader *reader = check->reader;
	XML_SetElementHandler(check->parser, open_element, close_element);
	if (!reader || !reader->entity)
		XML_SetStartDoctypeDeclHandler(check->parser, open_doctype);
	if (reader && reader->text)
		XML_SetCharacterDataHandler(check->parser, take_text);
	if (reader && reader->instruction)
		XML_SetProcessingInstructionHandler(check->parser, take_instruction);
	if (reader && reader->entity)
		XML_SetEntityDeclHandler(check->parser, take_entity);
}

struct wellformed *
wellformed_new(const struct wellformed_reader *reader)
{
	static const XML_Memory_Handling_Suite own = {memory_alloc, memory_resize, memory_free};
	struct wellformed *check = memory_alloc(sizeof *check);
	*check = (struct wellformed){.parser = XML_ParserCreate_MM("UTF-8", &own, NULL),
				     .reader = reader};
	if (!check->parser) /* it cannot be for memory */
		memory_exhausted();
	XML_SetUserData(check->parser, check);
	set_handlers(check);
	return check;
}

bool
wellformed_take(struct wellformed *check, const char *bytes, size_t length)
{
	for (size_t part; length && !check->fault; bytes += part, length -= part) {
		part = length < INT_MAX ? length : INT_MAX;
		if (XML_Parse(check->parser, bytes, (int)part, XML_FALSE) != XML_STATUS_OK)
			blame(check);
	}
	return !check->fault;
}

enum wellformed_fault
wellformed_fault(const struct wellformed *check)
{
	return check->fault;
}

bool
wellformed_end(struct wellformed *check)
{
	bool ok = !check->fault && XML_Parse(check->parser, "", 0, XML_TRUE) == XML_STATUS_OK;
	XML_ParserFree(check->parser);
	memory_free(check);
	return ok;
}

enum wellformed_fault
wellformed_read(const struct wellformed_reader *reader, const char *bytes, size_t length)
{
	struct wellformed *check = wellformed_new(reader);
	wellformed_take(check, bytes, length);
	enum wellformed_fault fault = check->fault;
	bool whole = wellformed_end(check);
	return fault || whole ? fault : WELLFORMED_BROKEN;
}

const char *
wellformed_local(const char *name)
{
	const char *colon = strchr(name, ':');
	return colon ? colon + 1 : name;
}
