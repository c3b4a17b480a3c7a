/* SPDX-License-Identifier: MIT */
/* A PlantUML mind map. */
#include "emit/map/map.h"
#include "text/syntax/plantuml_text.h"
#include "view/outline/plantuml_size.h"

#include <inttypes.h>

static void
put_topic(struct buf *out, const struct topic *topic)
{
	struct arena arena = {0};
	uint32_t color = topic->color ? topic->color : topic->depth ? 0x607D8B : 0x263238;
	for (uint8_t depth = 0; depth <= topic->depth; depth++)
		buf_putc(out, '*');
	if (plantuml_has_box(topic))
		buf_printf(out, "[#%06" PRIX32 "] <color:#ffffff>", color);
	else
		buf_puts(out, "_ ");
	plantuml_text(out, topic_whole(topic, &arena));
	buf_putc(out, '\n');
	arena_free(&arena);
}

static void
write_plantuml(const struct outline *outline, struct buf *out)
{
	bool left = false;
	unsigned long size = plantuml_map_size(outline);
	if (size > PLANTUML_PIXELS)
		map_notice(outline, NOTICE_PIXELS, size);
	buf_puts(out, "@startmindmap\n");
	for (uint32_t i = 0; i < outline->count; i++) {
		if (outline->topics[i].left && !left)
			buf_puts(out, "left side\n");
		left = outline->topics[i].left;
		put_topic(out, &outline->topics[i]);
		map_flush(outline, out);
	}
	buf_puts(out, "@endmindmap\n");
}

void
emit_mindmap_plantuml(struct emission *emission)
{
	map_emit(emission, ".puml", write_plantuml);
}
