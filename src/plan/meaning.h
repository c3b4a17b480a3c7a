/* SPDX-License-Identifier: MIT */
/* What a thing says, written down so that whatever means the same is the same text: values as they
 * are meant (a length by its amounts, what is left out as if it were written, prose by its words),
 * in no language, lists whose order says nothing sorted. Only what changes the work of people is in
 * it (model/weights.h), and nothing of the state of the document (F_STATE). Its form is fixed: old
 * fingerprints are made of it. */
#ifndef PRESALE_PLAN_MEANING_H
#define PRESALE_PLAN_MEANING_H

#include "model/model.h"

/* Of a thing with all below it; of the document all but its roles and stages. In arena. */
const char *
meaning_of(const struct model *model, const struct entity *entity, struct arena *arena);

#endif
