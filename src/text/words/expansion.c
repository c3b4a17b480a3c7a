/* SPDX-License-Identifier: MIT */
#include "text/words/expansion.h"

#include "support/listed.h"
#include "support/utf8.h"

#include <string.h>

enum { BEFORE = 16 }; /* words that may stand before an abbreviation and be looked at */

static bool
is_brief(const struct token *token)
{
	unsigned traits = token->form->traits;
	return (traits & (FORM_UPPER | FORM_DIGIT)) == FORM_UPPER &&
	       (traits & (FORM_CYRILLIC | FORM_LATIN)) != (FORM_CYRILLIC | FORM_LATIN) &&
	       token_letters(token) <= EXPANSION_LONGEST;
}

/* The length of what may stand beside a word and is none: blanks, quotation marks, emphasis. */
static size_t
mark_at(const char *at)
{
	static const char *const marks[] = {" ", "\xC2\xA0", "\n", "\"", "*", "_",
					    "«", "»",        "“",  "”",  "„", NULL};
	return listed_begins(marks, at);
}

static const char *
after_marks(const char *at)
{
	for (size_t length; (length = mark_at(at));)
		at += length;
	return at;
}

/* Words stand beside each other: nothing but marks and hyphens between them. */
static bool
is_beside(const struct token *left, const struct token *right)
{
	const char *at = left->end;
	while (at < right->start && (mark_at(at) || *at == '-'))
		at += *at == '-' ? 1 : mark_at(at);
	return at == right->start;
}

static uint32_t
initial_of(const struct token *token)
{
	const char *folded = token->form->folded;
	return *folded ? utf8_next(&folded) : 0;
}

/* The letters of an abbreviation in lower case; gives how many. */
static int
spell(const struct token *brief, uint32_t letters[EXPANSION_LONGEST])
{
	int count = 0;
	for (const char *at = brief->form->folded; *at && count < EXPANSION_LONGEST; count++)
		letters[count] = utf8_next(&at);
	return count;
}

static bool
announces(const struct token *token)
{
	static const char *const announcing[] = {
	    "далее", "по",         "тексту",      "сокращенно",  "также", "или",
	    "в",     "дальнейшем", "hereinafter", "abbreviated", "or",    NULL};
	return listed_is(announcing, token->form->folded);
}

/* Which of some words, the last of them before a bracket, is the first that the letters are of;
 * count when they are not. */
static size_t
first_spelled(const struct token *before, size_t count, const struct token *brief)
{
	uint32_t letters[EXPANSION_LONGEST];
	int left = spell(brief, letters);
	for (size_t i = count; i--;) {
		if (i + 1 < count && !is_beside(&before[i], &before[i + 1]))
			break;
		if (initial_of(&before[i]) == letters[left - 1]) {
			if (!--left)
				return i;
		} else if (token_letters(&before[i]) > EXPANSION_SMALL || i + 1 == count) {
			break;
		}
	}
	return count;
}

/* «коммерческое предложение (далее – КП)»: the word at hand closes a bracket which those before it
 * stand in front of. */
static bool
explained_before(const struct token *before, size_t count, const struct token *brief,
		 struct expansion *found)
{
	if (*after_marks(brief->end) != ')')
		return false;
	while (count && announces(&before[count - 1]) &&
	       !memchr(before[count - 1].end, '(', (size_t)(brief->start - before[count - 1].end)))
		count--;
	if (!count)
		return false;
	const char *open = after_marks(before[count - 1].end);
	size_t first = *open == '(' ? first_spelled(before, count, brief) : count;
	if (first == count)
		return false;
	*found = (struct expansion){brief->start, brief->end, before[first].start,
				    before[count - 1].end};
	return true;
}

/* Words from text on that the letters of an abbreviation are of, all of them. */
static bool
spells(struct words *words, const struct token *brief, const char *text, struct token *first,
       struct token *last)
{
	uint32_t letters[EXPANSION_LONGEST];
	int count = spell(brief, letters), done = 0;
	struct token token;
	for (const char *at = text; done < count; *last = token) {
		if (!words_next(words, &at, &token) || (done && !is_beside(last, &token)))
			return false;
		if (!done)
			*first = token;
		if (initial_of(&token) == letters[done])
			done++;
		else if (!done || token_letters(&token) > EXPANSION_SMALL)
			return false;
	}
	return count > 0;
}

/* «КП (коммерческое предложение)» */
static bool
explained_after(struct words *words, const struct token *brief, struct expansion *found)
{
	const char *open = after_marks(brief->end);
	struct token first, last;
	if (*open != '(' || !spells(words, brief, open + 1, &first, &last) ||
	    first.start != after_marks(open + 1) || *after_marks(last.end) != ')')
		return false;
	*found = (struct expansion){brief->start, brief->end, first.start, last.end};
	return true;
}

void
expansion_each(struct words *words, const char *text,
	       void (*take)(void *data, const struct expansion *found), void *data)
{
	struct token before[BEFORE], token;
	struct expansion found;
	size_t count = 0;
	if (!strchr(text, '('))
		return;
	for (const char *at = text; words_next(words, &at, &token);) {
		if (is_brief(&token) && (explained_before(before, count, &token, &found) ||
					 explained_after(words, &token, &found)))
			take(data, &found);
		if (count == BEFORE)
			memmove(before, before + 1, --count * sizeof *before);
		before[count++] = token;
	}
}

bool
expansion_begins(struct words *words, const char *brief, const char *text, const char **end)
{
	struct token token, first, last;
	const char *at = brief;
	if (!words_next(words, &at, &token) || *at || !is_brief(&token) ||
	    !spells(words, &token, text, &first, &last))
		return false;
	*end = last.end;
	return true;
}

/* Some words of a title: the first, the last, and how many. */
struct side {
	struct token first, last;
	size_t count;
};

static struct side
side_of(struct words *words, const char *start, const char *end)
{
	struct side side = {.count = 0};
	struct token token;
	for (const char *at = start; words_next(words, &at, &token) && token.start < end;) {
		if (!side.count++)
			side.first = token;
		side.last = token;
	}
	return side;
}

/* True when a title may call one thing by both: the same first letter, or another alphabet and
 * several words. */
static bool
may_be_short_for(const struct side *brief, const struct side *full)
{
	const unsigned scripts = FORM_CYRILLIC | FORM_LATIN;
	if (brief->count != 1 || !is_brief(&brief->first) || !full->count)
		return false;
	bool foreign = !(brief->first.form->traits & full->first.form->traits & scripts);
	return foreign ? full->count > 1 : initial_of(&brief->first) == initial_of(&full->first);
}

bool
expansion_of_title(struct words *words, const char *title, struct expansion *found)
{
	const char *open = strchr(title, '('), *close = open ? strchr(open, ')') : NULL;
	if (!close || *after_marks(close + 1))
		return false;
	struct side left = side_of(words, title, open), right = side_of(words, open, close);
	bool behind = may_be_short_for(&right, &left);
	if (!behind && !may_be_short_for(&left, &right))
		return false;
	const struct side *brief = behind ? &right : &left, *full = behind ? &left : &right;
	*found = (struct expansion){brief->first.start, brief->first.end, full->first.start,
				    full->last.end};
	return true;
}
