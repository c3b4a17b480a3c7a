/* SPDX-License-Identifier: MIT */
/* Shows one prose text, read from standard input, in a way: runs, plain, unlinked, markdown N, html
 * N. */
#include "text/prose/prose.h"

#include "support/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
show_runs(struct runs runs)
{
	for (size_t i = 0; i < runs.count; i++) {
		const struct run *run = &runs.items[i];
		printf("%s%s%s%s|%s|%s\036", run->bold ? "b" : "", run->italic ? "i" : "",
		       run->code ? "c" : "", run->struck ? "s" : "", run->href ? run->href : "",
		       run->text);
	}
}

int
main(int argc, char **argv)
{
	char bytes[4096];
	struct buf text = {0};
	struct arena arena = {0};
	for (size_t got; (got = fread(bytes, 1, sizeof bytes, stdin)) > 0;)
		buf_add(&text, bytes, got);
	const char *way = argc > 1 ? argv[1] : "plain";
	int heading = argc > 2 ? atoi(argv[2]) : 1;
	if (strcmp(way, "runs") == 0)
		show_runs(prose_runs(&arena, buf_text(&text)));
	else if (strcmp(way, "markdown") == 0)
		fputs(prose_markdown(&arena, buf_text(&text), heading, NULL), stdout);
	else if (strcmp(way, "html") == 0)
		fputs(prose_html(&arena, buf_text(&text), heading, NULL), stdout);
	else
		fputs(strcmp(way, "plain") == 0 ? prose_plain(&arena, buf_text(&text))
						: prose_unlinked(&arena, buf_text(&text)),
		      stdout);
	buf_free(&text);
	arena_free(&arena);
	return 0;
}
