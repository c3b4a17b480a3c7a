/* SPDX-License-Identifier: MIT */
/* Reading a zip archive in memory part by part, without ever writing to disk. Bytes are counted as
 * they come out, sums are checked. */
#ifndef PRESALE_FILES_UNZIP_H
#define PRESALE_FILES_UNZIP_H

#include "support/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct zip_part {
	const char *name;
	uint16_t method;         /* 0 stored, 8 deflated */
	uint64_t size, packed;   /* bytes, and bytes in the archive */
	uint64_t offset, number; /* where it stands in the archive's list */
};

struct unzip {
	void *file; /* the library's */
	struct memory_ending ending;
	struct unzip_source *source;
	struct arena arena;
	struct zip_part *parts;
	size_t count;
	bool encrypted; /* a part is, and the archive is no good for that */
};

/* Opens an archive, whose bytes must stay, and reads its directory; false when it is not a whole
 * one. Close it in either case. */
bool
unzip_open(struct unzip *zip, const char *bytes, size_t length);

/* Frees what the archive holds, not the struct; also after it could not be opened. */
void
unzip_close(struct unzip *zip);

/* The part of a name, or NULL. */
const struct zip_part *
unzip_find(const struct unzip *zip, const char *name);

/* The sum that archives keep of their parts, begun with 0. */
uint32_t
unzip_sum(uint32_t sum, const char *bytes, size_t length);

/* Takes the next bytes of a part; false stops. */
typedef bool
unzip_sink(void *context, const char *bytes, size_t length);

/* Hands a part's contents to the sink. False when the sink stopped, when more than `limit` bytes
 * come out, or when the data is damaged: its size and sum must be those of the directory. */
bool
unzip_read(const struct unzip *zip, const struct zip_part *part, uint64_t limit, unzip_sink *sink,
	   void *context);

#endif
