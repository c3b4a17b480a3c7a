/* SPDX-License-Identifier: MIT */
/* The one way in which outputs are made, wherever they go. */
#ifndef PRESALE_API_MAKE_MAKING_H
#define PRESALE_API_MAKE_MAKING_H

#include "api/context/context.h"

/* Where pieces of files go. */
struct sink {
	presale_taker *take; /* NULL: files stay whole in the emissions */
	void *data;
	const char *workplace; /* for temporary files of libraries, or NULL */
};

/* Makes the outputs and lists in *files what was made, without its bytes where a sink took them. On
 * failure nothing of it is left. */
enum presale_status
making_run(struct presale *context, const char *outputs, const struct sink *sink,
	   const struct presale_file **files, size_t *count);

#endif
