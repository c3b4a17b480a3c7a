/* SPDX-License-Identifier: MIT */
/* A model for other readers: what an edition hides and what other variants have is not in it at
 * all, so that no output of it can show it. */
#ifndef PRESALE_PLAN_CUT_CUT_H
#define PRESALE_PLAN_CUT_CUT_H

#include "model/hide.h"

/* A copy of the model without what the edition hides (NULL: nothing) and, for a variant (NULL: the
 * edition's, or all), without other variants' stages, steps, texts and pilots, nor steps that no
 * variant has. Texts and files are
 * shared: the original must outlive it. Free it with cut_free. */
const struct model *
cut_model(const struct model *model, const struct edition_words *edition,
	  const struct entity *variant);

/* False when an edition and variant leave everything as it is, and no step is for no variant. */
bool
cut_is_needed(const struct model *model, const struct edition_words *edition,
	      const struct entity *variant);

/* Frees a cut with all that was copied for it; the model it was made of stays. NULL is nothing. */
void
cut_free(const struct model *cut);

#endif
