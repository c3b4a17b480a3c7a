/* SPDX-License-Identifier: MIT */
/* What the nodes of the process graph say where text alone is drawn: in graphs for Graphviz,
 * Mermaid and PlantUML. */
#ifndef PRESALE_EMIT_FLOW_TEXT_H
#define PRESALE_EMIT_FLOW_TEXT_H

#include "plan/graph/flow.h"
#include "support/buf.h"

/* What is written in a node, its lines parted by \n; in arena. Of a task the name, who does it and
 * by when, and its sub-steps; of a gateway its sign. */
const char *
flow_text(const struct flow *flow, const struct flow_node *node, struct arena *arena);

/* Who else does a task beside the role of its lane, its time, for which variants it is, and its
 * sub-steps: lines that each begin with \n, or "". In arena. */
const char *
flow_text_details(const struct flow *flow, const struct flow_node *node, struct arena *arena);

#endif
