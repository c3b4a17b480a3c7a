/* SPDX-License-Identifier: MIT */
#include "import/read/rich.h"

#include "support/listed.h"

#include <stdlib.h>
#include <string.h>

static void
start_line(struct rich *rich)
{
	if (rich->begun)
		buf_putc(&rich->text, '\n');
	rich->begun = rich->blank = false;
}

static void
open_list(struct rich *rich, bool numbered, const char *const *attributes)
{
	long number = 1;
	for (size_t i = 0; attributes[i]; i += 2)
		if (strcmp(attributes[i], "start") == 0)
			number = strtol(attributes[i + 1], NULL, 10);
	if (rich->depth < RICH_LISTS) {
		rich->lists[rich->depth].numbered = numbered;
		rich->lists[rich->depth].number = number;
	}
	rich->depth++;
}

static void
close_list(struct rich *rich)
{
	rich->depth -= rich->depth > 0;
	rich->item = false;
}

static bool
is_box(const char *bytes, size_t length)
{
	static const char *const boxes[] = {"\xE2\x98\x90", "\xE2\x98\x91"};
	return length >= 3 && (memcmp(bytes, boxes[0], 3) == 0 || memcmp(bytes, boxes[1], 3) == 0);
}

/* What stands before the first words of an item; a box is a sign itself. */
static void
put_sign(struct rich *rich, const char *bytes, size_t length)
{
	unsigned level = rich->depth < RICH_LISTS ? rich->depth : RICH_LISTS;
	for (unsigned i = 1; i < level; i++)
		buf_puts(&rich->text, "  ");
	if (level && rich->item && rich->lists[level - 1].numbered)
		buf_printf(&rich->text, "%ld. ", rich->lists[level - 1].number++);
	else if (level && rich->item && !is_box(bytes, length))
		buf_puts(&rich->text, "\xE2\x80\xA2 ");
	rich->item = false;
	if (rich->heading && *rich->heading)
		buf_printf(&rich->text, "%s: ", rich->heading);
	rich->heading = NULL;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void
rich_add(struct rich *rich, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (rich->literal && bytes[i] == '\n') {
			start_line(rich);
		} else if (is_blank(bytes[i])) {
			rich->blank = rich->begun;
		} else {
			if (!rich->begun)
				put_sign(rich, bytes + i, length - i);
			if (rich->blank)
				buf_putc(&rich->text, ' ');
			buf_putc(&rich->text, bytes[i]);
			rich->blank = false;
			rich->begun = true;
		}
	}
}

/* A cell begins: one of the first row is a heading, which is said before each cell below it. */
static void
open_cell(struct rich *rich)
{
	start_line(rich);
	rich->cell = rich->text.length;
	if (rich->rows && rich->head < rich->heads.length) {
		rich->heading = buf_text(&rich->heads) + rich->head;
		rich->head += strlen(rich->heading) + 1;
	}
}

static void
close_cell(struct rich *rich)
{
	rich->heading = NULL;
	if (rich->rows)
		return;
	start_line(rich);
	size_t length = rich->text.length - rich->cell, line = length - (length > 0);
	buf_add(&rich->heads, rich->text.data + rich->cell, line);
	buf_putc(&rich->heads, '\0');
	rich->text.length = rich->cell;
}

static void
open_row(struct rich *rich, const char *const *attributes)
{
	start_line(rich);
	open_list(rich, false, attributes);
	rich->item = rich->rows > 0;
	rich->head = 0;
}

/* A table that has nothing but headings: they are its cells. */
static void
close_table(struct rich *rich)
{
	static const char *const none[] = {NULL};
	bool alone = rich->rows == 1;
	open_list(rich, false, none);
	rich->item = true;
	for (size_t at = 0; alone && at < rich->heads.length;) {
		const char *head = buf_text(&rich->heads) + at;
		start_line(rich);
		rich_add(rich, head, strlen(head));
		at += strlen(head) + 1;
	}
	close_list(rich);
	buf_free(&rich->heads);
	rich->rows = 0;
}

static bool
is_struck(const char *name)
{
	static const char *const names[] = {"s", "del", "strike", NULL};
	return listed_is(names, name);
}

static bool
is_cell(const char *name)
{
	return strcmp(name, "td") == 0 || strcmp(name, "th") == 0;
}

void
rich_open(struct rich *rich, const char *name, const char *const *attributes)
{
	static const char *const blocks[] = {"p",  "br",  "div",        "h1", "h2",
					     "h3", "h4",  "h5",         "h6", "hr",
					     "dt", "pre", "blockquote", "dd", NULL};
	bool numbered = strcmp(name, "ol") == 0;
	if (listed_is(blocks, name))
		start_line(rich);
	rich->literal = rich->literal || strcmp(name, "pre") == 0;
	if (numbered || strcmp(name, "ul") == 0)
		open_list(rich, numbered, attributes);
	else if (strcmp(name, "li") == 0)
		start_line(rich);
	if (strcmp(name, "li") == 0)
		rich->item = true;
	else if (strcmp(name, "hr") == 0)
		rich_add(rich, "\xE2\x80\x94", 3);
	else if (is_struck(name))
		rich_add(rich, "~~", 2);
	else if (strcmp(name, "tr") == 0)
		open_row(rich, attributes);
	else if (is_cell(name))
		open_cell(rich);
}

void
rich_close(struct rich *rich, const char *name)
{
	if (strcmp(name, "ol") == 0 || strcmp(name, "ul") == 0)
		close_list(rich);
	else if (strcmp(name, "pre") == 0)
		rich->literal = false;
	else if (is_struck(name))
		rich_add(rich, "~~", 2);
	else if (is_cell(name))
		close_cell(rich);
	else if (strcmp(name, "table") == 0)
		close_table(rich);
	if (strcmp(name, "tr") == 0) {
		close_list(rich);
		rich->rows++;
	}
	if (strcmp(name, "hr") == 0 || strcmp(name, "table") == 0)
		start_line(rich);
}

void
rich_clear(struct rich *rich)
{
	buf_free(&rich->text);
	buf_free(&rich->heads);
	*rich = (struct rich){0};
}
