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

const char *
stem_of(struct stemmer *stemmer, const char *word)
{
	struct sb_stemmer *language = has_cyrillic(word) ? stemmer->russian : stemmer->english;
	const sb_symbol *stem =
	    sb_stemmer_stem(language, (const sb_symbol *)word, (int)strlen(word));
	if (!stem)
		memory_exhausted();
	return arena_copy(stemmer->arena, (const char *)stem, (size_t)sb_stemmer_length(language));
}
