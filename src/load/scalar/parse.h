/* SPDX-License-Identifier: MIT */
/* Texts as values: colours, periods, numbers, yes and no. Nothing here reports; the
 * caller does. */
#ifndef PRESALE_LOAD_SCALAR_PARSE_H
#define PRESALE_LOAD_SCALAR_PARSE_H

#include "model/model.h"

/* Decimal digits with a point or a comma, at *at, which moves behind them. */
bool
parse_number_at(const char **at, double *value);

/* The letters at the beginning of a text, in bytes. */
size_t
parse_word_length(const char *text);

/* Whether a word of length bytes is the pattern, or begins with it where it ends with *. */
bool
parse_word_matches(const char *word, size_t length, const char *pattern);

/* month, quarter, year (either language) or a number of days. */
bool
parse_period(const char *text, struct period *period);

/* true, false, да, нет. */
bool
parse_flag(const char *text, bool *on);

/* A positive decimal number, with a point or a comma. */
bool
parse_number(const char *text, double *value);

/* #rrggbb or the English or Russian name of a colour. */
bool
parse_color(const char *text, uint32_t *rgb);

#endif
