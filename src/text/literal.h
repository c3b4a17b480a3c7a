/* SPDX-License-Identifier: MIT */
/* What stands within running text and is no words of it: addresses, e-mail, names of files,
 * code. */
#ifndef PRESALE_TEXT_LITERAL_H
#define PRESALE_TEXT_LITERAL_H

/* The end of such a thing that begins at `at`, where no word is under way; `at` itself when none
 * does. Known are `code`, the destination of a Markdown link from ]( on, scheme://…, mailto:…,
 * tel:…, www.…, name@domain, domain.org/path, and names of files whose ending is one of the usual.
 * Looks at no more than some thousand bytes. */
const char *
literal_end(const char *at);

#endif
