/* SPDX-License-Identifier: MIT */
/* Addresses as people type them into running text: of sites, mailboxes, telephones, messengers,
 * shared folders, files. */
#ifndef PRESALE_TEXT_ADDRESS_H
#define PRESALE_TEXT_ADDRESS_H

#include "support/arena.h"

#include <stdbool.h>

#define ADDRESS_HIDDEN "\xE2\x80\xA6" /* what stands for an address that is not shown: … */

struct address {
	const char *start, *end;
	const char *name; /* of a path to a file: where the file's own name begins; NULL for any
			     other address */
};

/* The next address in a text as readers see it (markup read already) at or after `at`; false when
 * there is none. An address reaches to the end of its word, without the punctuation behind it. A
 * bare host needs a domain that people know, a path a file's ending; the name of a file alone is no
 * address. */
bool
address_next(const char *at, struct address *found);

/* The text without addresses: an ellipsis for each, for a path its file's own name. In arena; the
 * text itself when it has none. */
const char *
address_hidden(struct arena *arena, const char *text);

/* True when all of the text is a host with a domain that people know, and perhaps a path
 * (www.example.org, t.me/x). */
bool
address_is_site(const char *text);

/* True when all of the text was meant for an address: a link, a path («docs/152-fz»), the name of a
 * file («Закон.pdf»). «ГОСТ Р 7.0.97-2016» and «Приказ № 5/2» are none. */
bool
address_is_meant(const char *text);

/* True when all of the text is a mailbox (name@example.org). */
bool
address_is_mailbox(const char *text);

#endif
