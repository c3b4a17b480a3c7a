/* SPDX-License-Identifier: MIT */
#include "yaml/scalar.h"

#include "support/memory.h"
#include "support/search.h"
#include "support/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { LINE_SEPARATOR = 3 }; /* bytes of U+2028 and U+2029, which a value keeps as they are */

struct mapper {
	const char *text;
	size_t at, end;
	struct scalar_map map;
};

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

/* Bytes of the line end at a byte, 0 when none is there. */
static size_t
break_length(const struct mapper *m, size_t at)
{
	const char *p = m->text + at;
	size_t rest = at < m->end ? m->end - at : 0;
	if (!rest)
		return 0;
	if (*p == '\r')
		return rest > 1 && p[1] == '\n' ? 2 : 1;
	if (*p == '\n')
		return 1;
	if (rest > 1 && memcmp(p, "\xC2\x85", 2) == 0)
		return 2;
	bool separates =
	    rest > 2 && (memcmp(p, "\xE2\x80\xA8", 3) == 0 || memcmp(p, "\xE2\x80\xA9", 3) == 0);
	return separates ? LINE_SEPARATOR : 0;
}

static void
add(struct mapper *m, size_t source, size_t source_length, size_t length, bool same)
{
	struct scalar_map *map = &m->map;
	if (!length)
		return;
	map->pieces = list_grow(map->pieces, map->count, sizeof *map->pieces);
	map->pieces[map->count++] =
	    (struct scalar_piece){(uint32_t)map->length, (uint32_t)length, (uint32_t)source,
				  (uint32_t)source_length, same};
	map->length += length;
}

static void
add_same(struct mapper *m, size_t from, size_t to)
{
	add(m, from, to - from, to - from, true);
}

/* A line end as a value has it. */
static void
add_break(struct mapper *m, size_t at)
{
	size_t length = break_length(m, at);
	add(m, at, length, length == LINE_SEPARATOR ? length : 1, length == LINE_SEPARATOR);
}

/* The line ends from one byte to another; blanks between them are none of the value's. */
static void
add_breaks(struct mapper *m, size_t at, size_t to)
{
	while (at < to) {
		size_t length = break_length(m, at);
		if (length)
			add_break(m, at);
		at += length ? length : 1;
	}
}

/* Reads blanks and line ends within a plain or quoted text: a single line end is a space; of
 * several the first is nothing. Behind a \ at the end of a line (escaped) all others count. */
static void
fold(struct mapper *m, bool escaped)
{
	size_t start = m->at, first = m->end, length = 0;
	bool more = false;
	for (; m->at < m->end; m->at += length ? length : 1) {
		length = break_length(m, m->at);
		if (!length && !is_blank(m->text[m->at]))
			break;
		more = more || (length && first < m->end);
		first = length && first == m->end ? m->at : first;
	}
	length = break_length(m, first);
	if (escaped)
		add_breaks(m, first, m->at);
	else if (first == m->end)
		add_same(m, start, m->at);
	else if (length == LINE_SEPARATOR)
		add_breaks(m, first, m->at);
	else if (more)
		add_breaks(m, first + length, m->at);
	else
		add(m, first, length, 1, false);
}

/* So many hexadecimal digits. */
static uint32_t
hex(const char *text, int digits)
{
	uint32_t number = 0;
	for (int i = 0; i < digits; i++)
		number = number << 4 | ((uint32_t)(text[i] & 0xF) + (text[i] >= 'A' ? 9 : 0));
	return number;
}

static int
digits_of(char letter)
{
	return letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
}

static bool
is_half(uint32_t rune, uint32_t first)
{
	return rune >= first && rune < first + 0x400;
}

/* Bytes that a character of a code takes in the value; halves that are alone became U+FFFD. */
static size_t
rune_length(uint32_t rune)
{
	char bytes[UTF8_MAX];
	return is_half(rune & ~0x400u, 0xD800) ? 3 : utf8_encode(rune, bytes);
}

/* \u0441 and its kind; two halves of a character beside each other are one. */
static void
add_code(struct mapper *m, int digits)
{
	const char *p = m->text + m->at;
	uint32_t rune = hex(p + 2, digits);
	size_t length = 2 + (size_t)digits;
	const char *next = p + length;
	int low = m->at + length + 2 < m->end && *next == '\\' ? digits_of(next[1]) : 0;
	if (low && is_half(rune, 0xD800) && is_half(hex(next + 2, low), 0xDC00)) {
		rune = 0x10000;
		length += 2 + (size_t)low;
	}
	add(m, m->at, length, rune_length(rune), false);
	m->at += length;
}

static void
add_escape(struct mapper *m)
{
	char letter = m->text[m->at + 1];
	size_t break_at = break_length(m, m->at + 1);
	if (digits_of(letter)) {
		add_code(m, digits_of(letter));
	} else if (break_at) {
		m->at += 1 + break_at;
		fold(m, true);
	} else {
		size_t length = letter == 'N' || letter == '_' ? 2 : strchr("LP", letter) ? 3 : 1;
		add(m, m->at, 2, length, false);
		m->at += 2;
	}
}

static void
map_line_text(struct mapper *m, enum scalar_style style)
{
	while (m->at < m->end) {
		char byte = m->text[m->at];
		size_t start = m->at;
		if (is_blank(byte) || break_length(m, m->at)) {
			fold(m, false);
		} else if (style == SCALAR_SINGLE && byte == '\'') {
			add(m, m->at, 2, 1, false);
			m->at += 2;
		} else if (style == SCALAR_DOUBLE && byte == '\\') {
			add_escape(m);
		} else {
			do
				m->at++;
			while (m->at < m->end && !is_blank(m->text[m->at]) &&
			       !break_length(m, m->at) &&
			       !(style == SCALAR_SINGLE && m->text[m->at] == '\'') &&
			       !(style == SCALAR_DOUBLE && m->text[m->at] == '\\'));
			add_same(m, start, m->at);
		}
	}
}

/* What the first line of a block says. */
struct header {
	int indent; /* said, or 0 */
	char chomp; /* + - or 0 */
};

static struct header
read_header(struct mapper *m)
{
	struct header header = {0};
	for (m->at++; m->at < m->end && strchr("+-123456789", m->text[m->at]); m->at++)
		if (strchr("+-", m->text[m->at]))
			header.chomp = m->text[m->at];
		else
			header.indent = m->text[m->at] - '0';
	while (m->at < m->end && !break_length(m, m->at))
		m->at++;
	m->at += break_length(m, m->at);
	return header;
}

/* Walks over empty lines to the first that has a text, past its indent, which is found when it is
 * not known (0). */
static void
skip_empty_lines(struct mapper *m, size_t *indent, size_t *column, int outer)
{
	size_t deepest = 0, length;
	do {
		*column = 0;
		for (; m->at < m->end && m->text[m->at] == ' ' && (!*indent || *column < *indent);
		     m->at++)
			++*column;
		deepest = *column > deepest ? *column : deepest;
		length = break_length(m, m->at);
		m->at += length;
	} while (length);
	size_t least = outer + 1 > 1 ? (size_t)outer + 1 : 1;
	if (!*indent)
		*indent = deepest > least ? deepest : least;
}

/* The line end at the end of a line of a folded block is a space between two lines that begin with
 * a text, and none before empty lines. */
static void
join_lines(struct mapper *m, bool folds, size_t break_at, size_t empty_end)
{
	size_t length = break_length(m, break_at), empty = break_at + length;
	bool more = false;
	for (size_t at = empty; at < empty_end && !more; at++)
		more = break_length(m, at) > 0;
	if (!folds || length == LINE_SEPARATOR)
		add_break(m, break_at);
	else if (!more)
		add(m, break_at, length, 1, false);
	add_breaks(m, empty, empty_end);
}

static void
map_block(struct mapper *m, enum scalar_style style, int outer)
{
	struct header header = read_header(m);
	size_t indent = header.indent ? (size_t)((outer > 0 ? outer : 0) + header.indent) : 0;
	size_t column, empty = m->at, break_at = m->end;
	bool blank_before = false, any = false;
	skip_empty_lines(m, &indent, &column, outer);
	while (m->at < m->end && column == indent) {
		size_t start = m->at;
		bool blank = is_blank(m->text[start]);
		if (any)
			join_lines(m, style == SCALAR_FOLDED && !blank && !blank_before, break_at,
				   start);
		else
			add_breaks(m, empty, start);
		while (m->at < m->end && !break_length(m, m->at))
			m->at++;
		add_same(m, start, m->at);
		any = true;
		blank_before = blank;
		break_at = m->at;
		m->at += break_length(m, m->at);
		empty = m->at;
		skip_empty_lines(m, &indent, &column, outer);
	}
	if (header.chomp != '-' && break_at < m->end)
		add_break(m, break_at);
	if (header.chomp == '+')
		add_breaks(m, empty, m->end);
}

size_t
scalar_skip_properties(const char *text, size_t at, size_t end)
{
	struct mapper m = {.text = text, .end = end};
	while (at < end) {
		bool is_break = break_length(&m, at) > 0;
		if (is_blank(text[at]) || is_break)
			at += is_break ? break_length(&m, at) : 1;
		else if (text[at] == '#' || text[at] == '!' || text[at] == '&')
			for (bool comment = text[at] == '#';
			     at < end && !break_length(&m, at) && (comment || !is_blank(text[at]));)
				at++;
		else
			break;
	}
	return at;
}

struct scalar_map
scalar_map(const char *text, struct span span, enum scalar_style style, int indent)
{
	size_t start = scalar_skip_properties(text, span.start, span.end);
	bool quoted = style == SCALAR_SINGLE || style == SCALAR_DOUBLE;
	bool closed = quoted && start + 2 <= span.end;
	struct mapper m = {.text = text, .at = start + closed, .end = span.end - closed};
	if (style == SCALAR_LITERAL || style == SCALAR_FOLDED)
		map_block(&m, style, indent);
	else
		map_line_text(&m, style);
	return m.map;
}

void
scalar_map_free(struct scalar_map *map)
{
	memory_free(map->pieces);
	*map = (struct scalar_map){0};
}

static bool
begins_by(const void *pieces, size_t i, size_t offset)
{
	return ((const struct scalar_piece *)pieces)[i].value <= offset;
}

/* The piece that makes a byte of the value, which there is: the first one makes the first byte. */
static const struct scalar_piece *
piece_at(const struct scalar_map *map, size_t offset)
{
	return &map->pieces[search_before(map->pieces, map->count, offset, begins_by) - 1];
}

bool
scalar_place(const struct scalar_map *map, size_t offset, size_t length, struct span *place)
{
	if (!length || offset >= map->length || length > map->length - offset)
		return false;
	const struct scalar_piece *first = piece_at(map, offset),
				  *last = piece_at(map, offset + length - 1);
	place->start = first->source + (first->same ? offset - first->value : 0);
	place->end =
	    last->source + (last->same ? offset + length - last->value : last->source_length);
	return true;
}
