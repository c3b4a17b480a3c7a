/* SPDX-License-Identifier: MIT */
/* The container is written here: minizip, which reads archives, does not look whether it got memory
 * for what it writes. PKWARE's APPNOTE names the records and their fields. */
#include "files/zip.h"

#include "support/memory.h"

#include <string.h>
#define ZLIB_CONST
#include <zlib.h>

enum { SIGNED_LOCAL = 0x04034B50, SIGNED_CENTRAL = 0x02014B50, SIGNED_END = 0x06054B50 };
enum {
	VERSION = 20,          /* who reads it has to know deflate */
	FIRST_DAY = 1 << 5 | 1 /* 1980-01-01 */
};

/* Without the extensions for more, sizes and offsets have 32 bits. */
static const size_t most = UINT32_MAX;

struct part {
	const struct zip_entry *entry;
	uint32_t sum, packed, size, offset;
};

static void
put(struct buf *out, uint32_t value, int bytes)
{
	for (; bytes; bytes--, value >>= 8)
		buf_putc(out, (char)(value & 0xFF));
}

/* What the record before a part and that of it in the list have in common. */
static void
put_facts(struct buf *out, const struct part *part)
{
	put(out, VERSION, 2);
	put(out, 0, 2); /* flags */
	put(out, Z_DEFLATED, 2);
	put(out, FIRST_DAY << 16, 4);
	put(out, part->sum, 4);
	put(out, part->packed, 4);
	put(out, part->size, 4);
	put(out, (uint32_t)strlen(part->entry->name), 2);
	put(out, 0, 2); /* extra fields */
}

static void
put_local(struct buf *out, const struct part *part)
{
	put(out, SIGNED_LOCAL, 4);
	put_facts(out, part);
	buf_puts(out, part->entry->name);
}

static void
put_central(struct buf *out, const struct part *part)
{
	put(out, SIGNED_CENTRAL, 4);
	put(out, 0, 2); /* made by */
	put_facts(out, part);
	put(out, 0, 2); /* comment */
	put(out, 0, 2); /* disk */
	put(out, 0, 2); /* attributes, of the contents and of the file */
	put(out, 0, 4);
	put(out, part->offset, 4);
	buf_puts(out, part->entry->name);
}

static void
put_end(struct buf *out, uint32_t count, uint32_t list)
{
	uint32_t length = (uint32_t)out->length - list;
	put(out, SIGNED_END, 4);
	put(out, 0, 2); /* this disk, and that of the list */
	put(out, 0, 2);
	put(out, count, 2); /* on this disk, and in all */
	put(out, count, 2);
	put(out, length, 4);
	put(out, list, 4);
	put(out, 0, 2); /* comment */
}

static voidpf
take(voidpf opaque, uInt items, uInt size)
{
	(void)opaque;
	return memory_alloc((size_t)items * size);
}

static void
give(voidpf opaque, voidpf memory)
{
	(void)opaque;
	memory_free(memory);
}

/* Deflates the contents of a part, whose sizes and sum become known. */
static void
pack(struct buf *packed, struct part *part)
{
	const struct buf *contents = part->entry->contents;
	z_stream stream = {.zalloc = take, .zfree = give};
	if (contents->length > most / 2 ||
	    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL - 1,
			 Z_DEFAULT_STRATEGY) != Z_OK)
		memory_exhausted();
	uLong bound = deflateBound(&stream, contents->length);
	stream.next_in = (const Bytef *)buf_text(contents);
	stream.avail_in = (uInt)contents->length;
	stream.next_out = (Bytef *)buf_reserve(packed, bound);
	stream.avail_out = (uInt)bound;
	deflate(&stream, Z_FINISH); /* it all fits */
	buf_filled(packed, stream.total_out);
	part->packed = (uint32_t)stream.total_out;
	part->size = (uint32_t)contents->length;
	part->sum = (uint32_t)crc32_z(0, (const Bytef *)buf_text(contents), contents->length);
	deflateEnd(&stream);
}

void
zip_pack(struct buf *out, const struct zip_entry *entries, size_t count)
{
	struct buf packed = {0}, list = {0};
	for (size_t i = 0; i < count; i++) {
		struct part part = {.entry = &entries[i], .offset = (uint32_t)out->length};
		buf_clear(&packed);
		pack(&packed, &part);
		put_local(out, &part);
		buf_add(out, packed.data, packed.length);
		put_central(&list, &part);
		if (out->length > most - list.length)
			memory_exhausted();
	}
	uint32_t begin = (uint32_t)out->length;
	buf_add(out, buf_text(&list), list.length);
	put_end(out, (uint32_t)count, begin);
	buf_free(&packed);
	buf_free(&list);
}
