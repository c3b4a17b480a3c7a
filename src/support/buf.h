/* SPDX-License-Identifier: MIT */
/* A growing string of bytes, always NUL-terminated once something was added. */
#ifndef PRESALE_SUPPORT_BUF_H
#define PRESALE_SUPPORT_BUF_H

#include <stddef.h>
#include <stdint.h>

struct buf {
	char *data; /* NULL while nothing was added */
	size_t length;
	size_t capacity;
};

/* Adds bytes, which are not the buffer's own. */
void
buf_add(struct buf *buf, const void *bytes, size_t length);

/* Adds a string without its zero. */
void
buf_puts(struct buf *buf, const char *string);

/* Adds one byte. */
void
buf_putc(struct buf *buf, char byte);

/* Adds what printf would write. */
void
buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds a sentence with one and two in place of {1} and {2}. */
void
buf_fill(struct buf *buf, const char *sentence, const char *one, const char *two);

/* Puts bytes, which are not the buffer's own, before those at an offset within the text. */
void
buf_insert(struct buf *buf, size_t offset, const void *bytes, size_t length);

/* Adds a code point as UTF-8. */
void
buf_rune(struct buf *buf, uint32_t rune);

/* Where the next more bytes go, for a caller that writes them itself and says with buf_filled how
 * many there are. */
char *
buf_reserve(struct buf *buf, size_t more);

/* Says how many bytes were written where buf_reserve said; no more than it was asked for. */
void
buf_filled(struct buf *buf, size_t length);

/* The text so far, "" when empty; valid until the next addition. */
const char *
buf_text(const struct buf *buf);

/* Forgets the text and keeps the memory. */
void
buf_clear(struct buf *buf);

/* Forgets what is beyond length bytes. */
void
buf_cut(struct buf *buf, size_t length);

/* Gives back memory that the text does not take: it will not grow. */
void
buf_fit(struct buf *buf);

/* Frees the memory; the buffer is empty and usable again. */
void
buf_free(struct buf *buf);

#endif
