/* SPDX-License-Identifier: MIT */
#include "draw/pen/ink.h"

#include "draw/pen/svg_color.h"
#include "draw/pen/svg_number.h"

#include <stdlib.h>
#include <string.h>

/* A piece of a rule. */
struct css_piece {
	const char *text;
	size_t length;
};

/* What a rule is of: the classes of a shape, and those of the group around it, if it names any. */
struct ink_rule {
	struct css_piece group, classes, says;
};

/* What is read of a look before it is mixed, in hundredths. */
struct mixture {
	struct ink ink;
	unsigned solid, solid_fill;
};

static bool
is_piece(struct css_piece piece, const char *word)
{
	return piece.length == strlen(word) && memcmp(piece.text, word, piece.length) == 0;
}

/* Takes what stands before a byte, or all; rest begins behind it. */
static struct css_piece
take_up_to(struct css_piece *rest, char byte)
{
	const char *end = memchr(rest->text, byte, rest->length);
	struct css_piece taken = {rest->text, end ? (size_t)(end - rest->text) : rest->length};
	size_t gone = taken.length + (end != NULL);
	*rest = (struct css_piece){rest->text + gone, rest->length - gone};
	return taken;
}

static bool
has_class(const char *classes, struct css_piece wanted)
{
	struct css_piece rest = {classes, strlen(classes)};
	while (rest.length) {
		struct css_piece class = take_up_to(&rest, ' ');
		if (class.length == wanted.length &&
		    memcmp(class.text, wanted.text, wanted.length) == 0)
			return true;
	}
	return false;
}

/* True when all classes of a selector are there: "{}loop{}tip". */
static bool
has_all(const char *classes, struct css_piece selector)
{
	while (selector.length) {
		struct css_piece class = take_up_to(&selector, '{');
		if (class.length && !has_class(classes, class))
			return false;
		if (selector.length)
			take_up_to(&selector, '}');
	}
	return true;
}

/* What is within the braces of a rule: not those that stand for a prefix. */
static struct css_piece
take_selector(struct css_piece *rest)
{
	struct css_piece selector = {rest->text, 0};
	while (selector.length + 1 < rest->length &&
	       (selector.text[selector.length] != '{' || selector.text[selector.length + 1] == '}'))
		selector.length++;
	*rest = (struct css_piece){rest->text + selector.length + 1,
				   rest->length - selector.length - 1};
	return selector;
}

struct ink_rules
ink_read(struct arena *arena, const char *rules)
{
	struct ink_rules read = {0};
	struct css_piece rest = {rules, strlen(rules)};
	while (rest.length > 1) {
		struct ink_rule rule = {.classes = take_selector(&rest)};
		if (memchr(rule.classes.text, ' ', rule.classes.length))
			rule.group = take_up_to(&rule.classes, ' ');
		rule.says = take_up_to(&rest, '}');
		read.items = arena_grow(arena, read.items, read.count, 1, sizeof *read.items);
		read.items[read.count++] = rule;
	}
	return read;
}

/* "none", #fff or #ffffff. */
static bool
read_color(struct css_piece value, uint32_t *rgb)
{
	if (!value.length || value.text[0] != '#')
		return false;
	uint32_t number = (uint32_t)strtoul(value.text + 1, NULL, 16);
	if (value.length == 4)
		number =
		    (number & 0xF00) * 0x1100 + (number & 0xF0) * 0x110 + (number & 0xF) * 0x11;
	*rgb = number;
	return true;
}

static double
read_number(struct css_piece value)
{
	double number = 0;
	svg_number(&value.text, &number);
	return number;
}

static void
take_property(struct mixture *mixture, struct css_piece name, struct css_piece value)
{
	struct ink *ink = &mixture->ink;
	if (is_piece(name, "fill")) {
		ink->filled = read_color(value, &ink->fill);
	} else if (is_piece(name, "stroke")) {
		ink->stroked = read_color(value, &ink->stroke);
	} else if (is_piece(name, "stroke-width")) {
		ink->width = read_number(value);
	} else if (is_piece(name, "stroke-dasharray")) {
		svg_number(&value.text, &ink->dash[0]);
		svg_number(&value.text, &ink->dash[1]);
	} else if (is_piece(name, "fill-opacity")) {
		mixture->solid_fill = (unsigned)(read_number(value) * 100 + 0.5);
	}
}

static void
take_rule(struct mixture *mixture, struct css_piece says)
{
	while (says.length) {
		struct css_piece value = take_up_to(&says, ';'), name = take_up_to(&value, ':');
		take_property(mixture, name, value);
	}
}

/* The opacity of a group holds for all that is in it. */
static void
take_opacity(struct mixture *mixture, struct css_piece says)
{
	while (says.length) {
		struct css_piece value = take_up_to(&says, ';'), name = take_up_to(&value, ':');
		if (is_piece(name, "opacity"))
			mixture->solid = (unsigned)(read_number(value) * 100 + 0.5);
	}
}

struct ink
ink_of(const struct ink_rules *rules, const char *group, const char *classes)
{
	struct mixture mixture = {{.filled = true, .width = 1}, 100, 100};
	struct ink *ink = &mixture.ink;
	for (uint32_t i = 0; i < rules->count; i++) {
		const struct ink_rule *rule = &rules->items[i];
		if (has_all(group, rule->group) && has_all(classes, rule->classes))
			take_rule(&mixture, rule->says);
		if (!rule->group.length && has_all(group, rule->classes))
			take_opacity(&mixture, rule->says);
	}
	ink->fill = svg_mixed(ink->fill, SVG_PAPER, 100 - mixture.solid * mixture.solid_fill / 100);
	ink->stroke = svg_mixed(ink->stroke, SVG_PAPER, 100 - mixture.solid);
	return mixture.ink;
}
