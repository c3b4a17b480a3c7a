/* SPDX-License-Identifier: MIT */
/* The workbook. The only files that know libxlsxwriter are xlsx*. */
#include "emit/xlsx/sheet.h"

#include "emit/xlsx/text.h"
#include "emit/xlsx/verify.h"
#include "files/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum {
	BIG = 2000
}; /* stages and steps from which columns are not measured and a grid is not drawn where it is empty
    */

static bool
is_big(const struct model *model)
{
	uint64_t count = model->document->stages.count;
	for (uint32_t i = 0; i < model->document->stages.count; i++)
		count += stage_at(&model->document->stages, i)->steps.count;
	return count > BIG;
}

/* The folder of a path, for temporary files: the same disk as the output. In arena. */
static char *
folder_of(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	return arena_copy(arena, slash ? path : ".",
			  slash && slash > path ? (size_t)(slash - path) : 1);
}

/* The first format made is the workbook's default: its font is the measure of columns. */
static void
set_body_font(struct xlsx *xlsx)
{
	lxw_format *body = STAILQ_FIRST(xlsx->workbook->formats);
	xlsx->lxw.format_set_font_name(body, "Arial");
	xlsx->lxw.format_set_font_size(body, 10);
}

static void
set_properties(struct xlsx *xlsx)
{
	const struct process *process = model_process(xlsx->model);
	/* 2000-01-01: a fixed date, so that the same process gives the same bytes. */
	lxw_doc_properties properties = {
	    .title = (char *)(uintptr_t)xlsx_text(xlsx->arena, entity_name(&process->base)),
	    .author =
		(char *)(uintptr_t)xlsx_text(xlsx->arena, show_ref(xlsx->model, &process->owner)),
	    .comments =
		(char *)(uintptr_t)(process->version.s ? xlsx_text(xlsx->arena, process->version.s)
						       : ""),
	    .created = 946684800};
	xlsx->lxw.workbook_set_properties(xlsx->workbook, &properties);
}

static void
name_sheets(struct xlsx *xlsx, const struct book *book)
{
	const struct list *stages = &book->model->document->stages;
	for (enum sheet_id id = SHEET_NONE + 1; id < SHEET_COUNT; id++)
		if (book->shown[id] && id != SHEET_STAGE)
			xlsx->sheet_names[id] = xlsx_sheet_name(
			    &xlsx->names, sheet_title(book->model, id), xlsx->arena);
	for (uint32_t i = 0; i < stages->count && book->shown[SHEET_STAGE]; i++) {
		const char *title =
		    arena_printf(xlsx->arena, "%u. %s", i + 1, entity_name(stages->items[i]));
		xlsx->places.stage_sheets[i + 1] =
		    xlsx_sheet_name(&xlsx->names, title, xlsx->arena);
	}
}

/* Without a sheet, its temporary file having failed, the library's own closing would crash. */
static lxw_error
close_workbook(struct xlsx *xlsx)
{
	if (xlsx->workbook->num_worksheets)
		return xlsx->lxw.workbook_close(xlsx->workbook);
	xlsx->lxw.lxw_workbook_free(xlsx->workbook);
	return LXW_ERROR_CREATING_TMPFILE;
}

/* Writes the book to a file that is there already. */
static bool
write_workbook(struct emission *emission, const char *path)
{
	struct xlsx xlsx = {
	    .model = emission->model, .arena = &emission->arena, .big = is_big(emission->model)};
	lxw_workbook_options options = {.constant_memory = LXW_TRUE,
					.tmpdir = folder_of(&emission->arena, path),
					.use_zip64 = LXW_FALSE};
	if (!xlsx_library_load(&xlsx.lxw))
		return false;
	file_allow_many(); /* a temporary one for each sheet */
	xlsx.workbook = xlsx.lxw.workbook_new_opt(path, &options);
	if (!xlsx.workbook) {
		errno = ENOMEM;
		return false;
	}
	struct book book;
	xlsx.places = places_survey(emission, !xlsx.big);
	set_body_font(&xlsx);
	xlsx.styles = styles_new(&xlsx.lxw, xlsx.workbook);
	xlsx_writer(&xlsx);
	book_start(&book, emission, &xlsx.writer);
	book_say_limits(&book, emission, ".xlsx");
	set_properties(&xlsx);
	name_sheets(&xlsx, &book);
	bool right = book_write(&book);
	int error = errno;
	size_t sheets = xlsx.workbook->num_worksheets;
	errno = 0;
	const struct xlsx_rows *rows = xlsx_rows(&xlsx.lxw, xlsx.workbook, &emission->arena);
	if (right && !rows)
		error = errno;
	right = right && rows;
	if (error == E2BIG && !right) /* which sheet it is */
		emission->failed =
		    arena_printf(&emission->arena, "%s (%s)", emission->failed, xlsx.form->title);
	lxw_error closed = close_workbook(&xlsx);
	if (right && closed != LXW_NO_ERROR)
		error = errno ? errno : EIO;
	book_end(&book);
	arena_free(&xlsx.scratch);
	styles_free(xlsx.styles);
	map_free(&xlsx.names);
	right = right && closed == LXW_NO_ERROR;
	if (right && !xlsx_verify(path, rows, sheets)) {
		right = false;
		error = errno ? errno : EIO;
	}
	errno = error;
	return right;
}

bool
emit_xlsx(struct emission *emission)
{
	const char *path = emission_path(emission, ".xlsx");
	return path && write_workbook(emission, path);
}
