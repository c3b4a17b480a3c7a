/* SPDX-License-Identifier: MIT */
#ifndef PRESALE_API_NOTICES_H
#define PRESALE_API_NOTICES_H

#include "api/context.h"

/* Puts into words what the emitters of a build have to tell: context->notices. */
void
notices_list(struct presale *context);

#endif
