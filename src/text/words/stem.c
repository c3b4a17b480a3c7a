/* SPDX-License-Identifier: MIT */
#include "text/words/stem.h"

#include "support/utf8.h"

#include <libstemmer.h>
#include <string.h>

struct stemmer {
	struct arena *arena;
	struct sb_stemmer *russian, *english;
};

static struct sb_stemmer *
open_language(const char *language)
{
	struct sb_stemmer *stemmer = sb_stemmer_new(language, "UTF_8");
	if (!stemmer)
		memory_exhausted();
	return stemmer;
}

static void
close_languages(void *data)
{
	struct stemmer *stemmer = data;
	sb_stemmer_delete(stemmer->russian);
	sb_stemmer_delete(stemmer->english);
}

struct stemmer *
stemmer_new(struct arena *arena)
{
	struct stemmer *stemmer = arena_alloc(arena, sizeof *stemmer);
	stemmer->arena = arena;
	arena_at_end(arena, close_languages, stemmer);
	stemmer->russian = open_language("russian");
	stemmer->english = open_language("english");
	return stemmer;
}

static bool
has_cyrillic(const char *word)
{
	while (*word)
		if (utf8_is_cyrillic(utf8_next(&word)))
			return true;
	return false;
}

/* The singular of an English plural that no ending tells; any other word as it is. */
static const char *
singular_of(const char *word)
{
	static const struct {
		const char *plural, *singular;
	} plurals[] = {
#define PLURAL(plural, singular) {plural, singular},
#include "text/words/plurals.def"
#undef PLURAL
	};
	for (size_t i = 0; i < sizeof plurals / sizeof *plurals; i++)
		if (strcmp(plurals[i].plural, word) == 0)
			return plurals[i].singular;
	return word;
}

const char *
stem_of(struct stemmer *stemmer, const char *word)
{
	bool russian = has_cyrillic(word);
	struct sb_stemmer *language = russian ? stemmer->russian : stemmer->english;
	word = russian ? word : singular_of(word);
	const sb_symbol *stem =
	    sb_stemmer_stem(language, (const sb_symbol *)word, (int)strlen(word));
	if (!stem)
		memory_exhausted();
	return arena_copy(stemmer->arena, (const char *)stem, (size_t)sb_stemmer_length(language));
}
