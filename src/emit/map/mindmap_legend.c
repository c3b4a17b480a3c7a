/* SPDX-License-Identifier: MIT */
/* The legend: roles by colour, marks and lines, those that the map uses, in rows below it. */
#include "emit/map/mindmap_draw.h"
#include "model/fields.h"
#include "model/show.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROW = 26, SWATCH = 14, LINE = 34, GAP = 7, BETWEEN = 24 };

static const struct svg_font font = {12.5, false};

/* The legend under way: where its next entry goes. */
struct legend {
	struct drawing *d;
	struct spot at;
	double left, right;
	bool drawn; /* else only measured */
};

/* Makes room for an entry with a sign that wide; gives where the sign goes. */
static struct spot
next_entry(struct legend *legend, double sign, const char *text)
{
	double width = sign + GAP + svg_text_width(text, strlen(text), font);
	if (legend->at.x > legend->left && legend->at.x + width > legend->right) {
		legend->at.x = legend->left;
		legend->at.y += ROW;
	}
	struct spot at = legend->at;
	legend->at.x += width + BETWEEN;
	if (legend->drawn)
		mindmap_put_line(legend->d, (struct spot){at.x + sign + GAP, at.y}, ANCHOR_START,
				 NULL, text, font, mindmap_ink_plain);
	return at;
}

static void
add_role(struct legend *legend, const struct role *role)
{
	struct spot at = next_entry(legend, SWATCH, entity_name(&role->base));
	if (!legend->drawn)
		return;
	struct xml *xml = &legend->d->xml;
	xml_open(xml, "rect");
	xml_attributef(xml, "x", "%.1f", at.x);
	xml_attributef(xml, "y", "%.1f", at.y + 1.5);
	xml_attributef(xml, "width", "%d", SWATCH);
	xml_attributef(xml, "height", "%d", SWATCH);
	xml_attribute(xml, "rx", "4");
	mindmap_put_color(xml, "fill", show_role_color(role));
	xml_close(xml, "rect");
}

static void
add_mark(struct legend *legend, void (*put)(struct xml *xml, struct spot at), const char *text)
{
	struct spot at = next_entry(legend, MARK_SIZE, text);
	if (legend->drawn)
		put(&legend->d->xml, (struct spot){at.x, at.y + 1});
}

static void
add_relation(struct legend *legend, enum relation relation, const char *text)
{
	struct spot at = next_entry(legend, LINE, text);
	char path[64];
	snprintf(path, sizeof path, "M%.1f %.1fh%d", at.x, at.y + 8.5, LINE);
	if (legend->drawn)
		mindmap_put_relation(legend->d, relation, path, NULL);
}

/* Which roles give a stage or step its colour, by number of role. */
static bool *
roles_in_use(const struct outline *outline)
{
	const struct list *roles = &outline->model->document->roles;
	bool *used = memory_alloc(roles->count + 1);
	memset(used, 0, roles->count + 1);
	struct arena arena = {0};
	for (uint32_t i = 0; i < outline->count; i++) {
		const struct topic *topic = &outline->topics[i];
		bool coloured = topic->sort == TOPIC_STAGE || topic->sort == TOPIC_STEP;
		const struct entity *role = coloured ? topic_role(topic, &arena) : NULL;
		if (role)
			used[role->number] = true;
	}
	arena_free(&arena);
	return used;
}

static void
add_roles(struct legend *legend)
{
	const struct outline *outline = legend->d->outline;
	bool *used = roles_in_use(outline);
	const struct list *roles = &outline->model->document->roles;
	for (uint32_t i = 0; i < roles->count; i++)
		if (used[i + 1])
			add_role(legend, role_at(roles, i));
	memory_free(used);
}

/* Which marks and relations there are. */
struct legend_marks {
	bool key, blocking, relations[RELATION_COUNT];
};

static struct legend_marks
find_use(const struct outline *outline)
{
	struct legend_marks use = {0};
	for (uint32_t i = 0; i < outline->count; i++) {
		use.key = use.key || outline->topics[i].key;
		use.blocking = use.blocking || outline->topics[i].blocking;
	}
	for (uint32_t i = 0; i < outline->arrow_count; i++)
		use.relations[mindmap_relation(&outline->arrows[i])] = true;
	return use;
}

double
mindmap_put_legend(struct drawing *d, double x, double y, double width)
{
	const struct voice *voice = d->outline->voice;
	static const enum word relation_words[RELATION_COUNT] = {
	    WORD_ROUTE_OUTCOME, WORD_ROUTE_LOOP, WORD_ROUTE_WAIT, WORD_ROUTE_NEXT};
	struct legend legend = {d, {x, y}, x, x + width, d->xml.out != NULL};
	struct legend_marks use = find_use(d->outline);
	add_roles(&legend);
	if (use.key)
		add_mark(&legend, mindmap_put_star, show_word(voice, WORD_LEGEND_KEY));
	if (use.blocking)
		add_mark(&legend, mindmap_put_stop, show_word(voice, WORD_LEGEND_BLOCKING));
	for (enum relation relation = 0; relation < RELATION_COUNT; relation++)
		if (use.relations[relation])
			add_relation(&legend, relation, show_word(voice, relation_words[relation]));
	bool empty = legend.at.x <= x && legend.at.y <= y;
	return empty ? 0 : legend.at.y + ROW - y;
}
