/* SPDX-License-Identifier: MIT */
#include "site/pages.h"

#include "emit/doc/html.h"

#include "site.css.h"
#include "site.js.h"

#include <string.h>

/* Pages being written, one after the other. */
struct writing {
	struct site *site;
	const struct register_sight *sight;
	const struct site_sink *sink;
	int error; /* of the first that could not be taken */
};

static void
give(struct writing *w, const char *name, struct buf *bytes)
{
	if (!w->error)
		w->error = w->sink->take(w->sink->data, name, bytes);
	buf_free(bytes);
}

static void
write_page(struct writing *w, const char *name, void (*put)(const struct site_page *page))
{
	struct buf out = {0};
	put(&(struct site_page){w->site, w->sight, strchr(name, '/') ? "../" : "", &out});
	give(w, name, &out);
}

static void
write_entries(struct writing *w, const struct site_entries *entries,
	      void (*put)(const struct site_page *page, const struct site_entry *entry))
{
	for (uint32_t i = 0; i < entries->count; i++) {
		struct buf out = {0};
		put(&(struct site_page){w->site, w->sight, "../", &out}, entries->items[i]);
		give(w, entries->items[i]->page, &out);
	}
}

/* Roles and terms are found by what is said of them, so many in a document of the index: what a
 * reader has to load for one is then small. */
static void
index_entries(struct writing *w, const struct site_entries *entries, enum word title)
{
	enum { TOGETHER = 50 };
	struct arena scratch = {0};
	const struct site_document document = {"", show_word(&w->sight->voice, title)};
	struct site_place *places = arena_array(&scratch, TOGETHER, sizeof *places);
	for (uint32_t from = 0; from < entries->count && !w->error; from += TOGETHER) {
		uint32_t count = 0;
		for (; count < TOGETHER && from + count < entries->count; count++) {
			const struct site_entry *entry = entries->items[from + count];
			const char *text = "";
			for (const struct site_text *one = entry->texts; one; one = one->next)
				text = arena_printf(&scratch, "%s%s%s", text, *text ? " " : "",
						    one->text);
			places[count] = (struct site_place){entry->page, entry->name, text};
		}
		w->error = site_index_add(&w->site->index, &document, places, count, w->sink);
	}
	arena_free(&scratch);
}

static void
write_asset(struct writing *w, const char *name, const char *text, const char *more)
{
	struct buf out = {0};
	buf_puts(&out, text);
	buf_puts(&out, more ? more : "");
	give(w, name, &out);
}

static void
write_looks(struct writing *w)
{
	write_asset(w, "look/page.css", html_style(), NULL);
	write_asset(w, "look/page.js", html_script(), NULL);
	write_asset(w, "look/site.css", site_css, w->site->accent);
	write_asset(w, "look/site.js", site_js, NULL);
}

/* What clients read has no roles: they are told what they do and get themselves. */
static void
write_house(struct writing *w)
{
	if (w->site->clients)
		return;
	write_page(w, "roles/index.html", page_roles);
	write_entries(w, &w->site->roles, page_role);
	write_entries(w, &w->site->people, page_person);
	write_page(w, "map.html", page_map);
	write_page(w, "changes.html", page_changes);
	if (!w->site->part)
		write_page(w, "due.html", page_due);
	index_entries(w, &w->site->roles, WORD_SITE_ROLES);
	index_entries(w, &w->site->people, WORD_SITE_PEOPLE);
}

int
site_write(struct site *site, const struct register_wish *wish, const struct site_sink *sink)
{
	struct arena arena = {0};
	const struct register_sight sight = sight_of(&site->processes, wish, &arena);
	struct writing w = {site, &sight, sink, 0};
	write_page(&w, "index.html", page_register);
	write_page(&w, "terms/index.html", page_terms);
	write_entries(&w, &site->terms, page_term);
	write_house(&w);
	index_entries(&w, &site->terms, WORD_SITE_TERMS);
	write_looks(&w);
	if (!w.error)
		w.error = site_index_write(&site->index, sink);
	arena_free(&arena);
	return w.error;
}

static const char *
kept(struct arena *arena, struct buf *text)
{
	const char *copy = arena_copy(arena, buf_text(text), text->length);
	buf_clear(text);
	return copy;
}

void
site_frame(const struct site *site, int lang, struct arena *arena, struct emit_site *frame)
{
	struct buf out = {0};
	const struct register_sight sight = {.voice = {.lang = lang}, .arena = arena};
	const struct site_page page = {site, &sight, "../", &out};
	page_looks(&page);
	frame->looks = kept(arena, &out);
	page_bar(&page, AREA_COUNT);
	frame->bar = kept(arena, &out);
	buf_puts(&out, "<script src=\"../look/page.js\"></script>\n");
	page_scripts(&page);
	frame->scripts = kept(arena, &out);
	buf_free(&out);
}
