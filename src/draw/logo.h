/* SPDX-License-Identifier: MIT */
/* The logo of a process in the corner of pictures that are files of their own. */
#ifndef PRESALE_DRAW_LOGO_H
#define PRESALE_DRAW_LOGO_H

#include "draw/pen/pen.h"
#include "model/show.h"

/* The width that it takes of the heading of a picture, with a gap; 0 without a logo. */
double
logo_width(const struct model *model);

/* Adds how its ground looks to the rules of a picture (pen_style): white, as logos are made for. */
void
logo_rules(const struct model *model, struct buf *light, struct buf *dark);

/* Draws it at the upper right corner of a picture whose margin ends at x and whose top is at y. */
void
logo_draw(const struct voice *voice, struct spot corner, struct pen *pen);

#endif
