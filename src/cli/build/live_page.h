/* SPDX-License-Identifier: MIT */
/* Pages of the output html as --serve sends them. */
#ifndef PRESALE_CLI_BUILD_LIVE_PAGE_H
#define PRESALE_CLI_BUILD_LIVE_PAGE_H

#include "support/buf.h"

/* Adds a page with one more script, whose tag is given, and lets it ask the page's own server for
 * news; sum is the script's SHA-256 in base64. A page whose policy does not end with base-uri, as
 * those of the library do, is added as it is. */
void
live_page(struct buf *out, const char *page, const char *tag, const char *sum);

#endif
