/* SPDX-License-Identifier: MIT */
/* Running text as words, and phrases found in it in any word form («руководителя пресейла» is
 * «Руководитель пресейла»). Whatever is costly is worked out once for each different word and kept,
 * so that a large text takes time by its length alone. */
#ifndef PRESALE_TEXT_WORDS_WORDS_H
#define PRESALE_TEXT_WORDS_WORDS_H

#include "support/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum { PHRASE_SETS = 9 };

enum form_trait {
	FORM_UPPER = 1 << 0,    /* two letters or more, all of them capitals */
	FORM_CYRILLIC = 1 << 1, /* has a letter of this script */
	FORM_LATIN = 1 << 2,
	FORM_DIGIT = 1 << 3,
	FORM_INITIAL = 1 << 4, /* begins with a capital */
	FORM_SMALL = 1 << 5,   /* has no capital behind its first letter, and two letters or more */
	FORM_LOWER = 1 << 6,   /* the same, and no capital at all */
};

struct form;

/* What the forms of a word have in common; the same address for all of them. */
struct word_stem {
	const char *text;
	uint32_t number;
	const struct form *seen;       /* the caller's; NULL at first */
	unsigned traits;               /* those that any of its forms has that were met */
	uint64_t lengths[PHRASE_SETS]; /* bit n: phrases of n words begin with it */
};

struct form {
	const char *folded; /* lower case, е for ё, composed */
	unsigned traits;
	struct word_stem *stem; /* by text/words/stem.h */
	struct word_stem *root; /* of a Russian word: by text/words/declension.h; else the stem */
	unsigned mark;          /* the caller's; 0 at first */
};

/* The bytes of a word without the ending of the plural that Latin capitals may have and that is
 * none of the abbreviation: "SLAs", "KPIs". */
size_t
words_singular(const char *start, size_t length);

/* True when both may be forms of one word. */
bool
form_is_like(const struct form *form, const struct form *other);

/* True when a phrase of the set may begin with the word. */
static inline bool
form_begins(const struct form *form, unsigned set)
{
	return form->root->lengths[set] || form->stem->lengths[set];
}

/* A word within a text. */
struct token {
	const char *start, *end;
	struct form *form;
};

/* How many characters a word has. */
size_t
token_letters(const struct token *token);

struct words;

/* Lives in the arena and ends with it. Not for several threads at once. */
struct words *
words_new(struct arena *arena);

/* The first word at or after *at, which then stands behind it; false at the end of the text. A word
 * is letters and digits; what stands in addresses, e-mail, names of files and code is none. *at is
 * the start of the text or behind a word. */
bool
words_next(struct words *words, const char **at, struct token *token);

/* Adds a phrase to a set. value is not NULL; text and value must outlive the words. A single sign
 * is left out, and so is what has more than 63 words. */
void
words_add_phrase(struct words *words, unsigned set, const char *text, const void *value);

/* The longest phrase of a set that begins with this token, ending at a word's end; NULL when there
 * is none, else its value, never NULL. A phrase in capitals (КП) is matched as it is; others in any
 * form and case, and not as a part of a hyphenated word. text is where the token's text begins. */
const void *
words_phrase_at(struct words *words, unsigned set, const char *text, const struct token *token,
		const char **end);

/* The value of the phrase of a set that a text is as a whole, or NULL. */
const void *
words_phrase_exact(struct words *words, unsigned set, const char *text);

/* True when two phrases are forms of the same words. */
bool
words_phrases_alike(struct words *words, const char *phrase, const char *other);

#endif
