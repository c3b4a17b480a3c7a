/* SPDX-License-Identifier: MIT */
/* What a message says in one of its places, in both languages: which of them is wanted is known
 * only when the finding is shown. */
#ifndef PRESALE_DIAG_SAID_H
#define PRESALE_DIAG_SAID_H

#include "model/model.h"
#include "support/buf.h"

struct field;

enum phrase {
	PHRASE_NONE, /* "" */
#define PHRASE(ID, en, ru) PHRASE_##ID,
#include "diag/phrases.def"
#undef PHRASE
	PHRASE_COUNT
};

struct said {
	const char *texts[2]; /* English, Russian; both NULL when nothing is said */
};

/* An argument of a message: a text, a phrase, or what is said already. */
#define SAID(argument) \
	_Generic((argument), \
	    struct said: said_already, \
	    enum phrase: said_phrase, \
	    int: said_phrase, \
	    default: said_text)(argument)

/* The very same, for SAID. */
struct said
said_already(struct said said);

/* A phrase of the table, with its {1} still in it. */
struct said
said_phrase(enum phrase phrase);

/* A text of the author's or of a file's, the same in every language; NULL says nothing. */
struct said
said_text(const char *text);

/* Adds a phrase in a language, 0 English or 1 Russian, with {1} and {2} replaced (NULL where it has
 * none). */
void
said_add(struct buf *out, int lang, enum phrase phrase, const char *one, const char *two);

/* A phrase with {1} replaced, or {1} and {2}, in arena. */
struct said
said_with(enum phrase phrase, const char *argument, struct arena *arena);
struct said
said_with_two(enum phrase phrase, const char *one, const char *two, struct arena *arena);

/* The first spelling of each of two lists of spellings, separated by |; in arena. */
struct said
said_spellings(const char *english, const char *russian, struct arena *arena);

/* What a kind is called; the key of a field, in arena. */
struct said
said_kind(enum kind kind);
struct said
said_key(const struct field *field, struct arena *arena);

/* Values as the outputs show them, in arena. */
struct said
said_duration(const struct model *model, const struct duration *duration, struct arena *arena);
struct said
said_date(const struct model *model, const struct date *date, struct arena *arena);

/* What was reckoned, beside a deadline that it is compared with. */
struct said
said_length(const struct model *model, struct length length, const struct duration *beside,
	    struct arena *arena);

#endif
