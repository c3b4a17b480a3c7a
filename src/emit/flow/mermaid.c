/* SPDX-License-Identifier: MIT */
/* -t mermaid: the process as a Mermaid flowchart. A stage is a subgraph; who does a task stands
 * below its name and gives it the colour of its border, for Mermaid has no lanes. A task with
 * sub-steps has doubled sides and lists them. It runs downwards, for the pages that show Mermaid
 * are narrow. */
#include "draw/stage_head.h"
#include "emit/emit.h"
#include "emit/flow/text.h"
#include "emit/limits.h"
#include "model/fields.h"
#include "model/show.h"
#include "text/syntax/mermaid_text.h"

#include <inttypes.h>
#include <string.h>

/* What stands around the text of a node. An id has p_ before it, for some words are keywords:
 * end. */
static const char *const shapes[][2] = {
    [FLOW_START] = {"([\"", "\"])"}, [FLOW_END] = {"([\"", "\"])"}, [FLOW_TASK] = {"(\"", "\")"},
    [FLOW_SPLIT] = {"{\"", "\"}"},   [FLOW_MERGE] = {"{\"", "\"}"}, [FLOW_FORK] = {"{\"", "\"}"},
    [FLOW_JOIN] = {"{\"", "\"}"},
};
static const char *const listing[2] = {"[[\"", "\"]]"};

static const char *const classes[] = {
    [FLOW_START] = ":::start", [FLOW_END] = ":::finish", [FLOW_TASK] = "",        [FLOW_SPLIT] = "",
    [FLOW_MERGE] = "",         [FLOW_FORK] = ":::both",  [FLOW_JOIN] = ":::both",
};

static void
put_node(struct buf *out, const struct flow *flow, const struct flow_node *node)
{
	struct arena arena = {0};
	const char *const *shape = node->inner ? listing : shapes[node->type];
	buf_printf(out, "    p_%s%s", node->id, shape[0]);
	mermaid_text(out, flow_text(flow, node, &arena));
	buf_printf(out, "%s%s", shape[1], classes[node->type]);
	if (node->type == FLOW_TASK && node->lane)
		buf_printf(out, ":::role%u", (unsigned)node->lane->base.number);
	buf_putc(out, '\n');
	arena_free(&arena);
}

/* The nodes of a stage; of no stage those before or after all. */
static void
put_nodes(struct buf *out, const struct flow *flow, const struct stage *stage)
{
	for (uint32_t i = 0; i < flow->node_count; i++)
		if (flow->nodes[i]->stage == stage)
			put_node(out, flow, flow->nodes[i]);
}

static void
put_stage(struct buf *out, const struct flow *flow, const struct stage *stage)
{
	struct arena arena = {0};
	buf_printf(out, "  subgraph stage%u[\"", (unsigned)stage->base.number);
	mermaid_text(out, stage_head_name(stage, &arena));
	const char *note = stage_head_note(flow, stage, &arena);
	if (*note) {
		buf_puts(out, " \xC2\xB7 ");
		mermaid_text(out, note);
	}
	buf_puts(out, "\"]\n");
	put_nodes(out, flow, stage);
	buf_puts(out, "  end\n");
	arena_free(&arena);
}

static void
put_edge(struct buf *out, const struct flow_edge *edge)
{
	buf_printf(out, "  p_%s -->", edge->from->id);
	if (edge->label) {
		buf_puts(out, "|\"");
		mermaid_text(out, edge->label);
		buf_puts(out, "\"|");
	}
	buf_printf(out, " p_%s\n", edge->to->id);
}

static void
put_classes(struct buf *out, const struct flow *flow)
{
	buf_puts(out, "  classDef start fill:#c8e6c9,stroke:#2e7d32,color:#1b1b1b\n"
		      "  classDef finish fill:#cfd8dc,stroke:#546e7a,color:#1b1b1b\n"
		      "  classDef both fill:#eceff1,stroke:#546e7a,color:#1b1b1b\n");
	buf_puts(out, "  classDef stage fill:#f7f9fa,stroke:#90a4ae,color:#1b1b1b\n");
	for (uint32_t i = 0; i < flow->stage_count; i++)
		buf_printf(out, "  class stage%u stage\n", (unsigned)flow->stages[i]->base.number);
	for (uint32_t i = 0; i < flow->lane_count; i++)
		if (flow->lanes[i])
			buf_printf(
			    out, "  classDef role%u stroke:#%06" PRIx32 ",stroke-width:2px\n",
			    (unsigned)flow->lanes[i]->base.number, show_role_color(flow->lanes[i]));
}

/* Titles of stages get room of their own: what enters a stage would run through them. */
static void
put_flow(struct buf *out, const struct flow *flow)
{
	buf_puts(out, "%%{init: {\"flowchart\": {\"subGraphTitleMargin\": {\"top\": 6, \"bottom\": "
		      "18}}}}%%\nflowchart TB\n");
	put_nodes(out, flow, NULL);
	for (uint32_t i = 0; i < flow->stage_count; i++)
		put_stage(out, flow, flow->stages[i]);
	for (uint32_t i = 0; i < flow->edge_count; i++)
		put_edge(out, flow->edges[i]);
	put_classes(out, flow);
}

void
emit_mermaid(struct emission *emission)
{
	if (!limits_let_draw(emission, "-process.mmd"))
		return;
	struct flow *flow = flow_new(emission->view.plan, emission->view.voice);
	struct buf out = {0};
	put_flow(&out, flow);
	if (!mermaid_draws(&out, flow->edge_count)) {
		const char *comment =
		    arena_printf(&emission->arena, "%%%% %s\n",
				 show_word(emission->view.voice, WORD_MERMAID_LARGE));
		buf_insert(&out, 0, comment, strlen(comment));
		emission_notice(emission, NOTICE_FLOWCHART_LARGE, "-process.mmd", flow->edge_count);
	}
	emission_write(emission, "-process.mmd", &out);
	flow_free(flow);
}
