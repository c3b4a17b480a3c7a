/* SPDX-License-Identifier: MIT */
#include "plan/graph/dominators.h"

void
dominator_place(struct dominator *tree, uint32_t node, uint32_t parent)
{
	const struct dominator *above = &tree[parent], *jump = &tree[above->jump];
	bool equal = above->depth - jump->depth == jump->depth - tree[jump->jump].depth;
	tree[node] = (struct dominator){parent, equal ? jump->jump : parent, above->depth + 1};
}

uint32_t
dominator_at(const struct dominator *tree, uint32_t node, uint32_t depth)
{
	while (tree[node].depth > depth)
		node = tree[tree[node].jump].depth >= depth ? tree[node].jump : tree[node].parent;
	return node;
}

uint32_t
dominator_common(const struct dominator *tree, uint32_t a, uint32_t b)
{
	a = dominator_at(tree, a, tree[b].depth);
	b = dominator_at(tree, b, tree[a].depth);
	while (a != b) {
		bool far = tree[a].jump != tree[b].jump;
		a = far ? tree[a].jump : tree[a].parent;
		b = far ? tree[b].jump : tree[b].parent;
	}
	return a;
}
