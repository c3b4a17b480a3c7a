/* SPDX-License-Identifier: MIT */
/* When the regulation is to be reviewed next. */
#ifndef PRESALE_PLAN_REVIEW_H
#define PRESALE_PLAN_REVIEW_H

#include "model/model.h"

/* The day of the next review: one period after the last one or, before the first, after the process
 * came in force; periods since then tell which rhythm holds. False when the file does not say
 * enough. */
bool
review_next(const struct process *process, struct date *next);

#endif
