/* SPDX-License-Identifier: MIT */
/* The source files by line and place, as they were judged: what the model keeps of them. */
#ifndef PRESALE_SOURCE_SOURCE_H
#define PRESALE_SOURCE_SOURCE_H

#include "source/text_index.h"

struct sources;

/* The model must outlive it. A file is indexed when first asked for (text_index.h says what that
 * costs). */
struct sources *
sources_open(const struct model *model);
/* NULL is ok. */
void
sources_close(struct sources *sources);

/* How a file is called: as the model has it, or as sources_call says. */
const char *
sources_name(const struct sources *sources, unsigned file);

/* Has a file of the model called otherwise from now on. */
void
sources_call(struct sources *sources, unsigned file, const char *name);

/* The model whose files they are. */
const struct model *
sources_model(const struct sources *sources);

/* The places of a file: of an empty text when there is no such file or it could not be read. */
struct text_index *
sources_index(struct sources *sources, unsigned file);

/* The start of a line and its length in bytes without the line end; NULL when there is no such
 * line. */
const char *
sources_line(struct sources *sources, unsigned file, uint32_t line, size_t *length);

/* Where a position is in the text, NULL when it is nowhere. */
const char *
sources_at(struct sources *sources, struct pos pos);

/* What was done to a line that YAML refused, or NULL where it did not. */
const struct mended_line *
sources_mended(const struct sources *sources, struct pos pos);

/* UTF-16 code units before a position in its line, plus 1. */
uint32_t
sources_units(struct sources *sources, struct pos pos);

#endif
