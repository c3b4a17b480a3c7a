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

/* The entry of the history that tells of the version in force, or NULL. */
const struct revision *
signing_revision(const struct model *model, struct arena *scratch);

/* Who signed, for people: the role, else the person; the same one is the same signer. */
const char *
signing_signer(const struct approval *approval);

/* True for an approval of what is in force: by its fingerprint; without one by its version, else by
 * its date and that of the revision, signing_revision. */
bool
signing_is_current(const struct model *model, const struct revision *revision,
		   const struct approval *approval, struct arena *scratch);

/* True when what somebody has read is in force: by its fingerprint, where only what the role has to
 * know must have stayed; without one by its version. */
bool
signing_has_read(const struct model *model, const struct acknowledgement *signature,
		 struct arena *scratch);

/* A signer, folded → the best of its approvals: current before old, decided before undecided. The
 * caller frees the map; its keys are in scratch. */
struct map
signing_best(const struct model *model, struct arena *scratch);

#endif
