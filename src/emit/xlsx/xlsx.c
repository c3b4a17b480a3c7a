/* SPDX-License-Identifier: MIT */
/* The workbook. The only files that know libxlsxwriter are xlsx*. */
#include "emit/limits.h"
#include "emit/xlsx/sheet.h"
#include "emit/xlsx/text.h"
#include "emit/xlsx/verify.h"
#include "files/file.h"
#include "files/memory_file.h"
#include "model/fields.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum {
	BIG = 2000
}; /* stages and steps from which columns are not measured and a grid is not drawn where it is empty
    */

static const char suffix[] = ".xlsx";

static bool
is_big(const struct model *model)
{
	uint64_t count = model->document->stages.count;
	for (uint32_t i = 0; i < model->document->stages.count; i++)
		count += stage_at(&model->document->stages, i)->steps.count;
	return count > BIG;
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
		(char *)(uintptr_t)xlsx_text(xlsx->arena, show_ref(xlsx->voice, &process->owner)),
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
			    &xlsx->names, sheet_title(book->voice, id), xlsx->arena);
	for (uint32_t i = 0; i < stages->count && book->shown[SHEET_STAGE]; i++) {
		const char *title =
		    arena_printf(xlsx->arena, "%u. %s", i + 1, entity_name(stages->items[i]));
		xlsx->places.stage_sheets[i + 1] =
		    xlsx_sheet_name(&xlsx->names, title, xlsx->arena);
	}
}

/* Frees the workbook with the temporary files of its sheets, which closing it would have read. */
static void
give_up(void *data)
{
	const struct xlsx *xlsx = data;
	lxw_worksheet *sheet;
	LXW_FOREACH_WORKSHEET(sheet, xlsx->workbook)
	{
		if (sheet->optimize_tmpfile)
			fclose(sheet->optimize_tmpfile);
	}
	xlsx->lxw.lxw_workbook_free(xlsx->workbook);
}

/* What has failed is not closed: the library would say so in words of its own, and without a sheet,
 * its temporary file having failed, it would crash. */
static int
close_workbook(struct xlsx *xlsx, int error)
{
	if (error || !xlsx->workbook->num_worksheets) {
		give_up(xlsx);
		return error ? error : errno ? errno : EIO;
	}
	lxw_error closed = xlsx->lxw.workbook_close(xlsx->workbook);
	return closed == LXW_NO_ERROR ? 0 : errno ? errno : EIO;
}

/* The book of a process: struct xlsx's write. */
static int
write_process(struct xlsx *xlsx, struct emission *emission)
{
	struct book book;
	xlsx->places = places_survey(emission, !xlsx->big);
	book_start(&book, &emission->view, &emission->arena, &xlsx->writer);
	emission->partial = emission->options->view.sheets;
	limits_say(emission, book_limits(&book), suffix);
	const struct picture *logo = model_logo(xlsx->model);
	if (logo && logo->form != PICTURE_PNG && book.shown[SHEET_PROCESS])
		emission_notice(emission, NOTICE_LOGO_LEFT, suffix, 0);
	name_sheets(xlsx, &book);
	int error = book_write(&book) ? 0 : errno;
	book_end(&book);
	return error;
}

/* The book of interviews: likewise. */
static int
write_interviews(struct xlsx *xlsx, struct emission *emission)
{
	struct book book;
	book_start(&book, &emission->view, &emission->arena, &xlsx->writer);
	int error = book_write_interviews(&book, emission->view.questions) ? 0 : errno;
	book_end(&book);
	return error;
}

static int
write_book(struct xlsx *xlsx, struct emission *emission)
{
	set_body_font(xlsx);
	xlsx->styles = styles_new(&xlsx->lxw, xlsx->workbook, xlsx->model);
	xlsx_writer(xlsx);
	set_properties(xlsx);
	return xlsx->write(xlsx, emission);
}

/* The same, and closes the workbook: it is at its path then, as far as the library knows. */
static int
finish_workbook(struct xlsx *xlsx, int error, struct xlsx_proof *proof)
{
	errno = 0;
	*proof = xlsx_proof(&xlsx->lxw, xlsx->workbook, xlsx->arena);
	if (!error && !proof->rows)
		error = errno;
	error = close_workbook(xlsx, error);
	arena_free(&xlsx->scratch);
	styles_free(xlsx->styles);
	map_free(&xlsx->names);
	return error;
}

/* Reads what arrived at the path, and proves that it is all. */
static int
take_workbook(const char *path, const struct xlsx_proof *proof, struct buf *out)
{
	enum file_status status = file_read(path, out);
	if (status != FILE_OK)
		return status == FILE_LARGE ? EFBIG : errno;
	errno = 0;
	return xlsx_verify(out, proof) ? 0 : errno ? errno : EIO;
}

static int
write_workbook(struct xlsx *xlsx, struct emission *emission, const char *path, struct buf *out)
{
	lxw_workbook_options options = {.constant_memory = LXW_TRUE,
					.tmpdir = (char *)(uintptr_t)emission->workplace,
					.use_zip64 = LXW_FALSE};
	xlsx->workbook = xlsx->lxw.workbook_new_opt(path, &options);
	if (!xlsx->workbook)
		return ENOMEM;
	struct memory_ending ending;
	memory_hold(&ending, give_up, xlsx);
	struct xlsx_proof proof;
	int error = write_book(xlsx, emission);
	memory_release(&ending);
	error = finish_workbook(xlsx, error, &proof);
	return error ? error : take_workbook(path, &proof, out);
}

static void
close_file(void *file)
{
	memory_file_close(file);
}

static void
make_workbook(struct emission *emission, int (*write)(struct xlsx *xlsx, struct emission *emission))
{
	struct xlsx xlsx = {.write = write,
			    .model = emission->view.voice->model,
			    .voice = emission->view.voice,
			    .arena = &emission->arena,
			    .big = is_big(emission->view.voice->model)};
	struct memory_file file;
	struct memory_ending ending;
	struct buf out = {0};
	if (!xlsx_library_load(&xlsx.lxw) || !memory_file_open(&file)) {
		emission_fail(emission, suffix, errno);
		return;
	}
	memory_hold(&ending, close_file, &file);
	int error = write_workbook(&xlsx, emission, file.path, &out);
	memory_release(&ending);
	memory_file_close(&file);
	if (!error) {
		emission_write(emission, suffix, &out);
		return;
	}
	buf_free(&out);
	const char *sheet = error == E2BIG ? xlsx.form->title : NULL; /* which one is too long */
	emission_fail(emission,
		      sheet ? arena_printf(&emission->arena, "%s (%s)", suffix, sheet) : suffix,
		      error);
}

void
emit_xlsx(struct emission *emission)
{
	make_workbook(emission, write_process);
}

void
emit_interviews_xlsx(struct emission *emission)
{
	make_workbook(emission, write_interviews);
}
