/* SPDX-License-Identifier: MIT */
/* The logo of the process, which outputs carry within them: read with the process, since whoever
 * writes an output touches no file. */
#ifndef PRESALE_LOAD_LOGO_H
#define PRESALE_LOAD_LOGO_H

#include "files/overlay.h"
#include "model/model.h"

/* Reads the file that the bound process names, and remembers why it cannot be used: a rule tells.
 * It must lie in root, the real path of the root file's folder, or NULL. What overlays (or NULL)
 * hold stands for files. */
void
logo_load(struct model *model, const char *root, const struct overlays *overlays);

#endif
