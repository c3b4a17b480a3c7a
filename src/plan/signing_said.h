/* SPDX-License-Identifier: MIT */
/* What has changed since something was signed, in words. */
#ifndef PRESALE_PLAN_SIGNING_SAID_H
#define PRESALE_PLAN_SIGNING_SAID_H

#include "plan/fingerprint.h"

/* «этап «Бриф», роль «Юрист»»: of the parts that a role has to know, or of all without one, those
 * that are not among the parts that were signed; the first few, and how many more. Where nobody has
 * kept parts (NULL), that nobody has. In arena. */
const char *
signing_said_changed(const struct fingerprint *fingerprint, const struct entity *role,
		     const char *parts, int lang, struct arena *arena);

#endif
