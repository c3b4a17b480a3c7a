/* SPDX-License-Identifier: MIT */
/* The colour that a process gives its documents: what of it can be read on which ground, and the
 * band of it along the top of pictures, as pages have one. */
#ifndef PRESALE_DRAW_ACCENT_H
#define PRESALE_DRAW_ACCENT_H

#include "draw/pen/pen.h"
#include "model/model.h"

/* Whether it gives one. */
bool
accent_is_given(const struct model *model);

/* Its shade that has a contrast of 4.5 on a ground, or under words of the ground's colour. */
uint32_t
accent_on(const struct model *model, uint32_t ground);

/* A ground of it for words in dark ink: softer by so many hundredths. */
uint32_t
accent_tint(const struct model *model, unsigned softer);

/* Adds how the band looks to the rules of a picture (pen_style), if there is to be one: on white
 * and on the dark ground of the picture. */
void
accent_rules(const struct model *model, uint32_t night, struct buf *light, struct buf *dark);

/* Draws it, if there is to be one. */
void
accent_band(const struct model *model, double width, struct pen *pen);

#endif
