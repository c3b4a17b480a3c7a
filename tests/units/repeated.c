/* SPDX-License-Identifier: MIT */
/* What a context holds while it does the same again: repeated FILE… says of which files it is
 * more each time, though nothing is left when the context is closed. */
#define _GNU_SOURCE
#include "presale.h"

#include <malloc.h>
#include <stdio.h>

enum {
	FIRST = 3,
	ALL = 11,   /* rounds: buffers that are kept grow in the first ones */
	LEAST = 32, /* bytes of a piece of glibc's heap: less is how pieces were cut */
};

/* Options come and go between what they are for, so that they change nothing. */
static void
choose(struct presale *context)
{
	static const char LONG[] = "a name that is longer than any piece of the heap that is "
				   "left over where another piece was cut out of it";
	static const char *const words[][2] = {
	    {"edition", LONG},
	    {"variant", LONG},
	    {"out", LONG},
	    {"role", LONG},
	    {"workplace", LONG},
	    {"pages", "a4"},
	    {"sheets", "stages,steps,stages,steps,stages,steps"}};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		presale_set(context, words[i][0], words[i][1]);
		presale_set(context, words[i][0], NULL);
	}
	presale_set(context, "rule", "text/long-sentence=note");
	presale_set(context, "rule", "flow=error");
}

static void
judge(struct presale *context, const char *path)
{
	const char *text;
	size_t length;
	presale_load(context, path);
	presale_report(context, "text", &text, &length);
	presale_check(context);
	presale_report(context, "json", &text, &length);
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct presale *context = presale_open();
		size_t before = 0;
		presale_set(context, "today", "2026-11-25");
		for (int round = 0; round < ALL; round++) {
			choose(context);
			before = round == FIRST ? mallinfo2().uordblks : before;
			judge(context, argv[i]);
		}
		size_t after = mallinfo2().uordblks;
		if (after >= before + (ALL - FIRST) * LEAST)
			printf("%s: %zu\n", argv[i], after - before);
		presale_close(context);
	}
	return 0;
}
