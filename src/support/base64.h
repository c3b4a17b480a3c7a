/* SPDX-License-Identifier: MIT */
/* Bytes as text, as RFC 4648 has it. */
#ifndef PRESALE_SUPPORT_BASE64_H
#define PRESALE_SUPPORT_BASE64_H

#include "support/buf.h"

/* Adds length bytes, four signs for three of them. */
void
base64_add(struct buf *out, const char *bytes, size_t length);

#endif
