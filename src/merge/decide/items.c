/* SPDX-License-Identifier: MIT */
#include "merge/decide/items.h"

#include "change/likeness.h"
#include "support/buf.h"

#include <string.h>

static const char *const bullets[] = {"\xE2\x80\xA2 ", "- ", "* ", "\xE2\x80\x93 ",
				      "\xE2\x80\x94 "};

/* The length of the bullet that a line begins with, or 0. */
static size_t
bullet_length(const char *line)
{
	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (strncmp(line, bullets[i], strlen(bullets[i])) == 0)
			return strlen(bullets[i]);
	return 0;
}

static const char *
line_end(const char *line)
{
	return line + strcspn(line, "\n");
}

static const char *
next_line(const char *line)
{
	const char *end = line_end(line);
	return *end ? end + 1 : end;
}

static bool
has_bullets(const char *text)
{
	for (; *text; text = next_line(text))
		if (bullet_length(text))
			return true;
	return false;
}

static void
add(struct cell_items *items, const char *start, const char *end, struct arena *arena)
{
	start += bullet_length(start);
	items->texts = arena_grow(arena, items->texts, items->count, 1, sizeof *items->texts);
	items->texts[items->count++] = arena_copy(arena, start, (size_t)(end - start));
}

struct cell_items
items_of(const char *text, struct arena *arena)
{
	bool marked = has_bullets(text);
	struct cell_items items = {0};
	while (*text) {
		const char *end = line_end(text), *next = next_line(text);
		while (marked && *next && !bullet_length(next)) {
			end = line_end(next);
			next = next_line(next);
		}
		add(&items, text, end, arena);
		text = next;
	}
	return items;
}

bool
items_split(const char *text, uint32_t count, struct cell_items *items, struct arena *arena)
{
	*items = (struct cell_items){0};
	if (count == 1 && *text)
		add(items, text, text + strlen(text), arena);
	else
		*items = items_of(text, arena);
	return items->count == count;
}

/* The first of those that are and are not matched yet with the same text. */
static void
match_same(const struct cell_items *was, const struct cell_items *is, uint32_t *match, bool *taken)
{
	uint32_t from = 0; /* mostly they stand in their order */
	for (uint32_t k = 0; k < is->count; k++) {
		match[k] = ITEM_NONE;
		for (uint32_t n = 0; n < was->count && match[k] == ITEM_NONE; n++) {
			uint32_t i = (from + n) % was->count;
			if (!taken[i] && strcmp(was->texts[i], is->texts[k]) == 0) {
				match[k] = i;
				taken[i] = true;
				from = i + 1;
			}
		}
	}
}

/* A gap between two items that are known: from one to the other of each side. */
struct gap {
	uint32_t was, was_end, is, is_end;
};

static bool
is_like(const char *a, const char *b, struct arena *arena)
{
	const struct likeness_name one = likeness_name(a, arena), other = likeness_name(b, arena);
	return likeness_of_names(&one, &other) >= 0.4;
}

static void
match_gap(const struct cell_items *was, const struct cell_items *is, const struct gap *gap,
	  uint32_t *match, bool *taken, struct arena *arena)
{
	bool even = gap->was_end - gap->was == gap->is_end - gap->is;
	uint32_t i = gap->was;
	for (uint32_t k = gap->is; k < gap->is_end; k++)
		for (uint32_t n = i; n < gap->was_end; n++) {
			if (taken[n] || !(even || is_like(was->texts[n], is->texts[k], arena)))
				continue;
			match[k] = n;
			taken[n] = true;
			i = n + 1;
			break;
		}
}

const uint32_t *
items_match(const struct cell_items *was, const struct cell_items *is, struct arena *arena)
{
	uint32_t *match = arena_array(arena, is->count + 1u, sizeof *match);
	bool *taken = arena_array(arena, was->count + 1u, sizeof *taken);
	match_same(was, is, match, taken);
	struct gap gap = {0};
	for (uint32_t k = 0; k <= is->count; k++) {
		if (k < is->count && match[k] == ITEM_NONE)
			continue;
		gap.is_end = k;
		gap.was_end = k < is->count ? match[k] : was->count;
		if (gap.is < gap.is_end && gap.was < gap.was_end)
			match_gap(was, is, &gap, match, taken, arena);
		if (k < is->count)
			gap = (struct gap){.was = match[k] + 1, .is = k + 1};
	}
	return match;
}

void
cell_items_add(struct cell_items *items, const char *text, struct arena *arena)
{
	if (!*text)
		return;
	items->texts = arena_grow(arena, items->texts, items->count, 1, sizeof *items->texts);
	items->texts[items->count++] = text;
}

const char *
cell_items_joined(const struct cell_items *items, bool plain, struct arena *arena)
{
	struct buf all = {0};
	for (uint32_t i = 0; i < items->count; i++)
		buf_printf(&all, "%s%s%s", i ? "\n" : "",
			   items->count > 1 && !plain ? "\xE2\x80\xA2 " : "", items->texts[i]);
	const char *joined = arena_copy(arena, buf_text(&all), all.length);
	buf_free(&all);
	return joined;
}
