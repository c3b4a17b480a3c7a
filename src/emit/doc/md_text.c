/* SPDX-License-Identifier: MIT */
#include "emit/doc/md_text.h"

#include "model/fields.h"
#include "support/xml.h"
#include "text/uri.h"

#include <string.h>

static bool
is_word(char c)
{
	return (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z');
}

/* True when the character at `at` could be markup anywhere. What GitHub and GitLab add counts:
 * tables, ~~, $math$, #12, @name; and
 * {{ }} and {% %}, which site generators replace. */
static bool
is_markup(const char *text, const char *at)
{
	switch (*at) {
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
	case '<':
	case '|':
	case '~':
	case '$':
	case '#':
		return true;
	case '_':
		return at == text || !is_word(at[-1]) || !is_word(at[1]);
	case '@':
		return is_word(at[1]) && (at == text || !is_word(at[-1]));
	case '{':
	case '%':
		return at > text && at[-1] == '{';
	default:
		return false;
	}
}

/* The same where a line begins. */
static bool
is_marker(const char *text, const char *at)
{
	if (at == text)
		return strchr(">-+=", *at) != NULL;
	bool ends = at[1] == '\0' || at[1] == ' ';
	return ends && (*at == '.' || *at == ')') &&
	       strspn(text, "0123456789") == (size_t)(at - text);
}

/* The first character from a place on that may mean something. */
static const char *
skip_plain(const char *at)
{
	while (*at == ' ' || *at == ',' || is_word(*at))
		at++;
	return at;
}

void
md_escape(struct buf *out, const char *text, bool start)
{
	text += start ? strspn(text, " \t\r\n") : 0;
	for (const char *at = text;; at++) {
		const char *from = at;
		at = skip_plain(at);
		buf_add(out, from, (size_t)(at - from));
		if (!*at)
			return;
		if (*at == '\t' || *at == '\r' || *at == '\n') {
			buf_putc(out, ' ');
		} else if (*at == '&' && (is_word(at[1]) || at[1] == '#')) {
			buf_puts(out, "&amp;");
		} else {
			if (is_markup(text, at) || (start && is_marker(text, at)))
				buf_putc(out, '\\');
			buf_putc(out, *at);
		}
	}
}

/* The author's words with links to the terms in them. */
static void
put_words(const struct md_text *text, struct buf *out, const char *words, bool start)
{
	const struct term *term;
	const char *from, *to;
	while (doc_next_term(text->doc, words, &term, &from, &to)) {
		md_escape(out, arena_copy(text->scratch, words, (size_t)(from - words)), start);
		buf_putc(out, '[');
		md_escape(out, arena_copy(text->scratch, from, (size_t)(to - from)), false);
		buf_printf(out, "](%s)",
			   text->address(text->data, doc_find(text->doc, &term->base)));
		words = to;
		start = false;
	}
	md_escape(out, words, start);
}

/* An address as a destination: in angle brackets when what reads Markdown could take it for
 * markup. */
static void
put_address(struct buf *out, const char *href)
{
	if (!href[strcspn(href, "()*_~$&")]) {
		buf_puts(out, href);
		return;
	}
	buf_putc(out, '<');
	xml_escape(out, href);
	buf_putc(out, '>');
}

/* An address of the author's from where the file stands. */
static const char *
author_address(void *data, const char *href)
{
	const struct md_text *text = data;
	return uri_of(text->scratch, uri_from(text->scratch, text->up, href), URI_LETTERS);
}

void
md_picture(const struct md_text *text, struct buf *out, const char *href, const char *instead)
{
	buf_puts(out, "![");
	md_escape(out, instead, false);
	buf_puts(out, "](");
	put_address(out, author_address((void *)(uintptr_t)text, href));
	buf_putc(out, ')');
}

static void
put_link(const struct md_text *text, struct buf *out, const struct doc_span *span)
{
	const char *href = span->to.section ? text->address(text->data, span->to) : span->href;
	if (href && !span->to.section)
		href = author_address((void *)(uintptr_t)text, href);
	if (!href) {
		md_escape(out, span->text, false);
		return;
	}
	buf_putc(out, '[');
	md_escape(out, span->text, false);
	buf_puts(out, "](");
	put_address(out, href);
	buf_putc(out, ')');
}

static bool
find_link(void *data, const char *at, struct prose_link *link)
{
	const struct md_text *text = data;
	const struct term *term;
	if (!doc_next_term(text->doc, at, &term, &link->start, &link->end))
		return false;
	link->href = text->address(text->data, doc_find(text->doc, &term->base));
	return true;
}

static const char *
markdown_of(const struct md_text *text, const char *prose, int heading)
{
	struct prose_linker linker = {find_link, (void *)(uintptr_t)text, author_address};
	return prose_markdown(text->scratch, prose, heading, &linker);
}

bool
md_begins_words(const char *markdown)
{
	size_t digits = strspn(markdown, "0123456789");
	bool block = strchr(" #>|", *markdown) || strncmp(markdown, "```", 3) == 0 ||
		     strncmp(markdown, "-----", 5) == 0 ||
		     (digits && strchr(".)", markdown[digits]));
	return *markdown && !block;
}

bool
md_is_line(const char *markdown)
{
	return md_begins_words(markdown) && !strchr(markdown, '\n');
}

/* A run's words between its marks, which must touch words, not blanks. */
static void
put_run(const struct md_text *text, struct buf *out, const struct run *run, const char *words)
{
	const char *strike = run->struck ? "~~" : "", *mark = run->bold && run->italic ? "***"
							      : run->bold              ? "**"
							      : run->italic            ? "*"
										       : "";
	size_t lead = strspn(words, " "), length = strlen(words);
	while (length > lead && words[length - 1] == ' ')
		length--;
	const char *inner = arena_copy(text->scratch, words + lead, length - lead);
	buf_add(out, words, lead);
	if (*inner) {
		buf_puts(out, strike);
		buf_puts(out, mark);
		if (run->href)
			put_link(text, out, &(struct doc_span){.text = inner, .href = run->href});
		else if (*mark)
			md_escape(out, inner, false);
		else
			put_words(text, out, inner, false);
		buf_puts(out, mark);
		buf_puts(out, strike);
	}
	buf_puts(out, words + length);
}

/* Code between more backticks than it holds. */
static void
put_code(struct buf *out, const char *code, bool in_cell)
{
	size_t longest = 0, now = 0;
	for (const char *at = code; *at; at++) {
		now = *at == '`' ? now + 1 : 0;
		longest = now > longest ? now : longest;
	}
	for (size_t i = 0; i <= longest; i++)
		buf_putc(out, '`');
	bool padded = code[0] == '`' || code[strlen(code) - 1] == '`' ||
		      (code[0] == ' ' && code[strlen(code) - 1] == ' ');
	buf_puts(out, padded ? " " : "");
	for (const char *at = code; *at; at++)
		buf_printf(out, in_cell && *at == '|' ? "\\%c" : "%c", *at);
	buf_puts(out, padded ? " " : "");
	for (size_t i = 0; i <= longest; i++)
		buf_putc(out, '`');
}

/* Prose of several blocks on one line. */
static void
put_flat(const struct md_text *text, struct buf *out, const char *prose)
{
	struct runs runs = prose_runs(text->scratch, prose);
	for (size_t i = 0; i < runs.count; i++) {
		const char *at = runs.items[i].text;
		for (;;) {
			size_t length = strcspn(at, "\n");
			const char *line = arena_copy(text->scratch, at, length);
			if (*line && runs.items[i].code)
				put_code(out, line, text->in_cell);
			else if (*line)
				put_run(text, out, &runs.items[i], line);
			if (!at[length])
				break;
			buf_puts(out, "<br>");
			at += length + 1;
		}
	}
}

/* cmark leaves pipes as they are: in a table each would end the cell. */
static void
put_piped(struct buf *out, const char *markdown)
{
	for (const char *at = markdown; *at; at++) {
		if (*at == '|')
			buf_putc(out, '\\');
		buf_putc(out, *at);
	}
}

static void
put_prose(const struct md_text *text, struct buf *out, const char *prose)
{
	if (strchr(prose, '\n')) {
		put_flat(text, out, prose);
		return;
	}
	const char *markdown = markdown_of(text, prose, 1);
	if (md_is_line(markdown) && text->in_cell)
		put_piped(out, markdown);
	else if (md_is_line(markdown))
		buf_puts(out, markdown);
	else
		put_flat(text, out, prose);
}

static void
put_span(const struct md_text *text, struct buf *out, const struct doc_span *span, bool start)
{
	switch (span->kind) {
	case SPAN_TEXT:
	case SPAN_NAME:
		md_escape(out, span->text, start);
		break;
	case SPAN_AUTHOR:
		put_words(text, out, span->text, start);
		break;
	case SPAN_STRONG:
		buf_puts(out, "**");
		md_escape(out, span->text, start);
		buf_puts(out, "**");
		break;
	case SPAN_LINK:
	case SPAN_ROLE:
		put_link(text, out, span);
		break;
	case SPAN_MARK:
		buf_putc(out, '_');
		md_escape(out, span->text, start);
		buf_putc(out, '_');
		break;
	case SPAN_CURVE:
		break;
	case SPAN_PROSE:
		put_prose(text, out, span->text);
		break;
	}
}

void
md_line(const struct md_text *text, struct buf *out, const struct doc_line *line, bool start)
{
	for (uint32_t i = 0; i < line->count; i++)
		put_span(text, out, &line->items[i], start && i == 0);
}

const char *
md_blocks(const struct md_text *text, const struct doc_line *line, int heading)
{
	if (line->count != 1 || line->items[0].kind != SPAN_PROSE)
		return NULL;
	return markdown_of(text, line->items[0].text, heading);
}

void
md_cell(const struct md_text *text, struct buf *out, const struct doc_lines *lines)
{
	struct md_text cell = *text;
	cell.in_cell = true;
	struct buf line = {0};
	for (uint32_t i = 0; i < lines->count; i++) {
		buf_clear(&line);
		md_line(&cell, &line, &lines->items[i], true);
		buf_puts(out, i ? "<br>" : "");
		buf_puts(out, lines->count > 1 && !prose_is_marked(buf_text(&line)) ? "• " : "");
		buf_add(out, buf_text(&line), line.length);
	}
	buf_free(&line);
}
