/* SPDX-License-Identifier: MIT */
#include "emit/names.h"

#include "model/field.h"
#include "support/utf8.h"

#include <string.h>

enum {
	BUCKETS = 4096,  /* a power of two */
	BUCKET_MAX = 24, /* names under one beginning; more are left out, so that a search stays linear */
	HEAD = 3,        /* characters a name is filed under */
	STEM_MIN = 3,    /* what must be left of a word without its ending */
	ENDING_MAX = 3,
};

struct name {
	const struct entity *what;
	const uint32_t *runes; /* folded, 0-ended */
	uint32_t length;
	bool exact; /* an abbreviation: the case counts and nothing is inflected */
	struct name *next;
};

struct names {
	struct name *buckets[BUCKETS];
	uint8_t sizes[BUCKETS];
	struct arena *arena;
};

/* Endings that a Russian noun or adjective changes; a name without one of them adds the ending of a case. */
static const char *const endings[] = {"", "а", "я", "ь", "й", "о", "е", "у", "ю", "ы", "и", "ом", "ем", "ам", "ям", "ах", "ях", "ов", "ев",
    "ей", "ой", "ий", "ый", "ая", "яя", "ое", "ые", "ие", "ую", "юю", "ым", "им", "ых", "их", "его", "ого", "ему", "ому", "ами", "ями",
    "ыми", "ими", NULL};

static bool
is_word_rune(uint32_t rune)
{
	if (rune < 0x80)
		return (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') || (rune >= '0' && rune <= '9');
	return (rune >= 0x400 && rune < 0x530) || utf8_is_letter(rune);
}

static uint32_t
fold_rune(uint32_t rune)
{
	if (rune < 0x80)
		return rune >= 'A' && rune <= 'Z' ? rune + 32 : rune;
	if (rune >= 0x410 && rune <= 0x42F)
		return rune + 32;
	if (rune == 0x451 || rune == 0x401)
		return 0x435;
	if (rune >= 0x430 && rune < 0x450)
		return rune;
	return rune == 0xA0 ? ' ' : utf8_lower(rune);
}

static uint32_t
bucket_of(const uint32_t *runes)
{
	uint32_t hash = 2166136261u;
	for (int i = 0; i < HEAD && is_word_rune(runes[i]); i++)
		hash = (hash ^ runes[i]) * 16777619u;
	return (hash ^ hash >> 15) & (BUCKETS - 1);
}

/* The name as folded characters; false for one that could not be found as words. */
static bool
fold_name(struct name *name, const char *text, struct arena *arena)
{
	text = utf8_fold(arena, text, FOLD_FORM);
	uint32_t *runes = arena_array(arena, utf8_count(text, strlen(text)) + 1, sizeof *runes);
	name->exact = true;
	uint32_t letters = 0;
	while (*text) {
		uint32_t rune = utf8_next(&text);
		letters += is_word_rune(rune);
		name->exact &= !utf8_is_letter(rune) || utf8_is_upper(rune);
		runes[name->length++] = fold_rune(rune);
	}
	name->runes = runes;
	return letters >= 2 && is_word_rune(runes[0]);
}

static void
add_name(struct names *names, const struct entity *what, const char *text)
{
	struct name *name = arena_alloc(names->arena, sizeof *name);
	name->what = what;
	if (!text || !fold_name(name, text, names->arena))
		return;
	uint32_t bucket = bucket_of(name->runes);
	if (names->sizes[bucket] == BUCKET_MAX)
		return;
	names->sizes[bucket]++;
	struct name **at = &names->buckets[bucket];
	while (*at && (*at)->length >= name->length)
		at = &(*at)->next;
	name->next = *at;
	*at = name;
}

static void
add_names(struct names *names, const struct entity *what, const struct texts *aliases)
{
	add_name(names, what, entity_name(what));
	for (uint32_t i = 0; i < aliases->count; i++)
		add_name(names, what, aliases->items[i].s);
}

const struct names *
names_new(const struct model *model, struct arena *arena)
{
	struct names *names = arena_alloc(arena, sizeof *names);
	names->arena = arena;
	const struct document *document = model->document;
	for (uint32_t i = 0; i < document->roles.count; i++)
		add_names(names, document->roles.items[i], &role_at(&document->roles, i)->aliases);
	for (uint32_t i = 0; i < document->glossary.count; i++)
		add_names(names, document->glossary.items[i], &term_at(&document->glossary, i)->aliases);
	return names;
}

static bool
is_ending(const uint32_t *runes, size_t length)
{
	if (length > ENDING_MAX)
		return false;
	char text[ENDING_MAX * UTF8_MAX + 1];
	size_t bytes = 0;
	for (size_t i = 0; i < length; i++)
		bytes += utf8_encode(runes[i], text + bytes);
	text[bytes] = '\0';
	for (const char *const *ending = endings; *ending; ending++)
		if (strcmp(*ending, text) == 0)
			return true;
	return false;
}

/* Past the rest of the word at *at; its first ENDING_MAX + 1 characters, folded, into rest. */
static size_t
rest_of_word(const char **at, uint32_t rest[ENDING_MAX + 1])
{
	size_t length = 0;
	while (**at) {
		const char *next = *at;
		uint32_t rune = utf8_next(&next);
		if (!is_word_rune(rune))
			break;
		if (length <= ENDING_MAX)
			rest[length++] = fold_rune(rune);
		*at = next;
	}
	return length;
}

/* True when the word under way, of which `same` characters agreed, is the name's word in another case. */
static bool
ends_alike(const uint32_t *name, uint32_t same, const char **at)
{
	uint32_t left[ENDING_MAX + 1], right[ENDING_MAX + 1];
	size_t lefts = 0;
	while (lefts <= ENDING_MAX && is_word_rune(name[lefts])) {
		left[lefts] = name[lefts];
		lefts++;
	}
	size_t rights = rest_of_word(at, right);
	if (lefts == 0 && rights == 0)
		return true;
	return same >= STEM_MIN && is_ending(left, lefts) && is_ending(right, rights);
}

/* Moves both past the characters of a word in which they agree; gives their number. */
static uint32_t
same_runes(const struct name *name, const uint32_t **rune, const char **text)
{
	uint32_t same = 0;
	while (is_word_rune(**rune) && **text) {
		const char *next = *text;
		uint32_t raw = utf8_next(&next);
		if (fold_rune(raw) != **rune || (name->exact && utf8_is_letter(raw) && !utf8_is_upper(raw)))
			break;
		*text = next;
		++*rune;
		same++;
	}
	return same;
}

/* The end of the name when the text begins with it, else NULL. */
static const char *
match(const struct name *name, const char *text)
{
	const uint32_t *rune = name->runes;
	while (*rune) {
		if (is_word_rune(*rune)) {
			uint32_t same = same_runes(name, &rune, &text);
			const char *end = text;
			if (!ends_alike(rune, same, &end) || (name->exact && (end != text || is_word_rune(*rune))))
				return NULL;
			text = end;
			while (is_word_rune(*rune))
				rune++;
		} else if (*text && fold_rune(utf8_next(&text)) == *rune)
			rune++;
		else
			return NULL;
	}
	return text;
}

bool
names_find(const struct names *names, const char *at, struct mention *mention)
{
	while (*at) {
		const char *next = at;
		if (!is_word_rune(utf8_next(&next))) {
			at = next;
			continue;
		}
		uint32_t head[HEAD + 1] = {0};
		const char *end = at;
		for (int i = 0; *end; i++) {
			const char *after = end;
			uint32_t rune = utf8_next(&after);
			if (!is_word_rune(rune))
				break;
			if (i < HEAD)
				head[i] = fold_rune(rune);
			end = after;
		}
		for (const struct name *name = names->buckets[bucket_of(head)]; name; name = name->next) {
			const char *stop = match(name, at);
			if (stop && stop > at) {
				*mention = (struct mention){name->what, at, stop};
				return true;
			}
		}
		at = end;
	}
	return false;
}
