/* SPDX-License-Identifier: MIT */
/* Which process leads to which: a picture, in which each has a line of its own and what leads to
 * another is an arc, and a table that says the same. So many processes that they would be no
 * picture stand in it together, by who owns them. */
#include "emit/doc/html.h"
#include "site/pages.h"
#include "support/utf8.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
	MOST_LINES = 40, /* of processes each on its own */
	LINE = 30,       /* height of one */
	LETTER = 9,      /* width, no less than the average */
	GAP = 14,        /* beside a name */
	MARGIN = 16,
	NARROWEST = 26, /* an arc to the next line; what each line more adds at most; the widest */
	WIDER = 36,
	WIDEST = 380,
};

/* A line of the picture: a process, or all of an owner. */
struct map_line {
	const char *name, *page;
	uint32_t processes;
};

struct map_arc {
	uint32_t from, to;
	uint32_t count;
};

struct site_map {
	struct map paths; /* of files → number of the process, from 1 */
	struct map_line *lines;
	uint32_t line_count;
	uint32_t *line_of;    /* by number of the process */
	struct map_arc *arcs; /* each once */
	uint32_t arc_count;
	uint32_t **leads, **led; /* by number: the others, ended by UINT32_MAX */
	uint32_t linked;         /* processes that lead anywhere or are led to */
};

static uint32_t
target_of(const struct site_map *map, const struct site_link *link)
{
	uintptr_t number = (uintptr_t)map_get(&map->paths, link->path);
	return number ? (uint32_t)number - 1 : UINT32_MAX;
}

static void
add_other(struct arena *arena, uint32_t **list, uint32_t other)
{
	uint32_t count = 0;
	while (*list && (*list)[count] != UINT32_MAX) {
		if ((*list)[count++] == other)
			return;
	}
	*list = arena_grow(arena, *list, *list ? count + 1 : 0, *list ? 1 : 2, sizeof **list);
	(*list)[count] = other;
	(*list)[count + 1] = UINT32_MAX;
}

static void
find_links(const struct site *site, struct site_map *map, struct arena *arena)
{
	map->leads = arena_array(arena, site->count + 1, sizeof(uint32_t *));
	map->led = arena_array(arena, site->count + 1, sizeof(uint32_t *));
	for (uint32_t i = 0; i < site->count; i++)
		if (site->items[i]->path)
			*map_at(&map->paths, site->items[i]->path) = (void *)(uintptr_t)(i + 1);
	for (uint32_t i = 0; i < site->count; i++) {
		for (uint32_t j = 0; j < site->items[i]->link_count; j++) {
			uint32_t to = target_of(map, &site->items[i]->links[j]);
			if (to == UINT32_MAX || to == i)
				continue;
			add_other(arena, &map->leads[i], to);
			add_other(arena, &map->led[to], i);
		}
	}
	for (uint32_t i = 0; i < site->count; i++)
		map->linked += map->leads[i] || map->led[i];
}

/* The line of a process, or of its owner where processes have no lines of their own. */
static uint32_t
line_of(const struct site_page *page, struct site_map *map, uint32_t process, struct map *owners)
{
	const struct site_process *one = page->site->items[process];
	bool alone = map->linked <= MOST_LINES;
	const char *owner =
	    one->row->owner ? one->row->owner : show_word(&page->sight->voice, WORD_SITE_NO_OWNER);
	void **known = map_at(owners, alone ? one->path : owner);
	if (!*known) {
		const struct site_entry *role = site_entry_find(&page->site->roles, owner);
		map->lines = arena_grow(page->sight->arena, map->lines, map->line_count, 1,
					sizeof *map->lines);
		map->lines[map->line_count++] =
		    (struct map_line){.name = alone ? one->row->name : owner,
				      .page = alone  ? one->page
					      : role ? role->page
						     : NULL};
		*known = (void *)(uintptr_t)map->line_count;
	}
	uint32_t line = (uint32_t)(uintptr_t)*known - 1;
	map->lines[line].processes++;
	return line;
}

static void
add_arcs(const struct site_page *page, struct site_map *map)
{
	struct map known = {0};
	for (uint32_t i = 0; i < page->site->count; i++) {
		for (const uint32_t *to = map->leads[i]; to && *to != UINT32_MAX; to++) {
			uint32_t a = map->line_of[i], b = map->line_of[*to];
			void **place = map_at_number(&known, ((uint64_t)a << 32 | b) + 1);
			if (a == b)
				continue;
			if (!*place) {
				map->arcs = arena_grow(page->sight->arena, map->arcs,
						       map->arc_count, 1, sizeof *map->arcs);
				map->arcs[map->arc_count++] = (struct map_arc){a, b, 0};
				*place = (void *)(uintptr_t)map->arc_count;
			}
			map->arcs[(uintptr_t)*place - 1].count++;
		}
	}
	map_free(&known);
}

static struct site_map
map_new(const struct site_page *page)
{
	struct site_map map = {0};
	struct arena *arena = page->sight->arena;
	struct map owners = {0};
	find_links(page->site, &map, arena);
	map.line_of = arena_array(arena, page->site->count + 1, sizeof *map.line_of);
	for (uint32_t i = 0; i < page->site->count; i++)
		if (map.leads[i] || map.led[i])
			map.line_of[i] = line_of(page, &map, i, &owners);
	add_arcs(page, &map);
	map_free(&owners);
	return map;
}

/* ---- the picture */

static const char *
label_of(const struct site_page *page, const struct map_line *line)
{
	return line->processes > 1 ? arena_printf(page->sight->arena, "%s (%" PRIu32 ")",
						  line->name, line->processes)
				   : line->name;
}

/* Where the arcs of a picture begin: what leads down at the right of the names, what leads up at
 * their left. */
struct map_axes {
	int left, right;
	double wider; /* what each line more adds to the reach of an arc */
};

static int
middle_of(uint32_t line)
{
	return MARGIN + LINE / 2 + (int)line * LINE;
}

static uint32_t
arc_length(const struct map_arc *arc)
{
	return arc->to > arc->from ? arc->to - arc->from : arc->from - arc->to;
}

/* A curve comes no nearer to where it is drawn to than three quarters. */
static int
reach_of(const struct map_axes *axes, uint32_t lines)
{
	return NARROWEST + (int)((lines - 1) * axes->wider);
}

static void
put_arc(const struct site_page *page, const struct site_map *map, const struct map_arc *arc,
	const struct map_axes *axes)
{
	bool down = arc->to > arc->from;
	int from = middle_of(arc->from) + (down ? 4 : -4),
	    to = middle_of(arc->to) + (down ? -4 : 4);
	int axis = down ? axes->right : axes->left, side = down ? 1 : -1;
	int reach = axis + side * reach_of(axes, arc_length(arc)) * 4 / 3;
	buf_printf(page->out,
		   "<path class=\"arc%s\" data-from=\"%" PRIu32 "\" data-to=\"%" PRIu32
		   "\" d=\"M%d %dC%d %d %d %d %d %d\" marker-end=\"url(#tip)\"><title>",
		   arc->count > 2 ? " many" : "", arc->from, arc->to, axis, from, reach, from,
		   reach, to, axis + side * 7, to);
	html_escape(page->out, map->lines[arc->from].name);
	buf_puts(page->out, " → ");
	html_escape(page->out, map->lines[arc->to].name);
	if (arc->count > 1)
		buf_printf(page->out, " (%" PRIu32 ")", arc->count);
	buf_puts(page->out, "</title></path>\n");
}

static void
put_line(const struct site_page *page, const struct site_map *map, uint32_t at,
	 const struct map_axes *axes)
{
	const struct map_line *line = &map->lines[at];
	buf_printf(page->out, "<g class=\"line\" data-line=\"%" PRIu32 "\">", at);
	if (line->page) {
		buf_puts(page->out, "<a href=\"");
		html_escape(page->out, line->page);
		buf_puts(page->out, "\">");
	}
	buf_printf(page->out, "<text x=\"%d\" y=\"%d\">", (axes->left + axes->right) / 2,
		   middle_of(at) + 5);
	html_escape(page->out, label_of(page, line));
	buf_printf(page->out,
		   "</text>%s<circle cx=\"%d\" cy=\"%d\" r=\"3\"/><circle cx=\"%d\" cy=\"%d\" "
		   "r=\"3\"/></g>\n",
		   line->page ? "</a>" : "", axes->left, middle_of(at), axes->right, middle_of(at));
}

/* The longest arcs at either side, by lines; 0 where there are none. */
static struct map_axes
axes_of(const struct site_page *page, const struct site_map *map, int *width)
{
	size_t widest = 0;
	uint32_t down = 0, up = 0;
	for (uint32_t i = 0; i < map->line_count; i++) {
		const char *label = label_of(page, &map->lines[i]);
		size_t letters = utf8_width(label, strlen(label));
		widest = letters > widest ? letters : widest;
	}
	for (uint32_t i = 0; i < map->arc_count; i++) {
		uint32_t length = arc_length(&map->arcs[i]);
		uint32_t *longest = map->arcs[i].to > map->arcs[i].from ? &down : &up;
		*longest = length > *longest ? length : *longest;
	}
	uint32_t longest = down > up ? down : up;
	struct map_axes axes = {.wider = longest > 1 ? (WIDEST - NARROWEST) / (longest - 1.0) : 0};
	axes.wider = axes.wider > WIDER ? WIDER : axes.wider;
	axes.left = MARGIN + (up ? reach_of(&axes, up) : 0);
	axes.right = axes.left + (int)widest * LETTER + 2 * GAP;
	*width = axes.right + (down ? reach_of(&axes, down) : 0) + MARGIN;
	return axes;
}

static void
put_picture(const struct site_page *page, const struct site_map *map)
{
	int width, height = middle_of(map->line_count);
	const struct map_axes axes = axes_of(page, map, &width);
	buf_printf(
	    page->out,
	    "<div class=\"scroll picture\" tabindex=\"0\">\n<svg "
	    "xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d "
	    "%d\" role=\"group\" aria-label=\"",
	    width, height, width, height);
	html_escape(page->out, show_word(&page->sight->voice, WORD_SITE_MAP_TITLE));
	buf_puts(page->out,
		 "\">\n<defs>\n<marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" "
		 "markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" "
		 "orient=\"auto\"><path class=\"tip\" d=\"M0 0L8 4L0 8Z\"/></marker>\n</defs>\n");
	for (uint32_t i = 0; i < map->arc_count; i++)
		put_arc(page, map, &map->arcs[i], &axes);
	for (uint32_t i = 0; i < map->line_count; i++)
		put_line(page, map, i, &axes);
	buf_puts(page->out, "</svg>\n</div>\n");
}

/* ---- the table */

static void
put_others(const struct site_page *page, const uint32_t *others)
{
	buf_puts(page->out, others ? "<ul>\n" : "");
	for (const uint32_t *other = others; other && *other != UINT32_MAX; other++) {
		const struct site_process *process = page->site->items[*other];
		buf_puts(page->out, "<li>");
		page_link(page, process->page, NULL, process->row->name);
		buf_puts(page->out, "</li>\n");
	}
	buf_puts(page->out, others ? "</ul>" : "");
}

static void
put_table(const struct site_page *page, const struct site_map *map)
{
	static const enum word titles[] = {WORD_REGISTER_PROCESS, WORD_SITE_LEADS, WORD_SITE_LED};
	buf_puts(page->out, "<div class=\"scroll\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n");
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		page_word(page, "th scope=\"col\"", titles[i]);
	buf_puts(page->out, "</tr>\n</thead>\n<tbody>\n");
	for (uint32_t i = 0; i < page->site->count; i++) {
		const struct site_process *process = page->site->items[i];
		if (!map->leads[i] && !map->led[i])
			continue;
		buf_puts(page->out, "<tr>\n<th scope=\"row\">");
		page_link(page, process->page, NULL, process->row->name);
		buf_puts(page->out, "</th>\n<td>");
		put_others(page, map->leads[i]);
		buf_puts(page->out, "</td>\n<td>");
		put_others(page, map->led[i]);
		buf_puts(page->out, "</td>\n</tr>\n");
	}
	buf_puts(page->out, "</tbody>\n</table>\n</div>\n");
}

void
page_map(const struct site_page *page)
{
	struct site_map map = map_new(page);
	page_begin(page, show_word(&page->sight->voice, WORD_SITE_MAP_TITLE), AREA_MAP);
	if (!map.linked) {
		page_word(page, "p", WORD_SITE_NO_LINKS);
	} else {
		page_word(page, "p class=\"picture-read\"",
			  map.linked <= MOST_LINES ? WORD_SITE_MAP_READ
						   : WORD_SITE_MAP_READ_OWNERS);
		put_picture(page, &map);
		page_word(page, "h2", WORD_SITE_HANDOVERS);
		put_table(page, &map);
		if (map.linked < page->site->count)
			page_count(page, "p class=\"edition\"", WORD_SITE_UNLINKED,
				   page->site->count - map.linked);
	}
	page_end(page);
	map_free(&map.paths);
}
