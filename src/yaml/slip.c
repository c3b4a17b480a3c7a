/* SPDX-License-Identifier: MIT */
#include "yaml/slip.h"

#include "model/synonym.h"
#include "support/utf8.h"
#include "text/syntax/yaml_text.h"

#include <string.h>

size_t
slip_value(const struct line *line)
{
	const char *colon = strstr(line->text + line->indent, ": ");
	return colon ? (size_t)(colon - line->text) + 2 : 0;
}

/* How many brackets are open before a place of a line. */
static int
brackets_before(const struct line *line, size_t offset)
{
	int depth = 0;
	for (size_t i = line->indent; i < offset; i++)
		depth += strchr("[{", line->text[i]) ? 1 : strchr("]}", line->text[i]) ? -1 : 0;
	return depth;
}

size_t
slip_length(const struct line *line, size_t offset)
{
	const char *text = line->text + offset;
	size_t length = brackets_before(line, offset) > 0 ? strcspn(text, ",]}") : strlen(text);
	while (length && strchr(" \t", text[length - 1]))
		length--;
	return length;
}

/* What looks like a blank, or like nothing, and is no blank of YAML. */
static enum phrase
odd_blank(uint32_t rune)
{
	if (rune == 0xA0 || rune == 0x202F)
		return PHRASE_BLANK_NO_BREAK;
	return rune < 0x80            ? PHRASE_NONE
	       : utf8_is_blank(rune)  ? PHRASE_BLANK_WIDE
	       : utf8_is_hidden(rune) ? PHRASE_BLANK_HIDDEN
				      : PHRASE_NONE;
}

static bool
found_odd_blank(struct diagnostics *diags, const struct line *line, size_t at)
{
	const char *text = line->text + at;
	uint32_t rune = utf8_next(&text);
	diag2(diags, RULE_YAML_NBSP, line_place(line, at), odd_blank(rune),
	      arena_printf(&diags->arena, "%04X", (unsigned)rune));
	return true;
}

/* In the indent and behind the hyphen of an item, in a key, behind its colon. */
static bool
find_odd_blank(struct diagnostics *diags, const struct line *line)
{
	const char *colon = strchr(line->text, ':');
	bool lead = true;
	for (const char *at = line->text; *at && (lead || at <= colon + 1);) {
		const char *next = at;
		uint32_t rune = utf8_next(&next);
		enum phrase odd = odd_blank(rune);
		bool in_key = odd == PHRASE_BLANK_HIDDEN && at < colon;
		if (odd && (lead || in_key || at == colon + 1))
			return found_odd_blank(diags, line, (size_t)(at - line->text));
		lead = lead && strchr(" \t-", *at);
		at = next;
	}
	return false;
}

static bool
find_tab(struct diagnostics *diags, const struct line *line)
{
	const char *tab = memchr(line->text, '\t', strspn(line->text, " \t-"));
	if (!tab)
		return false;
	diag(diags, RULE_YAML_TAB, line_place(line, (size_t)(tab - line->text)));
	return true;
}

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

/* Words right behind the sign of a block: `|` or `>`. */
static bool
find_bar(struct diagnostics *diags, const struct line *line, const char *problem)
{
	size_t at = slip_value(line) ? slip_value(line) : line_content(line);
	at += strspn(line->text + at, " ");
	if (!line->text[at] || !strchr(">|", line->text[at]) ||
	    !strstr(problem, "comment or line break"))
		return false;
	char sign[2] = {line->text[at], '\0'};
	diag1(diags, RULE_YAML_BLOCK, line_place(line, at), sign)->end =
	    line_place(line, line_length(line));
	return true;
}

static bool
begins_with_sign(const char *text)
{
	return (*text && strchr("@%`*&!", *text)) || strncmp(text, "? ", 2) == 0;
}

/* A value that begins with a sign YAML keeps for itself: the first of its line, or the one that the
 * parser stopped at or right behind. */
static bool
find_sign(struct diagnostics *diags, const struct line *line, struct pos pos)
{
	size_t stop = pos.line == line->pos.line ? line_offset(line, pos) : 0;
	size_t starts[] = {slip_value(line), line_content(line), stop, stop - (stop > 0)};
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
		size_t at = starts[i] + strspn(line->text + starts[i], " ");
		if (!begins_with_sign(line->text + at))
			continue;
		char sign[2] = {line->text[at], '\0'};
		size_t length = slip_length(line, at);
		const char *text = arena_copy(&diags->arena, line->text + at, length);
		diag2(diags, RULE_YAML_QUOTE, line_place(line, at), sign,
		      yaml_text_quoted(&diags->arena, text))
		    ->end = line_place(line, at + length);
		return true;
	}
	return false;
}

/* `key:value`: a letter right after the first colon of a line. */
static bool
find_tight_colon(struct diagnostics *diags, const struct line *line)
{
	size_t start = line_content(line);
	const char *colon = strchr(line->text + start, ':');
	if (!colon || colon[1] == ' ' || !colon[1] || strncmp(colon, "://", 3) == 0)
		return false;
	const char *key =
	    arena_copy(&diags->arena, line->text + start, (size_t)(colon - line->text) - start);
	if (strpbrk(key, " \"'{["))
		return false;
	bool remark = colon[1] == '#'; /* with the blank it would be one */
	diag2(diags, RULE_YAML_COLON, line_place(line, (size_t)(colon - line->text)), key,
	      remark ? yaml_text_quoted(&diags->arena, colon + 1) : colon + 1);
	return true;
}

/* `key = value`, the key at a place of its line. */
static bool
find_equals(struct diagnostics *diags, const struct line *line, size_t start)
{
	size_t at = start + strcspn(line->text + start, "=:\"'{[");
	size_t end = at;
	while (end > start && line->text[end - 1] == ' ')
		end--;
	if (line->text[at] != '=' || end == start || end - start > LINE_LONGEST_KEY)
		return false;
	size_t value = at + 1 + strspn(line->text + at + 1, " ");
	diag2(diags, RULE_YAML_EQUALS, line_place(line, at),
	      arena_copy(&diags->arena, line->text + start, end - start),
	      arena_copy(&diags->arena, line->text + value, slip_length(line, value)));
	return true;
}

bool
slip_in_key(struct diagnostics *diags, const struct line *line)
{
	return find_tight_colon(diags, line) || find_equals(diags, line, line_content(line));
}

/* `goal: - one` */
static bool
find_item_beside(struct diagnostics *diags, const struct line *line, struct pos pos,
		 const char *problem)
{
	size_t at = pos.line == line->pos.line ? line_offset(line, pos) : 0;
	const char *item = line->text + at;
	if (!strstr(problem, "block sequence entries") || strncmp(item, "- ", 2) != 0 ||
	    slip_value(line) == 0 || slip_value(line) > at)
		return false;
	item = arena_copy(&diags->arena, item, line_length(line) - at);
	diag2(diags, RULE_YAML_ITEM_BESIDE, line_place(line, at), item,
	      yaml_text_quoted(&diags->arena, item))
	    ->end = line_place(line, line_length(line));
	return true;
}

/* A comma or a closing bracket where nothing is open, or nothing stands before it. */
static bool
find_stray(struct diagnostics *diags, const struct line *line, struct pos pos, const char *problem)
{
	static const char *const problems[] = {"node content", "expected key", "document start"};
	size_t at = pos.line == line->pos.line ? line_offset(line, pos) : 0;
	char sign[2] = {line->text[at], '\0'};
	bool stops = false;
	for (size_t i = 0; i < sizeof problems / sizeof *problems; i++)
		stops = stops || strstr(problem, problems[i]);
	if (!stops || !*sign || !strchr(",]}", *sign))
		return false;
	diag1(diags, RULE_YAML_STRAY, line_place(line, at), sign)->end = line_place(line, at + 1);
	return true;
}

static const struct field *
field_meant(struct diagnostics *diags, const char *key, size_t length)
{
	key = arena_copy(&diags->arena, key, length);
	return synonym_any(utf8_fold(&diags->arena, key, FOLD_KEY));
}

/* `- goal: one`, where the keys of the item go on. */
static bool
find_key_sign(struct diagnostics *diags, const struct line *line, struct pos pos,
	      const char *problem)
{
	const char *key = line->text + line->indent + 2;
	if ((!strstr(problem, "expected key") && !strstr(problem, "block sequence entries")) ||
	    pos.line != line->pos.line || strncmp(key - 2, "- ", 2) != 0)
		return false;
	size_t length = strcspn(key, ":");
	const struct field *field =
	    key[length] && length <= LINE_LONGEST_KEY ? field_meant(diags, key, length) : NULL;
	if (!field || field->flags & F_NAME)
		return false;
	diag1(diags, RULE_YAML_KEY_SIGN, line_place(line, line->indent), key)->end =
	    line_place(line, line_length(line));
	return true;
}

/* `key: text: more`: a colon inside an unquoted text. */
static bool
find_text_colon(struct diagnostics *diags, const struct line *line, const char *problem)
{
	size_t value = slip_value(line);
	if (!value || !strstr(problem, "mapping values are not allowed") ||
	    !strstr(line->text + value, ":"))
		return false;
	diag1(diags, RULE_YAML_COLON_TEXT, line_place(line, value),
	      yaml_text_quoted(&diags->arena, line->text + value))
	    ->end = line_place(line, line_length(line));
	return true;
}

bool
slip_in_blanks(struct diagnostics *diags, const struct line *line)
{
	return find_tab(diags, line) || find_odd_blank(diags, line);
}

bool
slip_in_value(struct diagnostics *diags, const struct line *line, struct pos pos,
	      const char *problem)
{
	return find_bar(diags, line, problem) || find_item_beside(diags, line, pos, problem) ||
	       find_key_sign(diags, line, pos, problem) || find_stray(diags, line, pos, problem) ||
	       find_sign(diags, line, pos) || find_text_colon(diags, line, problem);
}

/* «\u200B    срок», «\u2003\u2003срок»: to YAML a line without indent. */
static bool
is_odd_indent(struct pos pos, const char *text)
{
	enum phrase odd = odd_blank(utf8_next(&text));
	return pos.line > 1 && pos.column == 1 && odd &&
	       (odd != PHRASE_BLANK_HIDDEN || *text == ' ' || strncmp(text, "- ", 2) == 0);
}

/* «название = Запрос», where a key stands or a thing begins. */
static bool
is_equals(struct diagnostics *diags, const char *text, bool is_key)
{
	size_t length = strcspn(text, "=");
	if (!length || length > LINE_LONGEST_KEY || strncmp(text + length, "= ", 2) != 0)
		return false;
	const struct field *field = field_meant(diags, text, length);
	return field && (is_key || field->flags & F_NAME);
}

/* «процесс：Т» */
static bool
is_wide_colon(const char *text)
{
	const char *colon = strstr(text, SLIP_WIDE_COLON);
	return colon && colon > text && !memchr(text, ' ', (size_t)(colon - text));
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
	bool odd = is_odd_indent(pos, text), colon = is_wide_colon(text);
	if (!odd && !colon && !is_equals(diags, text, is_key))
		return false;
	struct line line = line_of(diags, index, pos.line);
	size_t at = line_offset(&line, pos);
	if (!is_key && at != line_content(&line))
		return false;
	return odd     ? found_odd_blank(diags, &line, at)
	       : colon ? slip_in_colon(diags, &line)
		       : find_equals(diags, &line, at);
}
