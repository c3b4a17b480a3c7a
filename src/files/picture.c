/* SPDX-License-Identifier: MIT */
#include "files/picture.h"

#include "files/file.h"
#include "files/path.h"
#include "files/svg_seen.h"
#include "files/unzip.h"

#include <string.h>
#include <sys/stat.h>

static const char png_mark[] = "\x89PNG\r\n\x1a\n";
enum { PNG_MARK = 8, PNG_HEAD = 13, PNG_AROUND = 12 /* a chunk's length, name and sum */ };

static uint32_t
number_at(const char *bytes)
{
	const unsigned char *at = (const unsigned char *)bytes;
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* True when a whole chunk is there; *size is that of what it holds. */
static bool
chunk_at(const struct buf *png, size_t at, uint32_t *size)
{
	if (png->length - at < PNG_AROUND)
		return false;
	*size = number_at(png->data + at);
	return *size <= png->length - at - PNG_AROUND &&
	       unzip_sum(0, png->data + at + 4, *size + 4u) ==
		   number_at(png->data + at + 8 + *size);
}

static bool
is_chunk(const struct buf *png, size_t at, const char *name)
{
	return memcmp(png->data + at + 4, name, 4) == 0;
}

/* How many points a metre has, as far as the picture says so. */
static void
take_density(struct picture *picture, const char *chunk, uint32_t size)
{
	enum { DENSITY = 9, METRES = 1 };
	if (size != DENSITY || chunk[16] != METRES)
		return;
	picture->a_metre[0] = number_at(chunk + 8);
	picture->a_metre[1] = number_at(chunk + 12);
}

/* A head first, whole chunks, an end: what is within the picture's data is for its readers. */
static enum picture_fault
judge_png(struct picture *picture)
{
	const struct buf *png = &picture->bytes;
	size_t at = PNG_MARK;
	uint32_t size;
	if (!chunk_at(png, at, &size) || !is_chunk(png, at, "IHDR") || size != PNG_HEAD)
		return PICTURE_BROKEN;
	picture->width = number_at(png->data + at + 8);
	picture->height = number_at(png->data + at + 12);
	if (!picture->width || !picture->height)
		return PICTURE_BROKEN;
	if (picture->width > PICTURE_SIDE || picture->height > PICTURE_SIDE)
		return PICTURE_LARGE;
	for (bool data = false; chunk_at(png, at, &size); at += size + PNG_AROUND) {
		data = data || is_chunk(png, at, "IDAT");
		if (is_chunk(png, at, "pHYs"))
			take_density(picture, png->data + at, size);
		if (is_chunk(png, at, "IEND"))
			return data ? PICTURE_OK : PICTURE_BROKEN;
	}
	return PICTURE_BROKEN;
}

/* Drawing programs begin an SVG with a byte order mark, a declaration, remarks. */
static bool
looks_like_xml(const struct buf *bytes)
{
	const char *text = buf_text(bytes);
	text += strncmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	return text[strspn(text, " \t\r\n")] == '<';
}

static enum picture_fault
judge(struct picture *picture)
{
	const struct buf *bytes = &picture->bytes;
	if (!bytes->length)
		return PICTURE_EMPTY;
	if (bytes->length > PICTURE_LIMIT)
		return PICTURE_LARGE;
	if (bytes->length >= PNG_MARK && memcmp(bytes->data, png_mark, PNG_MARK) == 0) {
		picture->form = PICTURE_PNG;
		return judge_png(picture);
	}
	if (!looks_like_xml(bytes))
		return PICTURE_FOREIGN;
	picture->form = PICTURE_SVG;
	return svg_fault(bytes);
}

/* A file that is too large is not read at all. */
static enum picture_fault
file_fault(const char *path)
{
	struct stat facts;
	if (stat(path, &facts) != 0)
		return PICTURE_MISSING;
	if (!S_ISREG(facts.st_mode))
		return PICTURE_NO_FILE;
	return facts.st_size > (off_t)PICTURE_LIMIT ? PICTURE_LARGE : PICTURE_OK;
}

static enum picture_fault
read_bytes(const char *path, const struct overlays *overlays, struct buf *out)
{
	const struct buf *overlay = overlays_find(overlays, path);
	if (overlay) {
		buf_add(out, overlay->data, overlay->length);
		return PICTURE_OK;
	}
	enum picture_fault fault = file_fault(path);
	if (fault)
		return fault;
	return file_read(path, out) == FILE_OK ? PICTURE_OK : PICTURE_DENIED;
}

struct picture
picture_read(const char *path, const char *folder, const struct overlays *overlays)
{
	struct picture picture = {0};
	struct arena scratch = {0};
	const char *real = path_real(&scratch, path);
	bool within = real && folder && path_is_within(real, folder);
	arena_free(&scratch);
	picture.fault = within ? read_bytes(path, overlays, &picture.bytes) : PICTURE_OUTSIDE;
	if (!picture.fault)
		picture.fault = judge(&picture);
	if (picture.fault)
		buf_free(&picture.bytes);
	return picture;
}
