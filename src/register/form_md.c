/* SPDX-License-Identifier: MIT */
/* The register as Markdown: two tables. */
#include "emit/doc/md_text.h"
#include "register/forms.h"

static void
put_cell(struct buf *out, const char *text)
{
	buf_puts(out, " ");
	md_escape(out, text, true);
	buf_puts(out, " |");
}

static void
put_rule(struct buf *out, size_t columns)
{
	buf_puts(out, "\n|");
	for (size_t i = 0; i < columns; i++)
		buf_puts(out, " --- |");
}

static void
put_dues(const struct register_sight *sight, struct buf *out)
{
	static const enum word titles[] = {WORD_REGISTER_WHEN, WORD_REGISTER_DISTANCE,
					   WORD_REGISTER_PROCESS, WORD_REGISTER_WHAT};
	enum { COUNT = sizeof titles / sizeof *titles };
	buf_puts(out, "|");
	for (size_t i = 0; i < COUNT; i++)
		put_cell(out, show_word(&sight->voice, titles[i]));
	put_rule(out, COUNT);
	for (uint32_t i = 0; i < sight->due_count; i++) {
		const struct register_due *due = sight->dues[i];
		buf_puts(out, "\n|");
		put_cell(out, sight_day(sight, due));
		put_cell(out, sight_distance(sight, due));
		put_cell(out, due->row->name);
		put_cell(out, sight_due(sight, due));
	}
	buf_puts(out, "\n");
}

static void
put_rows(const struct register_sight *sight, struct buf *out)
{
	const struct register_column *column = register_columns;
	buf_puts(out, "|");
	for (; column->key; column++)
		put_cell(out, column->titles[sight->voice.lang]);
	put_rule(out, (size_t)(column - register_columns));
	for (uint32_t i = 0; i < sight->row_count; i++) {
		buf_puts(out, "\n|");
		for (column = register_columns; column->key; column++) {
			struct register_value value = column->value(sight, sight->rows[i]);
			put_cell(out, sight_value(sight, &value));
		}
	}
	buf_puts(out, "\n");
}

int
form_md(const struct register_sight *sight, struct buf *out)
{
	buf_printf(out, "# %s\n\n", show_word(&sight->voice, WORD_REGISTER));
	buf_printf(out, "## %s\n\n",
		   show_word(&sight->voice,
			     sight->due_count ? WORD_REGISTER_DUE : WORD_REGISTER_NOTHING_DUE));
	if (sight->due_count) {
		put_dues(sight, out);
		buf_puts(out, "\n");
	}
	buf_printf(out, "## %s\n\n", show_word(&sight->voice, WORD_REGISTER_PROCESSES));
	put_rows(sight, out);
	return 0;
}
