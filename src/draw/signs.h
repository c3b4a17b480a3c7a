/* SPDX-License-Identifier: MIT */
/* The outlines of the signs that pictures share: a star for what is key, a stop sign for what
 * blocks. Each is drawn in a few sizes, by paths rounded to a tenth of a pixel. */
#ifndef PRESALE_DRAW_SIGNS_H
#define PRESALE_DRAW_SIGNS_H

enum sign_size {
	SIGN_ON_CARD,   /* in the corner of a card: the star is 12 pixels wide, the stop sign 12 */
	SIGN_IN_LEGEND, /* of the process map: 14 and 12 */
	SIGN_ON_TOPIC,  /* of a mind map and in its legend: 14 and 14 */
	SIGN_SIZES
};

/* What follows in a path (SVG, attribute d) behind `M` and the place of the star's upper tip, of
 * the stop sign's upper left corner. */
extern const char *const sign_star[SIGN_SIZES], *const sign_stop[SIGN_SIZES];

#endif
