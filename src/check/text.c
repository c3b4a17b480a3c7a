/* SPDX-License-Identifier: MIT */
/* Rules on characters and sentences. */
#include "check/wording.h"
#include "support/utf8.h"
#include "text/words/twins.h"

#include <string.h>

/* Bits of word->mark: worked out once for each different word. */
enum { MARK_SCRIPTS_KNOWN = 1 << 0, MARK_SCRIPTS_MIXED = 1 << 1 };

static bool
is_latin(uint32_t rune)
{
	return (rune | 0x20) >= 'a' && (rune | 0x20) <= 'z';
}

/* The word with the letters of the other alphabet replaced by their twins; NULL when one of them
 * has none. */
static const char *
unmixed(struct arena *arena, const char *word, bool to_cyrillic)
{
	struct buf out = {0};
	bool ok = true;
	while (*word) {
		uint32_t rune = utf8_next(&word);
		bool foreign = to_cyrillic ? is_latin(rune) : utf8_is_cyrillic(rune);
		uint32_t other = foreign ? twin_letter(rune, to_cyrillic) : rune;
		ok = ok && other;
		buf_rune(&out, other ? other : rune);
	}
	const char *text = ok ? arena_copy(arena, buf_text(&out), out.length) : NULL;
	buf_free(&out);
	return text;
}

/* «KPIу», «PRа»: an abbreviation in Latin capitals with a Russian ending is no mistake. */
static bool
is_inflected(const char *word)
{
	size_t capitals = 0;
	for (; *word >= 'A' && *word <= 'Z'; word++)
		capitals++;
	const char *ending = word;
	while (*word) {
		uint32_t rune = utf8_next(&word);
		if (!utf8_is_cyrillic(rune) || utf8_is_upper(rune))
			return false;
	}
	return capitals >= 2 && *ending;
}

/* The word as it was meant, or NULL when it does not mix alphabets by mistake. */
static const char *
meant_word(struct checker *c, const struct token *token)
{
	struct form *word = token->form;
	if ((word->traits & (FORM_CYRILLIC | FORM_LATIN)) != (FORM_CYRILLIC | FORM_LATIN))
		return NULL;
	if (word->mark & MARK_SCRIPTS_KNOWN && !(word->mark & MARK_SCRIPTS_MIXED))
		return NULL;
	const char *text = arena_copy(&c->arena, token->start, (size_t)(token->end - token->start));
	const char *meant = is_inflected(text) ? NULL : unmixed(&c->arena, text, true);
	if (!meant && !is_inflected(text))
		meant = unmixed(&c->arena, text, false);
	word->mark |= MARK_SCRIPTS_KNOWN | (meant ? MARK_SCRIPTS_MIXED : 0);
	return meant;
}

void
check_look_alikes(struct checker *c, const struct passage *passage)
{
	for (size_t i = 0; i < passage->count; i++) {
		const struct token *token = &passage->tokens[i];
		const char *meant = meant_word(c, token);
		if (!meant)
			continue;
		const char *word =
		    arena_copy(&c->arena, token->start, (size_t)(token->end - token->start));
		struct diagnostic *d = report_words(c, RULE_TEXT_LOOK_ALIKE, passage, token->start,
						    token->end, word, NULL);
		d->suggestion = arena_string(&c->diags->arena, meant);
		d->certain = !unmixed(&c->arena, word, true) || !unmixed(&c->arena, word, false);
	}
}

static bool
is_direction(uint32_t rune)
{
	return rune == 0x61C || rune == 0x200E || rune == 0x200F ||
	       (rune >= 0x202A && rune <= 0x202E) || (rune >= 0x2066 && rune <= 0x2069);
}

/* A joiner belongs into emoji; between letters of our alphabets nothing invisible does. */
static bool
is_invisible(uint32_t rune, uint32_t before)
{
	if (rune == 0x200D || rune == 0x200C)
		return before < 0x530;
	return rune == 0xAD || rune == 0x200B || rune == 0xFEFF ||
	       (rune >= 0x2060 && rune <= 0x2064);
}

/* Past plain text to the next byte that may begin a character of either sort; most text is ASCII
 * and Cyrillic. */
static const char *
next_suspect(const char *at)
{
	return at + strcspn(at, "\xC2\xD8\xE2\xEF");
}

/* The character before, as far as it matters: 0 at the start of a text, and of no alphabet of ours
 * when it is an emoji. */
static uint32_t
rune_before(const char *text, const char *at)
{
	if (at == text)
		return 0;
	const char *start = at - 1;
	while (start > text && ((unsigned char)*start & 0xC0) == 0x80)
		start--;
	return utf8_next(&start);
}

/* Reports the first character of a sort in a text. */
static void
find_character(struct checker *c, enum rule rule, const struct passage *passage)
{
	const char *text = passage->text->s;
	for (const char *at = next_suspect(text); *at; at = next_suspect(at)) {
		const char *start = at;
		uint32_t rune = utf8_next(&at);
		bool found = rule == RULE_SECURITY_BIDIRECTIONAL
				 ? is_direction(rune)
				 : is_invisible(rune, rune_before(text, start));
		if (found) {
			const char *name = arena_printf(&c->arena, "U+%04X", (unsigned)rune);
			report_words(c, rule, passage, start, at, name, NULL);
			return;
		}
	}
}

void
check_hidden_characters(struct checker *c, const struct passage *passage)
{
	find_character(c, RULE_TEXT_HIDDEN, passage);
}

void
check_bidirectional(struct checker *c, const struct passage *passage)
{
	find_character(c, RULE_SECURITY_BIDIRECTIONAL, passage);
}

/* True when a sentence or a line ends between two words. */
static bool
ends_sentence(const char *at, const char *next)
{
	for (; at < next; at++) {
		bool stop = *at == '.' || *at == '!' || *at == '?' || *at == ';';
		bool dots = strncmp(at, "\xE2\x80\xA6", 3) == 0;
		if (*at == '\n' || (stop && (at[1] == ' ' || at[1] == '\n')) || dots)
			return true;
	}
	return false;
}

void
check_long_sentences(struct checker *c, const struct passage *passage)
{
	if (passage->count <= c->longest_sentence)
		return;
	for (size_t i = 0, first = 0; i < passage->count; i++) {
		bool last = i + 1 == passage->count;
		if (!last && !ends_sentence(passage->tokens[i].end, passage->tokens[i + 1].start))
			continue;
		size_t length = i + 1 - first;
		if (length > c->longest_sentence) {
			const struct token *start = &passage->tokens[first];
			report_words(c, RULE_TEXT_LONG_SENTENCE, passage, start->start, start->end,
				     arena_printf(&c->arena, "%zu", length),
				     arena_printf(&c->arena, "%zu", c->longest_sentence));
			return;
		}
		first = i + 1;
	}
}
