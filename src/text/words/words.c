/* SPDX-License-Identifier: MIT */
#include "text/words/words.h"

#include "support/listed.h"
#include "support/map.h"
#include "support/utf8.h"
#include "text/words/declension.h"
#include "text/literal.h"
#include "text/words/stem.h"

#include <stdlib.h>
#include <string.h>

enum {
	LONGEST_WORD = 96,    /* bytes; a longer one is no word of a language */
	MOST_WORDS = 1 << 20, /* different ones that are told apart */
	MOST_PHRASES = 24, /* of the same words; more are left out, so that a search stays linear */
	LONGEST_PHRASE = 63, /* words */
	KEY_LENGTH = 8,      /* characters of a key for each word: a comma and up to six digits */
	RADIX = 64,          /* of a stem's number in a key */
	ACUTE = 0x300,
	LAST_MARK = 0x36F,
};

struct known_phrase {
	struct known_phrase *next;
	const void *value;
	struct form **words; /* count of them */
	const char **gaps;   /* what stands before each but the first */
	const char *closing; /* the sign behind the last that closes one in a gap; or "" */
	uint32_t count;
	bool exact;
	bool verb; /* the first word is one, and found in any form of it */
};

struct words {
	struct arena *arena;
	struct stemmer *stemmer;
	struct map forms;        /* word → struct form */
	struct map stems, roots; /* text → struct word_stem, numbered together */
	struct map phrases;      /* key of set and stems → struct known_phrase, a list */
	struct form other;       /* for what is beyond the limits */
};

static void
forget(void *data)
{
	struct words *words = data;
	map_free(&words->forms);
	map_free(&words->stems);
	map_free(&words->roots);
	map_free(&words->phrases);
}

size_t
token_letters(const struct token *token)
{
	return utf8_count(token->start, (size_t)(token->end - token->start));
}

struct words *
words_new(struct arena *arena)
{
	struct words *words = arena_alloc(arena, sizeof *words);
	words->arena = arena;
	words->stemmer = stemmer_new(arena);
	words->other.folded = "";
	words->other.stem = words->other.root = arena_alloc(arena, sizeof *words->other.stem);
	words->other.stem->text = "";
	arena_at_end(arena, forget, words);
	return words;
}

static size_t
other_word_rune(const char *text)
{
	const char *next = text;
	uint32_t rune = utf8_next(&next);
	return utf8_is_letter(rune) || (rune >= ACUTE && rune <= LAST_MARK) ? (size_t)(next - text)
									    : 0;
}

static inline bool
begins_cyrillic(const char *text)
{
	return ((unsigned char)*text & 0xFC) == 0xD0;
}

/* The length of the word character at text, 0 when there is none. Quick for our alphabets. */
static inline size_t
word_rune(const char *text)
{
	unsigned char c = (unsigned char)*text;
	if (begins_cyrillic(text))
		return 2;
	if (c < 0x80)
		return (unsigned char)((c | 0x20) - 'a') < 26 || (unsigned char)(c - '0') < 10;
	return other_word_rune(text);
}

static const char *
word_end(const char *text)
{
	for (size_t step = 1; step; text += step) {
		while (begins_cyrillic(text))
			text += 2;
		step = word_rune(text);
	}
	return text;
}

static unsigned
traits_of(const char *text)
{
	unsigned traits = 0, letters = 0, capitals = 0, inner = 0;
	for (bool first = true; *text; first = false) {
		uint32_t rune = utf8_next(&text);
		bool letter = utf8_is_letter(rune), capital = letter && utf8_is_upper(rune);
		letters += letter;
		capitals += capital;
		inner += capital && !first;
		traits |= first && capital ? FORM_INITIAL : 0;
		traits |= utf8_is_cyrillic(rune) ? FORM_CYRILLIC : 0;
		traits |= (rune | 0x20) >= 'a' && (rune | 0x20) <= 'z' ? FORM_LATIN : 0;
		traits |= rune >= '0' && rune <= '9' ? FORM_DIGIT : 0;
	}
	traits |= letters >= 2 && letters == capitals ? FORM_UPPER : 0;
	traits |= letters >= 2 && !inner ? FORM_SMALL : 0;
	return traits | (letters >= 2 && !capitals ? FORM_LOWER : 0);
}

static struct word_stem *
intern_stem(struct words *words, struct map *map, const char *text)
{
	void **place = map_at(map, text);
	if (!*place) {
		struct word_stem *stem = arena_alloc(words->arena, sizeof *stem);
		stem->text = text;
		stem->number = (uint32_t)(words->stems.count + words->roots.count);
		*place = stem;
	}
	return *place;
}

static void
make_form(struct words *words, struct form *form, const char *text)
{
	form->folded = utf8_fold(words->arena, text, FOLD_CASE);
	form->traits = traits_of(text);
	form->stem = form->root =
	    intern_stem(words, &words->stems, stem_of(words->stemmer, form->folded));
	form->stem->traits |= form->traits;
	if (form->traits & FORM_CYRILLIC)
		form->root =
		    intern_stem(words, &words->roots, declension_root(words->arena, form->folded));
}

size_t
words_singular(const char *start, size_t length)
{
	size_t at = length - 1;
	if (length < 3 || start[at] != 's')
		return length;
	while (at && start[at - 1] >= 'A' && start[at - 1] <= 'Z')
		at--;
	return length - !at;
}

static struct form *
intern_word(struct words *words, const char *start, size_t length)
{
	if (length > LONGEST_WORD)
		return &words->other;
	length = words_singular(start, length);
	struct form *form = map_get_piece(&words->forms, start, length);
	if (form)
		return form;
	if (words->forms.count >= MOST_WORDS)
		return &words->other;
	const char *text = arena_copy(words->arena, start, length);
	form = arena_alloc(words->arena, sizeof *form);
	make_form(words, form, text);
	*map_at(&words->forms, text) = form;
	return form;
}

/* The next word, whether it is one of the text or a part of an address. */
static bool
any_next(struct words *words, const char **at, struct token *token)
{
	const char *p = *at;
	while (*p && !word_rune(p)) {
		if ((unsigned char)*p < 0x80)
			p++;
		else
			utf8_next(&p);
	}
	token->start = p;
	token->end = *at = p = word_end(p);
	if (p == token->start)
		return false;
	token->form = intern_word(words, token->start, (size_t)(p - token->start));
	return true;
}

bool
words_next(struct words *words, const char **at, struct token *token)
{
	for (const char *p = *at; *p;) {
		const char *after = *p == ' ' ? p : literal_end(p);
		if (after == p && word_rune(p)) {
			*at = p;
			return any_next(words, at, token);
		}
		if (after > p)
			p = after;
		else if ((unsigned char)*p < 0x80)
			p++;
		else
			utf8_next(&p);
	}
	return false;
}

/* True when both texts are the same but for the width and kind of blanks. */
static bool
same_gap(const char *gap, const char *text, const char *end)
{
	while (text < end) {
		bool blank = false;
		const char *next = text;
		uint32_t rune = utf8_next(&next);
		while (text < end && utf8_is_blank(rune)) {
			blank = true;
			text = next;
			rune = next < end ? utf8_next(&next) : 0;
		}
		if (blank && *gap++ != ' ')
			return false;
		if (text == end)
			break;
		if (!*gap || utf8_next(&gap) != rune)
			return false;
		text = next;
	}
	return !*gap;
}

static bool
is_hyphen(uint32_t rune)
{
	return rune == '-' || rune == 0x2010 || rune == 0x2011;
}

/* True when the words at start … end go on behind a hyphen, on either side. */
static bool
is_compound(const char *text, const char *start, const char *end)
{
	const char *next = end;
	if (*next && is_hyphen(utf8_next(&next)) && word_rune(next))
		return true;
	if (start == text)
		return false;
	const char *before = start - 1;
	while (before > text && ((unsigned char)*before & 0xC0) == 0x80)
		before--;
	next = before;
	return is_hyphen(utf8_next(&next)) && before > text &&
	       ((unsigned char)before[-1] >= 0x80 || word_rune(before - 1));
}

bool
form_is_like(const struct form *form, const struct form *other)
{
	return form->root == other->root && (!(form->traits & FORM_CYRILLIC) ||
					     declension_same(form->folded, true, other->folded));
}

/* «подать», not «сеть»: an infinitive, as far as its end tells. */
static bool
is_infinitive(const struct form *form)
{
	static const char *const nouns[] = {"печать",  "память", "сеть", "нить",  "путь",
					    "суть",    "ртуть",  "мать", "плеть", "кровать",
					    "рукоять", "рать",   NULL};
	static const char *const vowels[] = {"а", "е", "и", "о", "у", "ы", "я", NULL};
	size_t length = strlen(form->folded), end = strlen("ть"), back = end + strlen("ся");
	if (listed_is(nouns, form->folded))
		return false;
	if (length > back && strcmp(form->folded + length - back, "ться") == 0)
		return true;
	if (length <= back || strcmp(form->folded + length - end, "ть") != 0)
		return false;
	return listed_begins(vowels, form->folded + length - end - 2);
}

static bool
same_word(const struct known_phrase *phrase, uint32_t i, const struct form *found)
{
	const struct form *wanted = phrase->words[i];
	if (phrase->exact)
		return (found->traits & FORM_UPPER || !(wanted->traits & FORM_UPPER)) &&
		       strcmp(wanted->folded, found->folded) == 0;
	if (phrase->verb && i == 0)
		return wanted->stem == found->stem;
	return wanted->root == found->root &&
	       (!(wanted->traits & FORM_CYRILLIC) ||
		declension_same(wanted->folded, phrase->count > 1, found->folded));
}

/* How the words of a phrase stand in a text. */
enum match { MATCH_NONE, MATCH_FORMS, MATCH_LETTERS };

static enum match
match_word(const struct known_phrase *phrase, uint32_t i, const struct form *found)
{
	if (!same_word(phrase, i, found))
		return MATCH_NONE;
	return strcmp(phrase->words[i]->folded, found->folded) == 0 ? MATCH_LETTERS : MATCH_FORMS;
}

static enum match
match_phrase(struct words *words, const struct known_phrase *phrase, const char *text,
	     const struct token *first, const char **end)
{
	const char *at = first->end;
	enum match match = match_word(phrase, 0, first->form);
	for (uint32_t i = 1; i < phrase->count && match; i++) {
		struct token token;
		const char *gap = at;
		if (!any_next(words, &at, &token) || !same_gap(phrase->gaps[i], gap, token.start))
			return MATCH_NONE;
		enum match next = match_word(phrase, i, token.form);
		match = next < match ? next : match;
	}
	bool whole = phrase->exact || !is_compound(text, first->start, at);
	size_t closing = strlen(phrase->closing);
	*end = strncmp(at, phrase->closing, closing) == 0 ? at + closing : at;
	return whole ? match : MATCH_NONE;
}

/* A key as it grows word by word: ends[n] is its length with n words. */
struct key {
	char text[(LONGEST_PHRASE + 1) * KEY_LENGTH];
	size_t ends[LONGEST_PHRASE + 1];
	uint32_t count;
};

static void
key_begin(struct key *key, unsigned set)
{
	key->count = 0;
	key->text[0] = (char)('a' + set);
	key->text[1] = '\0';
	key->ends[0] = 1;
}

static void
key_add(struct key *key, const struct word_stem *stem)
{
	char *out = key->text + key->ends[key->count];
	*out++ = ',';
	for (uint32_t number = stem->number; number; number /= RADIX)
		*out++ = (char)('0' + number % RADIX);
	*out = '\0';
	key->ends[++key->count] = (size_t)(out - key->text);
}

/* The phrase with a key that stands at a token. One that is written just so goes before one in
 * another form («аналитик» is a form both of «аналитик» and of «аналитика»); of several the first
 * counts. */
static const void *
best_match(struct words *words, const char *key, const char *text, const struct token *token,
	   const char **end)
{
	const void *found = NULL;
	for (const struct known_phrase *phrase = map_get(&words->phrases, key); phrase;
	     phrase = phrase->next) {
		enum match match = match_phrase(words, phrase, text, token, end);
		if (match == MATCH_LETTERS)
			return phrase->value;
		if (match && !found)
			found = phrase->value;
	}
	return found;
}

/* The longest phrase whose first word has this root or, of a verb, this stem. */
static const void *
longest_at(struct words *words, unsigned set, const char *text, const struct token *token,
	   const struct word_stem *first, const char **end)
{
	uint64_t lengths = first->lengths[set];
	struct token next;
	const char *at = token->end;
	struct key key;
	if (!lengths)
		return NULL;
	key_begin(&key, set);
	key_add(&key, first);
	while (lengths >> key.count > 1 && any_next(words, &at, &next))
		key_add(&key, next.form->root);
	for (uint32_t count = key.count; count; count--) {
		if (!(lengths >> count & 1))
			continue;
		key.text[key.ends[count]] = '\0';
		const char *behind = NULL;
		const void *found = best_match(words, key.text, text, token, &behind);
		if (!found)
			continue;
		*end = behind;
		return found;
	}
	return NULL;
}

const void *
words_phrase_at(struct words *words, unsigned set, const char *text, const struct token *token,
		const char **end)
{
	const struct form *form = token->form;
	const char *verb_end;
	const void *found = longest_at(words, set, text, token, form->root, end),
		   *verb = form->stem == form->root
			       ? NULL
			       : longest_at(words, set, text, token, form->stem, &verb_end);
	if (!verb || (found && *end >= verb_end))
		return found;
	*end = verb_end;
	return verb;
}

const void *
words_phrase_exact(struct words *words, unsigned set, const char *text)
{
	struct token token;
	const char *at = text, *end;
	if (!words_next(words, &at, &token) || token.start != text)
		return NULL;
	const void *found = words_phrase_at(words, set, text, &token, &end);
	return found && !*end ? found : NULL;
}

bool
words_phrases_alike(struct words *words, const char *phrase, const char *other)
{
	struct token here, there;
	for (;;) {
		bool more = any_next(words, &phrase, &here);
		if (any_next(words, &other, &there) != more)
			return false;
		if (!more || !form_is_like(here.form, there.form))
			return !more;
	}
}

static const char *
squeezed_gap(struct words *words, const char *start, const char *end)
{
	char *gap = arena_alloc(words->arena, (size_t)(end - start) + 1), *out = gap;
	for (bool blank = false; start < end;) {
		const char *from = start;
		bool now = utf8_is_blank(utf8_next(&start));
		if (now && !blank)
			*out++ = ' ';
		for (; !now && from < start; from++)
			*out++ = *from;
		blank = now;
	}
	*out = '\0';
	return gap;
}

static uint32_t
count_words(struct words *words, const char *text)
{
	struct token token;
	uint32_t count = 0;
	while (any_next(words, &text, &token))
		count++;
	return count;
}

/* Behind those of the same words, so that the first that was added is found. */
static void
keep_phrase(struct words *words, unsigned set, struct known_phrase *phrase)
{
	struct word_stem *first = phrase->verb ? phrase->words[0]->stem : phrase->words[0]->root;
	struct key key;
	key_begin(&key, set);
	key_add(&key, first);
	for (uint32_t i = 1; i < phrase->count; i++)
		key_add(&key, phrase->words[i]->root);
	struct known_phrase **place =
	    (struct known_phrase **)map_at(&words->phrases, arena_string(words->arena, key.text));
	unsigned before = 0;
	for (; *place; place = &(*place)->next)
		before++;
	if (before < MOST_PHRASES)
		*place = phrase;
	first->lengths[set] |= (uint64_t)1 << phrase->count;
}

/* The same phrase, of which the first word is a verb. */
static void
keep_verb(struct words *words, unsigned set, const struct known_phrase *phrase)
{
	struct known_phrase *verb = arena_alloc(words->arena, sizeof *verb);
	*verb = *phrase;
	verb->next = NULL;
	verb->verb = true;
	keep_phrase(words, set, verb);
}

/* «)» of «Заявка (внешняя)», «»» of «ООО «Ромашка»». */
static const char *
closing_of(const struct known_phrase *phrase, const char *rest)
{
	static const char *const signs[][2] = {{"(", ")"}, {"«", "»"}};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		for (uint32_t word = 1; word < phrase->count; word++)
			if (strstr(phrase->gaps[word], signs[i][0]) &&
			    strncmp(rest, signs[i][1], strlen(signs[i][1])) == 0)
				return signs[i][1];
	return "";
}

void
words_add_phrase(struct words *words, unsigned set, const char *text, const void *value)
{
	struct known_phrase *phrase = arena_alloc(words->arena, sizeof *phrase);
	*phrase = (struct known_phrase){.value = value, .exact = true};
	uint32_t most = count_words(words, text);
	phrase->words = arena_array(words->arena, most + 1, sizeof *phrase->words);
	phrase->gaps = arena_array(words->arena, most + 1, sizeof *phrase->gaps);
	struct token token;
	const char *at = text, *gap = text;
	size_t lengths = 0;
	while (any_next(words, &at, &token)) {
		phrase->gaps[phrase->count] = squeezed_gap(words, gap, token.start);
		phrase->words[phrase->count++] = token.form;
		phrase->exact &= (token.form->traits & (FORM_UPPER | FORM_DIGIT)) != 0 &&
				 token.form != &words->other;
		lengths += utf8_count(token.start, (size_t)(token.end - token.start));
		gap = token.end;
	}
	if (lengths < 2 || phrase->count > LONGEST_PHRASE)
		return; /* a single sign would be found everywhere */
	phrase->closing = closing_of(phrase, gap);
	keep_phrase(words, set, phrase);
	if (!phrase->exact && is_infinitive(phrase->words[0]))
		keep_verb(words, set, phrase);
}
