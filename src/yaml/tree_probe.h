/* SPDX-License-Identifier: MIT */
/* Looks through a file that YAML refuses for what its author meant all the same. */
#ifndef PRESALE_YAML_TREE_PROBE_H
#define PRESALE_YAML_TREE_PROBE_H

#include "yaml/heads.h"

#include <yaml.h>

/* True for a parser that stopped at a key that cannot stand where it does. */
bool
tree_misses_heads(const yaml_parser_t *parser);

/* Finds the texts of lists that keys stand under (heads.h); false when there are none. */
bool
tree_find_heads(struct heads *heads, const char *text, size_t length);

#endif
