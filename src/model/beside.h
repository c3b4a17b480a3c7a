/* SPDX-License-Identifier: MIT */
/* Where the documents of other processes lie: beside those of this one, as a build of several puts
 * them. Whether they have been built nobody asks. */
#ifndef PRESALE_MODEL_BESIDE_H
#define PRESALE_MODEL_BESIDE_H

#include "model/neighbour.h"

/* The address of another process's page, of a stage or step of it the place there. NULL where
 * nothing is known of it, and in an edition, which knows no documents but its own. In arena. */
const char *
beside_page(const struct model *model, const struct elsewhere *to, struct arena *arena);

/* The other process that the address of a material of the model leads to, or NULL. */
const struct elsewhere *
beside_material(const struct model *model, const struct text *href);

/* The regulation in Markdown, where an address is that of another process's page; else the address.
 * In arena. */
const char *
beside_markdown(const struct model *model, const char *address, struct arena *arena);

#endif
