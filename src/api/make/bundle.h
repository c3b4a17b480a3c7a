/* SPDX-License-Identifier: MIT */
/* Materials that go along with the outputs, in a folder beside them: whoever is sent a page has
 * what it leads to. Only what lies in the folder of the process goes, and is no larger than this.
 */
#ifndef PRESALE_API_MAKE_BUNDLE_H
#define PRESALE_API_MAKE_BUNDLE_H

#include "api/context/context.h"

#define BUNDLE_LIMIT ((size_t)16 << 20)
#define BUNDLE_LIMIT_OF_ALL ((size_t)64 << 20)

/* What presale_made calls the files of a bundle, as if they were an output. */
extern const char bundle_output[];

/* Finds what there is to bundle of what is shown, and has the addresses of it lead there. Lives as
 * long as what is shown. */
struct bundle_list *
bundle_new(const struct presale *context, struct shown *shown);

/* Writes the files of a bundle, and tells what is left out. */
void
bundle_emit(const struct bundle_list *bundle, const struct overlays *overlays,
	    struct emission *emission);

#endif
