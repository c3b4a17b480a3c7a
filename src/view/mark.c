/* SPDX-License-Identifier: MIT */
#include "view/mark.h"

#include "support/buf.h"
#include "support/hash.h"
#include "support/utf8.h"

#include <string.h>

const char *
mark_carried(const char *text, struct arena *arena)
{
	struct buf out = {0};
	if (!text[strcspn(text, "\r\n")]) {
		const char *line = utf8_fold(arena, text, FOLD_FORM);
		return line == text ? arena_string(arena, text) : line;
	}
	while (*text) {
		size_t length = strcspn(text, "\r\n");
		const char *line = text[length] ? arena_copy(arena, text, length) : text;
		line = utf8_fold(arena, line, FOLD_FORM);
		if (*line && out.length)
			buf_putc(&out, '\n');
		buf_puts(&out, line);
		text += length;
		text += strspn(text, "\r\n");
	}
	const char *carried = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return carried;
}

const char *
mark_hash(uint64_t hash, struct arena *arena)
{
	static const char digits[] =
	    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_~";
	char mark[MARK_LENGTH];
	hash ^= hash >> 32;
	for (int i = 0; i < MARK_LENGTH; i++, hash >>= 6)
		mark[i] = digits[hash & 63];
	return arena_copy(arena, mark, MARK_LENGTH);
}

const char *
mark_text(const char *text, struct arena *arena)
{
	const char *carried = mark_carried(text, arena);
	if (!*carried)
		return "-";
	uint64_t hash = hash_fnv(HASH_FNV, carried, strlen(carried));
	return mark_hash(hash_fnv(hash, "\n", 1), arena);
}
