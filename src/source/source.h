/* SPDX-License-Identifier: MIT */
/* The source files again, by line, for messages that quote them. */
#ifndef PRESALE_SOURCE_SOURCE_H
#define PRESALE_SOURCE_SOURCE_H

#include "model/model.h"

#include <stdbool.h>

struct sources;

/* The model must outlive it. Files are read when first asked for. */
struct sources *
sources_open(const struct model *model);
/* NULL is fine. */
void
sources_close(struct sources *sources);

const char *
sources_name(const struct sources *sources, unsigned file);

const struct model *
sources_model(const struct sources *sources);

/* The start of a line and its length in bytes without the line end; NULL when there is no such line
 * (any more). */
const char *
sources_line(struct sources *sources, unsigned file, uint32_t line, size_t *length);

/* Where a position is in the text, NULL when it is nowhere. */
const char *
sources_at(struct sources *sources, struct pos pos);

/* The position length bytes behind another, in the same text. */
struct pos
sources_after(struct sources *sources, struct pos pos, size_t length);

/* How many bytes of the line belong to what stands at pos: a quoted string, else up to what ends a
 * plain text. */
size_t
sources_token(struct sources *sources, struct pos pos);

/* UTF-16 code units before a position in its line, plus 1. */
uint32_t
sources_units(struct sources *sources, struct pos pos);

#endif
