/* SPDX-License-Identifier: MIT */
/* Runs for people at a terminal: what is late, what can be done, what waits; then who has too much
 * at once. */
#include "run/forms.h"
#include "model/fields.h"
#include "run/load.h"
#include "text/visible.h"

/* A line that may hold words of the author: nothing in it can harm a terminal. */
static void
put_line(const struct run_sights *sights, struct buf *out, const char *line)
{
	buf_puts(out, visible_text(sights->arena, line));
	buf_putc(out, '\n');
}

static const char *
join(struct arena *arena, const char *line, const char *sign, const char *more)
{
	return *more ? arena_printf(arena, "%s%s%s", line, sign, more) : line;
}

/* «  до 07.12.2026: 2.1 Бриф – Менеджер: Анна К. (просрочено на 2 дня; ждёт: …)» */
static void
put_item(const struct run_sights *sights, const struct run_row *row, struct buf *out)
{
	struct arena *arena = sights->arena;
	const struct voice *voice = &row->run->voice;
	const char *line = "  ", *waits = run_waits(row);
	if (row->item->has_due)
		line =
		    arena_printf(arena, "  %s: ",
				 show_word_with(voice, WORD_RUN_BY,
						run_day(row->run, row->item->due, arena), arena));
	line = join(arena, line, "", run_name(row));
	line = join(arena, line, " – ", run_who(row));
	line = join(arena, line, "; ", run_lateness(row));
	if (row->item->has_least && row->run->progress->today < instant_day(row->item->least))
		line = join(arena, line, "; ",
			    show_word_with(voice, WORD_RUN_NOT_BEFORE,
					   run_day(row->run, row->item->least, arena), arena));
	if (*waits)
		line = join(arena, line, "; ", show_word_with(voice, WORD_RUN_WAITS, waits, arena));
	put_line(sights, out, line);
}

static uint32_t
put_items(const struct run_sights *sights, const struct run_sight *run, enum progress_state state,
	  enum word title, struct buf *out)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < run->progress->count; i++) {
		const struct run_row row = {run, &run->progress->items[i], sights->arena};
		if (!run_is_step(sights, &row) || row.item->state != state)
			continue;
		if (!count++)
			put_line(sights, out, show_word(&run->voice, title));
		put_item(sights, &row, out);
	}
	return count;
}

static void
put_count(const struct run_sights *sights, const struct run_sight *run, struct buf *out)
{
	uint32_t done = 0, all = 0;
	for (uint32_t i = 0; i < run->progress->count; i++) {
		const struct run_row row = {run, &run->progress->items[i], sights->arena};
		bool step = run_is_step(sights, &row);
		all += step;
		done += step && row.item->state == PROGRESS_DONE;
	}
	put_line(sights, out,
		 arena_printf(sights->arena, "%s: %u %s %u", show_word(&run->voice, WORD_RUN_DONE),
			      done, show_word(&run->voice, WORD_REGISTER_OF), all));
}

static void
put_run(const struct run_sights *sights, const struct run_sight *run, struct buf *out)
{
	struct arena *arena = sights->arena;
	put_line(sights, out,
		 arena_printf(arena, "%s. %s", run_title(run), run_subtitle(run, arena)));
	put_line(sights, out, run_span(run, arena));
	if (run->progress->late_start)
		put_line(sights, out,
			 show_word_with(&run->voice, WORD_RUN_LATE_START,
					run_day(run, run->progress->start, arena), arena));
	put_items(sights, run, PROGRESS_LATE, WORD_RUN_LATE, out);
	put_items(sights, run, PROGRESS_OPEN, WORD_RUN_OPEN, out);
	put_items(sights, run, PROGRESS_WAITING, WORD_RUN_WAITING, out);
	put_count(sights, run, out);
}

static void
put_loads(const struct run_sights *sights, struct buf *out)
{
	uint32_t count;
	const struct run_load *loads = run_loads(sights, &count);
	const struct voice *voice = &sights->runs[0].voice;
	if (!count)
		return;
	buf_putc(out, '\n');
	put_line(sights, out, show_word(voice, WORD_RUN_BUSY));
	for (uint32_t i = 0; i < count; i++)
		put_line(sights, out,
			 arena_printf(sights->arena, "  %s, %s: %s", loads[i].person,
				      run_load_days(sights, &loads[i]),
				      run_load_what(sights, &loads[i])));
}

int
run_form_text(const struct run_sights *sights, struct buf *out)
{
	for (uint32_t i = 0; i < sights->count; i++) {
		if (i)
			buf_putc(out, '\n');
		put_run(sights, &sights->runs[i], out);
	}
	put_loads(sights, out);
	return 0;
}
