/* SPDX-License-Identifier: MIT */
/* Merges: what << takes over from other mappings. */
#ifndef PRESALE_YAML_TREE_MERGE_H
#define PRESALE_YAML_TREE_MERGE_H

#include "yaml/tree.h"

/* Replaces the << of a mapping by copies of the pairs it stands for, behind its own; tells how many
 * values they hold. */
uint64_t
tree_merge(struct arena *arena, struct diagnostics *diags, struct node *map);

#endif
