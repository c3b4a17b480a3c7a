/* SPDX-License-Identifier: MIT */
/* What signatures are worth, and what has changed since they were given, in words. */
#ifndef PRESALE_PLAN_SIGNING_SAID_H
#define PRESALE_PLAN_SIGNING_SAID_H

#include "plan/fingerprint.h"
#include "plan/signing.h"

/* «этап «Бриф», роль «Юрист»»: of the parts that a role has to know, or of all without one, those
 * that are not among the parts that were signed; the first few, and how many more. Where nobody has
 * kept parts (NULL), that nobody has. In arena. */
const char *
signing_said_changed(const struct fingerprint *fingerprint, const struct entity *role,
		     const char *parts, int lang, struct arena *arena);

/* «действует: подписан этот текст», «ждёт решения», «устарела; с тех пор изменилось: этап «Бриф»».
 * What was cut out of a process is not named. revision is signing_revision's. In arena. */
const char *
signing_said_approval(const struct model *model, const struct revision *revision,
		      const struct approval *approval, int lang, struct arena *arena);
const char *
signing_said_reading(const struct model *model, const struct acknowledgement *signature, int lang,
		     struct arena *arena);

/* Of somebody who has not signed yet. In arena. */
const char *
signing_said_waits(int lang, struct arena *arena);

#endif
