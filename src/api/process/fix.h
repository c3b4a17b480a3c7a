/* SPDX-License-Identifier: MIT */
/* Mending what is certain of what was found. */
#ifndef PRESALE_API_PROCESS_FIX_H
#define PRESALE_API_PROCESS_FIX_H

#include "api/context/context.h"

/* What presale_fix does. */
enum presale_status
fix_process(struct presale *context, const char *const *paths, size_t path_count,
	    const struct presale_fixed **files, size_t *count);

#endif
