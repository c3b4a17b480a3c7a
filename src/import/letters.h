/* SPDX-License-Identifier: MIT */
/* What a cell of a responsibility chart says: R, A, C, I, as letters or in words. */
#ifndef PRESALE_IMPORT_LETTERS_H
#define PRESALE_IMPORT_LETTERS_H

#include "support/arena.h"

/* Whose part it is, as bits. */
enum letters_part {
	LETTERS_RESPONSIBLE = 1,
	LETTERS_ACCOUNTABLE = 2,
	LETTERS_CONSULTED = 4,
	LETTERS_INFORMED = 8
};

/* The parts that a text names and nothing else: «R», «A/R», «C, I», "Accountable", «А» in Cyrillic;
 * 0 for any other text. */
unsigned
letters_of(struct arena *arena, const char *text);

#endif
