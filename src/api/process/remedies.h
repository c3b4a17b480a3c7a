/* SPDX-License-Identifier: MIT */
/* What a person may put in place of what was found. */
#ifndef PRESALE_API_PROCESS_REMEDIES_H
#define PRESALE_API_PROCESS_REMEDIES_H

#include "api/context/context.h"

/* What presale_remedies does. */
const struct presale_remedy *
remedies_list(struct presale *context, size_t *count);

#endif
