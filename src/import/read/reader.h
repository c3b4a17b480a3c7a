/* SPDX-License-Identifier: MIT */
/* A document's bytes, told apart by what they are and not by the file's name, and read. */
#ifndef PRESALE_IMPORT_READ_READER_H
#define PRESALE_IMPORT_READ_READER_H

#include "import/read/foreign.h"
#include "support/buf.h"

/* Reads a document; its bytes may be changed. False, with a remark, when nothing can be made of
 * it. */
bool
reader_read(struct foreign *foreign, struct buf *bytes);

#endif
