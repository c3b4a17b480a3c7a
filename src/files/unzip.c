/* SPDX-License-Identifier: MIT */
/* The only file that reads zip archives, through minizip. */
#include "files/unzip.h"

#include <errno.h>
#include <minizip/unzip.h>
#include <string.h>
#include <zlib.h>

enum { CHUNK = 64 * 1024, NAME_MAX_BYTES = 1024, PARTS_MAX = 65535, STORED = 0, DEFLATED = 8 };

struct unzip_source {
	const char *bytes;
	size_t length, at;
};

static voidpf
open_source(voidpf opaque, const void *name, int mode)
{
	(void)name;
	(void)mode;
	return opaque;
}

static uLong
read_source(voidpf opaque, voidpf stream, void *bytes, uLong length)
{
	(void)opaque;
	struct unzip_source *source = stream;
	size_t left = source->length - source->at;
	size_t given = left < length ? left : length;
	memcpy(bytes, source->bytes + source->at, given);
	source->at += given;
	return given;
}

static ZPOS64_T
tell_source(voidpf opaque, voidpf stream)
{
	(void)opaque;
	return ((struct unzip_source *)stream)->at;
}

static long
seek_source(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
	(void)opaque;
	struct unzip_source *source = stream;
	size_t base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
		      : origin == ZLIB_FILEFUNC_SEEK_CUR ? source->at
							 : source->length;
	if (offset > source->length - base)
		return -1;
	source->at = base + offset;
	return 0;
}

static int
close_source(voidpf opaque, voidpf stream)
{
	(void)opaque;
	(void)stream;
	return 0;
}

static int
test_source(voidpf opaque, voidpf stream)
{
	(void)opaque;
	(void)stream;
	return 0;
}

static bool
read_entry(struct unzip *zip)
{
	char name[NAME_MAX_BYTES];
	unz_file_info64 info;
	unz64_file_pos place;
	if (unzGetCurrentFileInfo64(zip->file, &info, name, sizeof name, NULL, 0, NULL, 0) !=
	    UNZ_OK)
		return false;
	if (info.size_filename >= sizeof name || unzGetFilePos64(zip->file, &place) != UNZ_OK)
		return false;
	zip->parts[zip->count++] = (struct zip_part){.name = arena_string(&zip->arena, name),
						     .method = (uint16_t)info.compression_method,
						     .size = info.uncompressed_size,
						     .packed = info.compressed_size,
						     .offset = place.pos_in_zip_directory,
						     .number = place.num_of_file};
	zip->encrypted = info.flag & 1;
	return !zip->encrypted;
}

/* False, for an archive that is no good; not where minizip had no memory, which it does not tell
 * from that. */
static bool
refuse(void)
{
	if (errno == ENOMEM)
		memory_exhausted();
	return false;
}

static void
close_archive(void *file)
{
	unzClose(file);
}

bool
unzip_open(struct unzip *zip, const char *bytes, size_t length)
{
	unz_global_info64 info;
	*zip = (struct unzip){0};
	zip->source = arena_alloc(&zip->arena, sizeof *zip->source);
	*zip->source = (struct unzip_source){bytes, length, 0};
	zlib_filefunc64_def calls = {.zopen64_file = open_source,
				     .zread_file = read_source,
				     .ztell64_file = tell_source,
				     .zseek64_file = seek_source,
				     .zclose_file = close_source,
				     .zerror_file = test_source,
				     .opaque = zip->source};
	errno = 0;
	zip->file = unzOpen2_64("memory", &calls);
	if (zip->file)
		memory_hold(&zip->ending, close_archive, zip->file);
	/* Without memory it may not have seen that the archive is one of more than 4 GiB. */
	if (!zip->file || errno == ENOMEM)
		return refuse();
	if (unzGetGlobalInfo64(zip->file, &info) != UNZ_OK || info.number_entry > PARTS_MAX)
		return false;
	zip->parts = arena_array(&zip->arena, (size_t)info.number_entry + 1, sizeof *zip->parts);
	int status = info.number_entry ? unzGoToFirstFile(zip->file) : UNZ_END_OF_LIST_OF_FILE;
	while (status == UNZ_OK && zip->count < info.number_entry) {
		if (!read_entry(zip))
			return false;
		status = unzGoToNextFile(zip->file);
	}
	return zip->count == info.number_entry && status == UNZ_END_OF_LIST_OF_FILE;
}

void
unzip_close(struct unzip *zip)
{
	if (zip->file) {
		memory_release(&zip->ending);
		unzClose(zip->file);
	}
	arena_free(&zip->arena);
	*zip = (struct unzip){0};
}

const struct zip_part *
unzip_find(const struct unzip *zip, const char *name)
{
	for (size_t i = 0; i < zip->count; i++)
		if (strcmp(zip->parts[i].name, name) == 0)
			return &zip->parts[i];
	return NULL;
}

uint32_t
unzip_sum(uint32_t sum, const char *bytes, size_t length)
{
	return (uint32_t)crc32_z(sum, (const Bytef *)bytes, length);
}

/* Hands the open part's bytes to the sink until it ends. */
static bool
pour(const struct unzip *zip, uint64_t limit, unzip_sink *sink, void *context)
{
	char buffer[CHUNK];
	uint64_t total = 0;
	for (;;) {
		int length = unzReadCurrentFile(zip->file, buffer, sizeof buffer);
		if (length <= 0)
			return length == 0 || refuse();
		total += (uint64_t)length;
		if (total > limit || !sink(context, buffer, (size_t)length))
			return false;
	}
}

bool
unzip_read(const struct unzip *zip, const struct zip_part *part, uint64_t limit, unzip_sink *sink,
	   void *context)
{
	const unz64_file_pos place = {part->offset, part->number};
	if ((part->method != STORED && part->method != DEFLATED) || part->size > limit)
		return false;
	errno = 0;
	if (unzGoToFilePos64(zip->file, &place) != UNZ_OK ||
	    unzOpenCurrentFile(zip->file) != UNZ_OK)
		return refuse();
	bool poured = pour(zip, part->size, sink, context);
	bool ended = unzeof(zip->file) == 1 && unztell64(zip->file) == part->size;
	/* Closing tells whether the sum was right, once all has been read. */
	return unzCloseCurrentFile(zip->file) == UNZ_OK && poured && ended;
}
