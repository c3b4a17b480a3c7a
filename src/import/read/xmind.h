/* SPDX-License-Identifier: MIT */
/* Maps of XMind, since 2018. */
#ifndef PRESALE_IMPORT_READ_XMIND_H
#define PRESALE_IMPORT_READ_XMIND_H

#include "import/read/package.h"

/* Takes the topics of the map's first sheet; false, with a remark, when it cannot be read. */
bool
xmind_read(struct package *package);

#endif
