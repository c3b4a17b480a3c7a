/* SPDX-License-Identifier: MIT */
/* Rules on what a process says of fields: which changes count (model/weights.h). */
#include "check/near_field.h"
#include "model/fields.h"
#include "model/weights.h"
#include "support/utf8.h"
#include "text/words/suggest.h"

#include <string.h>

/* Whether a word is a key of any field, and of one of which a process may say so. */
struct key_found {
	bool any, allowed;
};

static struct key_found
find_key(struct checker *c, const char *word)
{
	const char *folded = utf8_fold(&c->arena, word, FOLD_KEY);
	struct key_found found = {0};
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (const struct field **field = c->model->fields[kind]; *field; field++)
			if (weights_name(*field, folded)) {
				found.any = true;
				found.allowed = found.allowed || weights_allow(*field);
			}
	return found;
}

static void
check_weight_names(struct checker *c, const struct entity *entity, const struct texts *names)
{
	for (uint32_t i = 0; i < names->count; i++) {
		const struct text *name = &names->items[i];
		const struct key_found found =
		    name->s ? find_key(c, name->s) : (struct key_found){true, true};
		if (found.allowed)
			continue;
		bool looks = !found.any && c->unknown_count++ < SUGGEST_MOST;
		report2(c, RULE_DOCUMENT_UNKNOWN_FIELD, entity, name->pos, name->s,
			found.any ? PHRASE_STATE_FIELD : PHRASE_NO_SUCH_FIELD)
		    ->suggestion = looks ? near_field(c, name->s, weights_allow) : NULL;
	}
}

void
check_weights(struct checker *c, const struct entity *entity)
{
	check_weight_names(c, entity, &process_of(entity)->material);
	check_weight_names(c, entity, &process_of(entity)->editorial);
}

static bool
is_same_key(struct checker *c, const struct text *one, const struct text *other)
{
	return one->s && other->s &&
	       strcmp(utf8_fold(&c->arena, one->s, FOLD_KEY),
		      utf8_fold(&c->arena, other->s, FOLD_KEY)) == 0;
}

void
check_both_weights(struct checker *c, const struct entity *entity)
{
	const struct texts *material = &process_of(entity)->material,
			   *editorial = &process_of(entity)->editorial;
	for (uint32_t i = 0; i < editorial->count; i++)
		for (uint32_t j = 0; j < material->count; j++)
			if (is_same_key(c, &editorial->items[i], &material->items[j]))
				report1(c, RULE_DOCUMENT_BOTH_WEIGHTS, entity,
					editorial->items[i].pos, editorial->items[i].s)
				    ->related = material->items[j].pos;
}
