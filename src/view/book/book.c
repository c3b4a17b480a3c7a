/* SPDX-License-Identifier: MIT */
#include "view/book/book.h"

#include "model/fields.h"
#include "model/glossary.h"
#include "support/utf8.h"
#include "view/book/sheets.h"

#include <string.h>

static void (*const writers[SHEET_COUNT])(struct book *book) = {
#define SHEET(ID, key, ...) [SHEET_##ID] = write_##key,
#define SHEET_OF SHEET
#include "view/book/sheets.def"
#undef SHEET
#undef SHEET_OF
};

static bool
has_steps(const struct model *model)
{
	for (uint32_t i = 0; i < model->document->stages.count; i++)
		if (stage_at(&model->document->stages, i)->steps.count)
			return true;
	return false;
}

static bool
has_checkpoints(const struct model *model)
{
	for (uint32_t i = 0; i < model->document->roles.count; i++)
		if (role_at(&model->document->roles, i)->checkpoints.count)
			return true;
	return false;
}

/* A table by role needs a column for each: beyond this many nobody could read it. */
enum { MATRIX_ROLES = 250 };

/* True when a role is named for a stage or step, or for what is below it. */
static bool
has_part(const struct entity *entity)
{
	for (enum raci letter = RACI_R; letter < RACI_COUNT; letter++)
		if (part_refs(entity, letter, NULL).count)
			return true;
	const struct list *steps = task_steps(entity);
	for (uint32_t i = 0; i < steps->count; i++)
		if (has_part(steps->items[i]))
			return true;
	return false;
}

static bool
any_takes_part(const struct model *model)
{
	const struct list *stages = &model->document->stages;
	uint32_t i = 0;
	while (i < stages->count && !has_part(stages->items[i]))
		i++;
	return i < stages->count;
}

/* Whether the process has anything to show on a sheet. */
static bool
has_rows(const struct book *book, enum sheet_id sheet)
{
	const struct model *model = book->model;
	const struct document *document = model->document;
	switch (sheet) {
	case SHEET_PROCESS:
	case SHEET_STAGES:
	case SHEET_STAGE:
		return true;
	case SHEET_ROLES:
		return document->roles.count > 0 && !model->for_clients;
	case SHEET_GLOSSARY:
		return document->glossary.count > 0;
	case SHEET_STEPS:
		return has_steps(model);
	case SHEET_RESPONSIBILITY:
		return document->roles.count > 0 && any_takes_part(model);
	case SHEET_HANDOVER:
		return book->handover_count > 0;
	case SHEET_CHECKPOINTS:
		return has_checkpoints(model);
	case SHEET_SCHEDULE:
		return book->plan && book->plan->total[ESTIMATE_MOST].weight > 0;
	case SHEET_ATTACHMENTS:
		return book_has_materials(model);
	case SHEET_RETROSPECTIVE:
		return document->retrospective != NULL;
	case SHEET_PILOTS:
		return document->pilots.count > 0;
	case SHEET_APPROVALS:
		return document->approvals.count > 0;
	case SHEET_INTERVIEWS:
		return document->interviews.count > 0;
	case SHEET_ACKNOWLEDGEMENTS:
		return document->acknowledgements.count > 0;
	case SHEET_HISTORY:
		return document->history.count > 0;
	case SHEET_NONE:
	case SHEET_COUNT:
		break;
	}
	return false;
}

/* Whether a table has a column for each of too many roles. */
static bool
is_too_wide(const struct book *book, enum sheet_id sheet)
{
	bool matrix =
	    sheet == SHEET_RESPONSIBILITY || sheet == SHEET_HANDOVER || sheet == SHEET_CHECKPOINTS;
	return matrix && book->model->document->roles.count > MATRIX_ROLES;
}

/* True when a folded name is the sheet's key or its title in either language. */
static bool
is_name_of(const char *name, enum sheet_id sheet, struct arena *arena)
{
	static const struct voice english = {.lang = 0}, russian = {.lang = 1};
	return strcmp(name, utf8_fold(arena, sheet_key(sheet), FOLD_KEY)) == 0 ||
	       strcmp(name, utf8_fold(arena, sheet_title(&english, sheet), FOLD_KEY)) == 0 ||
	       strcmp(name, utf8_fold(arena, sheet_title(&russian, sheet), FOLD_KEY)) == 0;
}

/* Takes the next of the names separated by commas, folded; NULL at the end. In arena. */
static const char *
next_name(const char **names, struct arena *arena)
{
	if (!**names)
		return NULL;
	size_t length = strcspn(*names, ",");
	const char *name = arena_copy(arena, *names, length);
	*names += length + ((*names)[length] == ',');
	return utf8_fold(arena, name, FOLD_KEY);
}

static bool
is_picked(const char *names, enum sheet_id sheet)
{
	struct arena arena = {0};
	bool picked = false;
	for (const char *name = next_name(&names, &arena); name && !picked;
	     name = next_name(&names, &arena))
		picked = is_name_of(name, sheet, &arena);
	arena_free(&arena);
	return picked;
}

const char *
sheet_unknown(const char *names, struct arena *arena)
{
	for (;;) {
		const char *start = names, *name = next_name(&names, arena);
		bool known = !name;
		for (enum sheet_id id = SHEET_NONE + 1; id < SHEET_COUNT && !known; id++)
			known = is_name_of(name, id, arena);
		if (!name)
			return NULL;
		if (!known)
			return arena_copy(arena, start, strcspn(start, ","));
	}
}

const char *const *
sheet_keys(void)
{
	static const char *const keys[] = {
#define SHEET(ID, key, ...) #key,
#define SHEET_OF SHEET
#include "view/book/sheets.def"
#undef SHEET
#undef SHEET_OF
	    NULL};
	return keys;
}

void
book_start(struct book *book, const struct view *view, struct arena *arena, struct writer *writer)
{
	const struct model *model = view->voice->model;
	const char *picked = view->options->sheets;
	*book = (struct book){.model = model,
			      .voice = view->voice,
			      .plan = view->plan,
			      .writer = writer,
			      .arena = arena};
	book->names = names_new(model, book->arena);
	book->terms = glossary_sorted(model, book->arena);
	book->noted = arena_alloc(book->arena, model->document->glossary.count + 1);
	book->handovers = plan_handovers(book->plan, &book->kept, &book->handover_count);
	bool any = false;
	for (enum sheet_id id = SHEET_NONE + 1; id < SHEET_COUNT; id++) {
		bool wanted = picked ? is_picked(picked, id) : id != SHEET_STAGE;
		wanted = wanted || (id == SHEET_STAGE && view->options->sheet_per_stage);
		book->shown[id] = wanted && has_rows(book, id);
		book->narrowed = book->narrowed || (book->shown[id] && is_too_wide(book, id));
		book->shown[id] = book->shown[id] && !is_too_wide(book, id);
		any = any || book->shown[id];
	}
	book->shown[SHEET_PROCESS] =
	    book->shown[SHEET_PROCESS] || !any; /* a book without sheets cannot be opened */
}

struct book_limits
book_limits(const struct book *book)
{
	bool crowded = book->shown[SHEET_SCHEDULE] && book->plan->count > SCHEDULE_TASKS;
	return (struct book_limits){.roles =
					book->narrowed ? book->model->document->roles.count : 0,
				    .tasks = crowded ? book->plan->count : 0};
}

bool
book_write(struct book *book)
{
	for (enum sheet_id id = SHEET_NONE + 1; id < SHEET_COUNT && !book->failed; id++)
		if (book->shown[id])
			writers[id](book);
	return !book->failed;
}

void
book_end(struct book *book)
{
	arena_free(&book->scratch);
	arena_free(&book->kept);
}
