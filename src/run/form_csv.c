/* SPDX-License-Identifier: MIT */
/* Runs as one table of text: a line for each step, days as programs read them. */
#include "run/forms.h"
#include "support/date.h"

#include <string.h>

static void
put_cell(struct buf *out, const char *text, bool first)
{
	buf_puts(out, first ? "\"" : ",\"");
	for (; *text; text++) {
		if (*text == '"')
			buf_putc(out, '"');
		buf_putc(out, *text);
	}
	buf_putc(out, '"');
}

static const char *
cell_of(const struct run_value *value, struct arena *arena)
{
	struct civil civil = date_civil(value->day);
	return value->dated
		   ? arena_printf(arena, "%04d-%02d-%02d", civil.year, civil.month, civil.day)
		   : value->text;
}

static void
put_row(const struct run_row *row, struct buf *out)
{
	put_cell(out, run_title(row->run), true);
	for (const struct run_column *column = run_columns; column->key; column++) {
		struct run_value value = column->value(row);
		put_cell(out, cell_of(&value, row->arena), false);
	}
	buf_puts(out, "\r\n");
}

int
run_form_csv(const struct run_sights *sights, struct buf *out)
{
	const struct voice *voice = &sights->runs[0].voice;
	put_cell(out, show_word(voice, WORD_RUN), true);
	for (const struct run_column *column = run_columns; column->key; column++)
		put_cell(out, column->titles[sights->lang], false);
	buf_puts(out, "\r\n");
	for (uint32_t i = 0; i < sights->count; i++)
		for (uint32_t k = 0; k < sights->runs[i].progress->count; k++) {
			const struct run_row row = {
			    &sights->runs[i], &sights->runs[i].progress->items[k], sights->arena};
			if (run_is_step(sights, &row))
				put_row(&row, out);
		}
	return 0;
}
