/* SPDX-License-Identifier: MIT */
/* Rules on the calendar: whether it knows what is reckoned by it. */
#include "calendar/worktime.h"
#include "check/checker.h"
#include "model/fields.h"
#include "plan/pilot.h"
#include "plan/review.h"
#include "support/date.h"

/* The years that were told of, each once. */
struct year_check {
	struct checker *checker;
	const struct entity *calendar;
	struct arena *arena;
	int *told;
	uint32_t count;
};

static void
check_year(struct year_check *y, const struct date *date)
{
	int year = date_civil(date->day).year;
	bool known = worktime_knows(y->checker->model->worktime, year);
	for (uint32_t i = 0; i < y->count; i++)
		known = known || y->told[i] == year;
	if (known)
		return;
	y->told = arena_grow(y->arena, y->told, y->count, 1, sizeof *y->told);
	y->told[y->count++] = year;
	report2(y->checker, RULE_DOCUMENT_CALENDAR_YEAR, y->calendar, y->calendar->pos,
		arena_printf(y->arena, "%d", year), said_date(y->checker->model, date, y->arena))
	    ->related = date->pos;
}

/* Of the days that are reckoned; what is only told, when somebody signed, needs no calendar. */
void
check_calendar_years(struct checker *c, const struct entity *entity)
{
	struct date day;
	struct year_check years = {.checker = c, .calendar = entity, .arena = &c->arena};
	const struct list *pilots = &c->model->document->pilots;
	if (review_next(c->model, &day))
		check_year(&years, &day);
	for (uint32_t i = 0; i < pilots->count; i++)
		if (!pilot_at(pilots, i)->finished.pos.line &&
		    pilot_ends(c->plan, pilot_at(pilots, i), &day))
			check_year(&years, &day);
}
