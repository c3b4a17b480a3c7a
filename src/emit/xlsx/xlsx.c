/* SPDX-License-Identifier: MIT */
/* The workbook of a process. */
#include "emit/limits.h"
#include "emit/xlsx/text.h"
#include "emit/xlsx/workbook.h"
#include "model/fields.h"

#include <errno.h>

enum { HEADING_UNITS = 100, VERSION_UNITS = 20 };

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

static void
set_properties(struct xlsx *xlsx)
{
	const struct process *process = model_process(xlsx->model);
	lxw_doc_properties properties = {
	    .title = (char *)(uintptr_t)xlsx_text(xlsx->arena, entity_name(&process->base)),
	    .author =
		(char *)(uintptr_t)xlsx_text(xlsx->arena, show_ref(xlsx->voice, &process->owner)),
	    .comments =
		(char *)(uintptr_t)(process->version.s ? xlsx_text(xlsx->arena, process->version.s)
						       : ""),
	    .created = WORKBOOK_CREATED};
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

/* The book of a process: a workbook_filler. */
static int
write_process(struct xlsx *xlsx, void *data)
{
	struct book book;
	struct emission *emission = data;
	set_properties(xlsx);
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
write_interviews(struct xlsx *xlsx, void *data)
{
	struct book book;
	struct emission *emission = data;
	set_properties(xlsx);
	book_start(&book, &emission->view, &emission->arena, &xlsx->writer);
	int error = book_write_interviews(&book, emission->view.questions) ? 0 : errno;
	book_end(&book);
	return error;
}

/* What every page says on paper: the process, with its version. */
static const char *
heading_of(const struct model *model, struct arena *arena)
{
	const struct process *process = model_process(model);
	const char *name = xlsx_clip(arena, entity_name(&process->base), HEADING_UNITS);
	return process->version.s
		   ? arena_printf(arena, "%s, %s", name,
				  xlsx_clip(arena, process->version.s, VERSION_UNITS))
		   : name;
}

static void
make_workbook(struct emission *emission, workbook_filler *fill)
{
	const struct model *model = emission->view.voice->model;
	struct xlsx xlsx = {.model = model,
			    .voice = emission->view.voice,
			    .arena = &emission->arena,
			    .heading = heading_of(model, &emission->arena),
			    .big = is_big(model)};
	const struct workbook_wish wish = {fill, emission, emission->workplace};
	struct buf out = {0};
	int error = workbook_make(&xlsx, &wish, &out);
	if (!error) {
		emission_write(emission, suffix, &out);
		return;
	}
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
