/* SPDX-License-Identifier: MIT */
#include "yaml/pasted.h"

#include "support/buf.h"
#include "support/listed.h"
#include "support/utf8.h"
#include "text/syntax/yaml_text.h"
#include "yaml/slip.h"

#include <string.h>

/* A finding about a line from a byte on, to its end. */
static bool
found(struct diagnostics *diags, const struct line *line, enum rule rule, size_t from,
      const char *what)
{
	diag1(diags, rule, line_place(line, from), what)->end = line_place(line, line_length(line));
	return true;
}

static const char *
rest_of(struct diagnostics *diags, const struct line *line, size_t from)
{
	size_t length = line_length(line);
	return arena_copy(&diags->arena, line->text + from, from < length ? length - from : 0);
}

static bool
begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* ``` and what may stand behind it */
static bool
find_fence(struct diagnostics *diags, const struct line *line)
{
	const char *text = line->text + line->indent;
	return (begins(text, "```") || begins(text, "~~~")) &&
	       found(diags, line, RULE_YAML_FENCE, line->indent,
		     rest_of(diags, line, line->indent));
}

/* «...», where something was left out. */
static bool
find_dots(struct diagnostics *diags, const struct line *line)
{
	const char *text = line->text + line->indent;
	return (begins(text, "...") || begins(text, "…")) &&
	       found(diags, line, RULE_YAML_REMARK, line->indent,
		     rest_of(diags, line, line->indent));
}

/* A remark without the sign that closes it. */
static const char *
without_end(struct diagnostics *diags, const char *text)
{
	static const char *const ends[] = {"*/", "-->", NULL};
	size_t length = strlen(text) - listed_ends(ends, text);
	while (length && text[length - 1] == ' ')
		length--;
	return arena_copy(&diags->arena, text, length);
}

/* «-----», "=====", a rule below a heading. */
static bool
find_rule(struct diagnostics *diags, const struct line *line)
{
	const char *text = line->text + line->indent;
	size_t length = strspn(text, "-=_*~");
	return length > 3 && line->indent + length == line_length(line) &&
	       found(diags, line, RULE_YAML_REMARK, line->indent,
		     rest_of(diags, line, line->indent));
}

/* A remark as other languages write it. */
static bool
find_remark(struct diagnostics *diags, const struct line *line)
{
	static const char *const signs[] = {"//", "/*", "<!--", ";", "? ", "-- ", "%"};
	const char *text = line->text + line->indent;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		if (!begins(text, signs[i]) || (*text == '%' && line->indent))
			continue;
		size_t words = line->indent + strlen(signs[i]);
		words += strspn(line->text + words, " ");
		return found(diags, line, RULE_YAML_REMARK, line->indent,
			     without_end(diags, rest_of(diags, line, words)));
	}
	return false;
}

/* «[12:31, 05.12.2026] Анна: вот процесс», as chats copy what was said. */
static bool
find_stamp(struct diagnostics *diags, const struct line *line)
{
	const char *end = strstr(line->text, "] ");
	return !line->indent && begins(line->text, "[") && ascii_is_digit(line->text[1]) && end &&
	       !memchr(line->text + 1, '[', (size_t)(end - line->text)) &&
	       found(diags, line, RULE_YAML_REMARK, 0, rest_of(diags, line, 0));
}

/* <<<<<<< HEAD */
static bool
find_conflict(struct diagnostics *diags, const struct line *line)
{
	return pasted_is_conflict(line->text, strlen(line->text)) &&
	       found(diags, line, RULE_YAML_CONFLICT, 0, NULL);
}

bool
pasted_is_conflict(const char *text, size_t length)
{
	static const char signs[] = "<|=>";
	const size_t count = strlen("<<<<<<<");
	return length >= count && strchr(signs, *text) &&
	       strspn(text, (char[]){*text, 0}) == count && (length == count || text[count] == ' ');
}

/* «| Запрос | 2 дня |», «Запрос | Продавец | 2 дня». */
static bool
has_bars(const char *text, size_t length)
{
	const char *first = length > 1 ? memchr(text, '|', length - 1) : NULL;
	const char *second =
	    first ? memchr(first + 1, '|', (size_t)(text + length - first) - 1) : NULL;
	return second &&
	       (first == text || (first[-1] == ' ' && first[1] == ' ' && !strchr("-#\"'", *text) &&
				  !memchr(text, ':', (size_t)(first - text))));
}

bool
pasted_is_row(const char *text, size_t length)
{
	const char *tab = length ? memchr(text, '\t', length) : NULL;
	return has_bars(text, length) || (tab && !strchr("-#\"'", *text) &&
					  tab + 1 < text + length && !memchr(text, ':', length));
}

/* | Этап | Срок |, or cells with tabs between: of the first cell an item can be made. */
static bool
find_table(struct diagnostics *diags, const struct line *line)
{
	const char *text = line->text + line->indent;
	if (!pasted_is_row(text, strlen(text)))
		return false;
	text += strspn(text, "| ");
	size_t length = strcspn(text, "|\t");
	while (length && text[length - 1] == ' ')
		length--;
	return found(diags, line, RULE_YAML_TABLE, line->indent,
		     arena_copy(&diags->arena, text, length));
}

/* A line without the marks of Markdown from a byte on: ** and __, and ` around words. */
static const char *
unmarked(struct diagnostics *diags, const struct line *line, size_t from)
{
	struct buf plain = {0};
	for (const char *at = rest_of(diags, line, from); *at; at++)
		if (begins(at, "**") || begins(at, "__"))
			at++;
		else if (*at != '`')
			buf_putc(&plain, *at);
	const char *text = arena_copy(&diags->arena, buf_text(&plain), plain.length);
	buf_free(&plain);
	return text;
}

/* **Срок:** 3 дня, **Срок**: 3 дня */
static bool
find_bold_key(struct diagnostics *diags, const struct line *line)
{
	size_t at = line_content(line);
	const char *text = line->text + at, *mark = begins(text, "**")   ? "**"
						    : begins(text, "__") ? "__"
						    : *text == '`'       ? "`"
									 : NULL;
	const char *end = mark ? strstr(text + strlen(mark), mark) : NULL;
	if (!end || (end[-1] != ':' && end[strlen(mark)] != ':'))
		return false;
	return found(diags, line, RULE_YAML_MARKDOWN, at, unmarked(diags, line, at));
}

/* - **Запрос** */
static bool
find_bold_text(struct diagnostics *diags, const struct line *line)
{
	size_t value = slip_value(line), at = value ? value : line_content(line);
	at += strspn(line->text + at, " ");
	const char *end = begins(line->text + at, "**") ? strstr(line->text + at + 2, "**") : NULL;
	return end && (size_t)(end + 2 - line->text) == line_length(line) &&
	       found(diags, line, RULE_YAML_MARKDOWN, at,
		     yaml_text(&diags->arena, unmarked(diags, line, at)));
}

/* - [ ] Собрать */
static bool
find_box(struct diagnostics *diags, const struct line *line)
{
	static const char *const boxes[] = {"[ ] ", "[x] ", "[X] ", "[х] ", "[Х] ", "[] "};
	size_t at = line_content(line);
	for (size_t i = 0; at > line->indent && i < sizeof boxes / sizeof *boxes; i++)
		if (begins(line->text + at, boxes[i]))
			return found(
			    diags, line, RULE_YAML_MARKDOWN, at,
			    yaml_text(&diags->arena, rest_of(diags, line, at + strlen(boxes[i]))));
	return false;
}

/* Whether a text begins at a place of a line: behind hyphens, behind a key, or within brackets. */
static bool
begins_text(const struct line *line, size_t at)
{
	const char *text = line->text;
	size_t content = line_content(line), value = slip_value(line), before = at;
	value += strspn(text + value, " ");
	while (before > content && text[before - 1] == ' ')
		before--;
	bool bracket = text[content] && (strchr("[{", text[content]) || strchr("[{", text[value]));
	return at == content || at == value ||
	       (bracket && before > content && strchr("[{,:", text[before - 1]));
}

/* [Бриф](https://example.org), as an item or behind a key; within a text it is nothing to YAML */
static bool
find_link(struct diagnostics *diags, const struct line *line)
{
	const char *middle = strstr(line->text, "]("), *start = middle;
	const char *end = middle ? strchr(middle, ')') : NULL;
	while (start && start > line->text && *start != '[')
		start--;
	size_t from = middle ? (size_t)(start - line->text) : 0, length = line_length(line) - from;
	if (!end || *start != '[' || !begins_text(line, from))
		return false;
	if (!end[1 + strspn(end + 1, " \t]}")]) /* brackets may be open before it */
		length = (size_t)(end + 1 - start);
	const char *text = arena_copy(&diags->arena, start, length);
	diag1(diags, RULE_YAML_MARKDOWN, line_place(line, from),
	      yaml_text_quoted(&diags->arena, text))
	    ->end = line_place(line, from + length);
	return true;
}

/* «* Запрос», «– название: Запрос», «-название: Запрос»: the bytes of the sign; 0 for none. */
static size_t
item_sign(const char *text)
{
	static const char *const signs[] = {"* ", "– ", "— ", "− ", "• "};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (begins(text, signs[i]))
			return strlen(signs[i]);
	const char *next = text + 1;
	return *text == '-' && *next && utf8_is_letter(utf8_next(&next));
}

static bool
find_item_sign(struct diagnostics *diags, const struct line *line)
{
	const char *text = line->text + line->indent;
	size_t sign = item_sign(text);
	return sign && found(diags, line, RULE_YAML_ITEM_SIGN, line->indent,
			     arena_printf(&diags->arena, "- %s",
					  rest_of(diags, line, line->indent + sign)));
}

bool
pasted_find(struct diagnostics *diags, const struct line *line)
{
	return find_conflict(diags, line) || find_fence(diags, line) || find_dots(diags, line) ||
	       find_rule(diags, line) || find_remark(diags, line) || find_stamp(diags, line) ||
	       find_table(diags, line) || find_bold_key(diags, line) ||
	       find_bold_text(diags, line) || find_box(diags, line) || find_link(diags, line) ||
	       find_item_sign(diags, line);
}
