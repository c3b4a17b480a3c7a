/* SPDX-License-Identifier: MIT */
/* What the page of a process says, place by place, for the search: written by the document itself,
 * so that nothing is found that the page does not show. */
#ifndef PRESALE_SITE_PLACES_H
#define PRESALE_SITE_PLACES_H

#include "model/show.h"
#include "plan/plan.h"
#include "site/index.h"

struct site_places {
	struct site_place *items;
	uint32_t count;
};

/* The first is the process as a whole. In arena. */
struct site_places
places_of(const struct voice *voice, const struct plan *plan, struct arena *arena);

#endif
