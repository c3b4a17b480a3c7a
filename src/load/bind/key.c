/* SPDX-License-Identifier: MIT */
#include "load/bind/key.h"

#include "support/utf8.h"

bool
bind_is_ignored(const char *key)
{
	return (key[0] == 'x' || key[0] == 'X') && key[1] == '-';
}

bool
bind_is_rest(const struct node *key)
{
	return key->goes_on && key->next->plain && node_is_empty(key->next);
}

bool
bind_is_exception(const char *key)
{
	struct arena arena = {0};
	const char *folded = utf8_fold(&arena, key, FOLD_KEY);
	bool is = field_spelling_matches(exception_field.keys[0], folded) ||
		  field_spelling_matches(exception_field.keys[1], folded);
	arena_free(&arena);
	return is;
}

bool
bind_key_is_new(struct binder *b, struct map *seen, const struct node *key)
{
	void **place = map_at(seen, key->text);
	const struct node *before = *place;
	if (before && !key->merged)
		diag1(b->diags, RULE_YAML_DUPLICATE, key->pos, key->text)->related = before->pos;
	if (before)
		return false;
	*place = (void *)(uintptr_t)key;
	return true;
}
