/* SPDX-License-Identifier: MIT */
/* What a reference to a role means that calls none by its name: a person who has it, its words cut
 * short or in another case, or their first letters. */
#include "load/resolve/resolver.h"
#include "model/fields.h"
#include "support/listed.h"

#include <string.h>

enum { SHORTEST_CUT = 3, LONGEST_LINKING = 3, MOST_LETTERS = 12 }; /* letters */

static const char *const articles[] = {"the ", "a ", "an ", NULL};

/* A word of a text, folded. */
struct meant_word {
	const char *text;
	size_t letters;
	bool cut; /* a point follows */
};

/* The next word of a folded text; false at its end. */
static bool
next_word(struct resolver *r, const char **at, struct meant_word *word)
{
	const char *start = *at, *next = start;
	while (*start && !utf8_is_letter(utf8_next(&next)))
		start = next;
	const char *end = start;
	word->letters = 0;
	for (next = start; *next && utf8_is_letter(utf8_next(&next)); end = next)
		word->letters++;
	word->text = arena_copy(&r->scratch, start, (size_t)(end - start));
	word->cut = *end == '.';
	*at = end;
	return word->letters;
}

/* Whether a word stands for one of a name: as it is, in another case, or its beginning. */
static bool
stands_for(struct resolver *r, const struct meant_word *word, const struct meant_word *of)
{
	bool begins = strncmp(word->text, of->text, strlen(word->text)) == 0;
	if (begins && (word->cut || word->letters >= SHORTEST_CUT || word->letters == of->letters))
		return true;
	return words_phrases_alike(r->words, word->text, of->text);
}

/* Whether the words of a text stand for words of a name, in their order, from the first on. */
static bool
is_cut_short(struct resolver *r, const char *text, const char *name)
{
	struct meant_word word, of;
	const char *in_name = name;
	bool first = true;
	while (next_word(r, &text, &word)) {
		bool found = false, more = true;
		while (!found && (more = next_word(r, &in_name, &of))) {
			found = stands_for(r, &word, &of);
			if (first && !found)
				return false;
		}
		if (!found)
			return false;
		first = false;
	}
	return !first;
}

/* The first letters of a name's words, those of short words only when these are wanted. */
static const char *
initials(struct resolver *r, const char *name, bool linking)
{
	struct buf letters = {0};
	struct meant_word word;
	while (next_word(r, &name, &word)) {
		const char *at = word.text;
		if (linking || word.letters > LONGEST_LINKING)
			buf_rune(&letters, utf8_next(&at));
	}
	const char *kept = arena_copy(&r->scratch, buf_text(&letters), letters.length);
	buf_free(&letters);
	return kept;
}

static bool
is_initials(struct resolver *r, const char *text, const char *name)
{
	size_t letters = utf8_count(text, strlen(text));
	return letters > 1 && letters <= MOST_LETTERS &&
	       (strcmp(text, initials(r, name, true)) == 0 ||
		strcmp(text, initials(r, name, false)) == 0);
}

/* Whether a text calls a person: each word of the shorter of the two stands for one of the other,
 * «А. Кузнецова» and «Кузнецова Анна» for «Анна К.». */
static bool
calls_person(struct resolver *r, const char *text, const char *person)
{
	struct meant_word word, of;
	size_t words = 0, names = 0, matched = 0;
	bool whole = false;
	for (const char *at = person; next_word(r, &at, &of);)
		names++;
	while (next_word(r, &text, &word)) {
		words++;
		for (const char *at = person; next_word(r, &at, &of);) {
			bool initial = word.letters == 1 || of.letters == 1;
			bool same =
			    initial ? strncmp(word.text, of.text,
					      strlen(word.letters == 1 ? word.text : of.text)) == 0
				    : words_phrases_alike(r->words, word.text, of.text);
			matched += same;
			whole = whole || (same && !initial);
			if (same)
				break;
		}
	}
	return whole && matched >= (words < names ? words : names);
}

static bool
has_person(struct resolver *r, const struct role *role, const char *text)
{
	for (uint32_t i = 0; i < role->people.count; i++)
		if (calls_person(r, text, resolver_form(r, role->people.items[i].s, FOLD_CASE)))
			return true;
	return false;
}

/* Without whoever it is, «Бухгалтер (Иванова)», «Бухгалтер – Иванова». */
static size_t
length_of_role(const char *text)
{
	static const char *const signs[] = {"(", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - "};
	size_t length = strlen(text);
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		const char *at = strstr(text, signs[i]);
		length = at && (size_t)(at - text) < length ? (size_t)(at - text) : length;
	}
	return length;
}

const struct entity *
resolver_meant_role(struct resolver *r, const char *text, bool *person)
{
	const struct list *roles = &r->model->document->roles;
	const struct entity *found = NULL;
	text = resolver_form(r, arena_copy(&r->scratch, text, length_of_role(text)), FOLD_CASE);
	text += listed_begins(articles, text);
	resolver_words(r);
	for (uint32_t i = 0; i < roles->count; i++) {
		const char *name = resolver_form(r, entity_name(roles->items[i]), FOLD_CASE);
		bool has = has_person(r, role_of(roles->items[i]), text);
		if (!has && !is_initials(r, text, name) && !is_cut_short(r, text, name))
			continue;
		if (found)
			return NULL;
		found = roles->items[i];
		*person = has;
	}
	return found;
}
