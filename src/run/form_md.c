/* SPDX-License-Identifier: MIT */
/* Runs as checklists in Markdown: a box for each step, stage by stage. */
#include "emit/doc/md_text.h"
#include "run/forms.h"

#include <string.h>

static void
put_text(struct buf *out, const char *before, const char *text)
{
	buf_puts(out, before);
	md_escape(out, text, false);
}

/* «- [x] 2.1 Бриф – Менеджер: Анна К.; до 07.12.2026 …» */
static void
put_step(const struct run_row *row, struct buf *out)
{
	const struct voice *voice = &row->run->voice;
	const struct progress_item *item = row->item;
	bool done = item->state == PROGRESS_DONE;
	const char *who = run_who(row), *late = run_lateness(row), *waits = run_waits(row);
	const char *day = run_day(row->run, done ? item->end : item->due, row->arena);
	put_text(out, done ? "- [x] " : "- [ ] ", run_name(row));
	if (*who)
		put_text(out, " – ", who);
	if (done || item->has_due)
		put_text(
		    out, "; ",
		    show_word_with(voice, done ? WORD_RUN_DONE_ON : WORD_RUN_BY, day, row->arena));
	if (*late)
		put_text(out, "; ", late);
	if (*waits)
		put_text(out, "; ", show_word_with(voice, WORD_RUN_WAITS, waits, row->arena));
	buf_puts(out, "\n");
}

static void
put_run(const struct run_sights *sights, const struct run_sight *run, struct buf *out)
{
	put_text(out, "# ", run_title(run));
	put_text(out, "\n\n", run_subtitle(run, sights->arena));
	put_text(out, "\n\n", run_span(run, sights->arena));
	buf_puts(out, "\n");
	const struct progress_item *stage = NULL;
	for (uint32_t i = 0; i < run->progress->count; i++) {
		const struct run_row row = {run, &run->progress->items[i], sights->arena};
		if (row.item->outer == PLAN_NONE && row.item->whole)
			put_text(out, "\n## ", run_name(&row));
		else if (row.item->outer == PLAN_NONE && (!stage || stage->whole))
			buf_puts(out, "\n");
		if (row.item->outer == PLAN_NONE && row.item->whole)
			buf_puts(out, "\n\n");
		if (row.item->outer == PLAN_NONE)
			stage = row.item;
		if (run_is_step(sights, &row))
			put_step(&row, out);
	}
}

int
run_form_md(const struct run_sights *sights, struct buf *out)
{
	for (uint32_t i = 0; i < sights->count; i++) {
		buf_puts(out, i ? "\n" : "");
		put_run(sights, &sights->runs[i], out);
	}
	return 0;
}
