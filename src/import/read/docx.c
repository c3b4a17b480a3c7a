/* SPDX-License-Identifier: MIT */
/* A paragraph is a heading by its style, of which the name or the level tells («heading 2», in
 * every language of Word), an item when it has a number, else text. Of a table within a cell the
 * text is the cell's. Deleted text that is still marked as such, fields and drawings are passed by.
 */
#include "import/read/docx.h"

#include "import/read/outliner.h"
#include "support/listed.h"
#include "support/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { LEVELS = 9, COLUMNS = 63 }; /* more Word does not have */

/* What a style makes of a paragraph. */
struct paragraph_style {
	const char *id;
	unsigned heading, item; /* how deep, from 1; 0: it is none */
	bool title, contents;   /* contents: a line of a table of contents */
};

struct docx_reader {
	struct package *package;
	struct outliner outliner;
	struct paragraph_style *styles; /* of styles.xml; the last is the one that is told of */
	size_t style_count;
	struct buf paragraph, cell;
	unsigned heading, item; /* of the paragraph; item: how deep, from 1 */
	unsigned tables;        /* how deep within tables */
	uint32_t row, column, span;
	bool within, title, contents, full;
	bool goes_on; /* the cell is merged with the one above it */
};

static struct arena *
arena_of(struct docx_reader *r)
{
	return r->package->foreign->arena;
}

static unsigned
number_of(const char *const *attributes)
{
	const char *value = package_attribute(attributes, "val");
	unsigned long number = value ? strtoul(value, NULL, 10) : 0;
	return number < LEVELS ? (unsigned)number : LEVELS - 1;
}

static void
add_style(struct docx_reader *r, const char *id)
{
	r->styles = arena_grow(arena_of(r), r->styles, r->style_count, 1, sizeof *r->styles);
	r->styles[r->style_count++] = (struct paragraph_style){.id = arena_string(arena_of(r), id)};
}

/* The names are English in every language of Word: «heading 2», «List Bullet 2», «Title». */
static void
take_name(struct docx_reader *r, struct paragraph_style *style, const char *value)
{
	static const char *const headings[] = {"heading ", NULL}, *const lists[] = {"list ", NULL},
				 *const contents[] = {"toc ", "contents ", "table of ", NULL};
	const char *name = utf8_fold(arena_of(r), value, FOLD_CASE);
	const char *digits = name + strcspn(name, "0123456789");
	unsigned level = *digits ? (unsigned)strtoul(digits, NULL, 10) : 1;
	if (listed_begins(headings, name))
		style->heading = level;
	else if (listed_begins(lists, name) && strcmp(name, "list paragraph") != 0)
		style->item = level < LEVELS ? level : LEVELS;
	style->contents = listed_begins(contents, name);
	style->title = strcmp(name, "title") == 0;
}

static void
begin_style(void *data, const char *name, const char *const *attributes)
{
	enum { MOST = 1000 };
	struct docx_reader *r = data;
	const char *id = package_attribute(attributes, "styleId"),
		   *value = package_attribute(attributes, "val");
	name = wellformed_local(name);
	if (strcmp(name, "style") == 0 && id && r->style_count < MOST)
		add_style(r, id);
	if (!r->style_count)
		return;
	struct paragraph_style *style = &r->styles[r->style_count - 1];
	if (strcmp(name, "outlineLvl") == 0)
		style->heading = number_of(attributes) + 1;
	else if (strcmp(name, "numId") == 0 && !style->item)
		style->item = 1;
	else if (strcmp(name, "name") == 0 && value)
		take_name(r, style, value);
}

static bool
read_styles(struct docx_reader *r, const char *part)
{
	const struct wellformed_reader reader = {.element = begin_style, .data = r};
	return package_read(r->package, part, &reader);
}

static void
take_style(struct docx_reader *r, const char *const *attributes)
{
	const char *id = package_attribute(attributes, "val");
	for (size_t i = 0; id && i < r->style_count; i++)
		if (strcmp(r->styles[i].id, id) == 0) {
			r->heading = r->styles[i].heading;
			r->item = r->styles[i].item;
			r->title = r->styles[i].title;
			r->contents = r->styles[i].contents;
		}
}

static void
begin_table(struct docx_reader *r)
{
	if (r->tables++)
		return;
	outliner_add_table(&r->outliner);
	r->row = 0;
}

static void
begin_cell(struct docx_reader *r)
{
	if (r->tables != 1)
		return;
	buf_clear(&r->cell);
	r->span = 1;
	r->goes_on = false;
}

static void
take_merge(struct docx_reader *r, const char *const *attributes)
{
	const char *value = package_attribute(attributes, "val");
	if (r->tables == 1)
		r->goes_on = !value || strcmp(value, "restart") != 0;
}

static void
begin_element(void *data, const char *name, const char *const *attributes)
{
	struct docx_reader *r = data;
	name = wellformed_local(name);
	r->within = strcmp(name, "t") == 0;
	if (strcmp(name, "p") == 0) {
		buf_clear(&r->paragraph);
		r->heading = r->item = 0;
		r->title = r->contents = false;
	} else if (strcmp(name, "pStyle") == 0) {
		take_style(r, attributes);
	} else if (strcmp(name, "outlineLvl") == 0) {
		r->heading = number_of(attributes) + 1;
	} else if (strcmp(name, "ilvl") == 0) {
		r->item = number_of(attributes) + 1;
	} else if (strcmp(name, "tbl") == 0) {
		begin_table(r);
	} else if (strcmp(name, "tr") == 0 && r->tables == 1) {
		r->column = 0;
	} else if (strcmp(name, "tc") == 0) {
		begin_cell(r);
	} else if (strcmp(name, "gridSpan") == 0 && r->tables == 1) {
		r->span = number_of(attributes);
	} else if (strcmp(name, "vMerge") == 0) {
		take_merge(r, attributes);
	} else if (strcmp(name, "tab") == 0 || strcmp(name, "br") == 0) {
		buf_putc(&r->paragraph, *name == 't' ? ' ' : '\n');
	}
}

static void
add_text(void *data, const char *bytes, size_t length)
{
	struct docx_reader *r = data;
	if (r->within)
		buf_add(&r->paragraph, bytes, length);
}

static void
end_paragraph(struct docx_reader *r)
{
	struct arena *arena = arena_of(r);
	const char *text = foreign_text(arena, buf_text(&r->paragraph));
	if (r->contents) /* which the headings tell as well */
		return;
	if (r->tables) {
		buf_printf(&r->cell, "%s\n", text);
		return;
	}
	if (r->title && !r->package->foreign->title) {
		r->package->foreign->title = text;
		return;
	}
	unsigned rank = r->heading && r->heading <= OUTLINER_HEADINGS ? r->heading
			: r->item                                     ? OUTLINER_ITEM + r->item
								      : 0;
	if (rank) {
		r->full = !outliner_open(&r->outliner, rank, text, text) || r->full;
	} else if (*text) {
		outliner_leave_items(&r->outliner);
		outliner_add(&r->outliner, text);
	}
}

/* A cell that goes on with the one above it says the same. */
static void
end_cell(struct docx_reader *r)
{
	struct foreign *foreign = r->package->foreign;
	if (r->tables != 1)
		return;
	if (!r->full && r->column < COLUMNS)
		r->full = r->goes_on
			      ? !foreign_repeat(foreign, r->row, r->column)
			      : !foreign_add_cell(foreign, r->row, r->column, buf_text(&r->cell));
	r->column += r->span;
}

static void
end_element(void *data, const char *name)
{
	struct docx_reader *r = data;
	name = wellformed_local(name);
	r->within = false;
	if (strcmp(name, "p") == 0)
		end_paragraph(r);
	else if (strcmp(name, "tc") == 0)
		end_cell(r);
	else if (strcmp(name, "tr") == 0 && r->tables == 1)
		r->row++;
	else if (strcmp(name, "tbl") == 0 && !--r->tables)
		foreign_sort(r->package->foreign);
}

static bool
read_document(struct docx_reader *r, const char *part)
{
	const struct wellformed_reader reader = {
	    .element = begin_element, .end = end_element, .text = add_text, .data = r};
	outliner_begin(&r->outliner, r->package->foreign);
	bool ok = package_read(r->package, part, &reader) && !r->full;
	outliner_end(&r->outliner);
	buf_free(&r->paragraph);
	buf_free(&r->cell);
	return ok;
}

bool
docx_read(struct package *package)
{
	static const char document[] = "word/document.xml", styles[] = "word/styles.xml";
	struct docx_reader r = {.package = package};
	if (package_has_any(package, "word/vbaProject"))
		foreign_remark(package->foreign, REMARK_MACROS, NULL, NULL);
	if (package_has_any(package, "word/comments"))
		foreign_remark(package->foreign, REMARK_NOTES, NULL, NULL);
	return (!package_has(package, styles) || read_styles(&r, styles)) &&
	       read_document(&r, document);
}
