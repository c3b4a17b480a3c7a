/* SPDX-License-Identifier: MIT */
/* A small process that shows a field where it stands. */
#ifndef PRESALE_FORMAT_SAMPLE_H
#define PRESALE_FORMAT_SAMPLE_H

#include "model/field.h"

/* A process file in English (0) or Russian (1) that gives the field to a thing of a kind, and
 * loads. */
void
sample_add(struct buf *out, enum kind kind, const struct field *field, int lang);

#endif
