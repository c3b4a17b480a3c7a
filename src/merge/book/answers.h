/* SPDX-License-Identifier: MIT */
/* Interviews that were filled in: each answer goes into the field that stands folded away beside
 * it; what has none goes into the notes of the interview, with its question. */
#ifndef PRESALE_MERGE_BOOK_ANSWERS_H
#define PRESALE_MERGE_BOOK_ANSWERS_H

#include "import/read/foreign.h"
#include "merge/decide/decision.h"

/* True for a document that has interviews of `presale questions`. */
bool
answers_are(const struct foreign *foreign);

/* Adds what was answered; remarks go to the decision. */
void
answers_sights(struct decision *decision, const struct foreign *foreign, struct sights *sights);

#endif
