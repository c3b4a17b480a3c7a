/* SPDX-License-Identifier: MIT */
/* Whether an SVG is one, and stands alone. */
#ifndef PRESALE_FILES_SVG_SEEN_H
#define PRESALE_FILES_SVG_SEEN_H

#include "files/picture.h"

/* PICTURE_OK when the bytes are an SVG in UTF-8 without scripts, and without references to
 * anything outside of it but pages of other sites' names (namespaces). */
enum picture_fault
svg_fault(const struct buf *bytes);

#endif
