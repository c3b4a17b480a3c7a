/* SPDX-License-Identifier: MIT */
/* What a process says, in twelve digits: they stay the same as long as nothing changes that people
 * do, answer for or wait for. Each part has its own, so that what has changed can be named though
 * nobody has kept the text. The recipe is named with them, «1-4f1c2b7a9d03»: a later one must not
 * take what an older one has made for a change. */
#ifndef PRESALE_PLAN_FINGERPRINT_H
#define PRESALE_PLAN_FINGERPRINT_H

#include "model/model.h"
#include "support/sha256.h"

/* A role, a stage, or the document for all that is neither. */
struct fingerprint_part {
	const struct entity *thing;
	struct sha256 digest;
};

struct fingerprint {
	struct sha256 digest;
	const struct fingerprint_part *parts; /* the document's, the roles', the stages' */
	uint32_t count;
};

/* The fingerprint of a process that nothing was cut out of. In arena. */
const struct fingerprint *
fingerprint_of(const struct model *model, struct arena *arena);

/* «1-4f1c2b7a9d03», in arena. */
const char *
fingerprint_text(const struct fingerprint *fingerprint, struct arena *arena);

/* Six digits each, parted by blanks, of all parts or of those that a role has to know: itself and
 * the stages in which it takes part. In arena. */
const char *
fingerprint_parts(const struct fingerprint *fingerprint, const struct entity *role,
		  struct arena *arena);

/* What a text says of a process. */
enum fingerprint_verdict {
	FINGERPRINT_UNTOLD,  /* there is no text, or nobody has a fingerprint to compare it with */
	FINGERPRINT_STRANGE, /* it is none of this recipe */
	FINGERPRINT_SAME,
	FINGERPRINT_CHANGED,
};

/* Whether it is the text of this process. */
enum fingerprint_verdict
fingerprint_match(const struct fingerprint *fingerprint, const char *text);

/* The parts of those that fingerprint_parts names for the role which are not in a text of it: what
 * was changed or came. *gone becomes how many of the text are there no more, changed ones among
 * them. NULL-ended, in arena. */
const struct entity **
fingerprint_changed(const struct fingerprint *fingerprint, const struct entity *role,
		    const char *parts, uint32_t *gone, struct arena *arena);

#endif
