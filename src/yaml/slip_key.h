/* SPDX-License-Identifier: MIT */
/* Slips of the pen between a key and its value: signs that are no colon to YAML, and a colon that
 * is none for want of a blank. Each function reports the first it finds, and is false when there is
 * none. */
#ifndef PRESALE_YAML_SLIP_KEY_H
#define PRESALE_YAML_SLIP_KEY_H

#include "yaml/line.h"

#include <stdbool.h>

/* «：» of East Asian keyboards. */
#define SLIP_WIDE_COLON "\xEF\xBC\x9A"

/* «：» */
bool
slip_in_colon(struct diagnostics *diags, const struct line *line);

/* `key:value`, `key = value`, «ключ – значение» */
bool
slip_in_key(struct diagnostics *diags, const struct line *line);

/* «КП – коммерческое предложение» on a line that stands among keys, and has no colon. */
bool
slip_in_pair(struct diagnostics *diags, const struct line *line);

/* A text without quotes that YAML takes as it is, at a place of a file: cheap where none of the
 * signs is in it. */
bool
slip_in_plain(struct diagnostics *diags, struct text_index *index, struct pos pos, const char *text,
	      bool is_key);

/* «? уточнить», of which YAML makes a key, at the place of that key. */
bool
slip_in_question(struct diagnostics *diags, struct text_index *index, struct pos pos);

#endif
