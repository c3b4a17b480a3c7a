/* SPDX-License-Identifier: MIT */
#include "view/mark.h"

#include "support/buf.h"
#include "support/hash.h"
#include "support/utf8.h"

#include <string.h>

const char *
mark_carried(const char *text, struct arena *arena)
{
	struct buf out = {0}, line = {0};
	const char *at = text;
	if (!text[strcspn(text, "\r\n")])
		return utf8_fold(arena, text, FOLD_FORM);
	while (*at) {
		size_t length = strcspn(at, "\r\n");
		buf_clear(&line);
		buf_add(&line, at, length);
		const char *carried = utf8_fold(arena, buf_text(&line), FOLD_FORM);
		if (*carried && out.length)
			buf_putc(&out, '\n');
		buf_puts(&out, carried);
		at += length;
		at += strspn(at, "\r\n");
	}
	if (strcmp(buf_text(&out), text) != 0)
		text = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&line);
	buf_free(&out);
	return text;
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

const char *
mark_texts(const char *const *texts, size_t count, struct arena *arena)
{
	uint64_t hash = HASH_FNV;
	for (size_t i = 0; i < count; i++) {
		const char *carried = *texts[i] ? mark_carried(texts[i], arena) : "";
		hash = hash_fnv(hash, carried, strlen(carried));
		hash = hash_fnv(hash, "|", 1);
	}
	return count ? mark_hash(hash_fnv(hash, "\n", 1), arena) : "-";
}
