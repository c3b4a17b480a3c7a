/* SPDX-License-Identifier: MIT */
/* A Mermaid mind map, for Markdown pages on GitHub, GitLab or in Notion. Mermaid draws no more than 50,000 characters: of a
 * larger map the lowest levels are left out, and a comment says so. */
#include "emit/mermaid_text.h"
#include "emit/outline.h"
#include "model/show.h"

#include "support/utf8.h"

#include <string.h>

enum { LEVELS_MAX = 255 };

static void
put_topic(struct buf *out, const struct topic *topic, uint32_t number)
{
	struct arena arena = {0};
	for (uint8_t depth = 0; depth <= topic->depth; depth++)
		buf_puts(out, "  ");
	buf_printf(out, "n%u%s\"", number, topic->depth ? topic->depth == 1 ? "(" : "[" : "((");
	mermaid_text(out, topic_whole(topic, &arena));
	buf_printf(out, "\"%s\n", topic->depth ? topic->depth == 1 ? ")" : "]" : "))");
	arena_free(&arena);
}

/* Everything down to a depth. */
static void
put_levels(const struct outline *outline, unsigned depth, struct buf *out)
{
	buf_puts(out, "mindmap\n");
	for (uint32_t i = 0; i < outline->count; i++)
		if (outline->topics[i].depth <= depth)
			put_topic(out, &outline->topics[i], i);
}

static void
write_mermaid(const struct outline *outline, struct buf *out)
{
	unsigned deepest = 0;
	for (uint32_t i = 0; i < outline->count; i++)
		deepest = outline->topics[i].depth > deepest ? outline->topics[i].depth : deepest;
	for (unsigned depth = deepest;; depth--) {
		buf_clear(out);
		if (depth < deepest)
			buf_printf(out, "%%%% %s\n", word(outline->model, WORD_MERMAID_CUT));
		put_levels(outline, depth, out);
		if (depth <= 1 || utf8_units(buf_text(out)) <= MERMAID_UNITS)
			return;
	}
}

bool
emit_mindmap_mermaid(struct emission *emission)
{
	return outline_emit(emission, ".mmd", write_mermaid);
}
