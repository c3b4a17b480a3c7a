/* SPDX-License-Identifier: MIT */
/* A topic is known by the id that it was given, wherever it hangs now; what hangs on a topic was
 * changed where its ids are no more those of the mark. */
#include "merge/map/map.h"

#include "merge/map/map_reading.h"
#include "model/fields.h"
#include "model/variant.h"

#include <string.h>

/* The version of the marks, which map it is and the process, as the root's mark ends. */
static const char *
head_of(struct arena *arena, const struct model *model, bool detailed)
{
	return arena_printf(arena, " 1 %s %s", outline_word(detailed),
			    model_process(model)->base.id);
}

/* Which map of this process it is; false, with a remark, for none. */
static bool
scope_of(struct decision *decision, const struct foreign_topic *root, enum outline_scope *scope)
{
	const struct model *model = decision->base ? decision->base->was : decision->voice.model;
	const char *head = root->mark ? strchr(root->mark, ' ') : NULL;
	for (int detailed = 0; head && detailed < 2; detailed++) {
		*scope = detailed ? OUTLINE_DETAILED : OUTLINE_GENERAL;
		if (strcmp(head, head_of(decision->arena, model, detailed)) == 0)
			return true;
	}
	decision_remark(decision, head ? REMARK_OTHER_PROCESS : REMARK_NO_MAP_MARKS, NULL, NULL,
			NULL);
	return false;
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

bool
map_sights(struct decision *decision, const struct foreign *foreign, struct sights *sights)
{
	const struct foreign_topic *root = map_tree_root(foreign);
	struct map_reading r = {.decision = decision, .sights = sights, .arena = decision->arena};
	struct drawn_map today, then;
	enum outline_scope scope;
	if (!scope_of(decision, root, &scope))
		return false;
	draw(&today, &decision->voice, scope, r.arena);
	map_tree_open(&r.tree, &today.outline, root, r.arena);
	if (decision->base) {
		const struct voice voice = {.model = decision->base->was,
					    .lang = decision->voice.lang};
		draw(&then, &voice, scope, r.arena);
		map_match(&r.tree, &(struct map_base){&then.outline, decision->base});
		drop(&then);
	} else {
		map_match(&r.tree, NULL);
	}
	read_nodes(&r);
	drop(&today);
	return true;
}
