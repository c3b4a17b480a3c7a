/* SPDX-License-Identifier: MIT */
/* Text in a PlantUML diagram. */
#ifndef PRESALE_TEXT_SYNTAX_PLANTUML_TEXT_H
#define PRESALE_TEXT_SYNTAX_PLANTUML_TEXT_H

#include "support/buf.h"

/* Adds the text on one line of the file; every character that Creole or the line syntax might take
 * for its own is written by its number, a line end as \n of the diagram. */
void
plantuml_text(struct buf *out, const char *text);

#endif
