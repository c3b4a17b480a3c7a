/* SPDX-License-Identifier: MIT */
/* The parts around the sheets: which sheets there are, the texts that they share, how numbers look.
 * Numbers of parts say nothing about the order of sheets: the book's own list does. */
#include "import/read/xlsx.h"

#include "import/read/xlsx_sheet.h"
#include "support/buf.h"
#include "support/listed.h"

#include <stdlib.h>
#include <string.h>

/* What reads the book's list of sheets. */
struct sheet_list {
	struct import_book *xlsx;
	struct sheet_entry {
		const char *name, *id;
		bool hidden;
	} *sheets;
	size_t count;
};

static bool
is_on(const char *value)
{
	return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

static void
take_book(void *data, const char *name, const char *const *attributes)
{
	struct sheet_list *book = data;
	struct arena *arena = book->xlsx->package->foreign->arena;
	name = wellformed_local(name);
	if (strcmp(name, "workbookPr") == 0)
		book->xlsx->from_1904 = is_on(package_attribute(attributes, "date1904"));
	if (strcmp(name, "sheet") != 0)
		return;
	const char *title = package_attribute(attributes, "name"), *id = NULL,
		   *state = package_attribute(attributes, "state");
	for (size_t i = 0; attributes[i]; i += 2)
		if (strcmp(wellformed_local(attributes[i]), "id") == 0)
			id = attributes[i + 1];
	if (!title || !id)
		return;
	book->sheets = arena_grow(arena, book->sheets, book->count, 1, sizeof *book->sheets);
	book->sheets[book->count++] =
	    (struct sheet_entry){.name = foreign_text(arena, title),
				 .id = arena_string(arena, id),
				 .hidden = state && strcmp(state, "visible") != 0};
}

/* Shared texts: the runs of one that have looks are one text; how words of other scripts are
 * spoken (rPh) is none of it. */
struct strings {
	struct import_book *xlsx;
	struct buf text;
	bool within, spoken;
};

static void
begin_string(void *data, const char *name, const char *const *attributes)
{
	struct strings *strings = data;
	(void)attributes;
	name = wellformed_local(name);
	if (strcmp(name, "si") == 0)
		buf_clear(&strings->text);
	strings->spoken = strings->spoken || strcmp(name, "rPh") == 0;
	strings->within = strcmp(name, "t") == 0 && !strings->spoken;
}

static void
add_string(void *data, const char *bytes, size_t length)
{
	struct strings *strings = data;
	if (strings->within)
		buf_add(&strings->text, bytes, length);
}

static void
end_string(void *data, const char *name)
{
	struct strings *strings = data;
	struct import_book *xlsx = strings->xlsx;
	struct arena *arena = xlsx->package->foreign->arena;
	name = wellformed_local(name);
	strings->within = false;
	if (strcmp(name, "rPh") == 0)
		strings->spoken = false;
	if (strcmp(name, "si") != 0)
		return;
	xlsx->strings =
	    arena_grow(arena, xlsx->strings, xlsx->string_count, 1, sizeof *xlsx->strings);
	xlsx->strings[xlsx->string_count++] =
	    arena_string(arena, xlsx_typed(arena, buf_text(&strings->text)));
}

static bool
read_strings(struct import_book *xlsx, const char *part)
{
	struct strings strings = {.xlsx = xlsx};
	const struct wellformed_reader reader = {
	    .element = begin_string, .end = end_string, .text = add_string, .data = &strings};
	bool ok = package_read(xlsx->package, part, &reader);
	buf_free(&strings.text);
	return ok;
}

/* The formats that the book writes out, by number; then what cells look like, by style. */
struct style_reader {
	struct import_book *xlsx;
	struct format {
		unsigned number;
		struct numeral look;
	} *formats;
	size_t count;
	bool within; /* cellXfs */
};

static struct numeral
look_of(const struct style_reader *styles, unsigned number)
{
	for (size_t i = 0; i < styles->count; i++)
		if (styles->formats[i].number == number)
			return styles->formats[i].look;
	return numeral_built_in(number);
}

enum { FORMATS_MOST = 1000, STYLES_MOST = 65490 }; /* more no book has */

static void
take_style(void *data, const char *name, const char *const *attributes)
{
	struct style_reader *styles = data;
	struct import_book *xlsx = styles->xlsx;
	struct arena *arena = xlsx->package->foreign->arena;
	const char *id = package_attribute(attributes, "numFmtId"),
		   *code = package_attribute(attributes, "formatCode");
	name = wellformed_local(name);
	unsigned number = id ? (unsigned)strtoul(id, NULL, 10) : 0;
	if (strcmp(name, "numFmt") == 0 && code && styles->count < FORMATS_MOST) {
		styles->formats =
		    arena_grow(arena, styles->formats, styles->count, 1, sizeof *styles->formats);
		styles->formats[styles->count++] = (struct format){number, numeral_of(arena, code)};
	}
	styles->within = styles->within || strcmp(name, "cellXfs") == 0;
	if (!styles->within || strcmp(name, "xf") != 0 || xlsx->look_count == STYLES_MOST)
		return;
	xlsx->looks = arena_grow(arena, xlsx->looks, xlsx->look_count, 1, sizeof *xlsx->looks);
	xlsx->looks[xlsx->look_count++] = look_of(styles, number);
}

static void
end_style(void *data, const char *name)
{
	struct style_reader *styles = data;
	if (strcmp(wellformed_local(name), "cellXfs") == 0)
		styles->within = false;
}

static bool
read_styles(struct import_book *xlsx, const char *part)
{
	struct style_reader styles = {.xlsx = xlsx};
	const struct wellformed_reader reader = {
	    .element = take_style, .end = end_style, .data = &styles};
	return package_read(xlsx->package, part, &reader);
}

static const struct package_link *
find_link(const struct package_link *links, size_t count, const char *id)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(links[i].id, id) == 0 && !links[i].outside)
			return &links[i];
	return NULL;
}

/* Parts that every book has at most once; without one there is nothing of it. */
static bool
read_beside(struct import_book *xlsx, const struct package_link *links, size_t count)
{
	static const struct {
		const char *type;
		bool (*read)(struct import_book *xlsx, const char *part);
	} parts[] = {{"sharedStrings", read_strings}, {"styles", read_styles}};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		for (size_t j = 0; j < count; j++)
			if (strcmp(links[j].type, parts[i].type) == 0 && !links[j].outside) {
				if (!parts[i].read(xlsx, links[j].target))
					return false;
				break;
			}
	return true;
}

/* What is in the archive and not read. */
static void
tell_unread(const struct package *package)
{
	static const struct {
		const char *beginning;
		enum remark_id id;
	} parts[] = {{"xl/vbaProject", REMARK_MACROS},
		     {"xl/macrosheets/", REMARK_MACROS},
		     {"xl/externalLinks/", REMARK_OUTSIDE},
		     {"xl/comments", REMARK_NOTES}};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (package_has_any(package, parts[i].beginning))
			foreign_remark(package->foreign, parts[i].id, NULL, NULL);
}

static bool
read_sheets(const struct sheet_list *book, const struct package_link *links, size_t count)
{
	/* Sheets of a program's own, not of the person's; where charts are, nothing is to be read.
	 */
	static const char *const own[] = {"_presale", NULL};
	for (size_t i = 0; i < book->count; i++) {
		const struct sheet_entry *sheet = &book->sheets[i];
		const struct package_link *link = find_link(links, count, sheet->id);
		if (!link || strcmp(link->type, "worksheet") != 0 ||
		    listed_begins(own, sheet->name))
			continue;
		if (!xlsx_read_sheet(book->xlsx, link->target, sheet->name, sheet->hidden))
			return false;
	}
	return true;
}

/* Where the book is: the package says so. */
static const char *
book_part(struct package *package)
{
	struct package_link *links;
	size_t count;
	if (!package_links(package, "", &links, &count))
		return NULL;
	for (size_t i = 0; i < count; i++)
		if (strcmp(links[i].type, "officeDocument") == 0 && !links[i].outside)
			return links[i].target;
	return "xl/workbook.xml";
}

bool
xlsx_read(struct package *package)
{
	struct import_book xlsx = {.package = package};
	struct sheet_list book = {.xlsx = &xlsx};
	const struct wellformed_reader reader = {.element = take_book, .data = &book};
	const char *part = book_part(package);
	struct package_link *links;
	size_t count;
	if (!part || !package_read(package, part, &reader) ||
	    !package_links(package, part, &links, &count) || !read_beside(&xlsx, links, count))
		return false;
	tell_unread(package);
	return read_sheets(&book, links, count);
}
