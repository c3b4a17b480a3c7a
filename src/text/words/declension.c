/* SPDX-License-Identifier: MIT */
/* A root is what is left when all that could be an ending has gone, again and again, and the vowel
 * before the last consonant with it: «приёмами» loses «ами» and then «ем», as «приём» does. That
 * puts words together that have nothing in common («ключевой» and «ключ»), which a look at the
 * table of endings tells apart. Every letter of these words takes two bytes; others are no
 * letters here. */
#include "text/words/declension.h"

#include <string.h>

enum { LETTER = 2 }; /* bytes */

/* A word or a part of one. */
struct word_piece {
	const char *text;
	size_t length; /* bytes */
};

#define PIECE(text) {text, sizeof(text) - 1}

static const struct declension {
	const char *after, *nominative, *endings;
} declensions[] = {
#define DECLENSION(after, nominative, endings) {after, nominative, endings},
#include "text/words/declension.def"
};

static const struct {
	struct word_piece bare, open;
} pairs[] = {
#define PAIR(bare, open) {PIECE(bare), PIECE(open)},
#include "text/words/declension.def"
};

static const struct word_piece steady[] = {
#define STEADY(stem) PIECE(stem),
#include "text/words/declension.def"
};

static const struct word_piece halves[] = {
#define HALVES(stem) PIECE(stem),
#include "text/words/declension.def"
};

#define VOWELS "аеиоуыэюя"
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The letters that endings end with: what ends with another has none. */
#define LAST_LETTERS "аеиоуыюяьйвмнх"

/* What may be an ending, the longest first. «ин» is one beside «граждане». */
static const struct word_piece endings[] = {
    PIECE("ьего"), PIECE("ьему"), PIECE("ьими"), PIECE("ьми"), PIECE("ого"), PIECE("его"),
    PIECE("ому"),  PIECE("ему"),  PIECE("ыми"),  PIECE("ими"), PIECE("ами"), PIECE("ями"),
    PIECE("ьим"),  PIECE("ьем"),  PIECE("ьей"),  PIECE("ьих"), PIECE("ый"),  PIECE("ий"),
    PIECE("ой"),   PIECE("ей"),   PIECE("ая"),   PIECE("яя"),  PIECE("ое"),  PIECE("ее"),
    PIECE("ые"),   PIECE("ие"),   PIECE("ую"),   PIECE("юю"),  PIECE("ою"),  PIECE("ею"),
    PIECE("ым"),   PIECE("им"),   PIECE("ом"),   PIECE("ем"),  PIECE("ам"),  PIECE("ям"),
    PIECE("ых"),   PIECE("их"),   PIECE("ах"),   PIECE("ях"),  PIECE("ов"),  PIECE("ев"),
    PIECE("ью"),   PIECE("ья"),   PIECE("ье"),   PIECE("ьи"),  PIECE("ин"),  PIECE("а"),
    PIECE("я"),    PIECE("о"),    PIECE("е"),    PIECE("у"),   PIECE("ю"),   PIECE("ы"),
    PIECE("и"),    PIECE("ь"),    PIECE("й")};

static bool
is_same(struct word_piece a, struct word_piece b)
{
	return a.length == b.length && memcmp(a.text, b.text, a.length) == 0;
}

static struct word_piece
piece_of(const char *text)
{
	return (struct word_piece){text, strlen(text)};
}

/* Looks at the last byte before all others: most endings differ in it. */
static bool
has_ending(struct word_piece word, struct word_piece ending)
{
	size_t rest = word.length - ending.length;
	return word.length > ending.length &&
	       (!ending.length || (word.text[word.length - 1] == ending.text[ending.length - 1] &&
				   memcmp(word.text + rest, ending.text, ending.length) == 0));
}

static struct word_piece
without(struct word_piece word, size_t length)
{
	return (struct word_piece){word.text, word.length - length};
}

/* True when the letter that a piece ends with, or one before it, is of a set. */
static bool
ends_in(struct word_piece piece, size_t before, const char *letters)
{
	if (piece.length < (before + 1) * LETTER)
		return false;
	const char *letter = piece.text + piece.length - (before + 1) * LETTER;
	for (; *letters; letters += LETTER)
		if (memcmp(letter, letters, LETTER) == 0)
			return true;
	return false;
}

static bool
has_vowel(struct word_piece piece)
{
	for (; piece.length >= LETTER; piece.length -= LETTER)
		if (ends_in(piece, 0, VOWELS))
			return true;
	return false;
}

/* The pair that a beginning is one side of; COUNT(pairs) when none. */
static size_t
pair_of(struct word_piece stem, bool bare)
{
	size_t i = 0;
	while (i < COUNT(pairs) && !is_same(stem, bare ? pairs[i].bare : pairs[i].open))
		i++;
	return i;
}

/* «повторяющегося» as «повторяющего»; other words as they are. */
static struct word_piece
without_reflexive(struct word_piece word)
{
	static const char *const adjective[] = {"ий", "его", "ему", "им", "ем", "ая",
						"ей", "ую",  "ее",  "ие", "их", "ими"};
	if (!has_ending(word, (struct word_piece)PIECE("ся")))
		return word;
	struct word_piece rest = without(word, 2 * LETTER);
	for (size_t i = 0; i < COUNT(adjective); i++) {
		struct word_piece ending = piece_of(adjective[i]);
		if (has_ending(rest, ending) && ends_in(without(rest, ending.length), 0, "шщ"))
			return rest;
	}
	return word;
}

/* ---- roots */

/* «врем» of «времени»; false for other words. */
static bool
take_half(struct word_piece word, struct word_piece *root)
{
	for (size_t i = 0; i < COUNT(halves); i++) {
		size_t length = halves[i].length;
		if (word.length <= length || memcmp(word.text, halves[i].text, length) != 0)
			continue;
		const char *tail = word.text + length;
		if (strcmp(tail, "мя") != 0 && strcmp(tail, "мен") != 0 &&
		    strncmp(tail, "мени", strlen("мени")) != 0 &&
		    strncmp(tail, "менем", strlen("менем")) != 0 &&
		    strncmp(tail, "мена", strlen("мена")) != 0)
			continue;
		*root = (struct word_piece){word.text, length + LETTER};
		return true;
	}
	return false;
}

static bool
strip(struct word_piece *word)
{
	if (!ends_in(*word, 0, LAST_LETTERS))
		return false;
	for (size_t i = 0; i < COUNT(endings); i++) {
		if (!has_ending(*word, endings[i]))
			continue;
		struct word_piece rest = without(*word, endings[i].length);
		if (!has_vowel(rest) && pair_of(rest, false) == COUNT(pairs))
			continue;
		*word = rest;
		return true;
	}
	return false;
}

/* A root without what stands before its last consonant and may be missing in other forms. */
static const char *
without_fleeting(struct arena *arena, struct word_piece root)
{
	char *text = arena_copy(arena, root.text, root.length);
	if (root.length < 3 * LETTER || !ends_in(root, 0, "бвгклмнртц") ||
	    !ends_in(root, 1, "оеьй"))
		return text;
	char *last = text + root.length - LETTER;
	if (!ends_in(root, 1, "ьй") && !has_vowel(without(root, 2 * LETTER)))
		return text;
	memmove(last - LETTER, last, LETTER + 1);
	return text;
}

const char *
declension_root(struct arena *arena, const char *word)
{
	struct word_piece rest = without_reflexive(piece_of(word));
	if (take_half(rest, &rest))
		return arena_copy(arena, rest.text, rest.length);
	do {
		size_t pair = pair_of(rest, true);
		if (pair < COUNT(pairs))
			rest = pairs[pair].open;
	} while (strip(&rest));
	return without_fleeting(arena, rest);
}

/* ---- forms */

/* An ending before which a vowel may be that other forms lack: «заявок», «день», «ручей»,
 * «любовью». */
static bool
is_bare(struct word_piece ending)
{
	return !ending.length || is_same(ending, piece_of("ь")) || is_same(ending, piece_of("й")) ||
	       is_same(ending, piece_of("ью"));
}

static bool
is_steady(struct word_piece bare)
{
	for (size_t i = 0; i < COUNT(steady); i++)
		if (is_same(bare, steady[i]))
			return true;
	return false;
}

struct split {
	struct word_piece stem, ending;
};

/* What stands in a beginning where another, which ends alike, has its fleeting vowel; false when
 * they differ in more than that. */
static bool
instead_of_vowel(struct word_piece head, struct word_piece last, struct word_piece open,
		 struct word_piece *instead)
{
	if (open.length < head.length + last.length ||
	    memcmp(open.text, head.text, head.length) != 0 ||
	    memcmp(open.text + open.length - last.length, last.text, last.length) != 0)
		return false;
	*instead =
	    (struct word_piece){open.text + head.length, open.length - head.length - last.length};
	return true;
}

/* Which letters may follow a fleeting vowel. */
static const char *
letters_after_vowel(struct word_piece ending, bool masculine)
{
	if (ending.length)
		return "нлт";
	return masculine ? "кцлр" : "кцнлрмбг";
}

/* What a vowel gives way to: «боец», «бойца»; «уголёк», «уголька»; «кружок», «кружка», but not
 * «кружек», «кружка» the other way round. */
static bool
gives_way(struct word_piece head, struct word_piece vowel_on, struct word_piece instead,
	  bool masculine)
{
	bool soft = is_same(instead, piece_of("ь")), o = memcmp(vowel_on.text, "о", LETTER) == 0;
	if (ends_in(head, 0, VOWELS))
		return is_same(instead, piece_of("й"));
	if (instead.length && !soft)
		return false;
	if (!ends_in(vowel_on, 0, "к"))
		return !o || !soft;
	if (o)
		return !soft && (masculine || !ends_in(head, 0, "жшчщ"));
	return soft || !ends_in(head, 0, "лнр");
}

/* True when a beginning before a bare ending is the other with a vowel more: «рынок», «рынк»;
 * «владелец», «владельц»; «ручей», «ручь». */
static bool
is_fleeting(struct split bare, struct word_piece open, bool masculine)
{
	size_t pair = pair_of(bare.stem, true);
	if (pair < COUNT(pairs))
		return is_same(open, pairs[pair].open);
	bool glide = is_same(bare.ending, piece_of("й"));
	size_t tail = glide ? LETTER : 2 * LETTER;
	if (bare.stem.length < 3 * LETTER || is_steady(bare.stem) || !has_vowel(open) ||
	    !ends_in(bare.stem, glide ? 0 : 1, "ое"))
		return false;
	struct word_piece head = without(bare.stem, tail), instead,
			  vowel_on = {bare.stem.text + head.length, tail},
			  last = {vowel_on.text + LETTER, tail - LETTER};
	if (!instead_of_vowel(head, last, open, &instead))
		return false;
	if (glide)
		return is_same(instead, piece_of("ь"));
	return ends_in(last, 0, letters_after_vowel(bare.ending, masculine)) &&
	       gives_way(head, vowel_on, instead, masculine);
}

/* «полк» is none of the forms of «полка»: between two consonants of which к is the last there has
 * to be a vowel. */
static bool
lacks_vowel(struct word_piece bare)
{
	return ends_in(bare, 0, "к") && ends_in(bare, 1, "бвгджзклмнпртфхцчшщьй");
}

/* True when the beginning of an open form may stand alone: «смета», «смет», but not «доля»,
 * «дол». */
static bool
may_be_bare(const struct declension *row, struct word_piece stem)
{
	return strncmp(row->nominative, "я", LETTER) != 0 && !lacks_vowel(stem) && !is_steady(stem);
}

static bool
same_stem(const struct declension *row, struct split wanted, struct split found)
{
	bool masculine = *row->nominative == '|', wanted_bare = is_bare(wanted.ending),
	     one_bare = wanted_bare != is_bare(found.ending);
	if (one_bare && is_same(wanted.stem, found.stem) &&
	    pair_of(found.stem, true) < COUNT(pairs))
		return false; /* «пень» is of «пня», and not of «пеня» */
	if (is_same(wanted.stem, found.stem))
		return masculine || wanted_bare || found.ending.length ||
		       may_be_bare(row, found.stem);
	if (!one_bare)
		return false;
	return wanted_bare ? is_fleeting(wanted, found.stem, masculine)
			   : is_fleeting(found, wanted.stem, masculine);
}

/* The next of some endings parted by |; false after the last. */
static bool
next_ending(const char **list, struct word_piece *ending)
{
	if (!*list)
		return false;
	*ending = (struct word_piece){*list, strcspn(*list, "|")};
	*list = (*list)[ending->length] ? *list + ending->length + 1 : NULL;
	return true;
}

/* The word as a beginning of this declension and one of its endings. */
static bool
split_at(struct word_piece word, struct word_piece ending, struct split *split)
{
	if (!has_ending(word, ending))
		return false;
	*split = (struct split){without(word, ending.length), ending};
	return true;
}

static bool
has_form(const struct declension *row, struct split wanted, struct word_piece found)
{
	struct word_piece ending;
	struct split split;
	for (const char *list = row->endings; next_ending(&list, &ending);)
		if (split_at(found, ending, &split) && same_stem(row, wanted, split))
			return true;
	return false;
}

bool
declension_same(const char *wanted, bool any, const char *found)
{
	if (strcmp(wanted, found) == 0)
		return true;
	struct word_piece here = without_reflexive(piece_of(wanted)),
			  there = without_reflexive(piece_of(found)), ending;
	for (size_t i = 0; i < COUNT(declensions); i++) {
		const struct declension *row = &declensions[i];
		struct split split;
		for (const char *list = any ? row->endings : row->nominative;
		     next_ending(&list, &ending);)
			if (split_at(here, ending, &split) && ends_in(split.stem, 0, row->after) &&
			    has_form(row, split, there))
				return true;
	}
	return false;
}
