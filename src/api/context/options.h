/* SPDX-License-Identifier: MIT */
#ifndef PRESALE_API_CONTEXT_OPTIONS_H
#define PRESALE_API_CONTEXT_OPTIONS_H

#include "api/context/context.h"

/* What presale_set does. */
enum presale_status
options_set(struct presale *context, const char *option, const char *value);

#endif
