/* SPDX-License-Identifier: MIT */
#ifndef PRESALE_API_OPTIONS_H
#define PRESALE_API_OPTIONS_H

#include "api/context.h"

/* What presale_set does. */
enum presale_status
options_set(struct presale *context, const char *option, const char *value);

#endif
