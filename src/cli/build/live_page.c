/* SPDX-License-Identifier: MIT */
#include "cli/build/live_page.h"

#include <string.h>

void
live_page(struct buf *out, const char *page, const char *tag, const char *sum)
{
	static const char mark[] = "; base-uri ", end_mark[] = "</body>\n</html>\n";
	const char *policy = strstr(page, mark), *end = policy ? strstr(policy, end_mark) : NULL;
	if (!end) {
		buf_puts(out, page);
		return;
	}
	buf_add(out, page, (size_t)(policy - page));
	buf_printf(out, " 'sha256-%s'; connect-src 'self'", sum);
	buf_add(out, policy, (size_t)(end - policy));
	buf_puts(out, tag);
	buf_puts(out, end);
}
