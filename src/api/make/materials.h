/* SPDX-License-Identifier: MIT */
/* The materials of a process, and all else that it was made of. */
#ifndef PRESALE_API_MAKE_MATERIALS_H
#define PRESALE_API_MAKE_MATERIALS_H

#include "api/context/context.h"

/* Calls `take` for each material of the model that has an address. */
void
materials_each(const struct model *model,
	       void (*take)(void *data, const struct attachment *material), void *data);

/* What presale_inputs gives. */
const struct presale_input *
materials_inputs(struct presale *context, size_t *count);

#endif
