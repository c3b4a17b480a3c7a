/* SPDX-License-Identifier: MIT */
/* Loading and judging a process. */
#ifndef PRESALE_API_PROCESS_PROCESS_H
#define PRESALE_API_PROCESS_PROCESS_H

#include "api/context/context.h"

/* What the public functions of the same names do. */
enum presale_kind
process_probe(const struct presale *context, const char *path);
enum presale_status
process_load(struct presale *context, const char *path);
enum presale_status
process_check(struct presale *context);

/* The options of a check; they point into the context's. */
struct check_options
process_check_options(const struct presale *context);

#endif
