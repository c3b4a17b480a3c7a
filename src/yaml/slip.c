/* SPDX-License-Identifier: MIT */
#include "yaml/slip.h"

#include "text/yaml_text.h"

#include <string.h>

static const char nbsp[] = "\xC2\xA0";

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

static bool
find_nbsp(struct diagnostics *diags, const struct line *line)
{
	const char *found = strstr(line->text, nbsp);
	if (!found)
		return false;
	size_t offset = (size_t)(found - line->text);
	bool in_indent = offset == line->indent ||
			 (offset == line->indent + 1 && line->text[line->indent] == '-');
	if (!in_indent && !(offset && found[-1] == ':'))
		return false;
	diag(diags, RULE_YAML_NBSP, line_place(line, offset));
	return true;
}

static bool
find_tab(struct diagnostics *diags, const struct line *line)
{
	const char *tab = memchr(line->text, '\t', line->indent);
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

/* A value that begins with a sign YAML keeps for itself: the first of its line, or the one that the
 * parser stopped at or right behind. */
static bool
find_sign(struct diagnostics *diags, const struct line *line, struct pos pos)
{
	size_t stop = pos.line == line->pos.line ? line_offset(line, pos) : 0;
	size_t starts[] = {slip_value(line), line_content(line), stop, stop - (stop > 0)};
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
		size_t at = starts[i] + strspn(line->text + starts[i], " ");
		if (!line->text[at] || !strchr("@%`*&!", line->text[at]))
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

/* A letter right after the first colon of a line. */
bool
slip_in_key(struct diagnostics *diags, const struct line *line)
{
	size_t start = line_content(line);
	const char *colon = strchr(line->text + start, ':');
	if (!colon || colon[1] == ' ' || !colon[1] || strncmp(colon, "://", 3) == 0)
		return false;
	const char *key =
	    arena_copy(&diags->arena, line->text + start, (size_t)(colon - line->text) - start);
	if (strpbrk(key, " \"'{["))
		return false;
	diag2(diags, RULE_YAML_COLON, line_place(line, (size_t)(colon - line->text)), key,
	      colon + 1);
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
	return find_tab(diags, line) || find_nbsp(diags, line);
}

bool
slip_in_value(struct diagnostics *diags, const struct line *line, struct pos pos,
	      const char *problem)
{
	return find_bar(diags, line, problem) || find_sign(diags, line, pos) ||
	       find_text_colon(diags, line, problem);
}
