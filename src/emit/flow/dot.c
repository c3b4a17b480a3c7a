/* SPDX-License-Identifier: MIT */
/* -t dot: the process as a graph for Graphviz. A stage is a cluster; who does a task stands below
 * its name, for Graphviz has no lanes. A task with sub-steps has a double border and lists them. */
#include "emit/emit.h"
#include "emit/flow/text.h"
#include "emit/limits.h"
#include "model/fields.h"
#include "model/show.h"
#include "plan/graph/flow.h"

enum { LINE = 28 }; /* characters after which a blank is a line end: Graphviz does not wrap */

/* The text within quotes; no sequence of Graphviz's own is left in it. */
static void
put_text(struct buf *out, const char *text)
{
	uint32_t column = 0;
	for (; *text; text++) {
		column = *text == '\n'
			     ? 0
			     : column + ((*text & 0xC0) != 0x80); /* no bytes within a character */
		if (*text == ' ' && column > LINE) {
			buf_puts(out, "\\n");
			column = 0;
			continue;
		}
		if (*text == '"' || *text == '\\')
			buf_putc(out, '\\');
		if (*text == '&') /* else an entity would be read */
			buf_puts(out, "&amp;");
		else if (*text == '\n')
			buf_puts(out, "\\n");
		else
			buf_putc(out, *text);
	}
}

static const char *
looks_of(const struct flow_node *node)
{
	switch (node->type) {
	case FLOW_START:
		return "shape=box, style=\"rounded,filled\", fillcolor=\"#c8e6c9\"";
	case FLOW_END:
		return "shape=box, style=\"rounded,filled\", fillcolor=\"#cfd8dc\"";
	case FLOW_TASK:
		return node->inner ? "shape=box, style=rounded, peripheries=2"
				   : "shape=box, style=rounded";
	case FLOW_SPLIT:
	case FLOW_MERGE:
		return "shape=diamond";
	case FLOW_FORK:
	case FLOW_JOIN:
		return "shape=diamond, style=filled, fillcolor=\"#eceff1\"";
	}
	return "";
}

static void
put_node(struct buf *out, const struct flow *flow, const struct flow_node *node)
{
	struct arena arena = {0};
	buf_printf(out, "\"%s\" [%s, label=\"", node->id, looks_of(node));
	put_text(out, flow_text(flow, node, &arena));
	buf_puts(out, "\"];\n");
	arena_free(&arena);
}

/* Graphviz adds to a cluster that is opened again. */
static void
put_staged(struct buf *out, const struct flow *flow, const struct flow_node *node)
{
	buf_putc(out, '\t');
	if (node->stage) {
		buf_printf(out, "subgraph \"cluster_%s\" { label=\"", node->stage->base.anchor);
		put_text(out, entity_name(&node->stage->base));
		buf_puts(out, "\"; ");
	}
	put_node(out, flow, node);
	if (node->stage) {
		out->length--; /* the line goes on */
		buf_puts(out, " }\n");
	}
}

static void
put_edge(struct buf *out, const struct flow_edge *edge)
{
	buf_printf(out, "\t\"%s\" -> \"%s\"", edge->from->id, edge->to->id);
	if (edge->label) {
		buf_puts(out, " [label=\"");
		put_text(out, edge->label);
		buf_puts(out, "\"]");
	}
	if (edge->back) /* ranks follow the edges forward */
		buf_puts(out, " [constraint=false]");
	buf_puts(out, ";\n");
}

void
emit_dot(struct emission *emission)
{
	if (!limits_let_draw(emission, "-process.dot"))
		return;
	struct flow *flow = flow_new(emission->view.plan, emission->view.voice);
	struct buf out = {0};
	buf_printf(&out, "digraph process {\n\trankdir=%s;\n\tnewrank=true;\n",
		   emission->options->vertical ? "TB" : "LR");
	buf_puts(&out, "\tgraph [fontname=\"DejaVu Sans\", color=\"#90a4ae\"];\n\tnode "
		       "[fontname=\"DejaVu Sans\"];\n"
		       "\tedge [fontname=\"DejaVu Sans\"];\n");
	for (uint32_t i = 0; i < flow->node_count; i++)
		put_staged(&out, flow, flow->nodes[i]);
	for (uint32_t i = 0; i < flow->edge_count; i++)
		put_edge(&out, flow->edges[i]);
	buf_puts(&out, "}\n");
	emission_write(emission, "-process.dot", &out);
	flow_free(flow);
}
