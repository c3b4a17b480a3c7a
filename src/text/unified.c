/* SPDX-License-Identifier: MIT */
#include "text/unified.h"

#include "support/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { AROUND = 3, MOST_STEPS = 1000 };

struct unified_line {
	const char *text;
	size_t length; /* with its line end */
};

struct unified_lines {
	struct unified_line *items;
	size_t count;
};

/* The lines of both texts, and of each whether the other has it. */
struct unified_pair {
	struct arena arena;
	struct unified_lines was, is;
	bool *goes, *comes;
};

static struct unified_lines
lines_of(struct arena *arena, const struct unified_side *side)
{
	struct unified_lines lines = {0};
	const char *at = side->text, *end = at + side->length;
	while (at < end) {
		const char *next = memchr(at, '\n', (size_t)(end - at));
		next = next ? next + 1 : end;
		lines.items = arena_grow(arena, lines.items, lines.count, 1, sizeof *lines.items);
		lines.items[lines.count++] = (struct unified_line){at, (size_t)(next - at)};
		at = next;
	}
	return lines;
}

static bool
is_same(const struct unified_pair *c, size_t was, size_t is)
{
	const struct unified_line *a = &c->was.items[was], *b = &c->is.items[is];
	return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

/* The steps of the shortest edit between lines from..: for each number of steps the furthest line
 * that is reached on each diagonal. */
struct unified_steps {
	size_t from, was_end, is_end; /* the lines that are compared */
	int32_t *reached[MOST_STEPS + 1];
	int count;
};

/* How far a diagonal is reached in so many steps. */
static int32_t
reach(const struct unified_steps *s, int steps, int diagonal)
{
	if (!steps)
		return 0;
	const int32_t *before = s->reached[steps - 1] + (steps - 1);
	bool down = diagonal == -steps ||
		    (diagonal != steps && before[diagonal - 1] < before[diagonal + 1]);
	return down ? before[diagonal + 1] : before[diagonal - 1] + 1;
}

/* Walks until both ends are reached; false when it takes too many steps. */
static bool
find_steps(struct unified_pair *c, struct unified_steps *s)
{
	int32_t was = (int32_t)(s->was_end - s->from), is = (int32_t)(s->is_end - s->from);
	for (s->count = 0; s->count <= MOST_STEPS; s->count++) {
		s->reached[s->count] =
		    arena_array(&c->arena, 2 * (size_t)s->count + 1, sizeof **s->reached);
		for (int k = -s->count; k <= s->count; k += 2) {
			int32_t x = reach(s, s->count, k);
			while (x < was && x - k < is && x - k >= 0 &&
			       is_same(c, s->from + (size_t)x, s->from + (size_t)(x - k)))
				x++;
			s->reached[s->count][k + s->count] = x;
			if (k == was - is && x >= was)
				return true;
		}
	}
	return false;
}

/* Marks what goes and comes, from the last step back to the first. */
static void
mark_steps(struct unified_pair *c, const struct unified_steps *s)
{
	int diagonal = (int)(s->was_end - s->is_end);
	for (int steps = s->count; steps > 0; steps--) {
		const int32_t *before = s->reached[steps - 1] + (steps - 1);
		bool down = diagonal == -steps ||
			    (diagonal != steps && before[diagonal - 1] < before[diagonal + 1]);
		diagonal += down ? 1 : -1;
		int32_t x = before[diagonal];
		if (down)
			c->comes[s->from + (size_t)(x - diagonal)] = true;
		else
			c->goes[s->from + (size_t)x] = true;
	}
}

static void
compare(struct unified_pair *c)
{
	struct unified_steps steps = {.was_end = c->was.count, .is_end = c->is.count};
	while (steps.from < steps.was_end && steps.from < steps.is_end &&
	       is_same(c, steps.from, steps.from))
		steps.from++;
	while (steps.was_end > steps.from && steps.is_end > steps.from &&
	       is_same(c, steps.was_end - 1, steps.is_end - 1)) {
		steps.was_end--;
		steps.is_end--;
	}
	if (find_steps(c, &steps)) {
		mark_steps(c, &steps);
		return;
	}
	memset(c->goes + steps.from, true, steps.was_end - steps.from);
	memset(c->comes + steps.from, true, steps.is_end - steps.from);
}

static void
put_line(struct buf *out, char sign, const struct unified_line *line)
{
	buf_putc(out, sign);
	buf_add(out, line->text, line->length);
	if (!line->length || line->text[line->length - 1] != '\n')
		buf_puts(out, "\n\\ No newline at end of file\n");
}

/* One line or a pair of the same further on; false at the end. */
static bool
advance(const struct unified_pair *c, size_t *was, size_t *is, char *sign)
{
	if (*was < c->was.count && c->goes[*was]) {
		*sign = '-';
		++*was;
	} else if (*is < c->is.count && c->comes[*is]) {
		*sign = '+';
		++*is;
	} else if (*was < c->was.count) {
		*sign = ' ';
		++*was, ++*is;
	} else {
		return false;
	}
	return true;
}

/* Whether a line that differs stands within so many lines from here. */
static bool
differs_within(const struct unified_pair *c, size_t was, size_t is, int lines)
{
	char sign;
	while (lines-- > 0 && advance(c, &was, &is, &sign))
		if (sign != ' ')
			return true;
	return false;
}

/* Puts one hunk, which begins at these lines, and leads past it. */
static void
put_hunk(const struct unified_pair *c, size_t *was, size_t *is, struct buf *out)
{
	struct buf body = {0};
	size_t first_was = *was, first_is = *is;
	int same = 0;
	char sign;
	for (;;) {
		size_t old = *was, new = *is;
		bool far = same >= AROUND && !differs_within(c, old, new, AROUND + 1);
		if (far || !advance(c, was, is, &sign)) {
			*was = old;
			*is = new;
			break;
		}
		put_line(&body, sign, sign == '+' ? &c->is.items[new] : &c->was.items[old]);
		same = sign == ' ' ? same + 1 : 0;
	}
	size_t was_count = *was - first_was, is_count = *is - first_is;
	buf_printf(out, "@@ -%zu,%zu +%zu,%zu @@\n", first_was + (was_count > 0), was_count,
		   first_is + (is_count > 0), is_count);
	buf_add(out, buf_text(&body), body.length);
	buf_free(&body);
}

static void
put_hunks(const struct unified_pair *c, struct buf *out)
{
	size_t was = 0, is = 0;
	char sign;
	while (was < c->was.count || is < c->is.count) {
		if (differs_within(c, was, is, AROUND + 1))
			put_hunk(c, &was, &is, out);
		else
			advance(c, &was, &is, &sign);
	}
}

void
unified_add(const struct unified_side *was, const struct unified_side *is, struct buf *out)
{
	if (was->length == is->length && memcmp(was->text, is->text, was->length) == 0)
		return;
	struct unified_pair c = {0};
	c.was = lines_of(&c.arena, was);
	c.is = lines_of(&c.arena, is);
	c.goes = arena_array(&c.arena, c.was.count + 1, sizeof *c.goes);
	c.comes = arena_array(&c.arena, c.is.count + 1, sizeof *c.comes);
	compare(&c);
	buf_printf(out, "--- %s\n+++ %s\n", was->name, is->name);
	put_hunks(&c, out);
	arena_free(&c.arena);
}
