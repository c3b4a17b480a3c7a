/* SPDX-License-Identifier: MIT */
#include "support/buf.h"

#include "support/memory.h"
#include "support/printed.h"
#include "support/utf8.h"

#include <stdarg.h>
#include <string.h>

enum { LIKELY = 64 }; /* bytes that printf mostly gives */

static void
reserve(struct buf *buf, size_t more)
{
	size_t need = buf->length + more + 1;
	if (need < more)
		memory_exhausted();
	if (need <= buf->capacity)
		return;
	size_t capacity = buf->capacity ? buf->capacity * 2 : 256;
	if (capacity < need)
		capacity = need;
	buf->data = block_grow(buf->data, buf->capacity, capacity);
	buf->capacity = capacity;
}

char *
buf_reserve(struct buf *buf, size_t more)
{
	reserve(buf, more);
	return buf->data + buf->length;
}

void
buf_filled(struct buf *buf, size_t length)
{
	buf->length += length;
	buf->data[buf->length] = '\0';
}

void
buf_add(struct buf *buf, const void *bytes, size_t length)
{
	reserve(buf, length);
	memcpy(buf->data + buf->length, bytes, length);
	buf_filled(buf, length);
}

void
buf_fill(struct buf *buf, const char *sentence, const char *one, const char *two)
{
	for (const char *p = sentence; *p; p++) {
		bool first = strncmp(p, "{1}", 3) == 0, second = strncmp(p, "{2}", 3) == 0;
		if (first || second) {
			buf_puts(buf, first ? one : two);
			p += 2;
		} else {
			buf_putc(buf, *p);
		}
	}
}

void
buf_insert(struct buf *buf, size_t offset, const void *bytes, size_t length)
{
	reserve(buf, length);
	memmove(buf->data + offset + length, buf->data + offset, buf->length - offset);
	if (length)
		memcpy(buf->data + offset, bytes, length);
	buf_filled(buf, length);
}

void
buf_puts(struct buf *buf, const char *string)
{
	buf_add(buf, string, strlen(string));
}

void
buf_putc(struct buf *buf, char byte)
{
	if (buf->length + 1 >= buf->capacity)
		reserve(buf, 1);
	buf->data[buf->length] = byte;
	buf_filled(buf, 1);
}

void
buf_printf(struct buf *buf, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	reserve(buf, LIKELY);
	size_t space = buf->capacity - buf->length;
	size_t length = printed_into(buf->data + buf->length, space, format, args);
	va_end(args);
	if (length >= space) {
		reserve(buf, length);
		printed_into(buf->data + buf->length, length + 1, format, again);
	}
	va_end(again);
	buf->length += length;
}

void
buf_rune(struct buf *buf, uint32_t rune)
{
	char bytes[UTF8_MAX] = {0};
	size_t length = utf8_encode(rune, bytes);
	buf_add(buf, bytes, length);
}

const char *
buf_text(const struct buf *buf)
{
	return buf->length ? buf->data : "";
}

void
buf_clear(struct buf *buf)
{
	buf->length = 0;
	if (buf->data)
		buf->data[0] = '\0';
}

void
buf_cut(struct buf *buf, size_t length)
{
	if (length < buf->length) {
		buf->length = length;
		buf->data[length] = '\0';
	}
}

void
buf_fit(struct buf *buf)
{
	if (buf->length + 1 >= buf->capacity || buf->capacity >= BLOCK_LARGE)
		return;
	buf->capacity = buf->length + 1;
	buf->data = memory_resize(buf->data, buf->capacity);
}

void
buf_free(struct buf *buf)
{
	memory_free(buf->data);
	*buf = (struct buf){0};
}
