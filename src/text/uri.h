/* SPDX-License-Identifier: MIT */
/* Addresses of links: what people write made a URI reference as RFC 3986 has it, so that each
 * output leads to the very place. A %XX that is there stays, so nothing is encoded twice. */
#ifndef PRESALE_TEXT_URI_H
#define PRESALE_TEXT_URI_H

#include "support/arena.h"
#include "support/buf.h"

#include <stdbool.h>

/* Who reads the address. RFC 3986 allows ASCII alone; its readers are programs: HTML (WHATWG's URL
 * standard would take letters, too), SVG, Freeplane (java.net.URI), OPML, XMind, SARIF. With
 * letters it is an IRI of RFC 3987, for what people read as text: Markdown (all of CommonMark's
 * readers encode letters by themselves) and workbooks. Blanks and invisible characters are encoded
 * in both. */
enum uri_form { URI_ASCII, URI_LETTERS };

/* An address as a URI reference. It keeps what RFC 3986 reserves (what parts an address:
 * :/?#@!$&'()*+,;= and the brackets of a host), %XX and the letters of a host, which only browsers
 * can translate; a % that begins no %XX, a second #, and a colon in the first part of a path, which
 * would make it a scheme, are encoded. In arena. */
const char *
uri_of(struct arena *arena, const char *address, enum uri_form form);

/* Adds the path of a file, taken as it is: but for letters, digits, -._~ and /, all of ASCII is
 * encoded. */
void
uri_add_path(struct buf *out, const char *path, enum uri_form form);

/* Adds a byte as %XX: the one place that writes one. */
void
uri_add_byte(struct buf *out, char byte);

/* Where an address leads. */
enum uri_kind {
	URI_RELATIVE, /* to a file from where it stands, from the root, or to an anchor */
	URI_LINK,     /* by a scheme that is known to be harmless: a click opens a page, a letter, a
			 call, a chat, a place */
	URI_LOCAL,    /* to what one computer or network has: file:, C:\, \\server, //server */
	URI_FOREIGN,  /* by any other scheme: what runs code (javascript:) or nobody knows what */
};

/* By the beginning alone: nothing is looked up. An address that browsers would mend is judged as
 * they read it. */
enum uri_kind
uri_kind(const char *address);

/* True when the address may stand in an output as a link: relative or of a harmless scheme, not
 * empty, and without control characters, which browsers skip when they look for the scheme. */
bool
uri_is_link(const char *address);

/* The harmless schemes, ended by NULL. */
const char *const *
uri_schemes(void);

/* True for an address that begins with a scheme (https:, mailto:): a letter, then letters, digits,
 * + . -, as RFC 3986 has it. */
bool
uri_has_scheme(const char *address);

/* True for an address that depends on where it stands: no scheme, no host, not from the root, not
 * only an anchor. */
bool
uri_is_relative(const char *address);

/* The path of an address of a file: without what follows it (#, ?), and with %20 as a space. In
 * arena. */
const char *
uri_path(struct arena *arena, const char *address);

/* The same place from elsewhere: a relative address begins at start ("", or ends with a slash),
 * others stay. May be in arena. */
const char *
uri_from(struct arena *arena, const char *start, const char *address);

#endif
