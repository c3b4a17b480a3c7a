/* SPDX-License-Identifier: MIT */
/* A file of YAML written line by line, in the one form in which the program writes processes:
 *
 *     key: value  # remark
 *     key:
 *       - key: value
 *         key: |-
 *           a text of
 *           several lines
 */
#ifndef PRESALE_TEXT_SYNTAX_YAML_PUT_H
#define PRESALE_TEXT_SYNTAX_YAML_PUT_H

#include "support/arena.h"
#include "support/buf.h"

/* A line. `before` is what stands before the key: blanks, and the hyphen of an item, «  - »; what
 * belongs to the key stands two columns further in. The key is NULL for an item that is a text; the
 * value NULL where what the key holds follows. The remark is NULL, or a line. */
void
yaml_put(struct buf *out, const char *before, const char *key, const char *value,
	 const char *remark);

/* A line that is only a remark. */
void
yaml_put_remark(struct buf *out, const char *before, const char *remark);

#endif
