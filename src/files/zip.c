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

/* So many bytes are deflated at a time. */
enum { PIECE = 16 * 1024 };

/* Level 3 of zlib with longer looks. XML is full of long matches: taken as they come, without a
 * look for a better one at the next byte, they take a document for Word of 250 stages from 2,986 to
 * 2,690 million instructions, and make it 3 % larger. Good, insert, nice, chain of deflateTune. */
#define LEVEL 3
#define TUNED 4, 258, 258, 64

static void
put(struct buf *out, uint32_t value, int bytes)
{
	for (; bytes; bytes--, value >>= 8)
		buf_putc(out, (char)(value & 0xFF));
}

/* What the record before a part and that of it in the list have in common. */
static void
put_facts(struct buf *out, const struct zip_writer *zip, uint32_t packed)
{
	put(out, VERSION, 2);
	put(out, 0, 2); /* flags */
	put(out, Z_DEFLATED, 2);
	put(out, FIRST_DAY << 16, 4);
	put(out, zip->sum, 4);
	put(out, packed, 4);
	put(out, zip->size, 4);
	put(out, (uint32_t)strlen(zip->name), 2);
	put(out, 0, 2); /* extra fields */
}

static void
put_local(struct buf *out, const struct zip_writer *zip, uint32_t packed)
{
	put(out, SIGNED_LOCAL, 4);
	put_facts(out, zip, packed);
	buf_puts(out, zip->name);
}

static void
put_central(struct zip_writer *zip, uint32_t packed)
{
	struct buf *out = &zip->list;
	put(out, SIGNED_CENTRAL, 4);
	put(out, 0, 2); /* made by */
	put_facts(out, zip, packed);
	put(out, 0, 2); /* comment */
	put(out, 0, 2); /* disk */
	put(out, 0, 2); /* attributes, of the contents and of the file */
	put(out, 0, 4);
	put(out, zip->offset, 4);
	buf_puts(out, zip->name);
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

static void
start_stream(struct zip_writer *zip)
{
	if (zip->stream) {
		deflateReset(zip->stream);
	} else {
		zip->stream = memory_alloc(sizeof *zip->stream);
		*zip->stream = (z_stream){.zalloc = take, .zfree = give};
		if (deflateInit2(zip->stream, LEVEL, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL - 1,
				 Z_DEFAULT_STRATEGY) != Z_OK)
			memory_exhausted();
	}
	deflateTune(zip->stream, TUNED); /* a reset forgets it */
}

/* Sizes and sum are filled in when the part ends. */
void
zip_begin(struct zip_writer *zip, const char *name)
{
	zip->name = name;
	zip->offset = (uint32_t)zip->out->length;
	zip->sum = zip->size = 0;
	start_stream(zip);
	put_local(zip->out, zip, 0);
}

static void
deflate_some(struct zip_writer *zip, int flush)
{
	do {
		zip->stream->next_out = (Bytef *)buf_reserve(zip->out, PIECE);
		zip->stream->avail_out = PIECE;
		deflate(zip->stream, flush);
		buf_filled(zip->out, PIECE - zip->stream->avail_out);
	} while (zip->stream->avail_out == 0);
}

void
zip_add(struct zip_writer *zip, const char *bytes, size_t length)
{
	if (length > most / 2 - zip->size)
		memory_exhausted();
	zip->stream->next_in = (const Bytef *)bytes;
	zip->stream->avail_in = (uInt)length;
	zip->size += (uint32_t)length;
	zip->sum = (uint32_t)crc32_z(zip->sum, (const Bytef *)bytes, length);
	deflate_some(zip, Z_NO_FLUSH);
}

void
zip_end(struct zip_writer *zip)
{
	struct buf local = {0};
	deflate_some(zip, Z_FINISH);
	uint32_t packed = (uint32_t)zip->stream->total_out;
	put_local(&local, zip, packed);
	memcpy(zip->out->data + zip->offset, local.data, local.length);
	buf_free(&local);
	put_central(zip, packed);
	zip->count++;
	zip->name = NULL;
	if (zip->out->length > most - zip->list.length)
		memory_exhausted();
}

void
zip_finish(struct zip_writer *zip)
{
	uint32_t begin = (uint32_t)zip->out->length;
	buf_add(zip->out, buf_text(&zip->list), zip->list.length);
	put_end(zip->out, zip->count, begin);
	buf_free(&zip->list);
	if (zip->stream)
		deflateEnd(zip->stream);
	memory_free(zip->stream);
}

void
zip_pack(struct buf *out, const struct zip_entry *entries, size_t count)
{
	struct zip_writer zip = {.out = out};
	for (size_t i = 0; i < count; i++) {
		zip_begin(&zip, entries[i].name);
		zip_add(&zip, buf_text(entries[i].contents), entries[i].contents->length);
		zip_end(&zip);
	}
	zip_finish(&zip);
}
