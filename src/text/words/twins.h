/* SPDX-License-Identifier: MIT */
/* Characters that look the same and are not: Latin and Cyrillic letters, hyphens. */
#ifndef PRESALE_TEXT_WORDS_TWINS_H
#define PRESALE_TEXT_WORDS_TWINS_H

#include <stdbool.h>
#include <stdint.h>

/* The letter of the other alphabet that looks like this one; 0 when there is none. */
uint32_t
twin_letter(uint32_t rune, bool to_cyrillic);

/* A place where two texts differ though it cannot be seen. */
struct twins {
	uint32_t here, there;
};

/* True when two different texts look the same; then *twins is the first place where they differ. */
bool
twins_find(const char *here, const char *there, struct twins *twins);

#endif
