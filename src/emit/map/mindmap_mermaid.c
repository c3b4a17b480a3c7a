/* SPDX-License-Identifier: MIT */
/* A Mermaid mind map, for Markdown pages on GitHub, GitLab or in Notion. Mermaid draws no more than
 * 50,000 characters. A map that is little larger has its long texts cut. A larger one becomes
 * several, each with the root: they are cut before a branch of the root, or within one where that
 * is too large itself, and then begin with the path there. Nothing is left out. */
#include "emit/map/map.h"
#include "model/show.h"
#include "support/utf8.h"
#include "text/syntax/mermaid_text.h"

#include <stdlib.h>
#include <string.h>

/* Characters of a text: at least, in a map whose long texts are cut; at most, in one that is
 * parted; and of those that a part says again. Of signs written by number, seven units each, the
 * path to a topic and the topic still fit into a part: ROOM, with HEAD for its first lines. */
enum {
	SHORTEST = 160,
	LONGEST = 4000,
	AGAIN = 80,
	HEAD = 200,
	ROOM = MERMAID_UNITS - HEAD,
	LEVELS = 256
};

/* What a line takes, whole and as far as it is not cut, and the characters of its text. */
struct line_size {
	uint32_t whole, now, characters;
};

struct mermaid_map {
	const struct outline *outline;
	size_t longest;          /* characters of a text */
	unsigned long cut;       /* how many texts are longer */
	struct line_size *sizes; /* by topic */
	size_t *branches;        /* by topic: of its line and of all that hangs on it */
	bool *begins;            /* by topic: whether a part begins with it */
	unsigned parts;
};

/* The text of a topic, or its beginning. */
static const char *
text_of(const struct topic *topic, size_t longest, struct arena *arena)
{
	const char *text = topic_whole(topic, arena);
	size_t length = strlen(text), begins = utf8_beginning(text, length, longest);
	return begins == length ? text : arena_printf(arena, "%.*s…", (int)begins, text);
}

static void
put_topic(const struct outline *outline, uint32_t number, size_t longest, struct buf *out)
{
	const struct topic *topic = &outline->topics[number];
	struct arena arena = {0};
	for (uint8_t depth = 0; depth <= topic->depth; depth++)
		buf_puts(out, "  ");
	buf_printf(out, "n%u%s\"", number, topic->depth ? topic->depth == 1 ? "(" : "[" : "((");
	mermaid_text(out, text_of(topic, longest, &arena));
	buf_printf(out, "\"%s\n", topic->depth ? topic->depth == 1 ? ")" : "]" : "))");
	arena_free(&arena);
}

static uint32_t
line_units(const struct outline *outline, uint32_t number, size_t longest, struct buf *line)
{
	buf_clear(line);
	put_topic(outline, number, longest, line);
	return (uint32_t)utf8_units(buf_text(line));
}

static void
measure_lines(struct mermaid_map *map)
{
	struct arena arena = {0};
	struct buf line = {0};
	for (uint32_t i = 0; i < map->outline->count; i++) {
		const char *text = topic_whole(&map->outline->topics[i], &arena);
		map->sizes[i] =
		    (struct line_size){.whole = line_units(map->outline, i, SIZE_MAX, &line),
				       .characters = (uint32_t)utf8_count(text, strlen(text))};
		arena_clear(&arena);
	}
	buf_free(&line);
	arena_free(&arena);
}

/* Sizes with texts of at most so many characters; whether they fit into one map. */
static bool
measure(struct mermaid_map *map, size_t longest)
{
	const struct outline *outline = map->outline;
	struct buf line = {0};
	map->longest = longest;
	map->cut = 0;
	for (uint32_t i = outline->count; i-- > 0;) {
		struct line_size *size = &map->sizes[i];
		bool cut = size->characters > longest;
		map->cut += cut;
		size->now = cut ? line_units(outline, i, longest, &line) : size->whole;
		map->branches[i] = size->now;
	}
	for (uint32_t i = outline->count; i-- > 1;)
		map->branches[outline->topics[i].parent] += map->branches[i];
	buf_free(&line);
	return map->branches[0] <= ROOM;
}

/* Where parts begin. A branch that fits into a part is not parted. */
static void
part(struct mermaid_map *map)
{
	const struct outline *outline = map->outline;
	size_t again[LEVELS + 1] = {0}, used = 0; /* what the path to a depth takes */
	struct buf line = {0};
	for (uint32_t i = 0; i < outline->count; i++) {
		uint8_t depth = outline->topics[i].depth;
		bool fits = used + map->branches[i] <= ROOM,
		     would = again[depth] + map->branches[i] <= ROOM;
		if (i && !fits && (would || used + map->sizes[i].now > ROOM)) {
			map->begins[i] = true;
			map->parts++;
			used = again[depth];
		}
		used += map->sizes[i].now;
		again[depth + 1] = again[depth] + line_units(outline, i, AGAIN, &line);
	}
	buf_free(&line);
}

/* The topics that one hangs on, the root first. */
static void
put_path(const struct outline *outline, uint32_t to, struct buf *out)
{
	uint32_t path[LEVELS], count = 0;
	for (uint32_t i = outline->topics[to].parent; i != TOPIC_NONE;
	     i = outline->topics[i].parent)
		path[count++] = i;
	while (count-- > 0)
		put_topic(outline, path[count], AGAIN, out);
}

static void
put_head(const struct mermaid_map *map, unsigned number, struct buf *out)
{
	const struct voice *voice = map->outline->voice;
	struct arena arena = {0};
	if (map->parts > 1)
		buf_printf(out, "%%%% %s\n",
			   show_word_with(voice, WORD_MERMAID_PART,
					  arena_printf(&arena, "%u/%u", number, map->parts),
					  &arena));
	if (map->cut)
		buf_printf(out, "%%%% %s\n", show_word(voice, WORD_MERMAID_CUT));
	buf_puts(out, "mindmap\n");
	arena_free(&arena);
}

static void
put_map(const struct mermaid_map *map, struct buf *out)
{
	unsigned number = 1;
	put_head(map, number, out);
	for (uint32_t i = 0; i < map->outline->count; i++) {
		if (map->begins[i]) {
			map_part(map->outline, out);
			put_head(map, ++number, out);
			put_path(map->outline, i, out);
		}
		put_topic(map->outline, i, map->longest, out);
	}
}

/* Cuts texts no more than it takes to have one map; false when that does not do. */
static bool
cut_texts(struct mermaid_map *map)
{
	size_t longest = LONGEST;
	while (longest > SHORTEST && !measure(map, longest))
		longest = longest * 3 / 4;
	return longest > SHORTEST || measure(map, SHORTEST);
}

static void
write_mermaid(const struct outline *outline, struct buf *out)
{
	struct mermaid_map map = {.outline = outline,
				  .sizes = memory_alloc(outline->count * sizeof *map.sizes),
				  .branches = memory_alloc(outline->count * sizeof *map.branches),
				  .begins = memory_alloc(outline->count * sizeof *map.begins),
				  .parts = 1};
	memset(map.begins, 0, outline->count * sizeof *map.begins);
	measure_lines(&map);
	if (!measure(&map, SIZE_MAX) && !cut_texts(&map)) {
		measure(&map, LONGEST);
		part(&map);
	}
	put_map(&map, out);
	if (map.cut)
		map_notice(outline, NOTICE_MAP_CUT, map.cut);
	if (map.parts > 1)
		map_notice(outline, NOTICE_MAP_PARTED, map.parts);
	memory_free(map.sizes);
	memory_free(map.branches);
	memory_free(map.begins);
}

void
emit_mindmap_mermaid(struct emission *emission)
{
	map_emit(emission, ".mmd", write_mermaid);
}
