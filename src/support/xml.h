/* SPDX-License-Identifier: MIT */
/* Writes XML into a buffer: .mm, OPML, SVG, BPMN. An element holds elements, each on a line of its
 * own, or text with inline elements; the caller keeps the calls balanced. What XML cannot carry
 * (control characters, U+FFFE, U+FFFF) becomes U+FFFD. */
#ifndef PRESALE_SUPPORT_XML_H
#define PRESALE_SUPPORT_XML_H

#include "support/drain.h"

#include <stdbool.h>

/* Begin with {.out = &buf}, and a drain for what may go out as it grows. */
struct xml {
	struct buf *out;
	struct drain *drain; /* or NULL */
	bool open;           /* a start tag waits for its > */
	bool inside;         /* the element under way holds elements, not text */
};

/* Escapes valid UTF-8 for an attribute in double quotes or for text: the one place that knows how.
 * Line breaks and tabs are kept as character references, which no reader normalises away. */
void
xml_escape(struct buf *out, const char *text);

/* Begins an element on a line of its own; its attributes follow. */
void
xml_open(struct xml *xml, const char *name);

/* The same without a line break before it: for what stands within text. */
void
xml_inline(struct xml *xml, const char *name);

/* An attribute of the element that was just begun; its value is escaped here. */
void
xml_attribute(struct xml *xml, const char *name, const char *value);
/* The value is printf's and is escaped too. */
void
xml_attributef(struct xml *xml, const char *name, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Text within the element under way. */
void
xml_text(struct xml *xml, const char *text);

/* Well-formed markup within the element under way, taken as it is but for characters XML cannot
 * carry. */
void
xml_markup(struct xml *xml, const char *markup);

/* Ends the element of that name, which is the one under way. */
void
xml_close(struct xml *xml, const char *name);

#endif
