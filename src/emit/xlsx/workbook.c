/* SPDX-License-Identifier: MIT */
#include "emit/xlsx/workbook.h"

#include "emit/xlsx/verify.h"
#include "files/file.h"
#include "files/memory_file.h"

#include <errno.h>
#include <stdlib.h>

/* The first format made is the workbook's default: its font is the measure of columns. */
static void
set_body_font(struct xlsx *xlsx)
{
	lxw_format *body = STAILQ_FIRST(xlsx->workbook->formats);
	xlsx->lxw.format_set_font_name(body, "Arial");
	xlsx->lxw.format_set_font_size(body, 10);
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

/* Hands the sheets to the library; gives the errno of what failed, or 0. */
static int
fill_workbook(struct xlsx *xlsx, workbook_filler *fill, void *data)
{
	set_body_font(xlsx);
	xlsx->styles = styles_new(&xlsx->lxw, xlsx->workbook, xlsx->model);
	xlsx_writer(xlsx);
	return fill(xlsx, data);
}

/* Closes the workbook: it is at its path then, as far as the library knows. */
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
write_workbook(struct xlsx *xlsx, const struct workbook_wish *wish, const char *path,
	       struct buf *out)
{
	lxw_workbook_options options = {.constant_memory = LXW_TRUE,
					.tmpdir = (char *)(uintptr_t)wish->workplace,
					.use_zip64 = LXW_FALSE};
	xlsx->workbook = xlsx->lxw.workbook_new_opt(path, &options);
	if (!xlsx->workbook)
		return ENOMEM;
	struct memory_ending ending;
	memory_hold(&ending, give_up, xlsx);
	struct xlsx_proof proof;
	int error = fill_workbook(xlsx, wish->fill, wish->data);
	memory_release(&ending);
	error = finish_workbook(xlsx, error, &proof);
	return error ? error : take_workbook(path, &proof, out);
}

static void
close_file(void *file)
{
	memory_file_close(file);
}

int
workbook_make(struct xlsx *xlsx, const struct workbook_wish *wish, struct buf *out)
{
	struct memory_file file;
	struct memory_ending ending;
	if (!xlsx_library_load(&xlsx->lxw) || !memory_file_open(&file))
		return errno;
	memory_hold(&ending, close_file, &file);
	int error = write_workbook(xlsx, wish, file.path, out);
	memory_release(&ending);
	memory_file_close(&file);
	if (error)
		buf_free(out);
	return error;
}
