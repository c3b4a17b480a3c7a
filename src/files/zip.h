/* SPDX-License-Identifier: MIT */
/* Packs a zip archive in memory. The same parts give the same bytes: every part is dated
 * 1980-01-01, the first day there is for a zip. An archive of 4 GiB, or a part of 2, is more than
 * memory holds. */
#ifndef PRESALE_FILES_ZIP_H
#define PRESALE_FILES_ZIP_H

#include "support/buf.h"

struct zip_entry {
	const char *name; /* ASCII, with / between folders */
	const struct buf *contents;
};

/* Adds an archive of the parts, deflated, in their order, to out, which is empty. */
void
zip_pack(struct buf *out, const struct zip_entry *entries, size_t count);

/* The same piece by piece, for parts that are made as they are packed: no more of them is kept than
 * is packed. Begin with {.out = &buf}, an empty one. */
struct zip_writer {
	struct buf *out;
	struct buf list;           /* of the parts, which an archive ends with */
	uint32_t count, offset;    /* of the parts so far; where the one under way begins */
	uint32_t sum, size;        /* of that */
	const char *name;          /* of that; NULL when none is under way */
	struct z_stream_s *stream; /* zlib's */
};

/* Begins a part; name, as in an entry, stays until it is ended. */
void
zip_begin(struct zip_writer *zip, const char *name);

/* Adds to the part under way. */
void
zip_add(struct zip_writer *zip, const char *bytes, size_t length);

/* Ends the part under way, of which the lengths and the sum are known by now. */
void
zip_end(struct zip_writer *zip);

/* Ends the archive. */
void
zip_finish(struct zip_writer *zip);

#endif
