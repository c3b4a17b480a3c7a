/* SPDX-License-Identifier: MIT */
/* What the columns of a run say of an item. */
#include "run/sight.h"
#include "model/fields.h"

#include "support/buf.h"

static struct run_value
text_of(const char *text)
{
	return (struct run_value){.text = text};
}

static struct run_value
day_of(const struct run_row *row, struct instant instant)
{
	return (struct run_value){.text = run_day(row->run, instant, row->arena),
				  .dated = true,
				  .day = instant_day(instant)};
}

static struct run_value
value_name(const struct run_row *row)
{
	return text_of(run_name(row));
}

static struct run_value
value_who(const struct run_row *row)
{
	return text_of(run_who(row));
}

static struct run_value
value_state(const struct run_row *row)
{
	return text_of(run_state(row));
}

static bool
is_done(const struct run_row *row)
{
	return row->item->state == PROGRESS_DONE;
}

static struct run_value
value_start(const struct run_row *row)
{
	const struct worktime *worktime = row->run->progress->model->worktime;
	struct instant start = row->item->start;
	if (is_done(row))
		return text_of("");
	if (row->item->has_due)
		start.at = instant_of_work(worktime, start);
	return day_of(row, start);
}

static struct run_value
value_best(const struct run_row *row)
{
	return is_done(row) || !row->item->has_due ? text_of("") : day_of(row, row->item->best);
}

static struct run_value
value_due(const struct run_row *row)
{
	return is_done(row) || !row->item->has_due ? text_of("") : day_of(row, row->item->due);
}

static struct run_value
value_done(const struct run_row *row)
{
	return is_done(row) ? day_of(row, row->item->end) : text_of("");
}

static struct run_value
value_plan(const struct run_row *row)
{
	return row->item->planned && row->item->has_due ? day_of(row, row->item->plan_due)
							: text_of("");
}

static struct run_value
value_late(const struct run_row *row)
{
	return text_of(run_lateness(row));
}

static struct run_value
value_waits(const struct run_row *row)
{
	return text_of(run_waits(row));
}

static struct run_value
value_note(const struct run_row *row)
{
	const struct run_done *done = row->item->done;
	const char *text = "";
	for (uint32_t i = 0; done && i < done->note.count; i++)
		text = arena_printf(row->arena, "%s%s%s", text, *text ? "\n" : "",
				    done->note.items[i].s);
	return text_of(text);
}

const struct run_column run_columns[] = {
#define COLUMN(key, en, ru, width) {#key, {en, ru}, width, value_##key},
#include "run/columns.def"
#undef COLUMN
    {.key = NULL},
};
