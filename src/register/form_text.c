/* SPDX-License-Identifier: MIT */
/* The register for people at a terminal: what is due, then each process with what is known of it.
 */
#include "register/forms.h"
#include "text/visible.h"

/* A line that may hold names of files and words of the author: nothing in it can harm a terminal.
 */
static void
put_line(const struct register_sight *sight, struct buf *out, const char *line)
{
	buf_puts(out, visible_text(sight->arena, line));
	buf_putc(out, '\n');
}

static void
put_due(const struct register_sight *sight, const struct register_due *due, struct buf *out)
{
	const char *distance = sight_distance(sight, due);
	put_line(sight, out,
		 arena_printf(sight->arena, "  %s%s%s%s: %s. %s", sight_day(sight, due),
			      *distance ? " (" : "", distance, *distance ? ")" : "", due->row->name,
			      sight_due(sight, due)));
}

/* «Код: ПР-1; Версия: 1.2.0» after the name. */
static void
put_row(const struct register_sight *sight, const struct register_row *row, struct buf *out)
{
	const char *line = "";
	put_line(sight, out, row->name);
	for (const struct register_column *column = register_columns + 1; column->key; column++) {
		struct register_value value = column->value(sight, row);
		if (value.kind != REGISTER_NOTHING)
			line = arena_printf(sight->arena, "%s%s%s: %s", line, *line ? "; " : "",
					    column->titles[sight->voice.lang],
					    sight_value(sight, &value));
	}
	put_line(sight, out, arena_printf(sight->arena, "  %s", line));
}

int
form_text(const struct register_sight *sight, struct buf *out)
{
	put_line(sight, out,
		 show_word(&sight->voice,
			   sight->due_count ? WORD_REGISTER_DUE : WORD_REGISTER_NOTHING_DUE));
	for (uint32_t i = 0; i < sight->due_count; i++)
		put_due(sight, sight->dues[i], out);
	for (uint32_t i = 0; i < sight->row_count; i++) {
		buf_putc(out, '\n');
		put_row(sight, sight->rows[i], out);
	}
	return 0;
}
