/* SPDX-License-Identifier: MIT */
#include "import/lines.h"

#include "support/buf.h"
#include "text/bullets.h"
#include "text/marker.h"

#include <string.h>

/* «1) Собрать; 2) Отправить» in one line becomes two. */
static const char *
parted(struct arena *arena, const char *text)
{
	const char *end = text + strlen(text), *next;
	struct item_marker marker = marker_of(text, end);
	struct buf out = {0};
	if (strchr(text, '\n') || !marker_is_first(&marker))
		return text;
	for (; (next = marker_find_next(text, end, &marker)); text = next) {
		buf_add(&out, text, (size_t)(next - text));
		buf_putc(&out, '\n');
	}
	buf_puts(&out, text);
	const char *lines = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return lines;
}

/* An item of a list that is one sentence ends with what parts the items, which is none of it. */
static const char *
without_end(struct arena *arena, const char *text)
{
	size_t length = strlen(text);
	while (length && strchr("; ", text[length - 1]))
		length--;
	return arena_copy(arena, text, length);
}

struct lines_items
lines_items(struct arena *arena, const char *text)
{
	struct lines_items items = {0};
	struct bullets bullets = bullets_read(arena, parted(arena, text));
	size_t most = bullets.count + 1;
	items.texts = arena_array(arena, most, sizeof *items.texts);
	items.levels = arena_array(arena, most, sizeof *items.levels);
	if (bullets.title)
		items.texts[items.count++] = bullets.title;
	for (size_t i = 0; i < bullets.count; i++) {
		const char *item = without_end(arena, bullets.items[i].text);
		if (!*item)
			continue;
		items.levels[items.count] = bullets.items[i].level + (bullets.title != NULL);
		items.texts[items.count++] = item;
	}
	return items;
}

const char **
lines_of(struct arena *arena, const char *text, size_t *count)
{
	struct lines_items items = lines_items(arena, text);
	*count = items.count;
	return items.texts;
}
