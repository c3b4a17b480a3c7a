/* SPDX-License-Identifier: MIT */
/* Runs as one page that asks for nothing from anywhere: boxes to tick, stage by stage, and the
 * schedule. What is ticked stays so in the browser. */
#include "emit/doc/html.h"
#include "run.css.h"
#include "run.js.h"
#include "run/chart.h"
#include "run/forms.h"

#include <string.h>

static void
put_text(struct buf *out, const char *tag, const char *text)
{
	if (!*text)
		return;
	buf_printf(out, "<%s>", tag);
	html_escape(out, text);
	buf_printf(out, "</%.*s>\n", (int)strcspn(tag, " "), tag);
}

static void
put_head(const struct run_sights *sights, struct buf *out)
{
	buf_printf(out,
		   "<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		   "style-src 'unsafe-inline'; script-src 'sha256-%s'\">\n",
		   sights->lang ? "ru" : "en", run_js_sha256);
	put_text(out, "title", run_title(&sights->runs[0]));
	buf_printf(out, "<style>%s</style>\n</head>\n<body>\n<main>\n", run_css);
}

/* What a box is remembered by: the run, and the step with its pass. */
static void
put_box(const struct run_row *row, uint32_t number, struct buf *out)
{
	bool done = row->item->state == PROGRESS_DONE;
	buf_printf(out, "<input type=\"checkbox\" id=\"b%u\" data-key=\"", number);
	html_escape(out, run_title(row->run));
	buf_putc(out, '/');
	html_escape(out, progress_name(row->item, row->arena));
	buf_puts(out, done ? "\" checked disabled>\n" : "\">\n");
	buf_printf(out, "<label for=\"b%u\">", number);
	html_escape(out, run_name(row));
	buf_puts(out, "</label>\n");
}

static const char *
more_of(const struct run_row *row)
{
	const struct voice *voice = &row->run->voice;
	const char *late = run_lateness(row), *waits = run_waits(row);
	if (*waits)
		waits = show_word_with(voice, WORD_RUN_WAITS, waits, row->arena);
	return *late && *waits ? arena_printf(row->arena, "%s; %s", late, waits)
	       : *late         ? late
			       : waits;
}

static void
put_step(const struct run_row *row, uint32_t number, struct buf *out)
{
	const struct progress_item *item = row->item;
	const struct voice *voice = &row->run->voice;
	bool done = item->state == PROGRESS_DONE;
	const char *day = run_day(row->run, done ? item->end : item->due, row->arena);
	buf_printf(out, "<li class=\"%s\">\n", run_state_key(item->state));
	put_box(row, number, out);
	if (done || item->has_due)
		put_text(
		    out, "span class=\"when\"",
		    show_word_with(voice, done ? WORD_RUN_DONE_ON : WORD_RUN_BY, day, row->arena));
	put_text(out, "span class=\"who\"", run_who(row));
	put_text(out, "span class=\"more\"", more_of(row));
	buf_puts(out, "</li>\n");
}

static void
put_steps(const struct run_sights *sights, const struct run_sight *run, uint32_t *number,
	  struct buf *out)
{
	bool open = false;
	for (uint32_t i = 0; i < run->progress->count; i++) {
		const struct run_row row = {run, &run->progress->items[i], sights->arena};
		bool stage = row.item->outer == PLAN_NONE && row.item->whole;
		if (open && stage)
			buf_puts(out, "</ul>\n");
		open = open && !stage;
		if (stage)
			put_text(out, "h2", run_name(&row));
		if (!run_is_step(sights, &row))
			continue;
		buf_puts(out, open ? "" : "<ul>\n");
		open = true;
		put_step(&row, ++*number, out);
	}
	buf_puts(out, open ? "</ul>\n" : "");
}

int
run_form_html(const struct run_sights *sights, struct buf *out)
{
	uint32_t number = 0;
	put_head(sights, out);
	for (uint32_t i = 0; i < sights->count; i++) {
		const struct run_sight *run = &sights->runs[i];
		put_text(out, "h1", run_title(run));
		put_text(out, "p", run_subtitle(run, sights->arena));
		put_text(out, "p", run_span(run, sights->arena));
		put_steps(sights, run, &number, out);
		buf_puts(out, "<div class=\"chart\" tabindex=\"0\">\n");
		run_chart(sights, run, i, out);
		buf_puts(out, "</div>\n");
	}
	buf_printf(out, "</main>\n<script>%s</script>\n</body>\n</html>\n", run_js);
	return 0;
}
