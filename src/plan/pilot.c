/* SPDX-License-Identifier: MIT */
#include "plan/pilot.h"

#include "calendar/worktime.h"
#include "model/fields.h"
#include "model/variant.h"
#include "support/date.h"

/* Days beyond are not told: date_parse knows none. */
enum { LAST_YEAR = 2999 };

static const struct plan *
plan_of(const struct plan *plan, const struct entity *variant)
{
	for (uint32_t i = 0; variant && i < plan->variant_count; i++)
		if (plan->variants[i]->variant == variant)
			return plan->variants[i];
	return plan;
}

static struct length
most_of(const struct plan *plan)
{
	const struct duration *deadline = plan_deadline(plan);
	return duration_is_bound(deadline) ? duration_most(deadline) : plan->total[ESTIMATE_MOST];
}

bool
pilot_ends(const struct plan *plan, const struct pilot *pilot, struct date *end)
{
	const struct worktime *worktime = plan->model->worktime;
	struct length most = most_of(plan_of(plan, pilot->variant.to));
	struct timespan span = {.days = most.calendar / CLOCK_DAY,
				.clock = most.calendar % CLOCK_DAY + most.clock,
				.working = most.working};
	*end = pilot->finished;
	if (pilot->finished.pos.line || !pilot->started.pos.line || !most.weight)
		return pilot->finished.pos.line;
	int64_t start = worktime_morning(worktime, worktime_day(worktime, pilot->started.day)),
		day = worktime_date(worktime_add(worktime, start, span));
	*end = (struct date){(int32_t)day, pilot->started.pos, 0};
	return day <= date_day((struct civil){LAST_YEAR, 12, 31});
}

static const struct duration *
deadline_of(const struct pilot_stage *tried)
{
	const struct pilot *pilot = pilot_of(tried->base.parent);
	return tried->stage.to ? task_deadline(tried->stage.to, pilot->variant.to) : NULL;
}

const char *
pilot_planned(const struct voice *voice, const struct pilot_stage *tried, struct arena *arena)
{
	const struct entity *stage = tried->stage.to;
	const struct duration *deadline = deadline_of(tried);
	if (!deadline)
		return "";
	bool by_variant = pilot_of(tried->base.parent)->variant.to &&
			  variant_values(stage, task_deadline_row(stage));
	return by_variant && deadline->told ? show_duration(voice, deadline, arena)
					    : show_deadline(voice, stage, arena);
}

bool
pilot_was_late(const struct pilot_stage *tried)
{
	const struct duration *plan = deadline_of(tried);
	if (tried->result.value)
		return tried->result.value != PILOT_RESULT_OK;
	return plan && duration_is_bound(plan) && tried->actual.pos.line &&
	       duration_most(&tried->actual).weight > duration_most(plan).weight;
}
