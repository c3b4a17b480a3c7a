/* SPDX-License-Identifier: MIT */
/* The table of fields as the reference of keys. */
#include "api/context/lists.h"
#include "format/sample.h"
#include "format/takes.h"
#include "format/usage.h"
#include "model/synonym.h"

#include <string.h>

struct key_list {
	struct arena *arena;
	struct presale_key *keys;
	size_t count;
};

static const char *
keep(struct key_list *l, struct buf *text)
{
	const char *kept = arena_copy(l->arena, buf_text(text), text->length);
	buf_free(text);
	return kept;
}

/* The spellings behind the first, and the words that mean the same. */
static const char *
others_of(struct key_list *l, const struct field *field, int lang)
{
	struct buf text = {0};
	const char *more = strchr(field->keys[lang], '|');
	buf_puts(&text, more ? more + 1 : "");
	for (const char *word = field->id ? synonym_words(field) : ""; *word;) {
		size_t length = strcspn(word, "|");
		if (((unsigned char)*word >= 0x80) == (lang == 1))
			buf_printf(&text, "%s%.*s", text.length ? "|" : "", (int)length, word);
		word += length + (word[length] == '|');
	}
	return keep(l, &text);
}

static const char *
takes_of(struct key_list *l, const struct field *field, int lang)
{
	struct buf text = {0};
	takes_add(&text, field, lang);
	return keep(l, &text);
}

static const char *
example_of(struct key_list *l, enum kind kind, const struct field *field, int lang)
{
	struct buf text = {0};
	sample_add(&text, kind, field, lang);
	return keep(l, &text);
}

static void
add_key(struct key_list *l, enum kind kind, const struct field *field)
{
	struct presale_key key = {.required = (field->flags & F_REQUIRED) != 0};
	for (int lang = 0; lang < 2; lang++) {
		key.kind[lang] = kind_info(kind)->names[lang];
		key.key[lang] = field_key(field, lang, l->arena);
		key.others[lang] = others_of(l, field, lang);
		key.about[lang] = usage_about(field, lang);
		key.takes[lang] = takes_of(l, field, lang);
		if (field_is(field, LEAF_THING))
			key.holds[lang] = kind_info((enum kind)field->argument)->names[lang];
		else if (field_terms(field))
			key.holds[lang] = kind_info(KIND_TERMS)->names[lang];
		key.line[lang] = arena_printf(l->arena, "%s: %s", key.key[lang],
					      usage_value(field, lang, l->arena));
		key.example[lang] = example_of(l, kind, field, lang);
	}
	l->keys = arena_grow(l->arena, l->keys, l->count, 1, sizeof key);
	l->keys[l->count++] = key;
}

const struct presale_key *
lists_keys(struct presale *context, size_t *count)
{
	struct key_list list = {.arena = context_gift(context, GIFT_KEYS)};
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
		const struct kind_info *info = kind_info((enum kind)kind);
		for (const struct field *field = info->fields; (int)field->kind == kind; field++)
			if (!(field->flags & F_BESIDE || info->flags & K_MADE))
				add_key(&list, (enum kind)kind, field);
		if (info->flags & K_ID)
			add_key(&list, (enum kind)kind, &exception_field);
	}
	*count = list.count;
	return list.keys;
}
