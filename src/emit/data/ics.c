/* SPDX-License-Identifier: MIT */
#include "emit/data/ics.h"

#include "support/date.h"

#include <string.h>

enum { LINE_BYTES = 75 }; /* at most, its end not counted */

void
ics_line(struct buf *out, const char *line)
{
	size_t most = LINE_BYTES;
	for (size_t length = strlen(line); length > most; length = strlen(line)) {
		size_t cut = most;
		while (((unsigned char)line[cut] & 0xC0) == 0x80)
			cut--;
		buf_add(out, line, cut);
		buf_puts(out, "\r\n ");
		line += cut;
		most = LINE_BYTES - 1; /* the blank counts */
	}
	buf_puts(out, line);
	buf_puts(out, "\r\n");
}

/* Text as a value has it. */
static const char *
escaped(const char *text, struct arena *arena)
{
	struct buf out = {0};
	for (; *text; text++) {
		if (strchr("\\;,", *text))
			buf_putc(&out, '\\');
		if (*text == '\n')
			buf_puts(&out, "\\n");
		else if ((unsigned char)*text >= ' ')
			buf_putc(&out, *text);
	}
	const char *copy = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return copy;
}

void
ics_text(struct buf *out, const char *name, const char *text, struct arena *arena)
{
	ics_line(out, arena_printf(arena, "%s:%s", name, escaped(text, arena)));
}

void
ics_day(struct buf *out, const char *name, int32_t day, const char *time, struct arena *arena)
{
	struct civil civil = date_civil(day);
	ics_line(out, arena_printf(arena, "%s:%04d%02d%02d%s", name, civil.year, civil.month,
				   civil.day, time));
}

void
ics_begin(struct buf *out, const char *kind)
{
	ics_line(out, "BEGIN:VCALENDAR");
	ics_line(out, "VERSION:2.0");
	buf_printf(out, "PRODID:-//presale//%s//EN\r\n", kind);
	ics_line(out, "CALSCALE:GREGORIAN");
	ics_line(out, "METHOD:PUBLISH");
}

void
ics_end(struct buf *out)
{
	ics_line(out, "END:VCALENDAR");
}
