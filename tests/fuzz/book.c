/* SPDX-License-Identifier: MIT */
/* Bytes as what a person does to a workbook that was built: cells typed over, cleared, rows copied,
 * moved and deleted, with and without marks and a base. Whatever is done, the source that comes of
 * it loads, and a workbook that nobody touched changes nothing. */
#include "files/zip.h"
#include "load/load.h"
#include "merge/merge.h"
#include "merge/book/shown.h"
#include "support/xml.h"
#include "target.h"

#include <stdio.h>
#include <string.h>

static const char source[] =
    "process: {id: trial, name: Trial, goal: Answer **fast**, version: 1.0}\n"
    "roles:\n  - {name: Head, duties: [Calls, Writes]}\n  - {id: clerk, name: Clerk}\n"
    "variants: [New, Old]\n"
    "stages:\n"
    "  - name: Request # first\n    description: Do it [now](https://example.org). Then rest.\n"
    "    deadline: {New: 1-2d, Old: 4h}\n    responsible: clerk\n    result: [Card, Letter]\n"
    "    steps:\n      - {name: Note, role: clerk, deadline: 1h, after: []}\n"
    "      - {name: Answer, role: Head, deadline: 2h, steps: [Ask, Tell]}\n"
    "    criteria: [{name: Answered, target: in 2 h}, Full]\n"
    "    outcomes: [{if: \"No\", to: end}]\n    variants: {New: Hello}\n"
    "  - {name: Estimate, deadline: 3d, responsible: Head, after: Request, result: Sum}\n"
    "glossary:\n  Brief: Questions\n  Sum: >\n    What it\n    costs\n"
    "retrospective: {liked: [Speed, People], problems: [{name: Slow, cause: Haste}]}\n"
    "approvals: [{role: Head, person: Ira}]\n";

static const char types[] = "<Types/>",
		  root[] = "<Relationships><Relationship Id='a' Type='/officeDocument' "
			   "Target='xl/b.xml'/></Relationships>";

enum { ROWS = 64, COLUMNS = 64, ROW_LIMIT = ROWS - 2 };

/* A sheet as it is edited: its rows are shared where one is copied. */
struct grid {
	const char *name;
	const char **rows[ROWS];
	uint32_t count, columns;
};

struct input {
	const uint8_t *data;
	size_t size;
};

static uint32_t
take(struct input *input, uint32_t below)
{
	if (!input->size || !below)
		return 0;
	input->size--;
	return *input->data++ % below;
}

/* A text: one that is there, one of those that people type, or bytes. */
static const char *
take_text(struct input *input, const struct grid *grid, struct arena *arena)
{
	static const char *const typed[] = {"",
					    "Head",
					    "clerk",
					    "2-4",
					    "3 h",
					    "Request",
					    "1.2",
					    "\xE2\x80\xA2 A\n\xE2\x80\xA2 B",
					    "New: Ha\nOld: Ho",
					    "2026-13-40",
					    "R(A)",
					    "presale 1 trial -",
					    "a: {b, *c} # d"};
	enum { TYPED = sizeof typed / sizeof *typed };
	uint32_t which = take(input, TYPED + 2);
	if (which < TYPED)
		return typed[which];
	if (which == TYPED)
		return grid->rows[take(input, grid->count)][take(input, grid->columns)];
	char *text = arena_copy(arena, "", 0);
	size_t length = take(input, 32);
	length = length < input->size ? length : input->size;
	text = arena_copy(arena, (const char *)input->data, length);
	input->data += length;
	input->size -= length;
	for (size_t i = 0; i < length; i++)
		if ((unsigned char)text[i] < ' ' || (unsigned char)text[i] >= 0x7F)
			text[i] = ' ';
	return text;
}

static const char **
copy_row(const struct grid *grid, const char **row, struct arena *arena)
{
	const char **copy = arena_array(arena, COLUMNS, sizeof *copy);
	memcpy(copy, row, grid->columns * sizeof *copy);
	return copy;
}

/* Takes a row out and puts it, or with `copies` another of it, in elsewhere. */
static void
put_row(struct input *input, struct grid *grid, bool copies, struct arena *arena)
{
	uint32_t from = take(input, grid->count), to;
	const char **row = copy_row(grid, grid->rows[from], arena);
	if (!copies) {
		grid->count--;
		memmove(&grid->rows[from], &grid->rows[from + 1],
			(grid->count - from) * sizeof *grid->rows);
	} else if (grid->count == ROW_LIMIT) {
		return;
	}
	to = take(input, grid->count + 1);
	memmove(&grid->rows[to + 1], &grid->rows[to], (grid->count - to) * sizeof *grid->rows);
	grid->rows[to] = row;
	grid->count++;
}

static void
edit(struct input *input, struct grid *grid, struct arena *arena)
{
	enum { TYPE, COPY, MOVE, DROP, CLEAR, ACTS };
	uint32_t act = take(input, ACTS), row = take(input, grid->count),
		 column = take(input, grid->columns);
	if (!grid->count)
		return;
	switch (act) {
	case TYPE:
	case CLEAR:
		grid->rows[row] = copy_row(grid, grid->rows[row], arena);
		grid->rows[row][column] = act == CLEAR ? "" : take_text(input, grid, arena);
		break;
	case DROP:
		grid->count--;
		memmove(&grid->rows[row], &grid->rows[row + 1],
			(grid->count - row) * sizeof *grid->rows);
		break;
	default:
		put_row(input, grid, act == COPY, arena);
	}
}

/* The sheet as it was built, with marks or without. */
static void
lay_out(const struct shown_sheet *sheet, bool marked, struct grid *grid, struct arena *arena)
{
	uint32_t marks = sheet->count, head = marks + sheet->free;
	*grid = (struct grid){.name = sheet->title, .columns = head + 1};
	if (!sheet->free || !sheet->row_count) {
		const char **titles = arena_array(arena, COLUMNS, sizeof *titles);
		for (uint32_t i = 0; i < sheet->count; i++)
			titles[i] = sheet->columns[i].title;
		grid->rows[grid->count++] = titles;
	}
	for (uint32_t i = 0; i < sheet->row_count && grid->count < ROW_LIMIT; i++) {
		const struct shown_row *row = sheet->rows[i];
		const char **texts = arena_array(arena, COLUMNS, sizeof *texts);
		bool keyed = row->key == row->texts[sheet->count - 1];
		memcpy(texts, row->texts, sheet->count * sizeof *texts);
		if (marked)
			texts[marks] =
			    arena_printf(arena, "%s %s", keyed ? "" : row->key, row->mark);
		grid->rows[grid->count++] = texts;
	}
	if (marked)
		grid->rows[0][head] = sheet->mark;
}

static void
pack_sheet(const struct grid *grid, const char *part, struct zip_writer *zip)
{
	struct buf out = {0};
	buf_puts(&out, "<worksheet><sheetData>");
	for (uint32_t i = 0; i < grid->count; i++) {
		buf_puts(&out, "<row>");
		for (uint32_t k = 0; k < grid->columns; k++) {
			buf_puts(&out, "<c t='inlineStr'><is><t>");
			xml_escape(&out, grid->rows[i][k] ? grid->rows[i][k] : "");
			buf_puts(&out, "</t></is></c>");
		}
		buf_puts(&out, "</row>");
	}
	buf_puts(&out, "</sheetData></worksheet>");
	zip_begin(zip, part);
	zip_add(zip, buf_text(&out), out.length);
	zip_end(zip);
	buf_free(&out);
}

static void
pack_text(struct zip_writer *zip, const char *part, const char *text)
{
	zip_begin(zip, part);
	zip_add(zip, text, strlen(text));
	zip_end(zip);
}

/* The book of a process, edited as the input says. */
static void
pack(const struct shown_book *shown, struct input *input, bool marked, struct arena *arena,
     struct buf *out)
{
	struct zip_writer zip = {.out = out};
	struct buf book = {0}, links = {0};
	struct grid *grids = arena_array(arena, shown->count + 1u, sizeof *grids);
	buf_puts(&book, "<workbook><sheets>");
	buf_puts(&links, "<Relationships>");
	for (uint32_t i = 0; i < shown->count; i++)
		lay_out(&shown->sheets[i], marked, &grids[i], arena);
	while (input->size)
		edit(input, &grids[take(input, shown->count)], arena);
	pack_text(&zip, "[Content_Types].xml", types);
	pack_text(&zip, "_rels/.rels", root);
	for (uint32_t i = 0; i < shown->count; i++) {
		const char *part = arena_printf(arena, "xl/s%u.xml", (unsigned)i);
		pack_sheet(&grids[i], part, &zip);
		buf_printf(&book, "<sheet name='%s' id='s%u'/>", grids[i].name, (unsigned)i);
		buf_printf(&links, "<Relationship Id='s%u' Type='/worksheet' Target='%s'/>",
			   (unsigned)i, strchr(part, '/') + 1);
	}
	buf_puts(&book, "</sheets></workbook>");
	buf_puts(&links, "</Relationships>");
	pack_text(&zip, "xl/b.xml", buf_text(&book));
	pack_text(&zip, "xl/_rels/b.xml.rels", buf_text(&links));
	zip_finish(&zip);
	buf_free(&book);
	buf_free(&links);
}

static void
merge(const struct edit_source *from, struct merge_order *order, bool untouched)
{
	struct arena arena = {0};
	struct remarks remarks = {.arena = &arena};
	struct edited edited;
	bool ok = merge_documents(from, order, &remarks, &edited);
	for (size_t i = 0; untouched && i < remarks.count; i++)
		fprintf(stderr, "%s: %s\n", remarks.items[i].place,
			remark_text(&remarks.items[i], 0, &arena));
	fuzz_must(!untouched || (ok && !edited.file_count && !remarks.count),
		  "what nobody edited changes something");
	for (size_t i = 0; i < remarks.count; i++)
		remark_text(&remarks.items[i], (int)(i % 2), &arena);
	edited_free(&edited);
	arena_free(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	enum { MARKED = 1, BASED = 2, REMOVES = 4, PREFER = 8 };
	if (!size)
		return 0;
	struct input input = {data + 1, size - 1};
	struct overlays overlays = {0};
	struct diagnostics diags = {0};
	struct arena arena = {0};
	struct buf document = {0};
	unsigned flags = *data;
	bool unreadable;
	overlays_put(&overlays, "process.yaml", source, strlen(source));
	const struct model *model =
	    load_model("process.yaml", NULL, &overlays, &diags, &unreadable);
	fuzz_must(!diag_count(&diags, SEVERITY_ERROR), "the process loads");
	const struct voice voice = voice_of(model);
	struct shown_book shown = shown_of(&voice, &arena);
	pack(&shown, &input, flags & MARKED, &arena, &document);
	overlays_put(&overlays, "book.xlsx", buf_text(&document), document.length);
	const char *const paths[] = {"book.xlsx"};
	const struct edit_source from = {model, &diags, "process.yaml", NULL, &overlays};
	struct merge_order order = {paths, 1, (enum merge_side)(flags / PREFER % 3),
				    flags & REMOVES, flags & BASED ? model : NULL};
	merge(&from, &order, size == 1 && flags & (MARKED | BASED));
	shown_end(&shown);
	overlays_free(&overlays);
	model_free(model);
	diag_free(&diags);
	buf_free(&document);
	arena_free(&arena);
	return 0;
}
