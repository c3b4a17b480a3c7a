/* SPDX-License-Identifier: MIT */
/* The map as plain text, a topic a line, indented by tabs: Freeplane, Miro and many others make
 * topics of it when it is pasted. A line break within a topic becomes U+2028, which is one and yet
 * ends no line of the file. */
#include "emit/map/map.h"

static void
put_text(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\n' || *text == '\r')
			buf_puts(out, "\xE2\x80\xA8");
		else
			buf_putc(out, *text);
	}
}

static void
write_outline(const struct outline *outline, struct buf *out)
{
	for (uint32_t i = 0; i < outline->count; i++) {
		const struct topic *topic = &outline->topics[i];
		struct arena arena = {0};
		for (uint8_t depth = 0; depth < topic->depth; depth++)
			buf_putc(out, '\t');
		put_text(out, topic_whole(topic, &arena));
		buf_putc(out, '\n');
		arena_free(&arena);
		map_flush(outline, out);
	}
}

void
emit_outline(struct emission *emission)
{
	map_emit(emission, ".outline.txt", write_outline);
}
