/* SPDX-License-Identifier: MIT */
#include "load/foreign.h"

#include "support/utf8.h"

#include <string.h>

static const struct foreign {
	const char *begins, *ends;
	struct said what;
} foreigners[] = {
#define FOREIGN(begins, ends, en, ru) {begins, ends, {{en, ru}}},
#include "load/foreign.def"
#undef FOREIGN
};

/* Whether a text begins with what is written in letters of ASCII, small or capital. */
static bool
begins(const char *text, const char *with)
{
	for (; *with && utf8_lower((unsigned char)*text) == utf8_lower((unsigned char)*with);
	     with++)
		text++;
	return !*with;
}

static bool
ends(const char *path, const char *with)
{
	size_t length = strlen(path), ending = strlen(with);
	return length >= ending && begins(path + length - ending, with);
}

bool
foreign_find(const char *path, const char *bytes, struct said *what)
{
	for (size_t i = 0; i < sizeof foreigners / sizeof *foreigners; i++) {
		const struct foreign *row = &foreigners[i];
		if (!begins(bytes, row->begins) || !ends(path, row->ends))
			continue;
		*what = row->what;
		return true;
	}
	return false;
}
