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

/* How often a sign stands in the first line of a text; 0 as soon as the line is one of a process:
 * with a colon, a hyphen, a remark or a bracket. */
static size_t
count_cells(const char *line, char sign)
{
	size_t count = 0;
	if (strchr("-#[{\"'&*!|>%", *line))
		return 0;
	for (; *line && *line != '\n' && *line != ':'; line++)
		count += *line == sign;
	return *line == ':' ? 0 : count;
}

/* A table's rows have a sign between their cells, each as often; one comma may stand in any text.
 */
static bool
is_table(const char *text, char sign, size_t least)
{
	size_t count = count_cells(text, sign);
	const char *second = strchr(text, '\n');
	return count >= least && second && second[1] && count_cells(second + 1, sign) == count;
}

/* A table under any name: the row of the ending that it should have. */
static const struct stranger *
table_find(const char *bytes)
{
	if (begins(bytes, "\xEF\xBB\xBF"))
		bytes += 3;
	const char *ending = is_table(bytes, ';', 1) || is_table(bytes, ',', 2) ? ".csv"
			     : is_table(bytes, '\t', 1)                         ? ".tsv"
										: "";
	return *ending ? stranger_find(ending, "") : NULL;
}

const struct stranger *
stranger_find(const char *path, const char *bytes)
{
	for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++)
		if (begins(bytes, strangers[i].begins) && ends(path, strangers[i].ends))
			return &strangers[i];
	return table_find(bytes);
}
