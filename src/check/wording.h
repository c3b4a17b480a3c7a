/* SPDX-License-Identifier: MIT */
/* What the rules on wording look up in texts: terms, other names for them, vague words, names of
 * people. */
#ifndef PRESALE_CHECK_WORDING_H
#define PRESALE_CHECK_WORDING_H

#include "check/checker.h"

/* The sets of phrases, each with what their values are. */
enum wording {
	WORDING_NAMES,    /* struct entity: terms, roles, names_none (see passage->names) */
	WORDING_SYNONYMS, /* struct synonym */
	WORDING_VAGUE,    /* the phrase itself */
	WORDING_COMMON,   /* abbreviations that the file says everybody knows: themselves */
	WORDING_PEOPLE,   /* their names */
	WORDING_MAKING,   /* verbs and nouns of making and handing on: themselves */
	WORDING_PRODUCT,  /* words for what comes of work: themselves */
	WORDING_INTERNAL, /* struct entity: stages, steps and roles that readers outside are told
			     nothing of */
	WORDING_HOUSE,    /* words that a house keeps to itself: themselves */
};

/* Words that mean a term without being one of its names. */
struct synonym {
	const char *words;
	const struct term *term;
};

/* Fills the sets from the process, the word lists and the file's options. */
void
wording_prepare(struct checker *checker);

/* What is known of a word in capitals: an abbreviation that needs no entry, or a word that is
 * stressed. */
enum capitals { CAPITALS_UNKNOWN, CAPITALS_COMMON, CAPITALS_STRESSED };

/* By the words of lists.def alone, in any case; others are unknown. */
enum capitals
wording_capitals(struct checker *checker, const struct form *form);

/* What of the set stands at a token of the passage, or NULL; *end is set behind it. */
static inline const void *
wording_at(const struct checker *checker, enum wording set, const struct passage *passage, size_t i,
	   const char **end)
{
	if (!form_begins(passage->tokens[i].form, set))
		return NULL;
	return words_phrase_at(checker->words, set, passage->text->s, &passage->tokens[i], end);
}

#endif
