/* SPDX-License-Identifier: MIT */
/* A PlantUML mind map. Every character that Creole or the line syntax might take for its own is written by its number. */
#include "emit/outline.h"

#include "support/utf8.h"

#include <inttypes.h>

static bool
is_plain(uint32_t rune)
{
	if (rune >= 0x80)
		return rune < 0x2000 || rune > 0x206F; /* the reader makes hyphens of dashes */
	return rune == ' ' || rune == ',' || rune == '.' || rune == '(' || rune == ')' || rune == '?' ||
	       (rune >= '0' && rune <= '9') || (rune >= 'A' && rune <= 'Z') || (rune >= 'a' && rune <= 'z');
}

/* The text on one line of the file; a tab would part it. */
static void
put_text(struct buf *out, const char *text)
{
	while (*text) {
		uint32_t rune = utf8_next(&text);
		if (rune == '\n')
			buf_puts(out, "\\n");
		else if (rune == '\t' || rune == '\r')
			buf_putc(out, ' ');
		else if (is_plain(rune))
			buf_rune(out, rune);
		else
			buf_printf(out, "<U+%04" PRIX32 ">", rune);
	}
}

static void
put_topic(struct buf *out, const struct topic *topic)
{
	struct arena arena = {0};
	bool box = topic->depth < 2 || topic->sort == TOPIC_STEP || topic->sort == TOPIC_ROLE;
	uint32_t color = topic->color ? topic->color : topic->depth ? 0x607D8B : 0x263238;
	for (uint8_t depth = 0; depth <= topic->depth; depth++)
		buf_putc(out, '*');
	if (box)
		buf_printf(out, "[#%06" PRIX32 "] <color:#ffffff>", color);
	else
		buf_puts(out, "_ ");
	put_text(out, topic_whole(topic, &arena));
	buf_putc(out, '\n');
	arena_free(&arena);
}

static void
write_plantuml(const struct outline *outline, struct buf *out)
{
	bool left = false;
	buf_puts(out, "@startmindmap\n");
	for (uint32_t i = 0; i < outline->count; i++) {
		if (outline->topics[i].left && !left)
			buf_puts(out, "left side\n");
		left = outline->topics[i].left;
		put_topic(out, &outline->topics[i]);
		outline_flush(outline, out);
	}
	buf_puts(out, "@endmindmap\n");
}

bool
emit_mindmap_plantuml(struct emission *emission)
{
	return outline_emit(emission, ".puml", write_plantuml);
}
