/* SPDX-License-Identifier: MIT */
/* Making outputs of the process. */
#ifndef PRESALE_API_MAKE_BUILD_H
#define PRESALE_API_MAKE_BUILD_H

#include "api/context/context.h"

/* What the public functions of the same names do. */
enum presale_status
build_memory(struct presale *context, const char *outputs, const struct presale_file **files,
	     size_t *count);
enum presale_status
build_folder(struct presale *context, const char *outputs, const char *folder,
	     const struct presale_file **files, size_t *count);
enum presale_status
build_stream(struct presale *context, const char *outputs, presale_taker *take, void *data);

#endif
