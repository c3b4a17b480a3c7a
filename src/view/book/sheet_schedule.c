/* SPDX-License-Identifier: MIT */
/* The schedule by at-most times, drawn with cells: a column a working day, or more days where there
 * are many. */
#include "plan/time/shown_times.h"
#include "plan/time/takes.h"
#include "view/book/sheets.h"

enum { COLUMN_NAME, COLUMN_TAKES, COLUMN_FIRST, COLUMN_LAST, COLUMN_SLACK, OWN_COLUMNS };

enum { COLUMNS_MAX = 100 }; /* of the drawing */

/* The scale of the drawing. */
struct scale {
	int64_t unit; /* working minutes a column stands for */
	uint32_t days, columns;
};

static struct scale
scale_of(const struct book *book)
{
	int64_t day = book->model->minutes_per_day, week = book->model->days_per_week;
	int64_t total = length_as_work(book->plan->total[ESTIMATE_MOST]);
	int64_t days = (total + day - 1) / day, each = 1;
	if (days > COLUMNS_MAX)
		each = (days + COLUMNS_MAX * week - 1) / (COLUMNS_MAX * week) * week;
	return (struct scale){each * day, (uint32_t)each, (uint32_t)((days + each - 1) / each)};
}

/* «12», or «11–15» where a column is several days. */
static const char *
scale_title(struct book *book, const struct scale *scale, uint32_t column)
{
	uint64_t first = (uint64_t)column * scale->days + 1;
	if (scale->days == 1)
		return arena_printf(book->arena, "%u", column + 1);
	return arena_printf(book->arena, "%llu\xE2\x80\x93%llu", (unsigned long long)first,
			    (unsigned long long)first + scale->days - 1);
}

static const struct heading *
make_columns(struct book *book, const struct scale *scale)
{
	struct heading *columns =
	    arena_array(book->arena, OWN_COLUMNS + scale->columns, sizeof *columns);
	columns[COLUMN_NAME] =
	    (struct heading){.title = show_word(book->voice, WORD_STAGE_OR_STEP), .width = 40};
	columns[COLUMN_TAKES] =
	    (struct heading){.title = show_word(book->voice, WORD_DOC_TAKES_TIME),
			     .width = 34,
			     .align = ALIGN_CENTER};
	columns[COLUMN_FIRST] = (struct heading){
	    .title = show_word(book->voice, WORD_FIRST_DAY), .width = 12, .align = ALIGN_CENTER};
	columns[COLUMN_LAST] = (struct heading){
	    .title = show_word(book->voice, WORD_LAST_DAY), .width = 8, .align = ALIGN_CENTER};
	columns[COLUMN_SLACK] = (struct heading){.title = show_word(book->voice, WORD_DOC_SLACK),
						 .width = 20,
						 .align = ALIGN_CENTER,
						 .extra = book->model->for_clients};
	for (uint32_t i = 0; i < scale->columns; i++)
		columns[OWN_COLUMNS + i] = (struct heading){.title = scale_title(book, scale, i),
							    .width = scale->days == 1 ? 3.3 : 4,
							    .align = ALIGN_CENTER,
							    .bare = true,
							    .upright = scale->days > 1};
	return columns;
}

/* « (только: Ключевой клиент)» behind what only some variants have. */
static const char *
only_of(struct book *book, const struct entity *entity)
{
	const struct refs *only = task_only(entity);
	const char *names = "";
	for (uint32_t i = 0; i < only->count; i++)
		names = arena_printf(&book->scratch, "%s%s%s", names, i ? ", " : "",
				     show_ref(book->voice, &only->items[i]));
	if (!*names)
		return "";
	names = show_word_with(book->voice, WORD_ONLY_FOR, names, &book->scratch);
	return arena_printf(&book->scratch, " (%s)", names);
}

static void
write_task(struct book *book, const struct scale *scale, const struct task *task,
	   const struct schedule *shown, unsigned level)
{
	const struct schedule times = *shown;
	bool critical = task->critical[ESTIMATE_MOST] && !book->model->for_clients;
	struct row row = book_blank(book);
	row.level = level;
	row.head = level == 0;
	const char *name =
	    arena_printf(&book->scratch, "%s %s%s", show_number(task->entity, &book->scratch),
			 entity_name(task->entity), only_of(book, task->entity));
	row.cells[COLUMN_NAME] = cell_text(&book->scratch, name, critical ? LOOK_BOLD : 0);
	row.cells[COLUMN_NAME].target = level == 0 ? task->entity : NULL;
	if (task_takes_by_variant(book->plan, task))
		row.cells[COLUMN_TAKES] = book_deadline(book, task->entity);
	else if (task->timed || task->ongoing)
		row.cells[COLUMN_TAKES] = cell_text(
		    &book->scratch, task_takes(book->voice, book->plan, task, &book->scratch), 0);
	if (times.slack.weight && !book->model->for_clients)
		row.cells[COLUMN_SLACK] = cell_text(
		    &book->scratch, show_length(book->voice, times.slack, &book->scratch), 0);
	for (uint32_t i = 0; i < OWN_COLUMNS; i++)
		row.cells[i].tint = level == 0 ? TINT_GROUP : TINT_NONE;
	book_mark_risk(book, &row.cells[COLUMN_TAKES], task->entity);
	int64_t start = length_as_work(times.start), finish = length_as_work(times.finish);
	if (task->ongoing)
		finish = scale->unit * scale->columns;
	if (!task_is_usual(task))
		row.cells[COLUMN_FIRST] =
		    cell_text(&book->scratch, show_word(book->voice, WORD_DOC_ASIDE), 0);
	else if (task->timed || finish > start) {
		int64_t day = book->model->minutes_per_day, first = start / day + 1,
			last = finish > start ? (finish - 1) / day + 1 : first;
		row.cells[COLUMN_FIRST].type = CELL_NUMBER;
		row.cells[COLUMN_LAST].type = task->ongoing ? CELL_NONE : CELL_NUMBER;
		row.cells[COLUMN_FIRST].number = (double)first;
		row.cells[COLUMN_LAST].number = (double)last;
		for (int64_t i = start / scale->unit;
		     i <= (finish - 1) / scale->unit && i < scale->columns; i++)
			row.cells[OWN_COLUMNS + i].tint = critical ? TINT_CRITICAL : TINT_BAR;
	}
	book_row(book, &row);
}

void
write_schedule(struct book *book)
{
	struct scale scale = scale_of(book);
	const struct sheet_form form = {.id = SHEET_SCHEDULE,
					.title = sheet_title(book->voice, SHEET_SCHEDULE),
					.file = sheet_key(SHEET_SCHEDULE),
					.columns = make_columns(book, &scale),
					.count = OWN_COLUMNS + scale.columns,
					.frozen = 1};
	struct arena times = {0};
	const struct schedule *shown = plan_shown_times(book->plan, &times);
	book_open(book, &form);
	for (uint32_t i = 0; i < book->plan->count; i++) {
		const struct task *task = &book->plan->tasks[i];
		unsigned level = task_level(task);
		if (level == 0 || book->plan->count <= SCHEDULE_TASKS)
			write_task(book, &scale, task, &shown[i], level);
	}
	book_close(book);
	arena_free(&times);
}
