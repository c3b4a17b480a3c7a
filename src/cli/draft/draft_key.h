/* SPDX-License-Identifier: MIT */
/* What the words of an outline call, by the keys of a process and other words for them. */
#ifndef PRESALE_CLI_DRAFT_DRAFT_KEY_H
#define PRESALE_CLI_DRAFT_DRAFT_KEY_H

#include "cli/draft/draft.h"

/* The keys that there are; they must outlive whoever asks. */
struct draft_keys {
	struct arena *arena;
	const struct presale_key *keys;
	size_t count;
};

/* The key of a kind of thing, in English, that a word calls, as it is written or by another word;
 * NULL when it calls none. «Этап» calls the name of a stage. */
const char *
draft_key_called(const struct draft_keys *keys, const char *kind, const char *word);

/* «Срок: 1 день», «Срок – 1 день»: the key that the words before the sign call, with *value behind
 * it; NULL for a text that is no such line. */
const char *
draft_key_of_line(const struct draft_keys *keys, const char *kind, const char *text,
		  const char **value);

#endif
