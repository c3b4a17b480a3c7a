/* SPDX-License-Identifier: MIT */
#include "yaml/tree_merge.h"

#include <string.h>

struct tree_merger {
	struct arena *arena;
	struct diagnostics *diags;
	uint64_t copies;
};

static struct node *
merge_pairs(struct tree_merger *m, struct node **tail, const struct node *map)
{
	for (const struct node *key = map->first; key; key = key->next->next) {
		struct node *copy = arena_array(m->arena, 2, sizeof *copy);
		copy[0] = *key;
		copy[1] = *key->next;
		copy[0].merged = true;
		copy[0].next = &copy[1];
		copy[1].next = NULL;
		*tail = copy;
		tail = &copy[1].next;
	}
	return *tail;
}

static struct node **
last_link(struct node **tail)
{
	while (*tail)
		tail = &(*tail)->next;
	return tail;
}

/* Takes the << pair at *link out of a mapping and appends what it merges. */
static void
merge_apply(struct tree_merger *m, struct node *map, struct node **link)
{
	struct node *value = (*link)->next;
	struct node *single = value->type == NODE_LIST ? value->first : value;
	*link = value->next;
	struct node **tail = last_link(&map->first);
	for (struct node *one = single; one; one = value->type == NODE_LIST ? one->next : NULL) {
		if (one->type != NODE_MAP) {
			diag(m->diags, RULE_YAML_MERGE, one->pos);
			return;
		}
		map->size += one->size;
		m->copies += one->size;
		merge_pairs(m, tail, one);
		tail = last_link(tail);
	}
}

uint64_t
tree_merge(struct arena *arena, struct diagnostics *diags, struct node *map)
{
	struct tree_merger merger = {.arena = arena, .diags = diags}, *m = &merger;
	struct node **link = &map->first;
	struct pos seen = {0};
	while (*link) {
		struct node *key = *link;
		bool is_merge = key->type == NODE_TEXT && key->plain && !key->merged &&
				strcmp(key->text, "<<") == 0;
		if (is_merge && seen.line) {
			diag1(m->diags, RULE_YAML_DUPLICATE, key->pos, "<<")->related = seen;
			*link = key->next->next;
		} else if (is_merge) {
			seen = key->pos;
			merge_apply(m, map, link);
		} else {
			link = &key->next->next;
		}
	}
	return m->copies;
}
