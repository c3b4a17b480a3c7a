/* SPDX-License-Identifier: MIT */
/* Maps as files: which there are, and how a large one is written a part at a time. */
#ifndef PRESALE_EMIT_MAP_MAP_H
#define PRESALE_EMIT_MAP_MAP_H

#include "emit/emit.h"
#include "view/outline/outline.h"

/* Takes a tree and writes it down. */
typedef void
map_writer(const struct outline *outline, struct buf *out);

/* Writes the maps that --map asks for, one file each unless the writer parts it:
 * stem-general.ending, stem-detailed.ending. */
void
map_emit(struct emission *emission, const char *ending, map_writer *writer);

/* The same for a picture: of the detailed map it has what can be taken in at a look. */
void
map_emit_drawn(struct emission *emission, const char *ending, map_writer *writer);

/* Writers may call this between two topics: the caller may take a large part from out, so that a
 * huge map needs little memory. */
void
map_flush(const struct outline *outline, struct buf *out);

/* Ends the file under way with what is in out, which is empty then: the map goes on in another one,
 * stem-detailed-2.ending and so on. */
void
map_part(const struct outline *outline, struct buf *out);

/* Has the user told something of the map's first file. */
void
map_notice(const struct outline *outline, enum notice_kind kind, unsigned long number);

#endif
