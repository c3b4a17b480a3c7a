/* SPDX-License-Identifier: MIT */
/* From files to a model. */
#ifndef PRESALE_LOAD_LOAD_H
#define PRESALE_LOAD_LOAD_H

#include "diag/diag.h"
#include "load/neighbours.h"

/* What a process is read with. */
struct loading {
	const char *out; /* the folder of the outputs, from which no pattern takes a file, or NULL
			  */
	const struct overlays *overlays; /* what they hold stands for the files of their paths,
					    whatever is on the disk; they may go afterwards; or
					    NULL */
	struct neighbourhood *hood; /* outlives the model; NULL: of other processes nothing is asked
				     */
};

/* Reads a process from a file ("-" is standard input) with all it includes. Whatever is wrong goes
 * to diags, which must not outlive the model (findings are about its things). Never NULL: after
 * errors the model holds what could be understood, and always a document with a process.
 * *unreadable tells that the root file could not be read at all. Nothing changes the model from
 * then on; the caller frees it with model_free. */
const struct model *
load_model(const char *path, const struct loading *loading, struct diagnostics *diags,
	   bool *unreadable);

/* Frees a model with its sources and all that points into it; NULL is nothing. */
void
model_free(const struct model *model);

#endif
