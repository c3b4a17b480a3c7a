/* SPDX-License-Identifier: MIT */
#include "support/base64.h"

#include <stdint.h>

void
base64_add(struct buf *out, const char *bytes, size_t length)
{
	static const char signs[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *at = (const unsigned char *)bytes;
	for (size_t i = 0; i < length; i += 3) {
		size_t left = length - i;
		uint32_t three = (uint32_t)at[i] << 16 | (left > 1 ? (uint32_t)at[i + 1] << 8 : 0) |
				 (left > 2 ? at[i + 2] : 0);
		buf_putc(out, signs[three >> 18]);
		buf_putc(out, signs[three >> 12 & 63]);
		buf_putc(out, left > 1 ? signs[three >> 6 & 63] : '=');
		buf_putc(out, left > 2 ? signs[three & 63] : '=');
	}
}
