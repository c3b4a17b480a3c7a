/* SPDX-License-Identifier: MIT */
/* Whether what a run says of itself fits its process, and itself. */
#include "check/checker.h"
#include "model/fields.h"
#include "plan/fingerprint.h"
#include "model/show.h"
#include "plan/run/progress.h"
#include "plan/signing_said.h"
#include "support/date.h"

struct run_look {
	struct checker *c;
	const struct process_run *run;
	const struct progress *progress; /* NULL: nothing can be dated */
};

static struct said
said_day(const struct run_look *look, struct instant instant)
{
	const struct date date = {instant_day(instant), {.line = 1}, 0};
	return said_date(look->c->model, &date, &look->c->arena);
}

/* Names between commas, «один, другой». */
static const char *
add_name(struct arena *arena, const char *names, const char *name)
{
	return *names ? arena_printf(arena, "%s, %s", names, name) : name;
}

/* ---- the run as a whole */

static void
check_frame(const struct run_look *look)
{
	const struct process_run *run = look->run;
	struct checker *c = look->c;
	if (!run->start.pos.line && !run->finish.pos.line)
		report(c, RULE_RUN_NO_START, &run->base, run->name.pos);
	if (run->start.pos.line && run->finish.pos.line && run->finish.day < run->start.day)
		report2(c, RULE_RUN_FINISH_FIRST, &run->base, run->finish.pos,
			said_date(c->model, &run->finish, &c->arena),
			said_date(c->model, &run->start, &c->arena));
}

static void
check_variant(const struct run_look *look)
{
	const struct list *variants = &look->c->model->document->variants;
	const char *names = "";
	if (look->run->variant.pos.line || !look->c->plan->variant_count)
		return;
	for (uint32_t i = 0; i < variants->count; i++)
		names = add_name(&look->c->arena, names, entity_name(variants->items[i]));
	report1(look->c, RULE_RUN_VARIANT, &look->run->base, look->run->name.pos, names);
}

static void
check_process(const struct run_look *look)
{
	const struct process_run *run = look->run;
	struct checker *c = look->c;
	const char *now = model_process(c->model)->version.s;
	if (!run->fingerprint.s ||
	    fingerprint_match(c->model->fingerprint, run->fingerprint.s) != FINGERPRINT_CHANGED)
		return;
	const char *versions =
	    run->version.s && now ? arena_printf(&c->arena, " (%s → %s)", run->version.s, now) : "";
	struct said changed;
	for (int lang = 0; lang < 2; lang++)
		changed.texts[lang] = signing_said_changed(c->model->fingerprint, NULL,
							   run->parts.s, lang, &c->arena);
	report2(c, RULE_RUN_CHANGED, &run->base, run->fingerprint.pos, versions, changed);
}

static int
year_of(struct instant instant)
{
	return date_civil(instant_day(instant)).year;
}

static void
check_years(const struct run_look *look)
{
	const struct progress *progress = look->progress;
	struct checker *c = look->c;
	for (int year = year_of(progress->start); year <= year_of(progress->finish); year++)
		if (!worktime_knows(c->model->worktime, year)) {
			report1(c, RULE_RUN_CALENDAR, &look->run->base, look->run->name.pos,
				arena_printf(&c->arena, "%d", year));
			return;
		}
}

/* ---- what is done */

static bool
is_twice(const struct run_look *look, uint32_t entry)
{
	const uint32_t *items = look->progress->done_items;
	for (uint32_t i = 0; i < entry; i++)
		if (items[i] == items[entry])
			return true;
	return false;
}

/* What it waits for must be done, and no later. A stage is done with its steps. */
static void
check_follows(const struct run_look *look, const struct run_done *done,
	      const struct progress_item *item)
{
	const struct progress *progress = look->progress;
	for (uint32_t i = 0; i < item->follow_count; i++) {
		const struct progress_item *before = &progress->items[item->follows[i]];
		const char *name = progress_name(before, &look->c->arena);
		if (before->state != PROGRESS_DONE)
			report2(look->c, RULE_RUN_ORDER, &done->base, done->step.pos,
				done->step.raw, name);
		else if (instant_day(before->end) > done->date.day)
			report3(look->c, RULE_RUN_DATES, &done->base, done->date.pos,
				done->step.raw,
				said_date(look->c->model, &done->date, &look->c->arena), name);
		else
			continue;
		return;
	}
}

static const char *
outcomes_of(const struct run_look *look, const struct entity *entity)
{
	const struct list *outcomes = task_outcomes(entity);
	const struct voice voice = voice_of(look->c->model);
	const char *names = "";
	for (uint32_t i = 0; i < outcomes->count; i++)
		names = add_name(&look->c->arena, names,
				 show_condition(&voice, outcome_at(outcomes, i)));
	return names;
}

/* Of several outcomes the one that was taken has to be named. */
static void
check_chosen(const struct run_look *look, const struct run_done *done, uint32_t item)
{
	const struct list *choices = &look->run->choices;
	bool chosen = task_outcomes(done->step.to)->count < 2;
	for (uint32_t i = 0; i < choices->count && !chosen; i++)
		chosen = look->progress->choice_items[i] == item;
	if (!chosen)
		report2(look->c, RULE_RUN_NO_CHOICE, &done->base, done->step.pos, done->step.raw,
			outcomes_of(look, done->step.to));
}

static void
check_day(const struct run_look *look, const struct run_done *done,
	  const struct progress_item *item)
{
	struct checker *c = look->c;
	struct said day = said_date(c->model, &done->date, &c->arena);
	if (done->date.day > c->options->today)
		report2(c, RULE_RUN_FUTURE, &done->base, done->date.pos, done->step.raw, day);
	else if (item->has_least && done->date.day < instant_day(item->least))
		report3(c, RULE_RUN_TOO_EARLY, &done->base, done->date.pos, done->step.raw, day,
			said_day(look, item->least));
	else
		check_follows(look, done, item);
}

static void
check_done(const struct run_look *look, uint32_t entry)
{
	const struct run_done *done = run_done_at(&look->run->done, entry);
	uint32_t item = look->progress->done_items[entry];
	if (!done->step.to)
		return;
	if (!done->date.pos.line)
		report1(look->c, RULE_RUN_UNDATED, &done->base, done->step.pos, done->step.raw);
	else if (item == PLAN_NONE)
		report1(look->c, RULE_RUN_UNFIT, &done->base, done->step.pos, done->step.raw);
	else if (is_twice(look, entry))
		report1(look->c, RULE_RUN_TWICE, &done->base, done->step.pos, done->step.raw);
	else {
		check_day(look, done, &look->progress->items[item]);
		check_chosen(look, done, item);
	}
}

static void
check_choice(const struct run_look *look, uint32_t entry)
{
	const struct run_choice *choice = run_choice_at(&look->run->choices, entry);
	if (!choice->step.to || !choice->outcome.s)
		return;
	const char *known = outcomes_of(look, choice->step.to);
	if (!look->progress->chosen[entry])
		report3(look->c, RULE_RUN_UNKNOWN_CHOICE, &choice->base, choice->outcome.pos,
			choice->step.raw, choice->outcome.s,
			*known ? said_with(PHRASE_KNOWN, known, &look->c->arena) : said_text(""));
	else if (look->progress->choice_items[entry] == PLAN_NONE)
		report1(look->c, RULE_RUN_UNFIT, &choice->base, choice->step.pos, choice->step.raw);
}

void
check_run(struct checker *c, const struct entity *entity)
{
	struct run_look look = {.c = c, .run = process_run_of(entity)};
	check_frame(&look);
	check_variant(&look);
	check_process(&look);
	look.progress = c->sound ? progress_of(c->model, c->options->today, &c->arena) : NULL;
	if (!look.progress)
		return;
	check_years(&look);
	for (uint32_t i = 0; i < look.run->done.count; i++)
		check_done(&look, i);
	for (uint32_t i = 0; i < look.run->choices.count; i++)
		check_choice(&look, i);
}
