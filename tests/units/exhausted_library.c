/* SPDX-License-Identifier: MIT */
/* The same for the library: exhausted_library SOURCE STEP. With another allocation failing each
 * time, a context is opened, loads, judges and builds; the call that misses memory says so, the
 * context can be used again at once, and nothing is lost. */
#include "presale.h"
#include "failing.h"

#include <stdio.h>
#include <string.h>

static const char *source;

static int
says_memory(const struct presale *context)
{
	return strcmp(presale_error(context), "memory ran out") == 0;
}

/* The status of the first call that fails for memory, else that of the build; the bytes built. */
static enum presale_status
use(struct presale *context, size_t *bytes)
{
	const struct presale_file *files;
	size_t count = 0;
	*bytes = 0;
	if (presale_set(context, "today", "2026-11-24") || presale_load(context, source) ||
	    presale_check(context) == PRESALE_USAGE)
		return PRESALE_USAGE;
	if (!presale_findings(context, &count) && says_memory(context))
		return PRESALE_USAGE;
	enum presale_status status = presale_build(context, "md,json", &files, &count);
	for (size_t i = 0; i < count; i++)
		*bytes += files[i].length;
	return status;
}

static void
try_without(unsigned long at, size_t wanted)
{
	size_t bytes;
	failing_begin(at);
	struct presale *context = presale_open();
	if (context) {
		if (use(context, &bytes) != PRESALE_USAGE || !says_memory(context))
			printf("allocation %lu: “%s”\n", at, presale_error(context));
		failing_begin(0);
		if (use(context, &bytes) != PRESALE_CLEAN || bytes != wanted)
			printf("allocation %lu: another outcome afterwards\n", at);
	}
	presale_close(context);
}

int
main(int argc, char **argv)
{
	size_t wanted = 0;
	if (argc < 3)
		return 2;
	source = argv[1];
	failing_begin(0);
	struct presale *context = presale_open();
	if (!context || use(context, &wanted) != PRESALE_CLEAN || !wanted)
		printf("nothing is built without any fault\n");
	unsigned long all = failing_made(), step = (unsigned long)atoi(argv[2]);
	presale_close(context);
	for (unsigned long at = 1; at <= all; at += step)
		try_without(at, wanted);
	fprintf(stderr, "%lu of %lu\n", (all + step - 1) / step, all);
	return 0;
}
