/* SPDX-License-Identifier: MIT */
#ifndef PRESALE_API_MAKE_NOTICES_H
#define PRESALE_API_MAKE_NOTICES_H

#include "api/context/context.h"

/* Puts into words what the emitters of a build have to tell: context->notices. */
void
notices_list(struct presale *context);

#endif
