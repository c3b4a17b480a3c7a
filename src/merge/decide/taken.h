/* SPDX-License-Identifier: MIT */
/* A value as one side or the other has it: of three states – as built, in the document, in the
 * source – what each side has changed. */
#ifndef PRESALE_MERGE_DECIDE_TAKEN_H
#define PRESALE_MERGE_DECIDE_TAKEN_H

#include "merge/decide/decision.h"

/* Whether the document's side of a value counts: else that is said. */
bool
decision_prefers(struct decision *decision, const struct sight_value *value);

/* The same, and it was not decided on before: else that is said. */
bool
decision_wants(struct decision *decision, const struct sight_value *value);

/* Takes a wanted value of a field that holds no list of things. */
void
decision_take(struct decision *decision, const struct sight_value *value);

#endif
