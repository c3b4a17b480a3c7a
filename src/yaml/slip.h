/* SPDX-License-Identifier: MIT */
/* Slips of the pen within a line: signs that YAML takes otherwise than people mean. Each function
 * reports the first it finds, and is false when there is none. */
#ifndef PRESALE_YAML_SLIP_H
#define PRESALE_YAML_SLIP_H

#include "yaml/line.h"

#include <stdbool.h>

/* «：» of East Asian keyboards. */
#define SLIP_WIDE_COLON "\xEF\xBC\x9A"

/* Tabs in the indent, and what looks like a blank and is none, where YAML needs one or nothing. */
bool
slip_in_blanks(struct diagnostics *diags, const struct line *line);

/* «：» */
bool
slip_in_colon(struct diagnostics *diags, const struct line *line);

/* A value that YAML stops at; problem: what the parser says, of the line or of one that it may
 * have begun in; pos: where it stopped. */
bool
slip_in_value(struct diagnostics *diags, const struct line *line, struct pos pos,
	      const char *problem);

/* `key:value`, `key = value` */
bool
slip_in_key(struct diagnostics *diags, const struct line *line);

/* A text without quotes that YAML takes as it is, at a place of a file: cheap where none of the
 * signs is in it. */
bool
slip_in_plain(struct diagnostics *diags, struct text_index *index, struct pos pos, const char *text,
	      bool is_key);

/* «? уточнить», of which YAML makes a key, at the place of that key. */
bool
slip_in_question(struct diagnostics *diags, struct text_index *index, struct pos pos);

/* Where the value of a line begins: past the indent, list hyphens and a key; 0 when there is no
 * key. */
size_t
slip_value(const struct line *line);

/* Behind the text that begins at a place of a line: the line's end, or what ends it in brackets. */
size_t
slip_length(const struct line *line, size_t offset);

#endif
