/* SPDX-License-Identifier: MIT */
/* Texts as values: durations, colours, periods, numbers, yes and no. Nothing here reports; the
 * caller does. */
#ifndef PRESALE_LOAD_SCALAR_H
#define PRESALE_LOAD_SCALAR_H

#include "model/model.h"

enum duration_fault { DURATION_FINE, DURATION_UNREADABLE, DURATION_RANGE };

/* Reads a duration as docs/format.md describes; pos is left alone. */
enum duration_fault
duration_parse(const char *text, int32_t minutes_per_day, int32_t days_per_week,
	       struct duration *duration);

/* month, quarter, year (either language) or a number of days. */
bool
period_parse(const char *text, struct period *period);

/* true, false, да, нет. */
bool
flag_parse(const char *text, bool *on);

/* A positive decimal number, with a point or a comma. */
bool
number_parse(const char *text, double *value);

/* #rrggbb or the English or Russian name of a colour. */
bool
color_parse(const char *text, uint32_t *rgb);

#endif
