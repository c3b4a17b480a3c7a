/* SPDX-License-Identifier: MIT */
/* Checklists that the documents print in full, so that they are at hand where the paper is: what
 * the author calls a checklist, in Markdown or as plain text, and short. The files are read once,
 * before anything is written, since whoever writes an output touches no file. */
#ifndef PRESALE_MODEL_ENCLOSED_H
#define PRESALE_MODEL_ENCLOSED_H

#include "files/overlay.h"
#include "model/addresses.h"

struct attachment;

/* A checklist of so many characters takes about two pages; so many of all of them, twenty. */
enum { ENCLOSED_LIMIT = 6000, ENCLOSED_LIMIT_OF_ALL = 60000 };

/* Made once for a model and its addresses, then only read: for any number of threads. */
struct enclosed;

/* The checklists of a model, which must outlive them, with the addresses as they are seen. What
 * overlays (or NULL) hold stands for files. Free with enclosed_free. */
struct enclosed *
enclosed_new(const struct model *model, const struct addresses *addresses,
	     const struct overlays *overlays);

/* Frees them with every text that they gave; NULL is nothing. */
void
enclosed_free(struct enclosed *enclosed);

/* The text of a material in CommonMark, with its addresses as seen from the folder of the outputs
 * and without a heading that repeats its title; NULL when it is not printed. */
const char *
enclosed_text(const struct enclosed *enclosed, const struct attachment *material);

/* How many checklists are not printed, since they are long or there are many. */
uint32_t
enclosed_left(const struct enclosed *enclosed);

#endif
