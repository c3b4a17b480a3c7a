/* SPDX-License-Identifier: MIT */
#include "edit/run_entry.h"
#include "model/fields.h"

#include "load/scalar/date_words.h"
#include "plan/fingerprint.h"
#include "support/date.h"

#include <string.h>

/* The most fields that an entry has. */
enum { FIELDS_MOST = 3 };

struct run_entry_work {
	const struct progress *progress;
	const struct edit_run_step *step;
	struct arena *arena;
	const struct progress_item *item;
	struct date date;
	const struct outcome *outcome; /* or NULL */
	struct said *refusal;
};

static bool
refuse(struct run_entry_work *w, enum phrase phrase, const char *one, const char *two)
{
	for (int lang = 0; lang < 2; lang++) {
		struct buf out = {0};
		said_add(&out, lang, phrase, one, two);
		w->refusal->texts[lang] = arena_copy(w->arena, buf_text(&out), out.length);
		buf_free(&out);
	}
	return false;
}

static const char *
add_name(struct arena *arena, const char *names, const char *name)
{
	return *names ? arena_printf(arena, "%s, %s", names, name) : name;
}

/* What can be entered next: it is told to whoever names something else. */
static const char *
open_names(const struct run_entry_work *w)
{
	const char *names = "";
	for (uint32_t i = 0; i < w->progress->count; i++) {
		const struct progress_item *item = &w->progress->items[i];
		if (!item->whole && !item->ongoing && item->state != PROGRESS_DONE &&
		    !item->wait_count)
			names = add_name(w->arena, names, progress_name(item, w->arena));
	}
	return *names ? names : "–";
}

static bool
find_item(struct run_entry_work *w)
{
	struct progress_match match = progress_match(w->progress, w->step->step, w->arena);
	if (!match.count)
		return refuse(w, PHRASE_RUN_NO_STEP, w->step->step, open_names(w));
	if (match.count > 1)
		return refuse(w, PHRASE_RUN_SEVERAL, w->step->step, match.names);
	w->item = &w->progress->items[match.item];
	const char *name = progress_name(w->item, w->arena);
	return w->item->state != PROGRESS_DONE || refuse(w, PHRASE_RUN_ALREADY, name, NULL);
}

static bool
find_date(struct run_entry_work *w)
{
	const char *said = w->step->date;
	w->date = (struct date){w->step->today, {.line = 1}, 0};
	if (said && date_words_parse_clock(said, &w->date.day, &w->date.minute) != DATE_OK)
		return refuse(w, PHRASE_RUN_NO_DATE, said, NULL);
	return true;
}

static bool
find_outcome(struct run_entry_work *w)
{
	const struct list *outcomes = task_outcomes(w->item->entity);
	const struct voice voice = voice_of(w->progress->model);
	const char *names = "", *name = entity_name(w->item->entity);
	for (uint32_t i = 0; i < outcomes->count; i++) {
		const struct outcome *outcome = outcome_at(outcomes, i);
		names = add_name(w->arena, names, show_condition(&voice, outcome));
		if (w->step->choice && progress_is_called(outcome, w->step->choice, w->arena))
			w->outcome = outcome;
	}
	if (w->step->choice && !outcomes->count)
		return refuse(w, PHRASE_RUN_NO_OUTCOMES, name, NULL);
	if (w->step->choice && !w->outcome)
		return refuse(w, PHRASE_RUN_NO_OUTCOME, w->step->choice, names);
	return w->step->choice || outcomes->count < 2 ||
	       refuse(w, PHRASE_RUN_WHICH_OUTCOME, name, names);
}

/* ---- what is written */

/* A thing of these fields, to come behind the last of a list of the run. */
static struct change
add_thing(struct run_entry_work *w, unsigned list_field, struct written *values, uint32_t count)
{
	const struct entity *run = &w->progress->run->base;
	const struct list *list = field_value(run, field_row(list_field));
	struct written *thing = arena_alloc(w->arena, sizeof *thing);
	for (uint32_t i = 0; i + 1 < count; i++)
		values[i].next = &values[i + 1];
	*thing = (struct written){.type = WRITTEN_MAP, .first = values};
	return (struct change){.what = CHANGE_ADD,
			       .thing = run,
			       .field = field_row(list_field),
			       .is = thing,
			       .after = list->count ? list->items[list->count - 1] : NULL};
}

static struct written
text(unsigned field, const char *text)
{
	return (struct written){.type = WRITTEN_TEXT, .text = text, .field = field_row(field)};
}

static const char *
date_text(const struct run_entry_work *w)
{
	struct civil day = date_civil(w->date.day);
	return arena_printf(w->arena, "%04d-%02d-%02d%s", day.year, day.month, day.day,
			    show_clock(&w->date, w->arena));
}

static const char *
outcome_text(const struct run_entry_work *w)
{
	const struct refs *targets = outcome_targets(w->outcome);
	return w->outcome->condition.s ? w->outcome->condition.s
	       : targets->count        ? targets->items[0].raw
				       : w->step->choice;
}

bool
run_entry_done(const struct progress *progress, const struct edit_run_step *step,
	       struct changes *changes, struct said *refusal, struct arena *arena)
{
	struct run_entry_work w = {
	    .progress = progress, .step = step, .arena = arena, .refusal = refusal};
	if (!find_item(&w) || !find_date(&w) || !find_outcome(&w))
		return false;
	const char *name = progress_name(w.item, arena);
	struct written *values = arena_array(arena, FIELDS_MOST, sizeof *values),
		       *choice = arena_array(arena, FIELDS_MOST, sizeof *choice);
	values[0] = text(FIELD_RUN_DONE_step, name);
	values[1] = text(FIELD_RUN_DONE_date, date_text(&w));
	if (step->note)
		values[2] = text(FIELD_RUN_DONE_note, step->note);
	changes->items = arena_array(arena, 2, sizeof *changes->items);
	changes->count = 1;
	changes->items[0] = add_thing(&w, FIELD_RUN_done, values, step->note ? 3 : 2);
	if (!w.outcome)
		return true;
	choice[0] = text(FIELD_RUN_CHOICE_step, name);
	choice[1] = text(FIELD_RUN_CHOICE_outcome, outcome_text(&w));
	changes->items[changes->count++] = add_thing(&w, FIELD_RUN_choices, choice, 2);
	return true;
}

/* ---- the process that it goes by */

static void
set_text(struct run_entry_work *w, struct changes *changes, unsigned id, const char *is)
{
	const struct voice voice = voice_of(w->progress->model);
	const struct entity *run = &w->progress->run->base;
	struct written *value = arena_alloc(w->arena, sizeof *value);
	const struct written *was = written_field(&voice, run, field_row(id), w->arena);
	*value = text(id, is);
	if (is && !(was && was->type == WRITTEN_TEXT && strcmp(was->text, is) == 0))
		changes->items[changes->count++] = (struct change){.what = CHANGE_SET,
								   .thing = run,
								   .field = field_row(id),
								   .was = was,
								   .is = value};
}

bool
run_entry_move(const struct progress *progress, struct changes *changes, struct said *refusal,
	       struct arena *arena)
{
	struct run_entry_work w = {.progress = progress, .arena = arena, .refusal = refusal};
	const struct fingerprint *now = fingerprint_of(progress->model, arena);
	*changes = (struct changes){arena_array(arena, FIELDS_MOST, sizeof *changes->items), 0};
	set_text(&w, changes, FIELD_RUN_version, model_process(progress->model)->version.s);
	set_text(&w, changes, FIELD_RUN_fingerprint, fingerprint_text(now, arena));
	set_text(&w, changes, FIELD_RUN_parts, fingerprint_parts(now, NULL, arena));
	return changes->count ||
	       refuse(&w, PHRASE_RUN_IS_CURRENT, fingerprint_text(now, arena), NULL);
}
