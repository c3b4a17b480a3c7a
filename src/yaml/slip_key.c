/* SPDX-License-Identifier: MIT */
#include "yaml/slip_key.h"

#include "model/fields.h"
#include "support/utf8.h"
#include "text/syntax/yaml_text.h"
#include "yaml/slip.h"
#include "yaml/slip_blank.h"

#include <string.h>

bool
slip_in_colon(struct diagnostics *diags, const struct line *line)
{
	size_t start = line_content(line);
	const char *colon = strstr(line->text + start, SLIP_WIDE_COLON);
	if (!colon)
		return false;
	size_t at = (size_t)(colon - line->text);
	const char *value = colon + strlen(SLIP_WIDE_COLON);
	diag2(diags, RULE_YAML_WIDE_COLON, line_place(line, at),
	      arena_copy(&diags->arena, line->text + start, at - start),
	      value + strspn(value, " "));
	return true;
}

/* `key:value`: a letter right after the first colon of a line. */
static bool
find_tight_colon(struct diagnostics *diags, const struct line *line)
{
	size_t start = line_content(line);
	const char *colon = strchr(line->text + start, ':');
	if (!colon || colon[1] == ' ' || !colon[1] || strncmp(colon, "://", 3) == 0)
		return false;
	size_t length = (size_t)(colon - line->text) - start;
	while (length && line->text[start + length - 1] == ' ')
		length--;
	const char *key = arena_copy(&diags->arena, line->text + start, length);
	if (!*key || strpbrk(key, " \"'{["))
		return false;
	bool remark = colon[1] == '#'; /* with the blank it would be one */
	diag2(diags, RULE_YAML_COLON, line_place(line, (size_t)(colon - line->text)), key,
	      remark ? yaml_text_quoted(&diags->arena, colon + 1) : colon + 1);
	return true;
}

/* What people put for a colon. A dash is one between blanks only, a point before a blank; they are
 * signs of texts as well, and stand for a colon behind a key that there is. */
static const struct colon_sign {
	const char *text;
	bool is_dash, in_texts;
} colon_signs[] = {{"=", false, false}, {"\xE2\x80\x93", true, true}, {"\xE2\x80\x94", true, true},
		   {"-", true, true},   {";", false, true},           {".", false, true}};

/* Such a sign in a text: where it is, and the bytes of the key before it. */
struct separator {
	const struct colon_sign *sign;
	size_t at, key;
};

static const struct colon_sign *
sign_at(const char *text, size_t at)
{
	for (size_t i = 0; i < sizeof colon_signs / sizeof *colon_signs; i++) {
		size_t length = strlen(colon_signs[i].text);
		bool before = at && text[at - 1] == ' ';
		if (strncmp(text + at, colon_signs[i].text, length) == 0 &&
		    (before || !colon_signs[i].is_dash) &&
		    (text[at + length] == ' ' || !colon_signs[i].in_texts))
			return &colon_signs[i];
	}
	return NULL;
}

/* The first sign of a text, with a key before it. */
static bool
find_separator(const char *text, struct separator *separator)
{
	static const char ends[] = ":\"'{[", ends_and_signs[] = ":\"'{[=-;.\xE2";
	const struct colon_sign *sign = NULL;
	size_t at = strcspn(text, ends_and_signs);
	while (at <= LINE_LONGEST_KEY && text[at] && !strchr(ends, text[at]) &&
	       !(sign = sign_at(text, at)))
		at += 1 + strcspn(text + at + 1, ends_and_signs);
	*separator = (struct separator){.sign = sign, .at = at, .key = at};
	while (separator->key && text[separator->key - 1] == ' ')
		separator->key--;
	/* «1. Запрос» is an item of a list */
	return sign && separator->key && (!sign->in_texts || !ascii_is_digit(*text));
}

static bool
found_separator(struct diagnostics *diags, const struct line *line, size_t start,
		const struct separator *s)
{
	size_t value = start + s->at + strlen(s->sign->text);
	value += strspn(line->text + value, " ");
	diag3(diags, RULE_YAML_EQUALS, line_place(line, start + s->at),
	      arena_copy(&diags->arena, line->text + start, s->key),
	      arena_copy(&diags->arena, line->text + value, slip_length(line, value)),
	      s->sign->text);
	return true;
}

/* `key = value`, «ключ – значение», the key at a place of its line. */
static bool
find_equals(struct diagnostics *diags, const struct line *line, size_t start)
{
	struct separator s;
	const char *text = line->text + start;
	return find_separator(text, &s) && (!s.sign->in_texts || slip_field(diags, text, s.key)) &&
	       found_separator(diags, line, start, &s);
}

bool
slip_in_pair(struct diagnostics *diags, const struct line *line)
{
	struct separator s;
	size_t start = line_content(line);
	const char *text = line->text + start;
	if (!find_separator(text, &s))
		return false;
	bool is_sentence = s.sign->in_texts && !s.sign->is_dash && !slip_field(diags, text, s.key);
	return !is_sentence && found_separator(diags, line, start, &s);
}

bool
slip_in_key(struct diagnostics *diags, const struct line *line)
{
	return find_tight_colon(diags, line) || find_equals(diags, line, line_content(line));
}

/* «название = Запрос», where a key stands or a thing begins; with a sign of texts where a thing
 * begins, but for a term, which is parted so from what it means. */
static bool
is_equals(struct diagnostics *diags, const char *text, bool is_key)
{
	struct separator s;
	if (!find_separator(text, &s) || text[s.at + strlen(s.sign->text)] != ' ')
		return false;
	const struct field *field = slip_field(diags, text, s.key);
	bool names = field && field->flags & F_NAME && field->kind != KIND_TERM;
	return names || (field && is_key && !s.sign->in_texts);
}

/* «процесс：Т» */
static bool
is_wide_colon(const char *text)
{
	static const char begins[] = {' ', SLIP_WIDE_COLON[0], '\0'};
	size_t length = strlen(SLIP_WIDE_COLON), at = strcspn(text, begins);
	while (text[at] && text[at] != ' ' && strncmp(text + at, SLIP_WIDE_COLON, length) != 0)
		at += 1 + strcspn(text + at + 1, begins);
	return at && text[at] && text[at] != ' ';
}

/* «? уточнить», which YAML takes for a key that may be anything; not where its value follows. */
static bool
is_question(struct text_index *index, struct pos pos)
{
	size_t length, at = text_index_byte(index, pos);
	const char *start = text_index_line(index, pos.line, &length), *key = index->text + at;
	size_t lead = strspn(start, " -");
	if (at < 2 || strncmp(key - 2, "? ", 2) != 0 || start + lead != key - 2)
		return false;
	const char *below = text_index_line(index, pos.line + 1, &length);
	size_t indent = below ? strspn(below, " ") : 0;
	return !below || below[indent] != ':';
}

bool
slip_in_question(struct diagnostics *diags, struct text_index *index, struct pos pos)
{
	if (!is_question(index, pos))
		return false;
	struct line line = line_of(diags, index, pos.line);
	size_t at = line_offset(&line, pos), end = line_length(&line);
	diag1(diags, RULE_YAML_REMARK, line_place(&line, at - 2),
	      arena_copy(&diags->arena, line.text + at, end - at))
	    ->end = line_place(&line, end);
	return true;
}

bool
slip_in_plain(struct diagnostics *diags, struct text_index *index, struct pos pos, const char *text,
	      bool is_key)
{
	bool odd = slip_is_odd_indent(pos, text), colon = is_wide_colon(text);
	if (!odd && !colon && !is_equals(diags, text, is_key))
		return false;
	struct line line = line_of(diags, index, pos.line);
	size_t at = line_offset(&line, pos);
	if (!is_key && at != line_content(&line))
		return false;
	return odd     ? slip_odd_blank(diags, &line, at)
	       : colon ? slip_in_colon(diags, &line)
		       : find_equals(diags, &line, at);
}
