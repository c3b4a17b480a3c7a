/* SPDX-License-Identifier: MIT */
#include "emit/xlsx/table.h"

#include "emit/xlsx/text.h"
#include "emit/xlsx/workbook.h"

#include <errno.h>

static bool
write_table(struct xlsx *xlsx, const struct xlsx_table *table)
{
	const struct sheet_form form = {.id = SHEET_NONE,
					.title = table->title,
					.columns = table->columns,
					.count = table->column_count,
					.frozen = 1};
	bool ok = xlsx->writer.open(&xlsx->writer, &form);
	for (uint32_t i = 0; i < table->row_count && ok; i++)
		ok = xlsx->writer.row(&xlsx->writer, &table->rows[i]);
	return ok && xlsx->writer.close(&xlsx->writer);
}

static int
fill(struct xlsx *xlsx, void *data)
{
	const struct xlsx_tables *tables = data;
	lxw_doc_properties properties = {
	    .title = (char *)(uintptr_t)xlsx_text(xlsx->arena, xlsx->heading),
	    .created = WORKBOOK_CREATED};
	xlsx->lxw.workbook_set_properties(xlsx->workbook, &properties);
	for (size_t i = 0; i < tables->count; i++)
		if (!write_table(xlsx, &tables->tables[i]))
			return errno ? errno : EIO;
	return 0;
}

int
xlsx_tables_write(const struct xlsx_tables *tables, struct buf *out)
{
	struct arena arena = {0};
	struct xlsx xlsx = {
	    .voice = tables->voice, .arena = &arena, .heading = tables->heading, .filtered = true};
	const struct workbook_wish wish = {fill, (void *)(uintptr_t)tables, tables->workplace};
	int error = workbook_make(&xlsx, &wish, out);
	arena_free(&arena);
	return error;
}
