/* SPDX-License-Identifier: MIT */
/* How often the regulation is to be reviewed, and when next. */
#ifndef PRESALE_PLAN_REVIEW_H
#define PRESALE_PLAN_REVIEW_H

#include "model/show.h"

/* The day of the next review: one period after the last one or, before the first, after the process
 * came in force; periods since then tell which rhythm holds. What falls on a day off is due on the
 * next day that is worked. False when the file does not say enough. */
bool
review_next(const struct model *model, struct date *next);

/* «каждый месяц, после 3-го пересмотра – каждый квартал». In arena. */
const char *
review_rhythm(const struct voice *voice, const struct review *review, struct arena *arena);

#endif
