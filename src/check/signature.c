/* SPDX-License-Identifier: MIT */
/* Rules on what was signed: whether it is what the process says now. */
#include "check/checker.h"
#include "model/fields.h"
#include "plan/fingerprint.h"
#include "plan/signing.h"
#include "plan/signing_said.h"
#include "support/utf8.h"

#include <string.h>

/* An approval or acknowledgement. */
struct signed_text {
	const struct entity *entity, *role;
	const struct text *fingerprint, *parts;
	const char *signer;
};

static struct said
said_changed(struct checker *c, const struct signed_text *signature)
{
	struct said said;
	for (int lang = 0; lang < 2; lang++)
		said.texts[lang] = signing_said_changed(c->model->fingerprint, signature->role,
							signature->parts->s, lang, &c->arena);
	return said;
}

/* A fingerprint that was made otherwise says nothing of what was signed. */
static bool
is_strange(struct checker *c, const struct signed_text *signature)
{
	bool strange = fingerprint_match(c->model->fingerprint, signature->fingerprint->s) ==
		       FINGERPRINT_STRANGE;
	if (strange)
		report2(c, RULE_DOCUMENT_STRANGE_FINGERPRINT, signature->entity,
			signature->fingerprint->pos, signature->fingerprint->s, signature->signer);
	return strange;
}

/* Only the best approval of each signer counts, and one that rejects or decides nothing is told of
 * as such. */
void
check_approved_text(struct checker *c, const struct entity *entity)
{
	const struct approval *approval = approval_of(entity);
	const struct signed_text signature = {
	    entity, approval->own_part.on ? approval->role.to : NULL, &approval->fingerprint,
	    &approval->parts, signing_signer(approval)};
	if (!c->model->fingerprint || is_strange(c, &signature) ||
	    approval->decision.value != DECISION_APPROVED ||
	    signing_approval_state(c->model, NULL, approval, &c->arena) != SIGNING_STALE)
		return;
	struct map best = signing_best(c->model, &c->arena);
	bool counts = map_get(&best, utf8_fold(&c->arena, signature.signer, FOLD_CASE)) == approval;
	map_free(&best);
	if (counts)
		report2(c, RULE_DOCUMENT_STALE_APPROVAL, entity, approval->fingerprint.pos,
			signature.signer, said_changed(c, &signature));
}

/* True when somebody has signed again, later in the file or before, what is in force. */
static bool
has_read_again(struct checker *c, const struct acknowledgement *signature)
{
	const struct list *all = &c->model->document->acknowledgements;
	const char *person =
	    signature->person.s ? utf8_fold(&c->arena, signature->person.s, FOLD_CASE) : NULL;
	for (uint32_t i = 0; i < all->count; i++) {
		const struct acknowledgement *other = acknowledgement_at(all, i);
		bool same =
		    person
			? other->person.s &&
			      strcmp(person, utf8_fold(&c->arena, other->person.s, FOLD_CASE)) == 0
			: signature->role.to && other->role.to == signature->role.to;
		if (same && signing_has_read(c->model, other, &c->arena))
			return true;
	}
	return false;
}

void
check_read_text(struct checker *c, const struct entity *entity)
{
	const struct acknowledgement *read = acknowledgement_of(entity);
	const struct signed_text signature = {entity, read->role.to, &read->fingerprint,
					      &read->parts,
					      read->person.s   ? read->person.s
					      : read->role.to  ? entity_name(read->role.to)
					      : read->role.raw ? read->role.raw
							       : ""};
	if (c->model->fingerprint && !is_strange(c, &signature) &&
	    signing_reading_state(c->model, read, &c->arena) == SIGNING_STALE &&
	    !has_read_again(c, read))
		report2(c, RULE_DOCUMENT_STALE_ACKNOWLEDGEMENT, entity, read->fingerprint.pos,
			signature.signer, said_changed(c, &signature));
}
