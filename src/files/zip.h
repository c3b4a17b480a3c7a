/* SPDX-License-Identifier: MIT */
/* Packs a zip archive in memory. The same parts give the same bytes: every part is dated
 * 1980-01-01, the first day there is for a zip. */
#ifndef PRESALE_FILES_ZIP_H
#define PRESALE_FILES_ZIP_H

#include "support/buf.h"

struct zip_entry {
	const char *name; /* ASCII, with / between folders */
	const struct buf *contents;
};

/* Adds an archive of the parts, deflated, in their order, to out, which is empty. An archive of 4
 * GiB, or a part of 2, does not fit into memory. */
void
zip_pack(struct buf *out, const struct zip_entry *entries, size_t count);

#endif
