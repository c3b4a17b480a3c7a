/* SPDX-License-Identifier: MIT */
/* The ways an outcome may be written, brought to one. */
#ifndef PRESALE_LOAD_BIND_OUTCOME_H
#define PRESALE_LOAD_BIND_OUTCOME_H

#include "load/bind/thing.h"

/* Settles the outcome that was added to a list last: where `else` stands for the condition («иначе:
 * Закрытие», «если: иначе, куда: Закрытие», «иначе: да, куда: Закрытие»), the targets become those
 * of `otherwise` and there is no condition; where it stands beside one («если: Да, куда: КП, иначе:
 * Закрытие»), it becomes an outcome of its own, which is added behind. */
void
bind_outcome(struct binder *binder, struct list *list);

/* True for `- Yes: Offer` in a list of outcomes, which YAML takes for a mapping: a condition and
 * where it leads. */
bool
bind_is_outcome_pair(struct binder *binder, enum kind kind, const struct node *item);

/* Several lines with arrows, «Да -> Закрытие», are one text to YAML: says how all of them are to be
 * written. False for any other node. */
bool
bind_report_arrows(struct binder *binder, const struct node *node);

#endif
