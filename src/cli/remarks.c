/* SPDX-License-Identifier: MIT */
#include "cli/remarks.h"

/* A document is named where there are several, or where nothing else tells the place. */
static const char *
place_of(struct arguments *args, size_t documents, const struct presale_remark *remark)
{
	const char *named = documents > 1 || !*remark->place ? remark->document : "";
	return arena_printf(&args->arena, "%s%s%s", named, *named && *remark->place ? ", " : "",
			    remark->place);
}

void
remarks_put(struct arguments *args, struct presale *library, size_t documents,
	    enum presale_fate fate, enum say heading, struct buf *out)
{
	size_t count;
	const struct presale_remark *remarks = presale_remarks(library, &count);
	bool begun = false;
	for (size_t i = 0; i < count; i++) {
		if (remarks[i].fate != fate)
			continue;
		if (!begun)
			call_put_line(out, call_say(args, heading, NULL, NULL));
		begun = true;
		call_put_line(out, arena_printf(&args->arena, "  %s: %s",
						place_of(args, documents, &remarks[i]),
						remarks[i].message));
	}
}

void
remarks_complain(struct arguments *args, struct presale *library)
{
	size_t count;
	const struct presale_remark *remarks = presale_remarks(library, &count);
	for (size_t i = 0; i < count; i++)
		if (remarks[i].fate == PRESALE_FATE_REFUSED)
			call_complain(arena_printf(&args->arena, "%s: %s", remarks[i].document,
						   remarks[i].message));
}
