/* SPDX-License-Identifier: MIT */
/* Numbers as SVG and CSS write them, whatever the locale. */
#ifndef PRESALE_DRAW_PEN_SVG_NUMBER_H
#define PRESALE_DRAW_PEN_SVG_NUMBER_H

#include <stdbool.h>

/* Reads a number behind blanks and commas, and goes past it; false when there is none. Numbers may
 * follow one another without a blank: "2.9.9-4.2". */
bool
svg_number(const char **at, double *number);

#endif
