/* SPDX-License-Identifier: MIT */
#include "edit/run_pilot.h"

#include "format/takes.h"
#include "model/fields.h"
#include "support/date.h"
#include "support/utf8.h"

#include <string.h>

struct run_pilot_work {
	const struct progress *progress;
	struct voice voice;
	struct arena *arena;
	struct said *refusal;
};

static bool
refuse(struct run_pilot_work *w, enum phrase phrase, const char *one)
{
	for (int lang = 0; lang < 2; lang++) {
		struct buf out = {0};
		said_add(&out, lang, phrase, one, NULL);
		w->refusal->texts[lang] = arena_copy(w->arena, buf_text(&out), out.length);
		buf_free(&out);
	}
	return false;
}

/* A pair behind the others of a mapping, or an item of a list: a text, or else a mapping. */
static struct written *
add(struct run_pilot_work *w, const struct written ***end, unsigned id, const char *text)
{
	struct written *value = arena_alloc(w->arena, sizeof *value);
	*value = (struct written){.type = text ? WRITTEN_TEXT : WRITTEN_MAP,
				  .text = text,
				  .field = id ? field_row(id) : NULL};
	**end = value;
	*end = &value->next;
	return value;
}

static const char *
day_text(struct run_pilot_work *w, struct instant instant)
{
	struct civil day = date_civil(instant_day(instant));
	return arena_printf(w->arena, "%04d-%02d-%02d", day.year, day.month, day.day);
}

/* How long it took from when it could begin, in working time; NULL: no time. */
static const char *
actual_text(struct run_pilot_work *w, const struct progress_item *item)
{
	const struct model *model = w->progress->model;
	int64_t worked = worktime_between(model->worktime, item->start.at, item->end.at),
		week = (int64_t)model->minutes_per_day * model->days_per_week;
	return worked > 0 ? show_length(&w->voice, length_of(worked, 0, 0, week), w->arena) : NULL;
}

/* Of the passes of a stage the last counts, from the beginning of the first. */
static void
add_stage(struct run_pilot_work *w, const struct written ***end, struct progress_item item)
{
	for (uint32_t i = 0; i < w->progress->count; i++) {
		const struct progress_item *other = &w->progress->items[i];
		if (other->entity == item.entity && other->pass == 1) {
			item.start = other->start;
			item.planned = other->planned;
			item.plan_due = other->plan_due;
		}
	}
	const char *actual = actual_text(w, &item);
	bool late = instant_day(item.end) > instant_day(item.plan_due);
	if (!actual && !item.planned)
		return;
	struct written *stage = add(w, end, 0, NULL);
	const struct written **fields = &stage->first;
	add(w, &fields, FIELD_PILOT_STAGE_stage, entity_name(item.entity));
	if (actual)
		add(w, &fields, FIELD_PILOT_STAGE_actual, actual);
	if (item.planned)
		add(w, &fields, FIELD_PILOT_STAGE_result,
		    takes_choice(late ? PILOT_RESULT_LATE : PILOT_RESULT_OK, w->voice.lang,
				 w->arena));
}

static void
add_stages(struct run_pilot_work *w, struct written *stages)
{
	const struct written **end = &stages->first;
	stages->type = WRITTEN_LIST;
	for (uint32_t i = 0; i < w->progress->count; i++) {
		const struct progress_item *item = &w->progress->items[i];
		if (item->outer == PLAN_NONE && !item->ongoing && item->pass == item->passes)
			add_stage(w, &end, *item);
	}
}

static bool
is_over(struct run_pilot_work *w)
{
	for (uint32_t i = 0; i < w->progress->count; i++) {
		const struct progress_item *item = &w->progress->items[i];
		if (!item->ongoing && item->state != PROGRESS_DONE)
			return refuse(w, PHRASE_RUN_NOT_OVER, progress_name(item, w->arena));
	}
	return true;
}

static bool
is_new(struct run_pilot_work *w)
{
	const struct list *pilots = &w->progress->model->document->pilots;
	const char *name = entity_name(&w->progress->run->base);
	for (uint32_t i = 0; i < pilots->count; i++)
		if (strcmp(utf8_fold(w->arena, entity_name(pilots->items[i]), FOLD_CASE),
			   utf8_fold(w->arena, name, FOLD_CASE)) == 0)
			return refuse(w, PHRASE_RUN_IS_PILOT, name);
	return true;
}

bool
run_pilot_changes(const struct progress *progress, struct changes *changes, struct said *refusal,
		  struct arena *arena)
{
	struct run_pilot_work w = {progress, voice_of(progress->model), arena, refusal};
	const struct document *document = progress->model->document;
	if (!is_over(&w) || !is_new(&w))
		return false;
	struct written *pilot = arena_alloc(arena, sizeof *pilot);
	*pilot = (struct written){.type = WRITTEN_MAP};
	const struct written **end = &pilot->first;
	add(&w, &end, FIELD_PILOT_name, entity_name(&progress->run->base));
	if (progress->run->variant.to)
		add(&w, &end, FIELD_PILOT_variant, progress->run->variant.raw);
	add(&w, &end, FIELD_PILOT_started, day_text(&w, progress->start));
	add(&w, &end, FIELD_PILOT_finished, day_text(&w, progress->finish));
	add_stages(&w, add(&w, &end, FIELD_PILOT_stages, NULL));
	struct change *change = arena_alloc(arena, sizeof *change);
	*change = (struct change){.what = CHANGE_ADD,
				  .thing = &document->base,
				  .field = field_row(FIELD_DOCUMENT_pilots),
				  .is = pilot,
				  .after = document->pilots.count
					       ? document->pilots.items[document->pilots.count - 1]
					       : NULL};
	*changes = (struct changes){change, 1};
	return true;
}
