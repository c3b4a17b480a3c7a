/* SPDX-License-Identifier: MIT */
#include "load/bind/titled.h"

#include "load/bind/key.h"
#include "model/fields.h"
#include "model/variant.h"
#include "support/utf8.h"
#include "text/words/suggest.h"

static bool
is_called(const struct node *key, const char *words)
{
	struct arena scratch = {0};
	bool is = key->type == NODE_TEXT &&
		  field_spelling_matches(words, utf8_fold(&scratch, key->text, FOLD_KEY));
	arena_free(&scratch);
	return is;
}

/* True when a mapping has a key that no variant has: it names several. */
static bool
names_variants(struct binder *b, const struct node *map)
{
	const struct node *key = map->first;
	while (key && (key->type != NODE_TEXT || bind_meant(b, KIND_VARIANT, key->text) ||
		       bind_is_ignored(key->text) || bind_is_exception(key->text)))
		key = key->next->next;
	return key;
}

static const struct node *
find_items(struct binder *b, const struct node *map)
{
	for (const struct node *key = map->first; key; key = key->next->next)
		if (is_called(key, VARIANTS_ITEMS) &&
		    (key->next->type == NODE_LIST ||
		     (key->next->type == NODE_MAP && names_variants(b, key->next))))
			return key;
	return NULL;
}

static void
take_title(struct binder *b, const struct node *key)
{
	struct text *title = &b->model->document->variants_title;
	if (title->pos.line && !key->merged)
		diag1(b->diags, RULE_YAML_DUPLICATE, key->pos, key->text)->related = title->pos;
	else if (node_is_empty(key->next))
		diag1(b->diags, RULE_SCHEMA_EMPTY, key->pos, key->text);
	else if (key->next->type != NODE_TEXT)
		diag2(b->diags, RULE_SCHEMA_TYPE, key->next->pos, key->text, PHRASE_ONE_TEXT);
	else if (!title->pos.line)
		*title = (struct text){key->next->text, key->next->pos};
}

static void
report_key(struct binder *b, const struct node *key)
{
	struct suggest suggest;
	suggest_open(&suggest, key->text);
	suggest_try_spellings(&suggest, VARIANTS_TITLE, &b->model->arena);
	suggest_try_spellings(&suggest, VARIANTS_ITEMS, &b->model->arena);
	diag2(b->diags, RULE_SCHEMA_KEY, key->pos, key->text,
	      said_key(field_row(FIELD_DOCUMENT_variants), &b->diags->arena))
	    ->suggestion = suggest_close(&suggest);
}

const struct node *
bind_titled_items(struct binder *b, const struct node *map)
{
	const struct node *items = map->type == NODE_MAP ? find_items(b, map) : NULL;
	for (const struct node *key = items ? map->first : NULL; key; key = key->next->next) {
		if (is_called(key, VARIANTS_TITLE))
			take_title(b, key);
		else if (key != items && is_called(key, VARIANTS_ITEMS))
			diag1(b->diags, RULE_YAML_DUPLICATE, key->pos, key->text)->related =
			    items->pos;
		else if (key != items && key->type == NODE_TEXT && !bind_is_ignored(key->text))
			report_key(b, key);
	}
	return items ? items->next : NULL;
}
