/* SPDX-License-Identifier: MIT */
/* What an edited chart of BPMN shows. */
#ifndef PRESALE_MERGE_CHART_CHART_H
#define PRESALE_MERGE_CHART_CHART_H

#include "import/read/foreign.h"
#include "merge/decide/decision.h"

/* Adds what differs from today's source; false, with a remark, when the chart is none of this
 * process. */
bool
chart_sights(struct decision *decision, const struct foreign *foreign, struct sights *sights);

#endif
