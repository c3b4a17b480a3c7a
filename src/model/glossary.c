/* SPDX-License-Identifier: MIT */
#include "model/glossary.h"

#include "model/field.h"
#include "model/fields.h"
#include "support/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { YO = 0x451, YE = 0x435 };

/* A term with its sort keys, 0-ended: first the plain letters in lower case, each with its alphabet
 * above it, so that one loop compares them; then, where those are alike, the letters as they are,
 * so that ё stands after е and é after e. */
struct sorted_term {
	const struct term *term;
	const uint32_t *plain, *lower;
	const char *name;
};

static uint32_t
plain_letter(uint32_t lower)
{
	return lower == YO ? YE : utf8_plain(lower);
}

static bool
is_digit(uint32_t rune)
{
	return rune >= '0' && rune <= '9';
}

/* The name from its first letter or digit on; the whole of it when there is none. */
static const char *
after_marks(const char *name)
{
	for (const char *at = name; *at;) {
		const char *start = at;
		uint32_t rune = utf8_next(&at);
		if (utf8_is_letter(rune) || is_digit(rune))
			return start;
	}
	return name;
}

/* Where a character sorts: signs and digits 0, the document's own alphabet 1, any other 2. */
static uint32_t
alphabet(uint32_t rune, enum choice lang)
{
	if (!utf8_is_letter(rune))
		return 0;
	return utf8_is_cyrillic(rune) == (lang != LANG_EN) ? 1 : 2;
}

static struct sorted_term
entry_of(const struct term *term, enum choice lang, struct arena *arena)
{
	const char *name = entity_name(&term->base),
		   *at = after_marks(utf8_fold(arena, name, FOLD_FORM));
	size_t capacity = utf8_count(at, strlen(at)) + 1;
	uint32_t *plain = arena_array(arena, capacity, sizeof *plain),
		 *lower = arena_array(arena, capacity, sizeof *lower);
	for (size_t i = 0; *at; i++) {
		lower[i] = utf8_lower(utf8_next(&at));
		uint32_t letter = plain_letter(lower[i]);
		plain[i] = alphabet(letter, lang) << 24 | letter;
	}
	return (struct sorted_term){term, plain, lower, name};
}

static int
compare_keys(const uint32_t *a, const uint32_t *b)
{
	for (; *a && *a == *b; a++)
		b++;
	return *a == *b ? 0 : *a < *b ? -1 : 1;
}

static int
compare(const void *left, const void *right)
{
	const struct sorted_term *a = left, *b = right;
	int order = compare_keys(a->plain, b->plain);
	if (!order)
		order = compare_keys(a->lower, b->lower);
	if (!order)
		order = strcmp(a->name, b->name);
	return order ? order : a->term->base.number < b->term->base.number ? -1 : 1;
}

const struct term **
glossary_sorted(const struct model *model, struct arena *arena)
{
	const struct list *list = &model->document->glossary;
	const struct term **terms = arena_array(arena, list->count + 1, sizeof *terms);
	struct sorted_term *entries = memory_alloc((list->count + 1) * sizeof *entries);
	struct arena keys = {0};
	for (uint32_t i = 0; i < list->count; i++)
		entries[i] = entry_of(term_at(list, i), model->lang, &keys);
	if (list->count)
		qsort(entries, list->count, sizeof *entries, compare);
	for (uint32_t i = 0; i < list->count; i++)
		terms[i] = entries[i].term;
	arena_free(&keys);
	memory_free(entries);
	return terms;
}

const char *
glossary_letter(const struct term *term, struct arena *arena)
{
	const char *at = after_marks(utf8_fold(arena, entity_name(&term->base), FOLD_FORM));
	uint32_t rune = *at ? utf8_next(&at) : '#';
	if (!utf8_is_letter(rune))
		return "#";
	char out[UTF8_MAX + 1] = {0};
	out[utf8_encode(utf8_upper(plain_letter(utf8_lower(rune))), out)] = '\0';
	return arena_string(arena, out);
}

bool
glossary_is_abbreviation(const struct term *term)
{
	unsigned letters = 0;
	for (const char *at = entity_name(&term->base); *at;) {
		uint32_t rune = utf8_next(&at);
		if (utf8_is_letter(rune) ? !utf8_is_upper(rune) : utf8_is_blank(rune))
			return false;
		letters += utf8_is_letter(rune);
	}
	return letters > 1;
}
