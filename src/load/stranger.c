/* SPDX-License-Identifier: MIT */
#include "load/stranger.h"

#include "support/utf8.h"

#include <string.h>

static const struct stranger strangers[] = {
#define STRANGER(begins, ends, imports, en, ru) {begins, ends, imports, {{en, ru}}},
#include "load/stranger.def"
#undef STRANGER
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

const struct stranger *
stranger_find(const char *path, const char *bytes)
{
	for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++)
		if (begins(bytes, strangers[i].begins) && ends(path, strangers[i].ends))
			return &strangers[i];
	return NULL;
}
