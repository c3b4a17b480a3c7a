/* SPDX-License-Identifier: MIT */
/* Mutations that know that a process is lines of YAML: blocks (a line with all that is indented
 * deeper) are doubled, dropped, moved, indented otherwise; keys become other keys of the field
 * table, values those of other lines or nasty ones. One time in three the bytes are left to
 * libFuzzer. */
#include "model/field.h"
#include "target.h"

#include <stdlib.h>
#include <string.h>

enum { LINES = 4096 };

size_t
LLVMFuzzerMutate(uint8_t *data, size_t size, size_t room);
size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed);

static const char *const nasty[] = {"1d..0d",
				    "99999999999999999999d",
				    "0,5 дня",
				    "до 2 нед. 3 ч",
				    "*a",
				    "&a [*a]",
				    "&a x",
				    "<<: *a",
				    "{a: [",
				    "[[[[[[[[",
				    "|",
				    ">-",
				    "\"\\ud800\"",
				    "\"\\u0000\"",
				    "конец",
				    "end",
				    "..",
				    "/",
				    "a/b/c/d",
				    "~",
				    "!!binary x",
				    "2026-02-30",
				    "#",
				    "-",
				    "`",
				    "$(x)",
				    "=1+1",
				    "<script>alert(1)</script>",
				    "[a](javascript:x)",
				    "{{ x }}",
				    "]]>",
				    "\xE2\x80\xAE",
				    "\xEF\xBB\xBF",
				    "\xCC\x88",
				    "Ё",
				    "x-",
				    "{}",
				    "[]"};

/* A text under change: its lines, each from starts[i] to starts[i + 1]. */
struct lines {
	char *text;
	size_t length, room;
	size_t starts[LINES + 1];
	size_t count;
};

static void
split(struct lines *lines)
{
	lines->count = 0;
	for (size_t at = 0; at < lines->length && lines->count < LINES; lines->count++) {
		lines->starts[lines->count] = at;
		const char *end = memchr(lines->text + at, '\n', lines->length - at);
		at = end ? (size_t)(end - lines->text) + 1 : lines->length;
	}
	lines->starts[lines->count] = lines->length;
}

static size_t
indent_of(const struct lines *lines, size_t line)
{
	size_t at = lines->starts[line];
	while (at < lines->starts[line + 1] && (lines->text[at] == ' ' || lines->text[at] == '-'))
		at++;
	return at - lines->starts[line];
}

/* The line behind a block. */
static size_t
block_end(const struct lines *lines, size_t line)
{
	size_t end = line + 1;
	while (end < lines->count && indent_of(lines, end) > indent_of(lines, line))
		end++;
	return end;
}

/* Puts bytes in the place of a range; nothing happens where they do not fit. */
static void
replace(struct lines *lines, size_t from, size_t to, const char *bytes, size_t length)
{
	if (lines->length - (to - from) + length > lines->room)
		return;
	memmove(lines->text + from + length, lines->text + to, lines->length - to);
	memcpy(lines->text + from, bytes, length);
	lines->length += length - (to - from);
}

/* Copies a block before another line. */
static void
copy_block(struct lines *lines, size_t line, size_t before)
{
	size_t from = lines->starts[line], length = lines->starts[block_end(lines, line)] - from;
	char *block = malloc(length + 1);
	if (!block)
		return;
	memcpy(block, lines->text + from, length);
	replace(lines, lines->starts[before], lines->starts[before], block, length);
	free(block);
}

static void
drop_block(struct lines *lines, size_t line)
{
	replace(lines, lines->starts[line], lines->starts[block_end(lines, line)], "", 0);
}

static void
shift_block(struct lines *lines, size_t line, bool deeper)
{
	for (size_t i = block_end(lines, line); i-- > line;) {
		size_t at = lines->starts[i], less = indent_of(lines, i) < 2 ? 0 : 2;
		replace(lines, at, deeper ? at : at + less, "  ", deeper ? 2 : 0);
	}
}

static const char *
some_key(void)
{
	size_t count = 0;
	const struct field *fields = kind_info((enum kind)(1 + rand() % (KIND_COUNT - 1)))->fields;
	for (enum kind kind = fields->kind; fields[count].kind == kind;)
		count++;
	return fields[(size_t)rand() % count].keys[rand() % 2];
}

/* Where the value of a line begins: behind ": ", or behind the dash. */
static size_t
value_at(const struct lines *lines, size_t line)
{
	size_t at = lines->starts[line] + indent_of(lines, line), end = lines->starts[line + 1];
	for (size_t i = at; i + 1 < end; i++)
		if (lines->text[i] == ':' && lines->text[i + 1] == ' ')
			return i + 2;
	return at;
}

static void
change_key(struct lines *lines, size_t line)
{
	size_t from = lines->starts[line] + indent_of(lines, line), to = value_at(lines, line);
	const char *key = some_key();
	if (to >= from + 2)
		replace(lines, from, to - 2, key, strcspn(key, "|"));
}

static void
change_value(struct lines *lines, size_t line, size_t other)
{
	char value[256];
	size_t from = value_at(lines, other), length = lines->starts[other + 1] - from;
	const char *bad = nasty[(size_t)rand() % (sizeof nasty / sizeof *nasty)];
	bool borrow = rand() % 2 && length < sizeof value;
	if (borrow)
		memcpy(value, lines->text + from, length);
	size_t end =
	    lines->starts[line + 1] - (lines->text[lines->starts[line + 1] - 1] == '\n' && !borrow);
	size_t start = value_at(lines, line);
	if (start <= end)
		replace(lines, start, end, borrow ? value : bad, borrow ? length : strlen(bad));
}

static void
change(struct lines *lines)
{
	size_t line = (size_t)rand() % lines->count, other = (size_t)rand() % lines->count;
	switch (rand() % 6) {
	case 0:
		copy_block(lines, line, other);
		break;
	case 1:
		drop_block(lines, line);
		break;
	case 2:
		shift_block(lines, line, rand() % 2);
		break;
	case 3:
		change_key(lines, line);
		break;
	default:
		change_value(lines, line, other);
		break;
	}
}

size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed)
{
	srand(seed);
	struct lines lines = {.text = (char *)data, .length = size, .room = room};
	split(&lines);
	if (!lines.count || rand() % 3 == 0)
		return LLVMFuzzerMutate(data, size, room);
	for (int rounds = 1 + rand() % 3; rounds && lines.length; rounds--) {
		change(&lines);
		split(&lines);
	}
	return lines.length;
}
