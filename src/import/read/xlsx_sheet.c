/* SPDX-License-Identifier: MIT */
/* Hidden rows and columns are read as the others: people filter and hide what they do not want to
 * see just now. */
#include "import/read/xlsx_sheet.h"

#include "support/buf.h"
#include "support/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ESCAPE = 7, COLUMNS = 16384, ROWS = 1048576, ALPHABET = 26 };

static int
hexadecimal(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The sign that _x….._ stands for; 0 where it stands for nothing. */
static uint32_t
escaped(const char *text)
{
	uint32_t rune = 0;
	if (text[0] != '_' || text[1] != 'x')
		return 0;
	for (int i = 2; i < 6; i++) {
		int digit = hexadecimal(text[i]);
		if (digit < 0)
			return 0;
		rune = rune << 4 | (uint32_t)digit;
	}
	return text[6] == '_' && (rune < 0xD800 || rune > 0xDFFF) ? rune : 0;
}

const char *
xlsx_typed(struct arena *arena, const char *text)
{
	struct buf out = {0};
	if (!strstr(text, "_x"))
		return text;
	while (*text) {
		uint32_t rune = escaped(text);
		if (rune)
			buf_rune(&out, rune);
		else
			buf_putc(&out, *text);
		text += rune ? ESCAPE : 1;
	}
	const char *clean = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return clean;
}

enum sheet_cell_type { CELL_NUMBER, CELL_SHARED, CELL_INLINE, CELL_FLAG, CELL_FAULT, CELL_DATE };

/* A range that is one cell to the eye; repeated downwards in its first column. */
struct merge {
	uint32_t row, last_row, column;
};

struct sheet_reader {
	struct import_book *xlsx;
	uint32_t row, column, next_row, next_column;
	enum sheet_cell_type type;
	unsigned style;
	struct buf text;
	bool within, spoken, formula, valued, full; /* full: refused, the rest is passed by */
	struct merge *merges;
	size_t merge_count;
};

/* «H7» as a row and a column, both from 0; false when it is none. */
static bool
reference(const char **at, uint32_t *row, uint32_t *column)
{
	uint32_t letters = 0;
	for (; ascii_is_letter(**at) && letters <= COLUMNS; ++*at)
		letters = letters * ALPHABET + (uint32_t)((**at | 0x20) - 'a' + 1);
	unsigned long digits = strtoul(*at, NULL, 10);
	while (ascii_is_digit(**at))
		++*at;
	if (!letters || letters > COLUMNS || !digits || digits > ROWS)
		return false;
	*row = (uint32_t)digits - 1;
	*column = letters - 1;
	return true;
}

static enum sheet_cell_type
type_of(const char *word)
{
	static const struct {
		const char *word;
		enum sheet_cell_type type;
	} types[] = {{"s", CELL_SHARED}, {"inlineStr", CELL_INLINE}, {"str", CELL_INLINE},
		     {"b", CELL_FLAG},   {"e", CELL_FAULT},          {"d", CELL_DATE}};
	for (size_t i = 0; word && i < sizeof types / sizeof *types; i++)
		if (strcmp(word, types[i].word) == 0)
			return types[i].type;
	return CELL_NUMBER;
}

/* Where a row or cell does not say its place it is the next one. */
static void
begin_cell(struct sheet_reader *r, const char *const *attributes)
{
	const char *place = package_attribute(attributes, "r"),
		   *style = package_attribute(attributes, "s");
	r->column = r->next_column;
	if (place)
		reference(&place, &r->row, &r->column);
	r->next_column = r->column + 1;
	r->type = type_of(package_attribute(attributes, "t"));
	r->style = style ? (unsigned)strtoul(style, NULL, 10) : 0;
	r->formula = r->valued = false;
	buf_clear(&r->text);
}

static void
begin_row(struct sheet_reader *r, const char *const *attributes)
{
	const char *number = package_attribute(attributes, "r");
	unsigned long told = number ? strtoul(number, NULL, 10) : 0;
	r->row = told && told <= ROWS ? (uint32_t)told - 1 : r->next_row;
	r->next_row = r->row + 1;
	r->next_column = 0;
}

static void
take_merge(struct sheet_reader *r, const char *const *attributes)
{
	const char *range = package_attribute(attributes, "ref");
	struct arena *arena = r->xlsx->package->foreign->arena;
	struct merge merge;
	uint32_t last_column;
	if (!range || !reference(&range, &merge.row, &merge.column) || *range++ != ':' ||
	    !reference(&range, &merge.last_row, &last_column) || merge.last_row <= merge.row)
		return;
	r->merges = arena_grow(arena, r->merges, r->merge_count, 1, sizeof *r->merges);
	r->merges[r->merge_count++] = merge;
}

static void
begin_element(void *data, const char *name, const char *const *attributes)
{
	struct sheet_reader *r = data;
	name = wellformed_local(name);
	r->within = false;
	if (strcmp(name, "row") == 0)
		begin_row(r, attributes);
	else if (strcmp(name, "c") == 0)
		begin_cell(r, attributes);
	else if (strcmp(name, "f") == 0)
		r->formula = true;
	else if (strcmp(name, "rPh") == 0)
		r->spoken = true;
	else if (strcmp(name, "mergeCell") == 0)
		take_merge(r, attributes);
	else if (strcmp(name, "v") == 0 || (strcmp(name, "t") == 0 && !r->spoken))
		r->within = r->valued = true;
}

static void
add_text(void *data, const char *bytes, size_t length)
{
	struct sheet_reader *r = data;
	if (r->within)
		buf_add(&r->text, bytes, length);
}

static const char *
number_text(const struct sheet_reader *r, const char *text)
{
	static const struct numeral plain;
	const struct import_book *xlsx = r->xlsx;
	char *end;
	double value = strtod(text, &end);
	if (end == text || *end || !isfinite(value))
		return text;
	return numeral_text(r->style < xlsx->look_count ? &xlsx->looks[r->style] : &plain, value,
			    xlsx->from_1904, xlsx->package->foreign->arena);
}

/* The cell's text, "" where it says nothing. */
static const char *
cell_text(const struct sheet_reader *r)
{
	const struct import_book *xlsx = r->xlsx;
	const char *text = buf_text(&r->text);
	unsigned long number = strtoul(text, NULL, 10);
	switch (r->type) {
	case CELL_SHARED:
		return number < xlsx->string_count ? xlsx->strings[number] : "";
	case CELL_INLINE:
		return xlsx_typed(xlsx->package->foreign->arena, text);
	case CELL_FLAG:
		return number ? "true" : "false";
	case CELL_DATE:
		return arena_copy(xlsx->package->foreign->arena, text, strcspn(text, "T"));
	case CELL_NUMBER:
		return *text ? number_text(r, text) : text;
	case CELL_FAULT:
		break;
	}
	return "";
}

static void
end_cell(struct sheet_reader *r)
{
	struct foreign *foreign = r->xlsx->package->foreign;
	const struct foreign_table *table = &foreign->tables[foreign->table_count - 1];
	const char *text = buf_text(&r->text);
	if (r->full || r->column >= COLUMNS || r->row >= ROWS)
		return;
	if (r->type == CELL_FAULT)
		foreign_remark(foreign, REMARK_FAULTY_VALUE,
			       foreign_place(foreign->arena, table, r->row, r->column),
			       foreign_text(foreign->arena, text));
	else if (r->formula && !*text && r->type == CELL_NUMBER)
		foreign_remark(foreign, REMARK_NO_VALUE,
			       foreign_place(foreign->arena, table, r->row, r->column), NULL);
	else if (r->valued)
		r->full = !foreign_add_cell(foreign, r->row, r->column, cell_text(r));
}

static void
end_element(void *data, const char *name)
{
	struct sheet_reader *r = data;
	name = wellformed_local(name);
	r->within = false;
	if (strcmp(name, "c") == 0)
		end_cell(r);
	else if (strcmp(name, "rPh") == 0)
		r->spoken = false;
}

bool
xlsx_read_sheet(struct import_book *xlsx, const char *part, const char *name, bool hidden)
{
	struct foreign *foreign = xlsx->package->foreign;
	struct sheet_reader r = {.xlsx = xlsx};
	const struct wellformed_reader reader = {
	    .element = begin_element, .end = end_element, .text = add_text, .data = &r};
	foreign_add_table(foreign, name)->hidden = hidden;
	bool ok = package_read(xlsx->package, part, &reader) && !r.full;
	buf_free(&r.text);
	foreign_sort(foreign);
	for (size_t i = 0; i < r.merge_count && ok; i++)
		ok = foreign_merge(foreign, r.merges[i].row, r.merges[i].last_row,
				   r.merges[i].column);
	foreign_sort(foreign);
	return ok;
}
