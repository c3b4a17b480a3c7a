/* SPDX-License-Identifier: MIT */
#include "run/sight.h"
#include "model/fields.h"

#include "plan/part.h"
#include "support/date.h"
#include "support/utf8.h"

#include <string.h>

const char *
run_title(const struct run_sight *run)
{
	return entity_name(&run->progress->run->base);
}

const char *
run_subtitle(const struct run_sight *run, struct arena *arena)
{
	const struct process *process = model_process(run->voice.model);
	const struct entity *variant = run->progress->run->variant.to;
	const char *text = entity_name(&process->base);
	if (process->version.s)
		text = arena_printf(arena, "%s %s", text, process->version.s);
	return variant ? arena_printf(arena, "%s, %s", text, entity_name(variant)) : text;
}

const char *
run_day(const struct run_sight *run, struct instant instant, struct arena *arena)
{
	const struct worktime *worktime = run->voice.model->worktime;
	int32_t day = instant_day(instant);
	int64_t minute = instant.at - (int64_t)day * CLOCK_DAY;
	bool plain = instant.at == worktime_morning(worktime, day) ||
		     instant.at == worktime_evening(worktime, day);
	const struct date date = {day, {.line = 1}, plain ? 0 : (int32_t)minute + 1};
	return show_date(&run->voice, &date, arena);
}

const char *
run_span(const struct run_sight *run, struct arena *arena)
{
	const struct progress *progress = run->progress;
	const char *plan = run_day(run, progress->plan_finish, arena),
		   *finish = run_day(run, progress->finish, arena);
	const char *text =
	    arena_printf(arena, "%s – %s", run_day(run, progress->start, arena), finish);
	return strcmp(plan, finish) == 0
		   ? text
		   : arena_printf(arena, "%s (%s)", text,
				  show_word_with(&run->voice, WORD_RUN_PLANNED, plan, arena));
}

/* ---- who */

/* The people of a role in the run, if there is one, or else in the process. */
static const struct texts *
people_of(const struct process_run *run, const struct role *role)
{
	for (uint32_t i = 0; run && i < run->people.count; i++)
		if (run->people.items[i].key.to == &role->base)
			return &run->people.items[i].texts;
	return &role->people;
}

static const char **
add_text(struct arena *arena, const char **texts, uint32_t *count, const char *text)
{
	for (uint32_t i = 0; i < *count; i++)
		if (strcmp(texts[i], text) == 0)
			return texts;
	texts = arena_grow(arena, texts, *count, 2, sizeof *texts);
	texts[(*count)++] = text;
	texts[*count] = NULL;
	return texts;
}

static const struct role **
roles_of(const struct run_row *row)
{
	return part_roles(row->item->entity, row->run->progress->run->variant.to, row->arena);
}

/* The people of a role, or where it has none its name. */
static const char **
add_people(struct arena *arena, const char **people, uint32_t *count, const struct process_run *run,
	   const struct role *role)
{
	const struct texts *texts = people_of(run, role);
	for (uint32_t i = 0; i < texts->count; i++)
		people = add_text(arena, people, count, texts->items[i].s);
	return texts->count ? people : add_text(arena, people, count, entity_name(&role->base));
}

const char **
run_people(const struct run_row *row)
{
	uint32_t count = 0;
	const char **people = arena_array(row->arena, 1, sizeof *people);
	for (const struct role **role = roles_of(row); *role; role++)
		people = add_people(row->arena, people, &count, row->run->progress->run, *role);
	return people;
}

const char **
run_everybody(const struct model *model, struct arena *arena)
{
	uint32_t count = 0;
	const struct list *roles = &model->document->roles;
	const struct process_run *run =
	    model->document->run ? process_run_of(model->document->run) : NULL;
	const char **people = arena_array(arena, 1, sizeof *people);
	for (uint32_t i = 0; i < roles->count; i++)
		people = add_people(arena, people, &count, run, role_of(roles->items[i]));
	return people;
}

const char *
run_who(const struct run_row *row)
{
	const char *who = "";
	for (const struct role **role = roles_of(row); *role; role++) {
		const struct texts *texts = people_of(row->run->progress->run, *role);
		const char *one = entity_name(&(*role)->base);
		for (uint32_t i = 0; i < texts->count; i++)
			one = arena_printf(row->arena, "%s%s%s", one, i ? ", " : ": ",
					   texts->items[i].s);
		who = arena_printf(row->arena, "%s%s%s", who, *who ? "; " : "", one);
	}
	return who;
}

bool
run_same_person(const char *one, const char *other, struct arena *arena)
{
	return strcmp(utf8_fold(arena, one, FOLD_CASE), utf8_fold(arena, other, FOLD_CASE)) == 0;
}

bool
run_is_step(const struct run_sights *sights, const struct run_row *row)
{
	if (row->item->whole || row->item->ongoing)
		return false;
	bool shown = !sights->person;
	for (const char **person = run_people(row); *person && !shown; person++)
		shown = run_same_person(*person, sights->person, row->arena);
	return shown;
}

/* ---- what */

const char *
run_name(const struct run_row *row)
{
	const char *name = show_numbered(row->item->entity, row->arena);
	return row->item->passes > 1 ? arena_printf(row->arena, "%s #%u", name, row->item->pass)
				     : name;
}

const char *
run_waits(const struct run_row *row)
{
	const char *names = "";
	if (row->item->state == PROGRESS_DONE)
		return "";
	for (uint32_t i = 0; i < row->item->wait_count; i++) {
		const struct run_row other = {
		    row->run, &row->run->progress->items[row->item->waits[i]], row->arena};
		names =
		    arena_printf(row->arena, "%s%s%s", names, *names ? ", " : "", run_name(&other));
	}
	return names;
}

/* «просрочено на 2 дня, конец не сдвинется», «…, конец сдвинется на 3 рабочих дня». */
const char *
run_lateness(const struct run_row *row)
{
	const struct progress *progress = row->run->progress;
	const struct voice *voice = &row->run->voice;
	int32_t days = progress_days_late(progress, row->item);
	if (!days)
		return "";
	const char *late = show_word_with(voice, WORD_REGISTER_OVERDUE_BY,
					  show_days(voice, days, row->arena), row->arena);
	int64_t slack = progress_slack(progress, row->item);
	if (slack >= 0)
		return arena_printf(row->arena, "%s, %s", late,
				    show_word(voice, WORD_RUN_END_STAYS));
	int64_t week = (int64_t)voice->model->minutes_per_day * voice->model->days_per_week;
	const char *moved = show_length(voice, length_of(-slack, 0, 0, week), row->arena);
	return arena_printf(row->arena, "%s, %s", late,
			    show_word_with(voice, WORD_RUN_END_MOVES, moved, row->arena));
}

const char *
run_state_key(enum progress_state state)
{
	static const char *const keys[] = {[PROGRESS_WAITING] = "waiting",
					   [PROGRESS_OPEN] = "open",
					   [PROGRESS_LATE] = "late",
					   [PROGRESS_DONE] = "done"};
	return keys[state];
}

const char *
run_state(const struct run_row *row)
{
	static const enum word words[] = {[PROGRESS_WAITING] = WORD_RUN_WAITING,
					  [PROGRESS_OPEN] = WORD_RUN_OPEN,
					  [PROGRESS_LATE] = WORD_RUN_LATE,
					  [PROGRESS_DONE] = WORD_RUN_DONE};
	return show_word(&row->run->voice, words[row->item->state]);
}
