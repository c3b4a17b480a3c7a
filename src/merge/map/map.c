/* SPDX-License-Identifier: MIT */
/* A topic is known by the id that it was given, wherever it hangs now; what hangs on a topic was
 * changed where its ids are no more those of the mark. */
#include "merge/map/map.h"

#include "merge/map/map_reading.h"
#include "model/fields.h"
#include "model/variant.h"
#include "support/map.h"
#include "view/mark.h"

#include <string.h>

/* The version of the marks, which map it is and the process, as the root's mark ends. */
static const char *
head_of(struct arena *arena, const struct model *model, bool detailed)
{
	return arena_printf(arena, " 1 %s %s", outline_word(detailed),
			    model_process(model)->base.id);
}

/* An outline with what it is made of. */
struct drawn_map {
	struct plan *plan;
	struct outline outline;
};

static void
draw(struct drawn_map *map, const struct voice *voice, enum outline_scope scope,
     struct arena *arena)
{
	static const struct view_options options = {0};
	map->plan = plan_new(voice->model, NULL);
	const struct view view = {.voice = voice, .plan = map->plan, .options = &options};
	outline_start(&map->outline, &view, scope, arena);
}

static void
drop(struct drawn_map *map)
{
	outline_free(&map->outline);
	plan_free(map->plan);
}

/* Which map it is by its mark; false: none of this process. */
static bool
scope_marked(struct decision *decision, const char *mark, enum outline_scope *scope)
{
	const struct model *model = decision->base ? decision->base->was : decision->voice.model;
	const char *head = strchr(mark, ' ');
	for (int detailed = 0; head && detailed < 2; detailed++) {
		*scope = detailed ? OUTLINE_DETAILED : OUTLINE_GENERAL;
		if (strcmp(head, head_of(decision->arena, model, detailed)) == 0)
			return true;
	}
	decision_remark(decision, head ? REMARK_OTHER_PROCESS : REMARK_NO_MAP_MARKS, NULL, NULL,
			NULL);
	return false;
}

/* Notes what a document says; how many topics it has. */
static uint32_t
note_texts(const struct foreign_topic *topic, struct map *texts, struct arena *arena)
{
	uint32_t count = 1;
	*map_at(texts, mark_carried(topic->text, arena)) = (void *)(uintptr_t)1;
	for (const struct foreign_topic *child = topic->first; child; child = child->next)
		count += note_texts(child, texts, arena);
	return count;
}

/* How much a map and a document of so many topics have in common, from 0 to 1. */
static double
share_of(const struct outline *outline, const struct map *texts, uint32_t most, struct arena *arena)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < outline->count; i++)
		count += map_get(texts, mark_carried(topic_whole(&outline->topics[i], arena),
						     arena)) != NULL;
	return (double)count / (most > outline->count ? most : outline->count);
}

/* Which map it is by what it says: that of which it has more, and a third at least. */
static bool
scope_alike(struct decision *decision, const struct voice *then, const struct foreign_topic *root,
	    enum outline_scope *scope)
{
	const double least = 1.0 / 3;
	struct map texts = {0};
	double shares[2];
	uint32_t count = note_texts(root, &texts, decision->arena);
	for (int detailed = 0; detailed < 2; detailed++) {
		struct drawn_map map;
		draw(&map, then, detailed ? OUTLINE_DETAILED : OUTLINE_GENERAL, decision->arena);
		shares[detailed] = share_of(&map.outline, &texts, count, decision->arena);
		drop(&map);
	}
	map_free(&texts);
	*scope = shares[1] >= shares[0] ? OUTLINE_DETAILED : OUTLINE_GENERAL;
	if (shares[*scope == OUTLINE_DETAILED] >= least)
		return true;
	decision_remark(decision, REMARK_OTHER_PROCESS, NULL, NULL, NULL);
	return false;
}

static bool
scope_of(struct decision *decision, const struct voice *then, const struct foreign_topic *root,
	 enum outline_scope *scope)
{
	if (decision->base && !root->mark)
		return scope_alike(decision, then, root, scope);
	return scope_marked(decision, root->mark ? root->mark : "", scope);
}

static void
read_nodes(struct map_reading *r)
{
	for (uint32_t i = 0; i < r->tree.count; i++) {
		if (r->tree.nodes[i].shown == TOPIC_NONE)
			continue;
		map_texts_read(r, i);
		map_news_read(r, i);
		map_moves_read(r, i);
	}
	if (!variant_leaves_idle(r->decision->voice.model->document))
		map_gone_read(r);
}

/* Compares the map with what it was built of. */
static void
match_based(struct map_reading *r, const struct voice *voice, enum outline_scope scope)
{
	struct drawn_map then;
	draw(&then, voice, scope, r->arena);
	if (!r->tree.nodes[0].marked)
		map_unmarked_mark(&r->tree, &then.outline);
	map_match(&r->tree, &(struct map_base){&then.outline, r->decision->base});
	drop(&then);
}

bool
map_sights(struct decision *decision, const struct foreign *foreign, struct sights *sights)
{
	const struct foreign_topic *root = map_tree_root(foreign);
	struct map_reading r = {.decision = decision, .sights = sights, .arena = decision->arena};
	const struct voice then = {.model = decision->base ? decision->base->was : NULL,
				   .lang = decision->voice.lang};
	struct drawn_map today;
	enum outline_scope scope;
	if (!*root->text && foreign->title && !root->mark) {
		decision_remark(decision, REMARK_PLAIN_OUTLINE, NULL, NULL, NULL);
		return false;
	}
	if (!scope_of(decision, &then, root, &scope))
		return false;
	draw(&today, &decision->voice, scope, r.arena);
	map_tree_open(&r.tree, &today.outline, root, r.arena);
	if (decision->base)
		match_based(&r, &then, scope);
	else
		map_match(&r.tree, NULL);
	read_nodes(&r);
	drop(&today);
	return true;
}
