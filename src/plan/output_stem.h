/* SPDX-License-Identifier: MIT */
/* What the names of a process's outputs begin with. */
#ifndef PRESALE_PLAN_OUTPUT_STEM_H
#define PRESALE_PLAN_OUTPUT_STEM_H

#include "model/hide.h"

/* The anchor of the process as it is shown, then what is built of it: offer.md is all of it,
 * offer.client.md an edition, offer.client@bank.md its page for one role, offer+key.md a variant,
 * offer.client@bank+key.md all three. Anchors hold none of . @ +, so no two builds meet; what an
 * edition hides is in none of its names. model is whole, shown is what the edition and variant
 * leave of it. In arena. */
const char *
output_stem(const struct model *model, const struct model *shown,
	    const struct edition_words *edition, const struct entity *variant, struct arena *arena);

#endif
