/* SPDX-License-Identifier: MIT */
#include "plan/signing.h"

#include "model/fields.h"
#include "plan/fingerprint.h"
#include "support/utf8.h"

#include <string.h>

static bool
same(const char *left, const char *right, struct arena *scratch)
{
	return left && right &&
	       strcmp(utf8_fold(scratch, left, FOLD_CASE), utf8_fold(scratch, right, FOLD_CASE)) ==
		   0;
}

const struct revision *
signing_revision_of(const struct model *model, const char *version, struct arena *scratch)
{
	const struct list *history = &model->document->history;
	for (uint32_t i = 0; i < history->count; i++)
		if (same(revision_at(history, i)->version.s, version, scratch))
			return revision_at(history, i);
	return NULL;
}

const struct revision *
signing_revision(const struct model *model, struct arena *scratch)
{
	return signing_revision_of(model, model_process(model)->version.s, scratch);
}

const char *
signing_signer(const struct approval *approval)
{
	if (approval->role.to)
		return entity_name(approval->role.to);
	return approval->person.s   ? approval->person.s
	       : approval->role.raw ? approval->role.raw
				    : "";
}

/* True for the states in which a signature counts. */
static bool
counts(enum signing_state state)
{
	return state <= SIGNING_UNTOLD;
}

/* The same thing of the process that nothing was cut out of: a cut one may lack the fingerprints of
 * the parts. */
static const struct entity *
whole_of(const struct model *model, const struct entity *signature)
{
	const struct document *whole = model->whole ? model->whole->document : NULL;
	const struct list *all = !whole                             ? NULL
				 : signature->kind == KIND_APPROVAL ? &whole->approvals
								    : &whole->acknowledgements;
	for (uint32_t i = 0; all && i < all->count; i++)
		if (all->items[i]->serial == signature->serial)
			return all->items[i];
	return signature;
}

/* What the role has to know is as it was, whatever else has changed. */
static bool
is_kept(const struct model *model, const struct entity *role, const char *parts,
	struct arena *scratch)
{
	uint32_t gone;
	return role && parts &&
	       !*fingerprint_changed(model->fingerprint, role, parts, &gone, scratch) && !gone;
}

enum signing_state
signing_approval_state(const struct model *model, const struct revision *revision,
		       const struct approval *approval, struct arena *scratch)
{
	const char *version = model_process(model)->version.s;
	const struct approval *whole = approval_of(whole_of(model, &approval->base));
	enum fingerprint_verdict match =
	    fingerprint_match(model->fingerprint, whole->fingerprint.s);
	if (match == FINGERPRINT_SAME)
		return SIGNING_HOLDS;
	if (match == FINGERPRINT_CHANGED)
		return whole->own_part.on && is_kept(model, whole->role.to, whole->parts.s, scratch)
			   ? SIGNING_PART_HOLDS
			   : SIGNING_STALE;
	if (approval->version.s && version)
		return same(approval->version.s, version, scratch) ? SIGNING_VERSION
								   : SIGNING_EARLIER;
	bool earlier = approval->date.pos.line && revision && revision->date.pos.line &&
		       approval->date.day < revision->date.day;
	return earlier ? SIGNING_EARLIER : SIGNING_UNTOLD;
}

enum signing_state
signing_reading_state(const struct model *model, const struct acknowledgement *signature,
		      struct arena *scratch)
{
	const char *version = model_process(model)->version.s;
	const struct acknowledgement *whole = acknowledgement_of(whole_of(model, &signature->base));
	enum fingerprint_verdict match =
	    fingerprint_match(model->fingerprint, whole->fingerprint.s);
	if (match == FINGERPRINT_SAME)
		return SIGNING_HOLDS;
	if (match == FINGERPRINT_CHANGED)
		return is_kept(model, whole->role.to, whole->parts.s, scratch) ? SIGNING_PART_HOLDS
									       : SIGNING_STALE;
	if (!version || !signature->version.s)
		return SIGNING_UNTOLD;
	return same(signature->version.s, version, scratch) ? SIGNING_VERSION : SIGNING_EARLIER;
}

bool
signing_is_current(const struct model *model, const struct revision *revision,
		   const struct approval *approval, struct arena *scratch)
{
	return counts(signing_approval_state(model, revision, approval, scratch));
}

bool
signing_has_read(const struct model *model, const struct acknowledgement *signature,
		 struct arena *scratch)
{
	return counts(signing_reading_state(model, signature, scratch));
}

struct map
signing_best(const struct model *model, struct arena *scratch)
{
	const struct list *approvals = &model->document->approvals;
	const struct revision *revision = signing_revision(model, scratch);
	struct map best = {0};
	for (uint32_t i = 0; i < approvals->count; i++) {
		const struct approval *approval = approval_at(approvals, i), *kept;
		const char *key = utf8_fold(scratch, signing_signer(approval), FOLD_CASE);
		void **place = map_at(&best, key);
		kept = *place;
		if (!kept || !signing_is_current(model, revision, kept, scratch) ||
		    (signing_is_current(model, revision, approval, scratch) &&
		     approval->decision.value))
			*place = (void *)(uintptr_t)approval;
	}
	return best;
}

static void
count_approvals(const struct model *model, struct signing *signing, struct arena *scratch)
{
	const struct list *approvals = &model->document->approvals;
	const struct revision *revision = signing_revision(model, scratch);
	struct map best = signing_best(model, scratch);
	for (uint32_t i = 0; i < approvals->count; i++) {
		const struct approval *approval = approval_at(approvals, i);
		const char *key = utf8_fold(scratch, signing_signer(approval), FOLD_CASE);
		if (map_get(&best, key) != approval)
			continue;
		signing->approvers++;
		signing->approved += approval->decision.value == DECISION_APPROVED &&
				     signing_is_current(model, revision, approval, scratch);
	}
	map_free(&best);
}

/* True when nobody of that name was in the set; now there is. */
static bool
add_name(struct map *names, const char *name, struct arena *scratch)
{
	void **place = map_at(names, utf8_fold(scratch, name, FOLD_CASE));
	bool is_new = !*place;
	*place = names;
	return is_new;
}

/* Whoever has read something else has yet to read what is in force. */
static void
count_people(const struct model *model, struct signing *signing, struct arena *scratch)
{
	const struct list *signatures = &model->document->acknowledgements,
			  *roles = &model->document->roles;
	struct map known = {0}, acquainted = {0};
	for (uint32_t i = 0; i < signatures->count; i++) {
		const struct acknowledgement *signature = acknowledgement_at(signatures, i);
		const char *person = signature->person.s;
		signing->people += person && add_name(&known, person, scratch);
		if (person && signing_has_read(model, signature, scratch))
			signing->acquainted += add_name(&acquainted, person, scratch);
	}
	for (uint32_t i = 0; i < roles->count; i++) {
		const struct texts *people = &role_at(roles, i)->people;
		for (uint32_t j = 0; j < people->count && !role_at(roles, i)->external.on; j++)
			signing->people += add_name(&known, people->items[j].s, scratch);
	}
	map_free(&known);
	map_free(&acquainted);
}

struct signing
signing_count(const struct model *model, struct arena *scratch)
{
	struct signing signing = {0};
	count_approvals(model, &signing, scratch);
	count_people(model, &signing, scratch);
	return signing;
}
