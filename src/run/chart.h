/* SPDX-License-Identifier: MIT */
/* The schedule of a run as a picture: dates, today's line, what was planned beside what has become
 * of it. */
#ifndef PRESALE_RUN_CHART_H
#define PRESALE_RUN_CHART_H

#include "run/sight.h"

/* Adds an <svg> element; number tells several on one page apart. */
void
run_chart(const struct run_sights *sights, const struct run_sight *run, uint32_t number,
	  struct buf *out);

#endif
