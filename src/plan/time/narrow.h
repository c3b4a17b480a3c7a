/* SPDX-License-Identifier: MIT */
/* The plan of what an edition leaves. Inside of src/plan only.
 *
 * To reckon the cut process anew would lie: without the two days of a hidden check a client would
 * be promised his offer two days too early. So an edition is shown a part of the plan of all. What
 * is left keeps its times, and what waited for something hidden waits for what that waited for:
 *
 *      Audit ──▶ Check (hidden) ──▶ Offer      day 1–3, 4–5, 6–7
 *      Audit ───────────────────▶ Offer        day 1–3, 6–7: still from day 6 */
#ifndef PRESALE_PLAN_TIME_NARROW_H
#define PRESALE_PLAN_TIME_NARROW_H

#include "plan/plan.h"

/* The plan of a model that an edition left, as a part of the plan of all: what is left begins and
 * ends as it does in the whole, and waits for what it waits for there, through what is hidden.
 * The whole must outlive it. Linear in tasks and dependencies; those of what is hidden are counted
 * again for each that waits for it. */
struct plan *
plan_narrow(const struct plan *whole, const struct model *left);

#endif
