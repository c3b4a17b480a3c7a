/* SPDX-License-Identifier: MIT */
#include "import/read/numeral.h"

#include "support/buf.h"
#include "support/date.h"

#include <math.h>
#include <string.h>

/* Behind a number: of the first section, that of positive ones. */
struct numeral
numeral_of(struct arena *arena, const char *code)
{
	struct numeral look = {0};
	struct buf suffix = {0};
	bool digits = false;
	for (; *code && *code != ';'; code++) {
		if (*code == '"') {
			for (code++; *code && *code != '"'; code++)
				if (digits)
					buf_putc(&suffix, *code);
			if (!*code)
				break;
		} else if (*code == '[') {
			const char *end = strchr(code, ']');
			look.time = look.time || (code[1] && strchr("hHmMsS", code[1]));
			if (!end)
				break;
			code = end;
		} else if ((*code == '\\' || *code == '_' || *code == '*') && code[1]) {
			code++;
			if (digits && code[-1] == '\\')
				buf_putc(&suffix, *code);
		} else if (strchr("yYdD", *code)) {
			look.date = true;
		} else if (strchr("hHsS", *code)) {
			look.time = true;
		} else if (*code == '%') {
			look.percent = true;
		} else if (strchr("0#?", *code)) {
			digits = true;
			buf_clear(&suffix);
		}
	}
	if (suffix.length && !look.date && !look.time)
		look.suffix = arena_copy(arena, suffix.data, suffix.length);
	buf_free(&suffix);
	return look;
}

struct numeral
numeral_built_in(unsigned number)
{
	bool east = (number >= 27 && number <= 36) || (number >= 50 && number <= 58);
	return (struct numeral){.date = (number >= 14 && number <= 17) || number == 22 || east,
				.time = (number >= 18 && number <= 22) ||
					(number >= 45 && number <= 47),
				.percent = number == 9 || number == 10};
}

/* Days of a workbook begin with 1900, of which its makers thought that it was a leap year, or with
 * 1904. */
static const char *
text_of_moment(const struct numeral *look, double value, bool from_1904, struct arena *arena)
{
	enum { MINUTES = 24 * 60 };
	double whole = floor(value);
	int minutes = (int)((value - whole) * MINUTES + 0.5);
	int32_t first = from_1904 ? date_day((struct civil){1904, 1, 1})
				  : date_day((struct civil){1899, 12, whole < 60 ? 31 : 30});
	if (!look->date)
		return arena_printf(arena, "%.0f:%02d", whole * 24 + minutes / 60, minutes % 60);
	struct civil civil = date_civil(first + (int32_t)whole);
	const char *day = arena_printf(arena, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
	return minutes && look->time
		   ? arena_printf(arena, "%s %02d:%02d", day, minutes / 60, minutes % 60)
		   : day;
}

const char *
numeral_text(const struct numeral *look, double value, bool from_1904, struct arena *arena)
{
	static const double last = 2958465; /* the end of 9999 */
	if ((look->date || look->time) && value >= 0 && value <= last)
		return text_of_moment(look, value, from_1904, arena);
	if (look->percent)
		return arena_printf(arena, "%.10g%%", value * 100);
	return arena_printf(arena, "%.15g%s", value, look->suffix ? look->suffix : "");
}
