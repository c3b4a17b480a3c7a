/* SPDX-License-Identifier: MIT */
/* An SVG is judged by what it says, not by what a browser would do with it: pages show it as an
 * image, where no script runs and nothing is fetched, but the file lies beside the process and is
 * opened by itself, too. Entities are known from drawing programs, which keep the names of
 * namespaces in them; long ones, and those made of others, are how a small file becomes a huge
 * one. */
#include "files/svg_seen.h"

#include "files/wellformed.h"
#include "support/utf8.h"

#include <string.h>

enum { ENTITY_LIMIT = 200 };

struct svg {
	enum picture_fault fault;
	bool begun, styles; /* styles: within the element of that name */
	struct buf style;
};

/* Only the first fault is told. */
static void
blame(struct svg *svg, enum picture_fault fault)
{
	svg->fault = svg->fault ? svg->fault : fault;
}

/* True for a text that begins with a start in small letters, in letters of any case. */
static bool
begins(const char *text, const char *start)
{
	for (; *start; text++, start++)
		if (*text != *start && !(ascii_is_letter(*text) && (*text | 0x20) == *start))
			return false;
	return true;
}

static void
judge_address(struct svg *svg, const char *address)
{
	address += strspn(address, " \t\r\n'\"");
	if (begins(address, "javascript:"))
		blame(svg, PICTURE_RUNS);
	else if (*address && *address != '#' && !begins(address, "data:image/"))
		blame(svg, PICTURE_FETCHES);
}

/* What a style, or an attribute that is one, refers to. */
static void
judge_style(struct svg *svg, const char *style)
{
	for (const char *at = style; *at; at++) {
		if (begins(at, "@import"))
			blame(svg, PICTURE_FETCHES);
		else if (begins(at, "url("))
			judge_address(svg, at + strlen("url("));
	}
}

static void
judge_root(struct svg *svg, const char *name, const char *const *attributes)
{
	bool is_svg = false;
	for (size_t i = 0; attributes[i]; i += 2)
		is_svg = is_svg || strcmp(attributes[i + 1], "http://www.w3.org/2000/svg") == 0;
	svg->begun = true;
	if (strcmp(wellformed_local(name), "svg") != 0 || !is_svg)
		blame(svg, PICTURE_FOREIGN);
}

static void
see_element(void *data, const char *name, const char *const *attributes)
{
	struct svg *svg = data;
	if (!svg->begun)
		judge_root(svg, name, attributes);
	svg->styles = strcmp(wellformed_local(name), "style") == 0;
	if (strcmp(wellformed_local(name), "script") == 0)
		blame(svg, PICTURE_RUNS);
	for (size_t i = 0; attributes[i]; i += 2) {
		const char *key = attributes[i], *value = attributes[i + 1];
		if (begins(key, "on"))
			blame(svg, PICTURE_RUNS);
		else if (strcmp(wellformed_local(key), "href") == 0 || strcmp(key, "src") == 0)
			judge_address(svg, value);
		else
			judge_style(svg, value);
	}
}

static void
see_text(void *data, const char *bytes, size_t length)
{
	struct svg *svg = data;
	if (svg->styles)
		buf_add(&svg->style, bytes, length);
}

static void
see_instruction(void *data, const char *target)
{
	if (strcmp(target, "xml-stylesheet") == 0)
		blame(data, PICTURE_FETCHES);
}

static void
see_entity(void *data, const char *value, size_t length)
{
	if (!value)
		blame(data, PICTURE_FETCHES);
	else if (length > ENTITY_LIMIT || memchr(value, '&', length))
		blame(data, PICTURE_BROKEN);
}

enum picture_fault
svg_fault(const struct buf *bytes)
{
	struct svg svg = {0};
	const struct wellformed_reader reader = {.element = see_element,
						 .text = see_text,
						 .instruction = see_instruction,
						 .entity = see_entity,
						 .data = &svg};
	bool ok = wellformed_read(&reader, bytes->data, bytes->length) == WELLFORMED_OK;
	judge_style(&svg, buf_text(&svg.style));
	buf_free(&svg.style);
	return svg.fault ? svg.fault : !ok ? PICTURE_BROKEN : PICTURE_OK;
}
