/* SPDX-License-Identifier: MIT */
#include "import/passport.h"

#include "import/aside.h"
#include "import/value.h"
#include "model/fields.h"
#include "support/utf8.h"

#include <string.h>

enum { PROPERTY_BYTES = 100 };

/* The property of a row, and its value, "" where there is none; false when it has no property. A
 * sample may stand beside. */
static bool
part(struct assembly *assembly, const struct foreign_row *row, struct heading_meaning *heading,
     const char **value)
{
	const struct foreign_cell *cells = row->cells;
	const char *text = cells[0].text, *colon = strstr(text, ": ");
	size_t count = row->count - aside_is_sample(cells[row->count - 1].text);
	*value = "";
	if (count == 2) {
		*value = cells[1].text;
	} else if (count == 1 && colon) {
		*value = utf8_fold(assembly->arena, colon + 1, FOLD_FORM);
		text = arena_copy(assembly->arena, text, (size_t)(colon - text));
	} else if (count != 1) {
		return false;
	}
	if (strlen(text) > PROPERTY_BYTES)
		return false;
	*heading = heading_of(KIND_PROCESS, text, assembly->arena);
	return heading->field != NULL;
}

bool
passport_take_row(struct assembly *assembly, const struct foreign_table *table,
		  const struct foreign_row *row)
{
	struct heading_meaning heading;
	const char *text;
	const struct foreign_cell *said = &row->cells[row->count > 1];
	if (!part(assembly, row, &heading, &text) || (row->count == 1 && !*text))
		return false;
	if (!*text)
		return true;
	const struct import_value value = {
	    assembly_process(assembly), &heading, text,
	    assembly_source(assembly,
			    foreign_place(assembly->arena, table, said->row, said->column))};
	value_take(assembly, &value);
	return true;
}

bool
passport_take(struct assembly *assembly, const struct foreign_table *table)
{
	struct foreign_row row;
	struct heading_meaning heading;
	const char *text;
	size_t known = 0;
	enum { ROWS = 200 };
	for (size_t at = 0, tried = 0; tried < ROWS && foreign_next_row(table, &at, &row); tried++)
		known += part(assembly, &row, &heading, &text);
	if (known < 2)
		return false;
	for (size_t at = 0; foreign_next_row(table, &at, &row);)
		if (!passport_take_row(assembly, table, &row))
			assembly_remark(
			    assembly, REMARK_STRAY,
			    assembly_source(assembly, foreign_place(assembly->arena, table,
								    row.number, row.cells->column)),
			    row.cells->text, NULL);
	return true;
}
