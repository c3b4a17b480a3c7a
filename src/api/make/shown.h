/* SPDX-License-Identifier: MIT */
/* What the options edition, variant, role and out make of the process. */
#ifndef PRESALE_API_MAKE_SHOWN_H
#define PRESALE_API_MAKE_SHOWN_H

#include "api/context/context.h"

/* Works it out, unless it is there: context->shown is then what outputs are made of. PRESALE_USAGE
 * without a process, or for an edition, variant or role that there is not. */
enum presale_status
shown_make(struct presale *context);

/* What presale_materials gives. */
const struct presale_material *
shown_materials(struct presale *context, size_t *count);

#endif
