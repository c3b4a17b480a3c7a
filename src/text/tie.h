/* SPDX-License-Identifier: MIT */
/* Words that are not parted at the end of a line. */
#ifndef PRESALE_TEXT_TIE_H
#define PRESALE_TEXT_TIE_H

#include "support/arena.h"

/* The text with no-break spaces between a number and what it counts, behind «№», «тыс.», «млн» and
 * «млрд», and behind initials; code between backticks stays as it is. In arena, or the text itself
 * when nothing in it is tied. */
const char *
text_tied(struct arena *arena, const char *text);

/* The text with the plain blanks of a keyboard for no-break ones, in arena. */
const char *
text_untied(struct arena *arena, const char *text);

#endif
