/* SPDX-License-Identifier: MIT */
/* Text as a value of YAML, for what a message says to type and what files are written of. */
#ifndef PRESALE_TEXT_SYNTAX_YAML_TEXT_H
#define PRESALE_TEXT_SYNTAX_YAML_TEXT_H

#include "support/arena.h"

#include <stdbool.h>

/* True for a text that YAML, and the loader, reads as it is without quotes, in a line of its own or
 * between brackets, where fewer texts may stand so. */
bool
yaml_text_is_plain(const char *text, bool flow);

/* The text as it may stand anywhere, between brackets too: as it is, or in quotes where YAML would
 * read it otherwise. */
const char *
yaml_text(struct arena *arena, const char *text);

/* The text in quotes. */
const char *
yaml_text_quoted(struct arena *arena, const char *text);

#endif
