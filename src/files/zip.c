/* SPDX-License-Identifier: MIT */
#include "files/zip.h"

#include "support/memory.h"

#include <minizip/zip.h>
#include <string.h>

enum { PIECE = 1 << 30, LIST_ROOM = 1024 }; /* minizip takes lengths as unsigned int */

/* A file in memory: minizip goes back to fill in what it knows only later. */
struct file {
	struct buf *out; /* NULL once the archive is given up */
	size_t at;
	zipFile zip;
};

static voidpf
open_file(voidpf opaque, const void *name, int mode)
{
	(void)name;
	(void)mode;
	return opaque;
}

static uLong
read_file(voidpf opaque, voidpf stream, void *bytes, uLong length)
{
	(void)opaque;
	(void)stream;
	(void)bytes;
	(void)length;
	return 0;
}

static uLong
write_file(voidpf opaque, voidpf stream, const void *bytes, uLong length)
{
	(void)opaque;
	struct file *file = stream;
	if (!file->out)
		return 0;
	size_t over = file->out->length - file->at;
	over = over < length ? over : length;
	if (over)
		memcpy(file->out->data + file->at, bytes, over);
	buf_add(file->out, (const char *)bytes + over, length - over);
	file->at += length;
	return length;
}

static ZPOS64_T
tell_file(voidpf opaque, voidpf stream)
{
	(void)opaque;
	return ((struct file *)stream)->at;
}

static long
seek_file(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
	(void)opaque;
	struct file *file = stream;
	if (!file->out)
		return -1;
	size_t base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
		      : origin == ZLIB_FILEFUNC_SEEK_CUR ? file->at
							 : file->out->length;
	if (base + offset > file->out->length)
		return -1;
	file->at = base + offset;
	return 0;
}

static int
close_file(voidpf opaque, voidpf stream)
{
	(void)opaque;
	(void)stream;
	return 0;
}

static int
test_file(voidpf opaque, voidpf stream)
{
	(void)opaque;
	(void)stream;
	return 0;
}

static int
pack_entry(zipFile zip, const struct zip_entry *entry)
{
	zip_fileinfo info = {.tmz_date = {.tm_mday = 1, .tm_year = 1980}};
	int status = zipOpenNewFileInZip(zip, entry->name, &info, NULL, 0, NULL, 0, NULL,
					 Z_DEFLATED, Z_DEFAULT_COMPRESSION);
	for (size_t at = 0; status == ZIP_OK && at < entry->contents->length;) {
		size_t piece = entry->contents->length - at;
		piece = piece < PIECE ? piece : PIECE;
		status = zipWriteInFileInZip(zip, entry->contents->data + at, (unsigned)piece);
		at += piece;
	}
	return status == ZIP_OK ? zipCloseFileInZip(zip) : status;
}

static void
give_up(void *data)
{
	struct file *file = data;
	file->out = NULL;
	zipClose(file->zip, NULL);
}

void
zip_pack(struct buf *out, const struct zip_entry *entries, size_t count)
{
	struct file file = {.out = out};
	zlib_filefunc64_def calls = {.zopen64_file = open_file,
				     .zread_file = read_file,
				     .zwrite_file = write_file,
				     .ztell64_file = tell_file,
				     .zseek64_file = seek_file,
				     .zclose_file = close_file,
				     .zerror_file = test_file,
				     .opaque = &file};
	struct memory_ending ending;
	file.zip = zipOpen2_64("memory", APPEND_STATUS_CREATE, NULL, &calls);
	if (!file.zip)
		memory_exhausted(); /* in memory nothing else can fail */
	memory_hold(&ending, give_up, &file);
	int status = ZIP_OK;
	for (size_t i = 0; status == ZIP_OK && i < count; i++)
		status = pack_entry(file.zip, &entries[i]);
	if (status != ZIP_OK)
		memory_exhausted();
	/* Its last writing must not be broken off: room for the list of parts, at a kilobyte each,
	 * comes first. */
	buf_room(out, (count + 1) * LIST_ROOM);
	memory_release(&ending);
	if (zipClose(file.zip, NULL) != ZIP_OK)
		memory_exhausted();
}
