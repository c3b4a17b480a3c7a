/* SPDX-License-Identifier: MIT */
#include "plan/review.h"

#include "calendar/worktime.h"
#include "model/fields.h"
#include "support/date.h"

static int
months_of(const struct period *period)
{
	switch (period->unit) {
	case 'm':
		return 1;
	case 'q':
		return 3;
	case 'y':
		return 12;
	default:
		return 0;
	}
}

/* Reviews from the first day in force up to the last one, when each kept to the rhythm. */
static int32_t
reviews_held(const struct process *process, const struct review *review)
{
	if (!process->effective.pos.line || !review->last.pos.line)
		return 0;
	int months = months_of(&review->every);
	struct civil from = date_civil(process->effective.day), to = date_civil(review->last.day);
	if (months)
		return ((to.year - from.year) * 12 + to.month - from.month) / months;
	return review->every.days ? (review->last.day - process->effective.day) / review->every.days
				  : 0;
}

bool
review_next(const struct model *model, struct date *next)
{
	const struct process *process = model_process(model);
	if (!process->review)
		return false;
	const struct review *review = review_of(process->review);
	const struct date *base = review->last.pos.line ? &review->last : &process->effective;
	if (!review->every.pos.line || !base->pos.line)
		return false;
	bool later = review->then.pos.line && review->after.pos.line &&
		     reviews_held(process, review) >= review->after.value;
	const struct period *period = later ? &review->then : &review->every;
	struct timespan span = {.months = months_of(period), .days = period->days};
	int64_t due = worktime_add(model->worktime, (int64_t)base->day * CLOCK_DAY, span);
	*next =
	    (struct date){(int32_t)worktime_day(model->worktime, worktime_date(due)), base->pos, 0};
	return true;
}

const char *
review_rhythm(const struct voice *voice, const struct review *review, struct arena *arena)
{
	const char *text = show_period(voice, &review->every, arena);
	if (!review->then.pos.line)
		return text;
	const char *then = show_period(voice, &review->then, arena);
	if (!review->after.pos.line)
		return arena_printf(arena, "%s, %s %s", text,
				    show_word(voice, WORD_DOC_REVIEW_THEN), then);
	const char *count = arena_printf(arena, "%g", review->after.value),
		   *after = show_word_with(voice, WORD_DOC_REVIEW_AFTER, count, arena);
	return arena_printf(arena, "%s, %s \xE2\x80\x93 %s", text, after, then);
}
