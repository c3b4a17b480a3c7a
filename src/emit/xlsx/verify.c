/* SPDX-License-Identifier: MIT */
#include "emit/xlsx/verify.h"

#include "files/unzip.h"
#include "files/wellformed.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { CHUNK = 64 * 1024 };

/* A part as it comes: its XML is judged, the rows in the middle only summed up. */
struct verify {
	struct wellformed *xml;
	struct xlsx_rows rows; /* that are still to come, and what their sum shall be */
	size_t matched;        /* bytes of the mark that stands before the rows */
	uint32_t sum;
};

static bool
sum_file(FILE *file, struct xlsx_rows *rows)
{
	char bytes[CHUNK];
	size_t length;
	if (fflush(file) != 0 || ferror(file) || fseek(file, 0, SEEK_SET) != 0)
		return false;
	while ((length = fread(bytes, 1, sizeof bytes, file)) > 0) {
		rows->sum = unzip_sum(rows->sum, bytes, length);
		rows->length += length;
	}
	return !ferror(file) && fseek(file, 0, SEEK_END) == 0;
}

/* The library keeps the last row until it closes the workbook, too late for its failing to be seen;
 * so it is asked for before. */
struct xlsx_proof
xlsx_proof(const struct xlsx_library *lxw, lxw_workbook *workbook, struct arena *arena)
{
	struct xlsx_rows *rows = arena_array(arena, workbook->num_worksheets + 1u, sizeof *rows),
			 *next = rows;
	lxw_worksheet *sheet;
	LXW_FOREACH_WORKSHEET(sheet, workbook)
	{
		lxw->lxw_worksheet_write_single_row(sheet);
		if (sheet->optimize_tmpfile && !sum_file(sheet->optimize_tmpfile, next)) {
			errno = errno ? errno : EIO;
			return (struct xlsx_proof){NULL, 0};
		}
		next++;
	}
	return (struct xlsx_proof){rows, workbook->num_worksheets};
}

/* How many bytes stand before the rows; the mark is behind them, then. */
static size_t
head_of(struct verify *verify, const char *bytes, size_t length)
{
	static const char mark[] = "<sheetData>";
	size_t at = 0;
	while (at < length && verify->matched < sizeof mark - 1) {
		verify->matched =
		    bytes[at] == mark[verify->matched] ? verify->matched + 1 : bytes[at] == '<';
		at++;
	}
	return at;
}

static bool
check_rows(struct verify *verify, const char *bytes, size_t length)
{
	verify->sum = unzip_sum(verify->sum, bytes, length);
	verify->rows.length -= length;
	return verify->rows.length || verify->sum == verify->rows.sum;
}

static bool
check_bytes(void *context, const char *bytes, size_t length)
{
	struct verify *verify = context;
	size_t head = verify->rows.length ? head_of(verify, bytes, length) : length;
	size_t rest = length - head,
	       middle = verify->rows.length < rest ? (size_t)verify->rows.length : rest;
	return wellformed_take(verify->xml, bytes, head) &&
	       (!middle || check_rows(verify, bytes + head, middle)) &&
	       wellformed_take(verify->xml, bytes + head + middle, rest - middle);
}

static bool
part_is_whole(const struct unzip *zip, const struct zip_part *part, const struct xlsx_rows *rows)
{
	struct verify verify = {.xml = wellformed_new(NULL), .rows = *rows};
	bool read = unzip_read(zip, part, part->size, check_bytes, &verify);
	return wellformed_end(verify.xml) && read && !verify.rows.length;
}

static bool
has_parts(const struct unzip *zip)
{
	static const char *const names[] = {
	    "[Content_Types].xml", "_rels/.rels",         "docProps/app.xml",
	    "docProps/core.xml",   "xl/workbook.xml",     "xl/_rels/workbook.xml.rels",
	    "xl/styles.xml",       "xl/theme/theme1.xml", NULL};
	for (const char *const *name = names; *name; name++)
		if (!unzip_find(zip, *name))
			return false;
	return true;
}

static bool
take_bytes(void *context, const char *bytes, size_t length)
{
	(void)context, (void)bytes, (void)length;
	return true;
}

/* Of a part that is no XML the archive's sum is all there is to judge by. */
static bool
picture_is_whole(const struct unzip *zip, const struct zip_part *part)
{
	return unzip_read(zip, part, part->size, take_bytes, NULL);
}

/* Sheets in their order, then what is no sheet. */
static bool
parts_are_whole(const struct unzip *zip, const struct xlsx_proof *proof)
{
	static const char folder[] = "xl/worksheets/sheet", pictures[] = "xl/media/";
	static const struct xlsx_rows none;
	for (size_t i = 0; i < proof->sheets; i++) {
		char name[64];
		snprintf(name, sizeof name, "%s%zu.xml", folder, i + 1);
		const struct zip_part *part = unzip_find(zip, name);
		if (!part || !part_is_whole(zip, part, &proof->rows[i]))
			return false;
	}
	for (size_t i = 0; i < zip->count; i++) {
		const struct zip_part *part = &zip->parts[i];
		bool whole = strncmp(part->name, folder, sizeof folder - 1) == 0 ||
			     (strncmp(part->name, pictures, sizeof pictures - 1) == 0
				  ? picture_is_whole(zip, part)
				  : part_is_whole(zip, part, &none));
		if (!whole)
			return false;
	}
	return true;
}

bool
xlsx_verify(const struct buf *workbook, const struct xlsx_proof *proof)
{
	struct unzip zip;
	bool ok = unzip_open(&zip, buf_text(workbook), workbook->length) && has_parts(&zip) &&
		  parts_are_whole(&zip, proof);
	unzip_close(&zip);
	return ok;
}
