/* SPDX-License-Identifier: MIT */
#include "merge/decide/region.h"

#include <stdbool.h>
#include <string.h>

struct region {
	size_t start, was_end, is_end; /* bytes; whole words */
};

static bool
is_gap(char c)
{
	return c == ' ' || c == '\n' || !c;
}

/* True where a word begins or ends. */
static bool
is_edge(const char *text, size_t at)
{
	return !at || is_gap(text[at]) || is_gap(text[at - 1]);
}

/* Of two texts that differ. */
static struct region
region_of(const char *was, const char *is)
{
	size_t was_length = strlen(was), is_length = strlen(is), start = 0, end = 0;
	while (was[start] && was[start] == is[start])
		start++;
	while (!is_edge(was, start) || !is_edge(is, start))
		start--;
	while (end < was_length - start && end < is_length - start &&
	       was[was_length - 1 - end] == is[is_length - 1 - end])
		end++;
	while (!is_edge(was, was_length - end) || !is_edge(is, is_length - end))
		end--;
	return (struct region){start, was_length - end, is_length - end};
}

const char *
region_piece(const char *was, const char *is, const char *piece, struct arena *arena)
{
	size_t length = strlen(piece), is_length = strlen(is);
	for (const char *at = *piece ? strstr(was, piece) : NULL; at; at = strstr(at + 1, piece)) {
		size_t before = (size_t)(at - was), behind = strlen(at + length);
		if (before + behind <= is_length && strncmp(was, is, before) == 0 &&
		    strcmp(at + length, is + is_length - behind) == 0)
			return arena_copy(arena, is + before, is_length - before - behind);
	}
	return NULL;
}

/* Where a piece of a text stands in another, if but once. */
static const char *
find_once(const char *source, const char *piece)
{
	const char *at = strstr(source, piece);
	return at && !strstr(at + 1, piece) ? at : NULL;
}

/* The same with so many words more before and behind. */
static struct region
widened(const char *was, struct region region, int before, int behind)
{
	for (; before && region.start; before--) {
		while (region.start && is_gap(was[region.start - 1]))
			region.start--;
		while (region.start && !is_gap(was[region.start - 1]))
			region.start--;
	}
	size_t end = region.was_end;
	for (; behind && was[end]; behind--) {
		while (was[end] && is_gap(was[end]))
			end++;
		while (!is_gap(was[end]))
			end++;
	}
	region.is_end += end - region.was_end;
	region.was_end = end;
	return region;
}

/* As few words as it takes to find the place, in the same piece of markup. */
const char *
region_marked(const char *source, const char *was, const char *is, struct arena *arena)
{
	enum { WORDS = 12 };
	const struct region narrow = region_of(was, is);
	for (int more = 0; more <= WORDS; more++)
		for (int behind = 0; behind <= more; behind++) {
			const struct region r = widened(was, narrow, more - behind, behind);
			size_t length = r.was_end - r.start;
			const char *piece = arena_copy(arena, was + r.start, length),
				   *at = length ? find_once(source, piece) : NULL;
			if (at)
				return arena_printf(arena, "%.*s%.*s%s", (int)(at - source), source,
						    (int)(r.is_end - r.start), is + r.start,
						    at + length);
		}
	return NULL;
}
