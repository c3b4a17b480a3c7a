/* SPDX-License-Identifier: MIT */
/* What word forms have in common: «регламенту» and «регламент» have one stem. The only file that
 * calls libstemmer. */
#ifndef PRESALE_TEXT_WORDS_STEM_H
#define PRESALE_TEXT_WORDS_STEM_H

#include "support/arena.h"

struct stemmer;

/* Lives in the arena and ends with it. Not for several threads at once. */
struct stemmer *
stemmer_new(struct arena *arena);

/* The stem of a word in lower case with е for ё: by the Russian rules when it has a Cyrillic
 * letter, else by the English ones. In the stemmer's arena. */
const char *
stem_of(struct stemmer *stemmer, const char *word);

#endif
