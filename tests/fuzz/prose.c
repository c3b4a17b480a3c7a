/* SPDX-License-Identifier: MIT */
/* Text as CommonMark, in every form the outputs ask for. What it becomes as Markdown must say the
 * same again. */
#include "support/utf8.h"
#include "target.h"
#include "text/prose/prose.h"

#include <string.h>

static bool
link_every_word(void *data, const char *at, struct prose_link *link)
{
	(void)data;
	at += strspn(at, " \n");
	size_t length = strcspn(at, " \n");
	*link = (struct prose_link){at, at + length, "#term"};
	return length != 0;
}

static const char *
no_address(void *data, const char *href)
{
	(void)data;
	return *href == '#' ? NULL : href;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = {0};
	const char *text = arena_copy(&arena, (const char *)data, size);
	if (strlen(text) != size || utf8_valid(text, size) != size) {
		arena_free(&arena);
		return 0;
	}
	const struct prose_linker linker = {.next = link_every_word, .address = no_address};
	const char *html = prose_html(&arena, text, 3, &linker);
	fuzz_must(!strstr(html, "<script") && !strstr(html, "=\"javascript:"),
		  "prose became active");
	prose_markdown(&arena, text, 3, &linker);
	prose_runs(&arena, text);
	prose_unlinked(&arena, text);
	prose_plain(&arena, prose_markdown(&arena, text, 1, NULL));
	arena_free(&arena);
	return 0;
}
