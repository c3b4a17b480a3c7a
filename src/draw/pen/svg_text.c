/* SPDX-License-Identifier: MIT */
#include "draw/pen/svg_text.h"

#include "draw/pen/advance.h"
#include "support/utf8.h"
#include "text/linebreak.h"

#include <string.h>

enum { BALANCE_TRIES = 6 };

static const char ellipsis[] = "\xE2\x80\xA6";

double
svg_leading(struct svg_font font)
{
	return font.size * 1.3;
}

double
svg_ascent(struct svg_font font)
{
	return font.size * 1.0;
}

double
svg_text_width(const char *text, size_t length, struct svg_font font)
{
	return advance_text(ADVANCE_ANY, text, length, font.bold) * font.size / 1000;
}

double
svg_lines_height(const struct svg_lines *lines, struct svg_font font)
{
	return lines->count * svg_leading(font);
}

double
svg_longest_word(const char *text, struct svg_font font)
{
	double longest = 0;
	while (*text) {
		size_t length = strcspn(text, " \n");
		double width = svg_text_width(text, length, font);
		longest = width > longest ? width : longest;
		text += length + (text[length] != '\0');
	}
	return longest;
}

/* A walk over a paragraph from one place where a line may end to the next. */
struct line_walk {
	const char *at, *end;
	const char *word;      /* where the word began that at is in; NULL among blanks */
	const char *weak;      /* the last blanks that hold two words together, or NULL */
	uint32_t rune, before; /* the last two characters of the word, 0 for none */
};

/* Takes the next character; true when a line may end before it instead. */
static bool
must_stop(struct line_walk *walk)
{
	if (!walk->word)
		return false;
	if (!linebreak_is_blank(*walk->at))
		return linebreak_in_word(walk->before, walk->rune, walk->at);
	if (linebreak_at_blank(walk->word, walk->at, walk->end))
		return true;
	walk->weak = walk->at;
	return false;
}

static void
step(struct line_walk *walk, size_t cluster)
{
	const char *first = walk->at;
	if (linebreak_is_blank(*walk->at)) {
		walk->word = NULL;
		walk->rune = walk->before = 0;
	} else {
		walk->word = walk->word ? walk->word : walk->at;
		walk->before = walk->rune;
		walk->rune = utf8_next(&first);
	}
	walk->at += cluster;
}

/* The piece of a paragraph that is never parted unless it is wider than a line; its end. */
static const char *
piece_end(const char *text, const char *end)
{
	struct line_walk walk = {.at = text, .end = end};
	while (walk.at < end && !must_stop(&walk))
		step(&walk, utf8_cluster(walk.at));
	return walk.at;
}

/* Walks on over blanks and the piece behind them, as far as the width goes: true when all of it
 * fits. used is the width so far in thousandths of the font's size. What does not fit is not looked
 * at, so that a word of a megabyte costs each of its lines no more than the line. */
static bool
take_piece(struct line_walk *walk, struct svg_font font, double width, unsigned *used)
{
	do {
		size_t cluster = utf8_cluster(walk->at);
		unsigned more = *used + advance_text(ADVANCE_ANY, walk->at, cluster, font.bold);
		if (more * font.size / 1000 > width)
			return false;
		*used = more;
		step(walk, cluster);
	} while (walk->at < walk->end && !must_stop(walk));
	return true;
}

/* The end of the line that begins at text: whole pieces; of a piece wider than a line what its
 * blanks part, or whole clusters, at least one. */
static const char *
line_end(const char *text, const char *end, struct svg_font font, double width)
{
	struct line_walk walk = {.at = text, .end = end};
	const char *last = text;
	unsigned used = 0;
	while (walk.at < end) {
		if (!take_piece(&walk, font, width, &used))
			return last > text      ? last
			       : walk.weak      ? walk.weak
			       : walk.at > text ? walk.at
						: text + utf8_cluster(text);
		last = walk.at;
	}
	return last;
}

/* Lines being gathered; with items NULL they are only counted. */
struct line_wrap {
	struct arena *arena;
	struct svg_lines lines;
	bool counting;
};

static void
add_line(struct line_wrap *wrap, const char *text, const char *end, struct svg_font font)
{
	while (end > text && linebreak_is_blank(end[-1]))
		end--;
	struct svg_lines *lines = &wrap->lines;
	if (wrap->counting) {
		lines->count++;
		return;
	}
	lines->items = arena_grow(wrap->arena, lines->items, lines->count, 1, sizeof *lines->items);
	double width = svg_text_width(text, (size_t)(end - text), font);
	lines->items[lines->count++] =
	    (struct svg_line){arena_copy(wrap->arena, text, (size_t)(end - text)), width};
	lines->width = width > lines->width ? width : lines->width;
}

static void
wrap_text(struct line_wrap *wrap, const char *text, struct svg_font font, double width)
{
	for (;;) {
		const char *end = text + strcspn(text, "\n");
		do {
			while (text < end && linebreak_is_blank(*text))
				text++;
			const char *to = line_end(text, end, font, width);
			add_line(wrap, text, to, font);
			text = to;
		} while (text < end);
		if (!*end)
			return;
		text = end + 1;
	}
}

/* The widest piece that cannot be parted. */
static double
widest_piece(const char *text, struct svg_font font)
{
	double widest = 0;
	for (const char *line = text; *text;) {
		while (linebreak_is_blank(*text) || *text == '\n')
			text++;
		if (text >= line)
			line = text + strcspn(text, "\n");
		const char *end = piece_end(text, line);
		double width = svg_text_width(text, (size_t)(end - text), font);
		widest = width > widest ? width : widest;
		text = end;
	}
	return widest;
}

/* The least width that takes no more lines and parts no more words. */
static double
balanced_width(const char *text, struct svg_font font, double width)
{
	struct line_wrap whole = {.counting = true};
	wrap_text(&whole, text, font, width);
	double low = widest_piece(text, font), high = width;
	if (whole.lines.count < 2 || low >= width)
		return width;
	for (int i = 0; i < BALANCE_TRIES; i++) {
		struct line_wrap tried = {.counting = true};
		double middle = (low + high) / 2;
		wrap_text(&tried, text, font, middle);
		if (tried.lines.count > whole.lines.count)
			low = middle;
		else
			high = middle;
	}
	return high;
}

struct svg_lines
svg_text_wrap(struct arena *arena, const char *text, struct svg_font font, double width,
	      bool balanced)
{
	struct line_wrap wrap = {.arena = arena};
	wrap_text(&wrap, text, font, balanced ? balanced_width(text, font, width) : width);
	return wrap.lines;
}

struct svg_lines
svg_text_fit(struct arena *arena, const char *text, struct svg_font font, double width,
	     uint32_t most)
{
	struct svg_lines lines = svg_text_wrap(arena, text, font, width, false);
	if (lines.count <= most)
		return svg_text_wrap(arena, text, font, width, true);
	struct svg_line *last = &lines.items[most - 1];
	double room = width - svg_text_width(ellipsis, strlen(ellipsis), font);
	const char *end = last->text + strlen(last->text);
	if (last->width > room)
		end = line_end(last->text, end, font, room);
	last->text = arena_printf(arena, "%.*s%s", (int)(end - last->text), last->text, ellipsis);
	last->width = svg_text_width(last->text, strlen(last->text), font);
	lines.count = most;
	lines.width = 0;
	for (uint32_t i = 0; i < most; i++)
		lines.width =
		    lines.items[i].width > lines.width ? lines.items[i].width : lines.width;
	return lines;
}
