/* SPDX-License-Identifier: MIT */
/* A tree of dominators: the parent of a node is the last one that every path from the root to it
 * passes. Nodes are numbers, placed in an order in which no path leads to an earlier one, so the
 * tree is made in one pass: the parent of a node is the common ancestor of those that lead to it.
 *
 *        a            a          Of d, which b and c lead to, the parent is a;
 *       / \         / | \        of e it is d.
 *      b   c       b  c  d
 *       \ /              |
 *        d               e
 *        |
 *        e
 *
 * Beside its parent a node knows a far ancestor, its jump: the parent's jump's jump where the two
 * steps to there are equally long, else the parent. So an ancestor at any depth, and the common one
 * of two nodes, are found in a logarithm of steps with two numbers a node (the skew-binary random
 * access list of E. W. Myers, An applicative random-access stack, 1983). */
#ifndef PRESALE_PLAN_GRAPH_DOMINATORS_H
#define PRESALE_PLAN_GRAPH_DOMINATORS_H

#include <stdbool.h>
#include <stdint.h>

struct dominator {
	uint32_t parent, jump; /* itself at the root */
	uint32_t depth;        /* 0 at the root */
};

/* Hangs a node below a parent, which is in the tree. The root is {root, root, 0}. */
void
dominator_place(struct dominator *tree, uint32_t node, uint32_t parent);

/* The ancestor of a node at a depth, or the node itself where it is no deeper. */
uint32_t
dominator_at(const struct dominator *tree, uint32_t node, uint32_t depth);

/* The deepest common ancestor of two nodes; a node is its own. */
uint32_t
dominator_common(const struct dominator *tree, uint32_t a, uint32_t b);

#endif
