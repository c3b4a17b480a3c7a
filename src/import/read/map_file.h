/* SPDX-License-Identifier: MIT */
/* Mind maps as XML: of Freeplane and FreeMind (.mm), and outlines (.opml). */
#ifndef PRESALE_IMPORT_READ_MAP_FILE_H
#define PRESALE_IMPORT_READ_MAP_FILE_H

#include "import/read/foreign.h"

/* Takes the topics of a map; false, with a remark, when it is none or damaged. */
bool
map_file_read(struct foreign *foreign, const char *text);

#endif
