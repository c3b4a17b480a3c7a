/* SPDX-License-Identifier: MIT */
/* Abbreviations that nothing explains: no entry of the glossary, no name, and no text of the
 * process, before or behind. What is written in capitals for other reasons (stress, a code, a
 * pattern of digits, a tag) is none.
 *
 * Every text is read once: what explains an abbreviation marks its word, what uses one without an
 * entry is noted, and at the end what was noted and never explained is reported, where it was met
 * first. */
#include "check/wording.h"
#include "support/listed.h"
#include "support/utf8.h"
#include "text/words/expansion.h"

#include <string.h>

enum {
	MOST_SKIPPED = 2,     /* other words in a row that it may leave out */
	AHEAD = 24,           /* words that may stand between it and the first one it is made of */
	FAR = 5,              /* words between «далее» and it */
	LEAST_TRANSLATED = 2, /* words that translate it */
	FURTHEST = 1024,      /* bytes from a bracket to the one that closes it */
};

/* Bits of form->mark that belong to this rule. */
enum { MARK_NOTED = 1 << 8, MARK_EXPLAINED = 1 << 9 };

struct abbreviation {
	struct abbreviation *next;
	struct passage passage; /* without its tokens */
	struct token token;
};

/* ---- what is no abbreviation */

static bool
is_roman(const char *folded)
{
	return folded[strspn(folded, "ivxlc")] == '\0';
}

/* «РГ-07», «README.md», «{DATE}», «#PAT»: a code, a file's name or a field to fill in. */
static bool
is_code(const char *text, const struct token *token)
{
	const char *end = token->end, before = token->start > text ? token->start[-1] : ' ';
	bool digit_before = before == '-' && token->start - 1 > text && token->start[-2] >= '0' &&
			    token->start[-2] <= '9';
	return (end[0] == '-' && end[1] >= '0' && end[1] <= '9') ||
	       (end[0] == '.' && (unsigned char)end[1] > ' ') || digit_before ||
	       (*end && strchr("_}>%=", *end)) || strchr("_{<%#@$/", before);
}

/* «ДД», «ГГГГ», "DDMMYY": letters that stand for digits come in runs. */
static bool
is_pattern(const char *folded)
{
	uint32_t last = 0;
	int run = 2;
	while (*folded) {
		uint32_t rune = utf8_next(&folded);
		if (rune != last && run < 2)
			return false;
		run = rune == last ? run + 1 : 1;
		last = rune;
	}
	return run >= 2;
}

static bool
ends_with(const char *text, const char *ending)
{
	size_t length = strlen(text), tail = strlen(ending);
	return length > tail && strcmp(text + length - tail, ending) == 0;
}

/* A word of the language in capitals: it is stressed. It is known as such, or stands elsewhere with
 * small letters, or has an ending that only words have. */
static bool
is_word(struct checker *c, const struct token *token)
{
	static const char *const endings[] = {"ать", "ить", "еть", "ыть", "уть", "ый",  "ий",
					      "ая",  "яя",  "ое",  "ые",  "ие",  "ого", "его",
					      "ых",  "их",  "ся",  "ing", "ed",  "ly"};
	if (token->form->stem->traits & FORM_SMALL ||
	    wording_capitals(c, token->form) == CAPITALS_STRESSED)
		return true;
	if (token_letters(token) < 4)
		return false;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (ends_with(token->form->folded, endings[i]))
			return true;
	return token_letters(token) > EXPANSION_LONGEST;
}

static bool
is_blank_between(const struct token *left, const struct token *right)
{
	return strspn(left->end, " ") == (size_t)(right->start - left->end);
}

/* «НЕ ТРОГАТЬ»: a word in capitals beside one that is stressed is stressed too. */
static bool
is_stressed(struct checker *c, const struct passage *passage, size_t i)
{
	const struct token *token = &passage->tokens[i];
	if (is_word(c, token))
		return true;
	const struct token *others[] = {i ? token - 1 : NULL,
					i + 1 < passage->count ? token + 1 : NULL};
	for (int k = 0; k < 2; k++)
		if (others[k] && others[k]->form->traits & FORM_UPPER && is_word(c, others[k]) &&
		    (k ? is_blank_between(token, others[k]) : is_blank_between(others[k], token)))
			return true;
	return false;
}

/* A text all in capitals is shouted, not abbreviated. */
static bool
is_shouted(const struct passage *passage)
{
	size_t capitals = 0;
	for (size_t i = 0; i < passage->count; i++)
		capitals += (passage->tokens[i].form->traits & FORM_UPPER) != 0;
	return capitals > 2 && capitals * 2 > passage->count;
}

/* As far as the word itself tells. */
static bool
is_abbreviation(const struct token *token)
{
	/* One of both alphabets is text/look-alike's. */
	const unsigned others = FORM_DIGIT | (token->form->traits & FORM_LATIN ? FORM_CYRILLIC : 0);
	return (token->form->traits & (FORM_UPPER | others)) == FORM_UPPER &&
	       token_letters(token) <= EXPANSION_LONGEST && !is_roman(token->form->folded) &&
	       !is_pattern(token->form->folded);
}

/* ---- what explains one */

/* The length of a quotation mark or a sign of emphasis at text, 0 for anything else. */
static size_t
quote_at(const char *text)
{
	static const char *const quotes[] = {" ", "\xC2\xA0", "\"", "'", "*", "«",
					     "»", "“",        "”",  "„", "’", NULL};
	return listed_begins(quotes, text);
}

static size_t
dash_at(const char *text)
{
	static const char *const dashes[] = {"–", "—", "-", ":", "=", NULL};
	return listed_begins(dashes, text);
}

/* What stands before a token, but for blanks and quotation marks; `text` when nothing does. */
static const char *
sign_before(const char *text, const char *at)
{
	for (const char *p = at; p > text;) {
		const char *start = p - 1;
		while (start > text && ((unsigned char)*start & 0xC0) == 0x80)
			start--;
		if (!quote_at(start))
			return start;
		p = start;
	}
	return text;
}

/* The first sign of a set from at on, not beyond limit; a bracket may stay open for as long as the
 * text. */
static const char *
near_sign(const char *at, const char *signs, const char *limit)
{
	for (int far = 0; *at && far < FURTHEST && !(limit && at >= limit) && !strchr(signs, *at);
	     far++)
		at++;
	return at;
}

static const char *
sign_after(const char *at)
{
	for (size_t length; (length = quote_at(at));)
		at += length;
	return at;
}

/* «(СУЗ)», «[СУЗ]», «([СУЗ](…))»: the bracket that holds nothing but this word, or 0. A link is no
 * bracket. */
static char
bracket_around(const char *text, const struct token *token)
{
	const char *before = sign_before(text, token->start), *after = sign_after(token->end);
	bool link = *before == '[' && after[0] == ']' && after[1] == '(';
	if (link) {
		before = before > text ? sign_before(text, before) : before;
		after = near_sign(after, ")", NULL);
		after = *after ? sign_after(after + 1) : after;
	}
	if (*before == '(' && *after == ')')
		return '(';
	return !link && *before == '[' && *after == ']' ? '[' : 0;
}

struct spelling {
	uint32_t letters[EXPANSION_LONGEST];
	int count, done, skipped;
};

static struct spelling
spelling_of(const struct token *token)
{
	struct spelling spelling = {.count = 0};
	for (const char *at = token->form->folded; *at && spelling.count < EXPANSION_LONGEST;)
		spelling.letters[spelling.count++] = utf8_next(&at);
	return spelling;
}

/* Takes a word whose first letter may be the one expected; false when too many have been passed
 * over. */
static bool
spell(struct spelling *spelling, uint32_t expected, const struct token *word)
{
	const char *folded = word->form->folded;
	if (*folded && utf8_next(&folded) == expected) {
		spelling->done++;
		spelling->skipped = 0;
		return true;
	}
	return token_letters(word) <= EXPANSION_SMALL || ++spelling->skipped <= MOST_SKIPPED;
}

/* «система учёта заявок (СУЗ)»: the words before it begin with its letters. Where the text begins
 * with some of them, the rest was cut from a longer name. */
static bool
spelled_before(const struct passage *passage, size_t i)
{
	struct spelling spelling = spelling_of(&passage->tokens[i]);
	size_t at = i;
	while (at && i - at < AHEAD && spelling.done < spelling.count)
		if (!spell(&spelling, spelling.letters[spelling.count - 1 - spelling.done],
			   &passage->tokens[--at]))
			return false;
	return spelling.done == spelling.count || (!at && spelling.done >= 2);
}

/* «СУЗ – система учёта заявок», «СУЗ (система учёта заявок)». */
static bool
spelled_after(const struct passage *passage, size_t i)
{
	struct spelling spelling = spelling_of(&passage->tokens[i]);
	const char *sign = sign_after(passage->tokens[i].end);
	if (*sign != '(' && *sign != ',' && !dash_at(sign))
		return false;
	for (size_t at = i + 1;
	     at < passage->count && at - i <= AHEAD && spelling.done < spelling.count; at++)
		if (!spell(&spelling, spelling.letters[spelling.done], &passage->tokens[at]) ||
		    (!spelling.done && token_letters(&passage->tokens[at]) > EXPANSION_SMALL))
			return false;
	return spelling.done == spelling.count;
}

static bool
is_foreign(const struct token *left, const struct token *right)
{
	const unsigned scripts = FORM_CYRILLIC | FORM_LATIN;
	return left->form->traits & scripts && right->form->traits & scripts &&
	       !(left->form->traits & right->form->traits & scripts);
}

/* «токен (PAT)», «PAT (личный ключ доступа)»: a foreign abbreviation beside its translation. */
static bool
translated(const struct passage *passage, size_t i, char bracket)
{
	const struct token *token = &passage->tokens[i];
	if (bracket == '(' && i && is_foreign(token - 1, token))
		return true;
	const char *open = sign_after(token->end);
	size_t words = 0;
	if (*open != '(')
		return false;
	const char *close = near_sign(open, ")", NULL);
	for (size_t at = i + 1; at < passage->count && passage->tokens[at].start < close; at++)
		if (is_foreign(token, &passage->tokens[at]))
			words++;
	return words >= LEAST_TRANSLATED;
}

static bool
announces(const struct token *token)
{
	static const char *const words[] = {"далее",       "сокращенно", "кратко",
					    "hereinafter", "hereafter",  "abbreviated",
					    "aka",         "short",      NULL};
	return listed_is(words, token->form->folded);
}

/* «(далее – СТП)», «, далее по тексту – СТП», "(hereinafter “STP”)". Without a bracket or a dash
 * «далее» is only a word. */
static bool
announced(const struct passage *passage, size_t i)
{
	const char *text = passage->text->s, *before = sign_before(text, passage->tokens[i].start);
	for (size_t at = i; at && i - at < FAR;) {
		const struct token *token = &passage->tokens[--at];
		const char *gap = near_sign(token->end, ".)\n", token[1].start);
		if (gap < token[1].start)
			return false;
		if (announces(token))
			return dash_at(before) || *sign_before(text, token->start) == '(' ||
			       *before == '(';
	}
	return false;
}

static bool
explains(const struct passage *passage, size_t i, char bracket)
{
	return announced(passage, i) || (bracket == '(' && spelled_before(passage, i)) ||
	       spelled_after(passage, i) || translated(passage, i, bracket);
}

/* ---- the rule */

/* People's names, and the glossary's own words, explain but need no explanation. */
static bool
may_use(const struct passage *passage)
{
	return !(passage->field->flags & F_PERSON) && passage->entity->kind != KIND_TERM &&
	       passage->entity->kind != KIND_REVISION;
}

static bool
is_known(struct checker *c, const struct passage *passage, size_t i)
{
	const char *end;
	return passage->names[i] || wording_at(c, WORDING_COMMON, passage, i, &end) ||
	       wording_capitals(c, passage->tokens[i].form) != CAPITALS_UNKNOWN;
}

static void
note_use(struct checker *c, const struct passage *passage, size_t i)
{
	struct abbreviation *use = arena_alloc(&c->arena, sizeof *use);
	*use = (struct abbreviation){c->abbreviations, *passage, passage->tokens[i]};
	c->abbreviations = use;
	passage->tokens[i].form->mark |= MARK_NOTED;
}

void
note_abbreviations(struct checker *c, const struct passage *passage)
{
	const char *text = passage->text->s;
	int shouted = -1; /* not known yet */
	for (size_t i = 0; i < passage->count; i++) {
		const struct token *token = &passage->tokens[i];
		if (!is_abbreviation(token) || token->form->mark & MARK_EXPLAINED ||
		    is_known(c, passage, i))
			continue;
		char bracket = bracket_around(text, token);
		if (explains(passage, i, bracket)) {
			token->form->mark |= MARK_EXPLAINED;
			continue;
		}
		if (bracket || token->form->mark & MARK_NOTED || !may_use(passage) ||
		    is_code(text, token) || is_stressed(c, passage, i))
			continue;
		shouted = shouted < 0 ? is_shouted(passage) : shouted;
		if (!shouted)
			note_use(c, passage, i);
	}
}

/* In the order of the texts, in which places of words are found. */
static struct abbreviation *
in_order(struct abbreviation *latest)
{
	struct abbreviation *first = NULL;
	while (latest) {
		struct abbreviation *before = latest->next;
		latest->next = first;
		first = latest;
		latest = before;
	}
	return first;
}

void
check_abbreviations(struct checker *c)
{
	for (struct abbreviation *use = in_order(c->abbreviations); use; use = use->next) {
		const struct token *token = &use->token;
		if (token->form->mark & MARK_EXPLAINED || token->form->stem->traits & FORM_SMALL)
			continue;
		size_t length = (size_t)(token->end - token->start);
		const char *word =
		    arena_copy(&c->arena, token->start, words_singular(token->start, length));
		report_words(c, RULE_GLOSSARY_ABBREVIATION, &use->passage, token->start, token->end,
			     word, NULL);
	}
}
