/* SPDX-License-Identifier: MIT */
/* Lines of a calendar file (RFC 5545). */
#ifndef PRESALE_EMIT_DATA_ICS_H
#define PRESALE_EMIT_DATA_ICS_H

#include "support/arena.h"
#include "support/buf.h"

/* A line, folded where it is too long, but within no character. */
void
ics_line(struct buf *out, const char *line);

/* A property whose value is a text of an author; what is made on the way is in arena. */
void
ics_text(struct buf *out, const char *name, const char *text, struct arena *arena);

/* A property whose value is a day, with a time behind it or "". */
void
ics_day(struct buf *out, const char *name, int32_t day, const char *time, struct arena *arena);

/* The beginning of a calendar of the program's, of a kind: "status"; and its end. */
void
ics_begin(struct buf *out, const char *kind);
void
ics_end(struct buf *out);

#endif
