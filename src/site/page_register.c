/* SPDX-License-Identifier: MIT */
/* The first page, the register; and what is due. */
#include "emit/doc/html.h"
#include "register/html.h"
#include "site/pages.h"

#include <stdlib.h>
#include <string.h>

/* The register as a page shows it. */
struct register_view {
	const struct site_page *page;
	const char **columns; /* that are shown: keys, NULL-ended */
};

static const char *
page_of_row(void *data, const struct register_row *row)
{
	const struct register_view *view = data;
	const struct site_process *process =
	    map_get_number(&view->page->site->rows, (uint64_t)(uintptr_t)row);
	return process ? process->page : NULL;
}

static bool
shows_column(void *data, const char *column)
{
	const struct register_view *view = data;
	for (const char **shown = view->columns; *shown; shown++)
		if (strcmp(*shown, column) == 0)
			return true;
	return false;
}

/* A column of which no process says anything tells nothing. */
static bool
is_filled(const struct register_sight *sight, const struct register_column *column)
{
	for (uint32_t i = 0; i < sight->row_count; i++)
		if (column->value(sight, sight->rows[i]).kind != REGISTER_NOTHING)
			return true;
	return false;
}

/* How a process fares is told the house; where its file lies, nobody. */
static struct register_view
view_of(const struct site_page *page)
{
	static const char everybody[] = "|name|code|version|status|owner|in_force_from|",
			  house[] = "|next_review|approvals|acknowledgements|findings|";
	struct arena *arena = page->sight->arena;
	struct register_view view = {.page = page};
	uint32_t count = 0, all = 0;
	while (register_columns[all].key)
		all++;
	view.columns = arena_array(arena, all + 1, sizeof(const char *));
	for (uint32_t i = 0; i < all; i++) {
		const char *key = arena_printf(arena, "|%s|", register_columns[i].key);
		bool wanted = strstr(everybody, key) || (!page->site->part && strstr(house, key));
		if (wanted && is_filled(page->sight, &register_columns[i]))
			view.columns[count++] = register_columns[i].key;
	}
	return view;
}

static struct register_links
links_of(struct register_view *view)
{
	return (struct register_links){page_of_row, shows_column, view};
}

static int
by_name(const void *one, const void *other)
{
	const struct register_row *a = *(const struct register_row *const *)one,
				  *b = *(const struct register_row *const *)other;
	int order = strcmp(a->name, b->name);
	return order ? order : strcmp(a->file, b->file);
}

/* By name, whatever is due: who looks for a process knows what it is called. */
static void
put_rows(const struct site_page *page)
{
	struct register_sight sight = *page->sight;
	struct register_view view = view_of(page);
	const struct register_links links = links_of(&view);
	sight.rows = arena_array(sight.arena, sight.row_count + 1, sizeof *sight.rows);
	memcpy(sight.rows, page->sight->rows, sight.row_count * sizeof *sight.rows);
	if (sight.row_count)
		qsort(sight.rows, sight.row_count, sizeof *sight.rows, by_name);
	buf_puts(page->out, "<div class=\"register\" data-all=\"");
	html_escape(page->out, show_word(&sight.voice, WORD_SITE_ALL));
	buf_puts(page->out, "\" data-shown=\"");
	html_escape(page->out, show_word(&sight.voice, WORD_SITE_SHOWN));
	buf_puts(page->out, "\">\n");
	register_html_rows(&sight, &links, page->out);
	buf_puts(page->out, "</div>\n");
}

/* «На 01.12.2026. Просрочено: 3. Все сроки: 12», for the house. */
static void
put_state(const struct site_page *page)
{
	const struct register_sight *sight = page->sight;
	uint32_t late = register_overdue(&page->site->processes, sight->wish->today);
	buf_puts(page->out, "<p class=\"edition\">\n");
	page_text(page, "span",
		  show_word_with(&sight->voice, WORD_REGISTER_ON,
				 page_day(page, sight->wish->today), sight->arena));
	if (late && !page->site->part)
		page_count(page, "span class=\"overdue\"", WORD_SITE_OVERDUE, late);
	if (sight->due_count && !page->site->part)
		page_link(page, "due.html", NULL,
			  show_word_with(&sight->voice, WORD_SITE_ALL_DUE,
					 arena_printf(sight->arena, "%u", sight->due_count),
					 sight->arena));
	buf_puts(page->out, "</p>\n");
}

void
page_register(const struct site_page *page)
{
	const struct register_sight *sight = page->sight;
	const char *name = site_name(page->site, &sight->voice);
	page_begin(page, name, AREA_REGISTER);
	put_state(page);
	page_count(page, "h2", WORD_SITE_PROCESS_COUNT, sight->row_count);
	put_rows(page);
	page_end(page);
}

void
page_due(const struct site_page *page)
{
	const struct register_sight *sight = page->sight;
	struct register_view view = {.page = page};
	const struct register_links links = links_of(&view);
	page_begin(page, show_word(&sight->voice, WORD_REGISTER_DUE), AREA_DUE);
	page_text(page, "p class=\"edition\"",
		  show_word_with(&sight->voice, WORD_REGISTER_ON,
				 page_day(page, sight->wish->today), sight->arena));
	if (!sight->due_count)
		page_word(page, "p", WORD_REGISTER_NOTHING_DUE);
	register_html_dues(sight, &links, sight->due_count, page->out);
	page_end(page);
}
