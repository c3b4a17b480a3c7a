/* SPDX-License-Identifier: MIT */
/* From files to a model. */
#ifndef PRESALE_LOAD_LOAD_H
#define PRESALE_LOAD_LOAD_H

#include "diag/diag.h"
#include "files/overlay.h"
#include "model/model.h"

/* Reads a process from a file ("-" is standard input) with all it includes; out is the folder of
 * the outputs, from which no pattern takes a file, or NULL. Whatever is wrong goes to diags, which
 * must not outlive the model (findings are about its things). Never NULL: after errors the model
 * holds what could be understood, and always a document with a process. What overlays hold (NULL:
 * nothing) stands for the files of their paths, whatever is on the disk; they may go afterwards.
 * *unreadable tells that the root file could not be read at all. Nothing changes the model from
 * then on; the caller frees it with model_free. */
const struct model *
load_model(const char *path, const char *out, const struct overlays *overlays,
	   struct diagnostics *diags, bool *unreadable);

/* Frees a model with its sources and all that points into it; NULL is nothing. */
void
model_free(const struct model *model);

#endif
