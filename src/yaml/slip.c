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

const struct field *
slip_field(struct diagnostics *diags, const char *key, size_t length)
{
	if (!diags->keys)
		diags->keys = synonym_index_new(&diags->arena);
	return synonym_index_find(diags->keys, key, length);
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

/* «срок: -», «срок: ?», where nothing is known yet, and «срок: : 2 дня». */
static bool
find_lone_sign(struct diagnostics *diags, const struct line *line)
{
	size_t at = slip_value(line);
	at += strspn(line->text + at, " ");
	const char *value = line->text + at;
	bool alone = at + 1 == line_length(line) && strchr("-?:", *value);
	if (!at || (!alone && strncmp(value, ": ", 2) != 0))
		return false;
	char sign[2] = {*value, '\0'};
	diag1(diags, RULE_YAML_STRAY, line_place(line, at), sign)->end = line_place(line, at + 1);
	return true;
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
	    key[length] && length <= LINE_LONGEST_KEY ? slip_field(diags, key, length) : NULL;
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
slip_in_value(struct diagnostics *diags, const struct line *line, struct pos pos,
	      const char *problem)
{
	return find_bar(diags, line, problem) || find_lone_sign(diags, line) ||
	       find_item_beside(diags, line, pos, problem) ||
	       find_key_sign(diags, line, pos, problem) || find_stray(diags, line, pos, problem) ||
	       find_sign(diags, line, pos) || find_text_colon(diags, line, problem);
}
