/* SPDX-License-Identifier: MIT */
/* Reading edited documents back. */
#ifndef PRESALE_API_PROCESS_MERGES_H
#define PRESALE_API_PROCESS_MERGES_H

#include "api/context/context.h"

/* What presale_merge does. */
enum presale_status
merges_make(struct presale *context, const struct presale_merging *merging,
	    const struct presale_fixed **files, size_t *count);

#endif
