/* SPDX-License-Identifier: MIT */
#include "load/outline.h"

#include <string.h>

/* One or two lines without a colon are slips. */
enum { LEAST = 3 };

static bool
is_bare_line(const struct diagnostic *found)
{
	return found->rule == RULE_YAML_NO_COLON && found->pos.file == 0 && found->pos.column == 1;
}

void
outline_tell(struct diagnostics *diags, const char *path)
{
	struct diagnostic *first = NULL;
	size_t count = 0;
	for (size_t i = 0; i < diags->count; i++) {
		if (!is_bare_line(&diags->items[i]))
			continue;
		first = first ? first : &diags->items[i];
		count++;
	}
	if (count < LEAST || strcmp(path, "-") == 0)
		return;
	struct said cure = said_with(PHRASE_NEW_FROM, path, &diags->arena);
	diag_end_with(diags, first, &cure);
}
