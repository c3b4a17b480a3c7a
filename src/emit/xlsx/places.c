/* SPDX-License-Identifier: MIT */
#include "emit/xlsx/places.h"

#include "emit/xlsx/fit.h"
#include "model/fields.h"

enum { NUMBER_WIDTH = 9 };

/* A writer that only counts rows. */
struct row_survey {
	struct writer writer; /* first: the book knows only this */
	struct places *places;
	struct arena scratch;
	struct arena *arena;
	const struct sheet_form *form;
	bool measure;
	uint32_t row;
};

static bool
open_sheet(struct writer *writer, const struct sheet_form *form)
{
	struct row_survey *survey = (struct row_survey *)writer;
	survey->form = form;
	survey->row = 1;
	if (survey->measure && !form->free && !survey->places->widths[form->id]) {
		survey->places->widths[form->id] =
		    arena_array(survey->arena, form->count, sizeof(double));
		survey->places->filled[form->id] =
		    arena_array(survey->arena, form->count, sizeof(uint32_t));
	}
	return true;
}

static void
measure_row(struct row_survey *survey, const struct row *row)
{
	double *widths = survey->places->widths[survey->form->id];
	for (uint32_t i = 0; widths && i < survey->form->count; i++) {
		if (row->cells[i].type == CELL_NONE)
			continue;
		double width =
		    row->cells[i].type == CELL_TEXT ? fit_cell_width(&row->cells[i]) : NUMBER_WIDTH;
		widths[i] = width > widths[i] ? width : widths[i];
		survey->places->filled[survey->form->id][i]++;
	}
}

static bool
count_row(struct writer *writer, const struct row *row)
{
	struct row_survey *survey = (struct row_survey *)writer;
	uint32_t *rows = survey->places->rows[survey->form->id], lines;
	measure_row(survey, row);
	if (!rows)
		return true;
	if (row->about && row->about->kind != KIND_STEP)
		rows[row->about->number] = survey->row;
	if (fit_is_one_row(survey->form, row)) {
		survey->row++;
		return true;
	}
	struct fit_place *places =
	    arena_array(&survey->scratch, survey->form->count, sizeof *places);
	bool whole = false;
	for (; !whole; survey->row++)
		whole = fit_row(survey->form, row, places, &lines);
	arena_clear(&survey->scratch);
	return true;
}

static bool
close_sheet(struct writer *writer)
{
	struct row_survey *survey = (struct row_survey *)writer;
	survey->places->ends[survey->form->id] = survey->row;
	return true;
}

struct places
places_survey(struct emission *emission, bool measure)
{
	static const enum sheet_id sheets[] = {SHEET_STAGES, SHEET_ROLES, SHEET_GLOSSARY,
					       SHEET_STEPS};
	const struct document *document = emission->view.voice->model->document;
	const uint32_t counts[] = {document->stages.count, document->roles.count,
				   document->glossary.count, document->stages.count};
	struct places places = {.model = emission->view.voice->model};
	struct row_survey survey = {.writer = {open_sheet, count_row, close_sheet, .visual = true},
				    .places = &places,
				    .arena = &emission->arena,
				    .measure = measure};
	struct book book;
	book_start(&book, &emission->view, &emission->arena, &survey.writer);
	places.stage_sheets =
	    arena_array(&emission->arena, document->stages.count + 1, sizeof *places.stage_sheets);
	for (enum sheet_id id = SHEET_NONE + 1; id < SHEET_COUNT; id++) {
		bool wanted = false;
		for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
			if (sheets[i] == id) {
				places.rows[id] =
				    arena_array(&emission->arena, counts[i] + 1, sizeof(uint32_t));
				wanted = true;
			}
		book.shown[id] = book.shown[id] && (wanted || (measure && id != SHEET_STAGE));
	}
	book_write(&book);
	book_end(&book);
	arena_free(&survey.scratch);
	return places;
}

const char *
place_find(const struct places *places, const char *const *names, const struct entity *entity,
	   enum sheet_id sheet, uint32_t *row)
{
	if (sheet == SHEET_STAGE) {
		*row = 0;
		return places->stage_sheets[entity->number];
	}
	if (sheet == SHEET_NONE)
		sheet = entity->kind == KIND_STAGE  ? SHEET_STAGES
			: entity->kind == KIND_ROLE ? SHEET_ROLES
			: entity->kind == KIND_TERM ? SHEET_GLOSSARY
						    : SHEET_NONE;
	if (sheet == SHEET_NONE || !names[sheet] || !places->rows[sheet])
		return NULL;
	*row = places->rows[sheet][entity->number];
	return *row ? names[sheet] : NULL;
}
