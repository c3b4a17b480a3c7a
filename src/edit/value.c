/* SPDX-License-Identifier: MIT */
#include "edit/value.h"

#include "support/utf8.h"
#include "text/marker.h"
#include "text/syntax/yaml_text.h"

#include <string.h>

static void
new_line(struct buf *out, const struct value_place *place, size_t column)
{
	buf_puts(out, place->manner->line_end);
	buf_printf(out, "%*s", (int)column, "");
}

/* In double quotes, whatever the text holds. */
static void
put_double(struct buf *out, const char *text)
{
	buf_putc(out, '"');
	while (*text) {
		const char *start = text;
		uint32_t rune = utf8_next(&text);
		if (rune == '\n')
			buf_puts(out, "\\n");
		else if (rune == '\t')
			buf_puts(out, "\\t");
		else if (rune == '"' || rune == '\\')
			buf_printf(out, "\\%c", (char)rune);
		else if (rune < 0x20 || rune == 0x7F || rune == 0xFEFF)
			buf_printf(out, "\\u%04X", (unsigned)rune);
		else
			buf_add(out, start, (size_t)(text - start));
	}
	buf_putc(out, '"');
}

static void
put_single(struct buf *out, const char *text)
{
	buf_putc(out, '\'');
	for (; *text; text++) {
		if (*text == '\'')
			buf_putc(out, '\'');
		buf_putc(out, *text);
	}
	buf_putc(out, '\'');
}

/* What only double quotes can hold. */
static bool
needs_double(const char *text)
{
	for (const char *at = text; *at; at++)
		if ((unsigned char)*at < 0x20 || *at == 0x7F)
			return true;
	return !*text;
}

/* True where a text may stand without quotes. What begins like an item would be taken for one. */
static bool
may_be_plain(const char *text, bool flow)
{
	return yaml_text_is_plain(text, flow) && !needs_double(text) &&
	       !marker_of_item(text, text + strlen(text)).form;
}

/* True for a text that a block holds as it is: its lines do not begin or end with blanks, and it
 * has no signs that only quotes hold. */
static bool
may_be_block(const char *text)
{
	bool starts = true;
	for (const char *at = text; *at; at++) {
		bool blank = *at == ' ' || *at == '\t';
		if (((unsigned char)*at < 0x20 && *at != '\n') || *at == 0x7F)
			return false;
		if (blank && (starts || !at[1] || at[1] == '\n'))
			return false;
		starts = *at == '\n';
	}
	return *text && *text != '\n';
}

/* The line ends that a text ends with, as the head of a block says how many count. */
static const char *
chomping(const char *text, size_t length)
{
	if (!length || text[length - 1] != '\n')
		return "-";
	return length > 1 && text[length - 2] == '\n' ? "+" : "";
}

static void
put_literal(struct buf *out, const char *text, const struct value_place *place)
{
	buf_printf(out, "|%s", chomping(text, strlen(text)));
	while (*text) {
		size_t length = strcspn(text, "\n");
		if (length)
			new_line(out, place, place->column + place->manner->step);
		else
			buf_puts(out, place->manner->line_end);
		buf_add(out, text, length);
		text += length + (text[length] == '\n');
	}
}

/* Words of a line, wrapped at blanks between which no other stands. */
static void
put_wrapped(struct buf *out, const char *line, size_t length, size_t width,
	    const struct value_place *place)
{
	size_t column = place->column + place->manner->step, used = 0;
	new_line(out, place, column);
	while (length) {
		const char *blank = memchr(line, ' ', length);
		size_t word = blank ? (size_t)(blank - line) : length;
		while (word + 1 < length && line[word + 1] == ' ') { /* blanks that stay together */
			for (word++; word < length && line[word] == ' ';)
				word++;
			while (word < length && line[word] != ' ')
				word++;
		}
		size_t columns = utf8_width(line, word);
		if (used && column + used + 1 + columns > width) {
			new_line(out, place, column);
			used = 0;
		} else if (used) {
			buf_putc(out, ' ');
			used++;
		}
		buf_add(out, line, word);
		used += columns;
		line += word + (word < length);
		length -= word + (word < length);
	}
}

static void
put_folded(struct buf *out, const char *text, size_t width, const struct value_place *place)
{
	buf_printf(out, ">%s", chomping(text, strlen(text)));
	for (bool first = true; *text; first = false) {
		size_t length = strcspn(text, "\n");
		if (!first)
			buf_puts(out, place->manner->line_end);
		if (length)
			put_wrapped(out, text, length, width, place);
		text += length + (text[length] == '\n');
	}
}

void
value_put_text(struct buf *out, const char *text, enum span_style style, size_t width,
	       const struct value_place *place)
{
	bool block = !place->flow && may_be_block(text);
	if (style == SPAN_FOLDED && block)
		put_folded(out, text, width, place);
	else if (block && (style == SPAN_LITERAL || (style == SPAN_PLAIN && strchr(text, '\n'))))
		put_literal(out, text, place);
	else if (style == SPAN_SINGLE && !needs_double(text))
		put_single(out, text);
	else if (style == SPAN_PLAIN && may_be_plain(text, place->flow))
		buf_puts(out, text);
	else if (style != SPAN_DOUBLE && strchr(text, '"') && !needs_double(text))
		put_single(out, text);
	else
		put_double(out, text);
}

void
value_put_key(struct buf *out, const struct written *value, int lang)
{
	struct arena scratch = {0};
	if (value->key) {
		struct value_place place = {.flow = true};
		value_put_text(out, value->key, SPAN_PLAIN, 0, &place);
	} else {
		buf_puts(out, field_key(value->field, lang, &scratch));
	}
	arena_free(&scratch);
}

/* Between brackets, whatever is within. */
static void
put_flow(struct buf *out, const struct written *value, int lang)
{
	const struct value_place place = {.flow = true, .lang = lang};
	if (value->type == WRITTEN_TEXT) {
		value_put_text(out, value->text, SPAN_PLAIN, 0, &place);
		return;
	}
	buf_putc(out, value->type == WRITTEN_LIST ? '[' : '{');
	if (value->type == WRITTEN_MAP)
		value_put_pairs(out, value->first, &place);
	for (const struct written *item = value->type == WRITTEN_LIST ? value->first : NULL; item;
	     item = item->next) {
		put_flow(out, item, lang);
		buf_puts(out, item->next ? ", " : "");
	}
	buf_putc(out, value->type == WRITTEN_LIST ? ']' : '}');
}

/* True for a list that is written between brackets in any file: short names of other things, or
 * nothing. */
static bool
is_flow_list(const struct written *value)
{
	for (const struct written *item = value->first; item; item = item->next)
		if (item->type != WRITTEN_TEXT)
			return false;
	return !value->first || (value->field && field_leaves(value->field) == LEAF_REF);
}

void
value_put_pairs(struct buf *out, const struct written *first, const struct value_place *place)
{
	for (const struct written *pair = first; pair; pair = pair->next) {
		if (pair != first && place->flow)
			buf_puts(out, ", ");
		else if (pair != first)
			new_line(out, place, place->column);
		value_put_key(out, pair, place->lang);
		buf_putc(out, ':');
		value_put(out, pair, place);
	}
}

void
value_put_item(struct buf *out, const struct written *value, bool brackets,
	       const struct value_place *place)
{
	struct value_place inner = *place;
	inner.column += 2;
	if (value->type == WRITTEN_MAP && !brackets && !place->flow)
		value_put_pairs(out, value->first, &inner);
	else if (value->type == WRITTEN_TEXT)
		value_put_text(out, value->text, SPAN_PLAIN, 0, place);
	else
		put_flow(out, value, place->lang);
}

void
value_put(struct buf *out, const struct written *value, const struct value_place *place)
{
	struct value_place inner = *place;
	bool list = value->type == WRITTEN_LIST;
	if (place->flow || (list && is_flow_list(value)) ||
	    (!list && value->type != WRITTEN_TEXT && !value->first)) {
		buf_putc(out, ' ');
		put_flow(out, value, place->lang);
	} else if (value->type == WRITTEN_TEXT) {
		buf_putc(out, ' ');
		value_put_text(out, value->text, SPAN_PLAIN, 0, place);
	} else if (list) {
		inner.column += place->manner->hyphen;
		for (const struct written *item = value->first; item; item = item->next) {
			new_line(out, place, inner.column);
			buf_puts(out, "- ");
			value_put_item(out, item, false, &inner);
		}
	} else {
		inner.column += place->manner->step;
		new_line(out, place, inner.column);
		value_put_pairs(out, value->first, &inner);
	}
}
