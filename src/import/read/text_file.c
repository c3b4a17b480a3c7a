/* SPDX-License-Identifier: MIT */
/* Line by line, in linear time whatever the text is: headings and items open topics, each below
 * what is of a higher rank; rows with pipes are tables; any other line tells of the topic above it.
 * Markup within a line is cmark's matter. */
#include "import/read/text_file.h"

#include "import/read/outliner.h"
#include "support/buf.h"
#include "support/utf8.h"
#include "text/bullets.h"
#include "text/prose/prose.h"

#include <string.h>

enum { TAB = 4 };

struct text_reader {
	struct outliner outliner;
	uint32_t line;
	bool fenced, blank;          /* blank: the line before was */
	struct foreign_table *table; /* whose rows these lines are */
	uint32_t *lines, rows;       /* of the table */
};

/* A line without its end; *at moves to the next one. */
static const char *
next_line(struct text_reader *r, const char **at)
{
	size_t length = strcspn(*at, "\r\n");
	const char *line = arena_copy(r->outliner.foreign->arena, *at, length);
	*at += length;
	*at += **at == '\r';
	*at += **at == '\n';
	r->line++;
	return line;
}

static unsigned
indent_of(const char **line)
{
	unsigned column = 0;
	for (; **line == ' ' || **line == '\t'; ++*line)
		column = **line == '\t' ? (column / TAB + 1) * TAB : column + 1;
	return column;
}

/* The level of a heading, of which *line then is the text; 0 for any other line. */
static unsigned
heading_level(const char **line)
{
	size_t level = strspn(*line, "#");
	if (!level || level > OUTLINER_HEADINGS || !strchr(" \t", (*line)[level]) ||
	    !(*line)[level])
		return 0;
	*line += level;
	return (unsigned)level;
}

/* A row of one sign, at least so many: a line across the page, or what underlines a heading. */
static bool
is_row_of(const char *line, char sign, size_t least)
{
	size_t count = 0;
	for (; *line && *line != '\r' && *line != '\n'; line++) {
		count += *line == sign;
		if (*line != sign && *line != ' ' && *line != '\t')
			return false;
	}
	return count >= least;
}

/* The level of a heading that the line below underlines; 0 for none. */
static unsigned
underlined_level(const char *line, const char *below)
{
	enum { UNDERLINE = 3 };
	if (!*line || strchr("|>-*+#", *line))
		return 0;
	return is_row_of(below, '=', UNDERLINE) ? 1 : is_row_of(below, '-', UNDERLINE) ? 2 : 0;
}

bool
text_file_has_headings(const char *text)
{
	while (*text) {
		const char *line = text;
		text += strcspn(text, "\n");
		text += *text == '\n';
		if (heading_level(&line) || is_row_of(text, '=', strlen("===")))
			return true;
	}
	return false;
}

/* The bytes of a bullet or number that an item begins with; 0 for any other line. */
static size_t
item_mark(const char *line)
{
	size_t digits = strspn(line, "0123456789"), length = 1;
	if (digits)
		length = strchr(".)", line[digits]) && line[digits] ? digits + 1 : 0;
	else if (!*line || !strchr("-*+", *line))
		return 0;
	return length && (line[length] == ' ' || line[length] == '\t') ? length : 0;
}

/* How long the tag is that breaks a line here, or 0. */
static size_t
break_length(const char *text)
{
	static const char *const breaks[] = {"<br>", "<br/>", "<br />"};
	for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++)
		if (strncmp(text, breaks[i], strlen(breaks[i])) == 0)
			return strlen(breaks[i]);
	return 0;
}

/* The text with a line end for each such tag. */
static const char *
with_line_ends(struct arena *arena, const char *text)
{
	struct buf out = {0};
	if (!strstr(text, "<br"))
		return text;
	while (*text) {
		size_t length = break_length(text);
		buf_putc(&out, length ? '\n' : *text);
		text += length ? length : 1;
	}
	const char *lines = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return lines;
}

/* A text without markup, line by line: a line end is one here. */
static const char *
plain(struct arena *arena, const char *text)
{
	struct buf out = {0};
	text = with_line_ends(arena, text);
	for (size_t length; *text; text += length + (text[length] == '\n')) {
		length = strcspn(text, "\n");
		buf_puts(&out,
			 prose_plain(arena, foreign_text(arena, arena_copy(arena, text, length))));
		buf_putc(&out, '\n');
	}
	const char *clean = foreign_text(arena, buf_text(&out));
	buf_free(&out);
	return clean;
}

static bool
open_topic(struct text_reader *r, unsigned rank, const char *text)
{
	struct arena *arena = r->outliner.foreign->arena;
	return outliner_open(&r->outliner, rank, plain(arena, text),
			     arena_printf(arena, "%u", r->line));
}

/* A row of hyphens below a head makes a table. */
static bool
is_rule(const char *line)
{
	return strchr(line, '|') && strchr(line, '-') && !line[strspn(line, "|-: \t")];
}

static bool
add_value(struct text_reader *r, uint32_t column, const char *value)
{
	struct arena *arena = r->outliner.foreign->arena;
	struct buf text = {0};
	value += strspn(value, " \t");
	if (strncmp(value, "+ ", strlen("+ ")) == 0) /* which begins no list in a cell */
		buf_putc(&text, '\\');
	while (*value) {
		size_t taken = break_length(value);
		if (taken || (value[0] == '\\' && value[1] == '|'))
			buf_putc(&text, taken ? '\n' : '|');
		else
			buf_putc(&text, *value);
		value += taken ? taken : value[0] == '\\' && value[1] == '|' ? 2 : 1;
	}
	bool ok =
	    foreign_add_cell(r->outliner.foreign, r->rows, column, plain(arena, buf_text(&text)));
	buf_free(&text);
	return ok;
}

static bool
add_row(struct text_reader *r, const char *line)
{
	struct arena *arena = r->outliner.foreign->arena;
	bool ok = true;
	line += strspn(line, " \t");
	line += *line == '|';
	r->lines = arena_grow(arena, r->lines, r->rows, 1, sizeof *r->lines);
	r->lines[r->rows] = r->line;
	for (uint32_t column = 0; *line && ok; column++) {
		const char *end = line;
		while (*end && *end != '|')
			end += end[0] == '\\' && end[1] ? 2 : 1;
		ok = add_value(r, column, arena_copy(arena, line, (size_t)(end - line)));
		line = end + (*end == '|');
	}
	r->rows++;
	r->outliner.foreign->tables[r->outliner.foreign->table_count - 1].lines = r->lines;
	return ok;
}

static bool
begin_table(struct text_reader *r, const char *head)
{
	r->table = outliner_add_table(&r->outliner);
	r->lines = NULL;
	r->rows = 0;
	return add_row(r, head);
}

/* A line that is no heading, no row and no item tells of the topic above it; below a blank line
 * what is not indented tells of no item. */
static void
add_note(struct text_reader *r, const char *line, unsigned indent)
{
	if (!indent && r->blank && *line)
		outliner_leave_items(&r->outliner);
	r->blank = !*line;
	outliner_add(&r->outliner, *line == '>' ? line + 1 : line);
}

static bool
take_line(struct text_reader *r, const char *line, const char *rest)
{
	const char *text = line;
	unsigned indent = indent_of(&text), level = heading_level(&text);
	size_t mark = item_mark(text), next = strcspn(rest, "\r\n");
	bool fence = strncmp(text, "```", 3) == 0 || strncmp(text, "~~~", 3) == 0;
	r->fenced = r->fenced != fence;
	if (fence || r->fenced) {
		r->table = NULL;
		if (!fence)
			add_note(r, line, TAB);
		return true;
	}
	if (r->table && strchr(text, '|'))
		return is_rule(text) || add_row(r, text);
	r->table = NULL;
	if (level)
		return open_topic(r, level, text);
	if (is_row_of(text, '-', 3) || is_row_of(text, '*', 3) || is_row_of(text, '_', 3) ||
	    is_row_of(text, '=', 3)) {
		add_note(r, "", 0);
		return true;
	}
	level = mark ? 0 : underlined_level(text, rest);
	if (level)
		return open_topic(r, level, text);
	if (strchr(text, '|') && is_rule(arena_copy(r->outliner.foreign->arena, rest, next)))
		return begin_table(r, text);
	if (mark)
		return open_topic(r, OUTLINER_ITEM + indent, text + mark);
	if (strncmp(text, "<!--", strlen("<!--")) != 0)
		add_note(r, text, indent);
	return true;
}

/* What stands before a text between two lines of hyphens is for programs, but for the title. */
static const char *
skip_front(struct text_reader *r, const char *text)
{
	static const char name[] = "title:";
	struct foreign *foreign = r->outliner.foreign;
	const char *at = text;
	if (strcmp(next_line(r, &at), "---") != 0 || !strstr(at, "\n---")) {
		r->line = 0;
		return text;
	}
	for (const char *line = next_line(r, &at); strcmp(line, "---") != 0 && *at;
	     line = next_line(r, &at)) {
		const char *value = foreign_text(foreign->arena, line + strlen(name));
		size_t length = strlen(value), quoted = length > 1 && strchr("\"'", *value);
		if (strncmp(line, name, strlen(name)) == 0)
			foreign->title =
			    arena_copy(foreign->arena, value + quoted, length - 2 * quoted);
	}
	return at;
}

static bool
read_markdown(struct foreign *foreign, const char *text)
{
	struct text_reader r = {.line = 0};
	bool ok = true;
	outliner_begin(&r.outliner, foreign);
	text = skip_front(&r, text);
	while (*text && ok) {
		const char *line = next_line(&r, &text);
		ok = take_line(&r, line, text);
	}
	outliner_end(&r.outliner);
	return ok;
}

/* An outline of lines, as people write it without any markup. */
static bool
read_outline(struct foreign *foreign, const char *text)
{
	struct bullets bullets = bullets_read(foreign->arena, text);
	struct foreign_topic *open[OUTLINER_DEPTH] = {foreign_add_topic(foreign, NULL, "")};
	foreign->title = bullets.title;
	foreign->root->place = "";
	for (size_t i = 0; i < bullets.count; i++) {
		const struct bullet *item = &bullets.items[i];
		size_t level = item->level < OUTLINER_DEPTH - 2 ? item->level : OUTLINER_DEPTH - 2;
		const char *says = foreign_text(foreign->arena, item->text);
		struct foreign_topic *topic = foreign_add_topic(foreign, open[level], says);
		if (!topic)
			return false;
		topic->place = arena_copy(foreign->arena, says, strcspn(says, "\n"));
		open[level + 1] = topic;
	}
	return true;
}

bool
text_file_read(struct foreign *foreign, const char *text)
{
	for (const char *line = text; *line; line += *line == '\n') {
		size_t length = strcspn(line, "\n");
		if (is_rule(arena_copy(foreign->arena, line, length)))
			return read_markdown(foreign, text);
		line += length;
	}
	return text_file_has_headings(text) ? read_markdown(foreign, text)
					    : read_outline(foreign, text);
}
