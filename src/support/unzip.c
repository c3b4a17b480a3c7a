/* SPDX-License-Identifier: MIT */
#include "support/unzip.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum {
	END_SIZE = 22,
	END_SEARCH = END_SIZE + 65535, /* the archive's comment may follow */
	ENTRY_SIZE = 46,
	LOCAL_SIZE = 30,
	CHUNK = 128 * 1024,
	PARTS_MAX = 65535,
	DIRECTORY_MAX = 64 * 1024 * 1024,
};

static uint16_t
get16(const unsigned char *bytes)
{
	return (uint16_t)(bytes[0] | bytes[1] << 8);
}

static uint32_t
get32(const unsigned char *bytes)
{
	return (uint32_t)get16(bytes) | (uint32_t)get16(bytes + 2) << 16;
}

static bool
read_at(int fd, uint64_t offset, void *out, size_t length)
{
	unsigned char *at = out;
	while (length > 0) {
		ssize_t got = pread(fd, at, length, (off_t)offset);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		at += got;
		offset += (uint64_t)got;
		length -= (size_t)got;
	}
	return true;
}

/* Finds the end record; it lies in the last bytes of the file. */
static bool
find_end(struct unzip *zip, uint64_t size, unsigned char end[END_SIZE])
{
	size_t length = size < END_SEARCH ? (size_t)size : END_SEARCH;
	unsigned char *tail = arena_alloc(&zip->arena, length + 1);
	if (length < END_SIZE || !read_at(zip->fd, size - length, tail, length))
		return false;
	for (size_t at = length - END_SIZE + 1; at-- > 0;)
		if (memcmp(tail + at, "PK\5\6", 4) == 0) {
			memcpy(end, tail + at, END_SIZE);
			return true;
		}
	return false;
}

/* Reads one entry of the directory; gives its length, or 0. */
static size_t
read_entry(struct unzip *zip, const unsigned char *entry, size_t left, uint64_t size)
{
	if (left < ENTRY_SIZE || memcmp(entry, "PK\1\2", 4) != 0)
		return 0;
	size_t name = get16(entry + 28), length = ENTRY_SIZE + name + get16(entry + 30) + get16(entry + 32);
	struct zip_part part = {.method = get16(entry + 10), .sum = get32(entry + 16), .packed = get32(entry + 20),
	    .size = get32(entry + 24), .offset = get32(entry + 42)};
	if (length > left || part.offset + part.packed > size)
		return 0;
	part.name = arena_copy(&zip->arena, (const char *)entry + ENTRY_SIZE, name);
	zip->parts[zip->count++] = part;
	return length;
}

bool
unzip_open(struct unzip *zip, const char *path)
{
	struct stat facts;
	unsigned char end[END_SIZE];
	*zip = (struct unzip){.fd = open(path, O_RDONLY | O_CLOEXEC)};
	if (zip->fd < 0 || fstat(zip->fd, &facts) != 0 || !S_ISREG(facts.st_mode) || facts.st_size < END_SIZE)
		return false;
	uint64_t size = (uint64_t)facts.st_size;
	if (!find_end(zip, size, end))
		return false;
	uint32_t count = get16(end + 10), length = get32(end + 12), offset = get32(end + 16);
	if (length > DIRECTORY_MAX || (uint64_t)offset + length > size)
		return false;
	unsigned char *directory = arena_alloc(&zip->arena, (size_t)length + 1);
	zip->parts = arena_array(&zip->arena, count + 1, sizeof *zip->parts);
	if (!read_at(zip->fd, offset, directory, length))
		return false;
	size_t at = 0;
	while (zip->count < count) {
		size_t taken = read_entry(zip, directory + at, length - at, size);
		if (!taken)
			return false;
		at += taken;
	}
	return true;
}

void
unzip_close(struct unzip *zip)
{
	if (zip->fd >= 0)
		close(zip->fd);
	arena_free(&zip->arena);
	*zip = (struct unzip){.fd = -1};
}

const struct zip_part *
unzip_find(const struct unzip *zip, const char *name)
{
	for (size_t i = 0; i < zip->count; i++)
		if (strcmp(zip->parts[i].name, name) == 0)
			return &zip->parts[i];
	return NULL;
}

/* A part on its way out. */
struct outflow {
	unzip_sink *sink;
	void *context;
	uint64_t size, limit;
	uLong sum;
};

static bool
pass(struct outflow *out, const unsigned char *bytes, size_t length)
{
	out->size += length;
	out->sum = crc32(out->sum, bytes, (uInt)length);
	return out->size <= out->limit && out->sink(out->context, (const char *)bytes, length);
}

/* Inflates what has been read; *ended when the stream is complete. */
static bool
inflate_chunk(z_stream *stream, unsigned char *buffer, struct outflow *out, bool *ended)
{
	do {
		stream->next_out = buffer;
		stream->avail_out = CHUNK;
		int status = inflate(stream, Z_NO_FLUSH);
		if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
			return false;
		size_t length = CHUNK - stream->avail_out;
		if (length && !pass(out, buffer, length))
			return false;
		*ended = status == Z_STREAM_END;
		if (status == Z_BUF_ERROR)
			return true;
	} while (!*ended && (stream->avail_in || !stream->avail_out));
	return true;
}

static bool
read_data(const struct unzip *zip, uint64_t offset, const struct zip_part *part, struct outflow *out)
{
	z_stream stream = {0};
	bool packed = part->method == 8, fine = true, ended = !packed;
	if (packed && inflateInit2(&stream, -MAX_WBITS) != Z_OK)
		memory_exhausted();
	unsigned char *in = memory_alloc(2 * CHUNK), *buffer = in + CHUNK;
	for (uint64_t left = part->packed; left && fine;) {
		size_t length = left < CHUNK ? (size_t)left : CHUNK;
		fine = read_at(zip->fd, offset, in, length);
		if (fine && !packed)
			fine = pass(out, in, length);
		else if (fine && !ended) {
			stream.next_in = in;
			stream.avail_in = (uInt)length;
			fine = inflate_chunk(&stream, buffer, out, &ended);
		}
		offset += length;
		left -= length;
	}
	if (packed)
		inflateEnd(&stream);
	free(in);
	return fine && ended;
}

bool
unzip_read(const struct unzip *zip, const struct zip_part *part, uint64_t limit, unzip_sink *sink, void *context)
{
	unsigned char local[LOCAL_SIZE];
	if ((part->method != 0 && part->method != 8) || part->size > limit)
		return false;
	if (!read_at(zip->fd, part->offset, local, sizeof local) || memcmp(local, "PK\3\4", 4) != 0)
		return false;
	struct outflow out = {.sink = sink, .context = context, .limit = part->size, .sum = crc32(0, NULL, 0)};
	uint64_t data = part->offset + LOCAL_SIZE + get16(local + 26) + get16(local + 28);
	return read_data(zip, data, part, &out) && out.size == part->size && out.sum == part->sum;
}
