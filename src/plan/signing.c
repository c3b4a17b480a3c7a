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
signing_revision(const struct model *model, struct arena *scratch)
{
	const struct list *history = &model->document->history;
	for (uint32_t i = 0; i < history->count; i++)
		if (same(revision_at(history, i)->version.s, model_process(model)->version.s,
			 scratch))
			return revision_at(history, i);
	return NULL;
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

bool
signing_is_current(const struct model *model, const struct revision *revision,
		   const struct approval *approval, struct arena *scratch)
{
	const struct text *version = &model_process(model)->version;
	enum fingerprint_verdict match =
	    fingerprint_match(model->fingerprint, approval->fingerprint.s);
	if (match == FINGERPRINT_SAME || match == FINGERPRINT_CHANGED)
		return match == FINGERPRINT_SAME;
	if (approval->version.s && version->s)
		return same(approval->version.s, version->s, scratch);
	return !approval->date.pos.line || !revision || !revision->date.pos.line ||
	       approval->date.day >= revision->date.day;
}

/* What the role has to know is as it was, whatever else has changed. */
static bool
is_kept(const struct model *model, const struct acknowledgement *signature, struct arena *scratch)
{
	uint32_t gone;
	return signature->role.to && signature->parts.s &&
	       !*fingerprint_changed(model->fingerprint, signature->role.to, signature->parts.s,
				     &gone, scratch) &&
	       !gone;
}

bool
signing_has_read(const struct model *model, const struct acknowledgement *signature,
		 struct arena *scratch)
{
	const char *version = model_process(model)->version.s;
	enum fingerprint_verdict match =
	    fingerprint_match(model->fingerprint, signature->fingerprint.s);
	if (match == FINGERPRINT_CHANGED)
		return is_kept(model, signature, scratch);
	return match == FINGERPRINT_SAME || !version || !signature->version.s ||
	       same(signature->version.s, version, scratch);
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
