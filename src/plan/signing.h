/* SPDX-License-Identifier: MIT */
/* Who has agreed to the version in force, and who has read it. */
#ifndef PRESALE_PLAN_SIGNING_H
#define PRESALE_PLAN_SIGNING_H

#include "model/model.h"
#include "support/map.h"

/* Of those who are to sign, and of all people of the roles, how many have: each counts once. */
struct signing {
	uint32_t approved, approvers;
	uint32_t acquainted, people;
};

/* Counts them; scratch is for what is compared on the way. */
struct signing
signing_count(const struct model *model, struct arena *scratch);

/* The entry of the history that tells of a version, or of the one in force; NULL: there is none. */
const struct revision *
signing_revision_of(const struct model *model, const char *version, struct arena *scratch);
const struct revision *
signing_revision(const struct model *model, struct arena *scratch);

/* Who signed, for people: the role, else the person; the same one is the same signer. */
const char *
signing_signer(const struct approval *approval);

/* What a signature is worth: whether what was signed is in force. */
enum signing_state {
	SIGNING_HOLDS,      /* by its fingerprint this text was signed */
	SIGNING_PART_HOLDS, /* another text, but what the role has to know is as it was */
	SIGNING_VERSION,    /* without a fingerprint: this version */
	SIGNING_UNTOLD,     /* neither tells; no date tells otherwise */
	SIGNING_EARLIER,    /* another version, or by its date before this one */
	SIGNING_STALE,      /* another text */
};

/* An approval's: of the whole text, or where it says so of the role's own part. revision is
 * signing_revision's. */
enum signing_state
signing_approval_state(const struct model *model, const struct revision *revision,
		       const struct approval *approval, struct arena *scratch);

/* An acknowledgement's: only what the role has to know must have stayed. */
enum signing_state
signing_reading_state(const struct model *model, const struct acknowledgement *signature,
		      struct arena *scratch);

/* True for an approval of what is in force. */
bool
signing_is_current(const struct model *model, const struct revision *revision,
		   const struct approval *approval, struct arena *scratch);

/* True when what somebody has read is in force. */
bool
signing_has_read(const struct model *model, const struct acknowledgement *signature,
		 struct arena *scratch);

/* A signer, folded → the best of its approvals: current before old, decided before undecided. The
 * caller frees the map; its keys are in scratch. */
struct map
signing_best(const struct model *model, struct arena *scratch);

#endif
