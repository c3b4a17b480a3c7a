/* SPDX-License-Identifier: MIT */
/* How well one colour is read on another, as WCAG 2.1 has it. Colours are 0xRRGGBB. */
#ifndef PRESALE_DRAW_PEN_CONTRAST_H
#define PRESALE_DRAW_PEN_CONTRAST_H

#include <stdint.h>

/* From 1, the same, to 21, black on white. */
double
contrast_of(uint32_t one, uint32_t other);

/* The colour itself where it is read on the paper with the contrast wanted, else a shade of it that
 * is: darker on light paper, lighter on dark. */
uint32_t
contrast_kept(uint32_t rgb, uint32_t paper, double wanted);

#endif
