/* SPDX-License-Identifier: MIT */
#include "cli/draft/draft_key.h"

#include "support/utf8.h"

#include <string.h>

enum { LONGEST_KEY = 60 /* bytes */ };

/* True when a folded word is one of those that | parts. */
static bool
is_among(struct arena *arena, const char *word, const char *words)
{
	while (*words) {
		size_t length = strcspn(words, "|");
		const char *one = utf8_fold(arena, arena_copy(arena, words, length), FOLD_KEY);
		if (strcmp(one, word) == 0)
			return true;
		words += length + (words[length] == '|');
	}
	return false;
}

const char *
draft_key_called(const struct draft_keys *keys, const char *kind, const char *word)
{
	const char *folded = utf8_fold(keys->arena, word, FOLD_KEY);
	for (size_t i = 0; i < 2 * keys->count; i++) {
		const struct presale_key *key = &keys->keys[i / 2];
		size_t lang = i % 2;
		bool name = strcmp(key->key[0], "name") == 0;
		if (strcmp(key->kind[0], kind) == 0 &&
		    (is_among(keys->arena, folded, key->key[lang]) ||
		     is_among(keys->arena, folded, key->others[lang]) ||
		     (name && is_among(keys->arena, folded, key->kind[lang]))))
			return key->key[0];
	}
	return NULL;
}

const char *
draft_key_of_line(const struct draft_keys *keys, const char *kind, const char *text,
		  const char **value)
{
	static const char *const signs[] = {": ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", " = "};
	const char *first = NULL;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		const char *sign = strstr(text, signs[i]);
		if (!sign || sign == text || (first && sign > first))
			continue;
		first = sign;
		*value = sign + strlen(signs[i]);
	}
	size_t length = first ? (size_t)(first - text) : 0;
	return length && length <= LONGEST_KEY
		   ? draft_key_called(keys, kind, arena_copy(keys->arena, text, length))
		   : NULL;
}
