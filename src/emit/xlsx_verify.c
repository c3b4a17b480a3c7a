/* SPDX-License-Identifier: MIT */
#include "emit/xlsx_verify.h"

#include "support/unzip.h"
#include "support/wellformed.h"

#include <stdio.h>

static bool
check_bytes(void *context, const char *bytes, size_t length)
{
	return wellformed_take(context, bytes, length);
}

static bool
part_is_whole(const struct unzip *zip, const struct zip_part *part)
{
	struct wellformed *check = wellformed_new();
	bool read = unzip_read(zip, part, part->size, check_bytes, check);
	return wellformed_end(check) && read;
}

static bool
has_parts(const struct unzip *zip, size_t sheets)
{
	static const char *const names[] = {"[Content_Types].xml", "_rels/.rels",         "docProps/app.xml",
					    "docProps/core.xml",   "xl/workbook.xml",     "xl/_rels/workbook.xml.rels",
					    "xl/styles.xml",       "xl/theme/theme1.xml", NULL};
	for (const char *const *name = names; *name; name++)
		if (!unzip_find(zip, *name))
			return false;
	for (size_t i = 1; i <= sheets; i++) {
		char name[64];
		snprintf(name, sizeof name, "xl/worksheets/sheet%zu.xml", i);
		if (!unzip_find(zip, name))
			return false;
	}
	return true;
}

bool
xlsx_verify(const char *path, size_t sheets)
{
	struct unzip zip;
	bool whole = unzip_open(&zip, path) && has_parts(&zip, sheets);
	for (size_t i = 0; whole && i < zip.count; i++)
		whole = part_is_whole(&zip, &zip.parts[i]);
	unzip_close(&zip);
	return whole;
}
