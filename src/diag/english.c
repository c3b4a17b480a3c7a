/* SPDX-License-Identifier: MIT */
#include "diag/english.h"

#include "support/buf.h"
#include "support/utf8.h"

#include <string.h>

static const struct pair {
	const char *russian, *english;
} pairs[] = {
#define ENGLISH(ru, en) {ru, en},
#include "diag/rules/english.def"
#undef ENGLISH
};

static bool
is_letter(const char *text)
{
	return *text && utf8_is_cyrillic(utf8_next(&text));
}

/* The longest words that a text begins with; NULL when none of them does. */
static const struct pair *
find(const char *text)
{
	const struct pair *found = NULL;
	size_t longest = 0;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		size_t length = strlen(pairs[i].russian);
		if (length > longest && strncmp(text, pairs[i].russian, length) == 0 &&
		    !is_letter(text + length)) {
			found = &pairs[i];
			longest = length;
		}
	}
	return found;
}

const char *
english_example(struct arena *arena, const char *example)
{
	struct buf out = {0};
	while (example && *example) {
		const struct pair *pair = (unsigned char)*example >= 0x80 ? find(example) : NULL;
		const char *next = example;
		utf8_next(&next);
		if (pair) {
			buf_puts(&out, pair->english);
			next = example + strlen(pair->russian);
		} else {
			buf_add(&out, example, (size_t)(next - example));
		}
		example = next;
	}
	const char *text = example ? arena_copy(arena, buf_text(&out), out.length) : NULL;
	buf_free(&out);
	return text;
}
