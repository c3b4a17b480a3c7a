/* SPDX-License-Identifier: MIT */
/* -t plantuml: the process as a PlantUML activity diagram with a lane for each role. Its syntax
 * nests blocks and knows nothing else, so what nests is written as blocks: branches of a split
 * between if and endif, of a fork between fork and end fork. Every other edge, those back too, goes
 * to a connector, a letter in a circle, and goes on from the circle of the same letter. A decision
 * whose branches do not meet again goes on, below its endif, with the branch that most depends on.
 * Tasks bear the number of stage and step, and a legend names the stages, for lanes leave no place
 * for them. */
#include "draw/stage_head.h"
#include "draw/pen/svg_text.h"
#include "emit/emit.h"
#include "emit/flow/text.h"
#include "emit/limits.h"
#include "model/fields.h"
#include "model/show.h"
#include "plan/graph/flow_regions.h"
#include "text/syntax/plantuml_text.h"
#include "view/outline/plantuml_size.h"

#include <inttypes.h>
#include <string.h>

/* A split or fork whose branches are being written. */
struct block {
	const struct flow_node *gateway;
	const struct flow_node *end;    /* where its branches meet, or NULL */
	const struct flow_edge *onward; /* the branch that goes on below the block, or NULL */
	uint32_t next;                  /* the branch to be written */
	bool lent;                      /* the end is that of the block around it */
	double top, bottom;             /* of its branches, in the picture */
};

/* Pixels of PlantUML's pictures, as measured: a line; what is above and around the lines of a task;
 * a connector; the sides of a lane; the signs of a block. Branches of a block stand side by side:
 * lanes that have any are wider by about so much. */
static const double LINE = 14.3, AROUND = 43, CONNECTOR = 40, SIDES = 36, SIGNS = 70, BESIDE = 1.7,
		    WRAP = 260;
static const struct svg_font font = {12, false};

struct activity {
	struct buf *out;
	const struct flow *flow;
	struct flow_regions regions;
	struct arena *arena;
	struct block *blocks; /* open ones, outermost first */
	uint32_t depth;
	bool *written;     /* by node */
	bool *joined;      /* by edge: no connector is needed */
	uint32_t *letters; /* by node, or of a join by edge after the nodes: the number of the
			      connector, or 0 */
	uint32_t letter_count;
	const struct role *lane;
	bool has_lane;                /* one is chosen */
	double height, width, legend; /* of the picture: down to here; of the widest task; of the
					 widest line of the legend */
	bool blocks_seen;
};

/* One character: PlantUML takes no more. Beyond letters and digits there are characters enough. */
static void
put_connector(struct activity *a, uint32_t number)
{
	enum { LATIN = 26, DIGITS = 9, CYRILLIC = 32 };
	uint32_t i = number - 1;
	uint32_t rune = i < LATIN                  ? 'A' + i
			: (i -= LATIN) < DIGITS    ? '1' + i
			: (i -= DIGITS) < CYRILLIC ? 0x410 + i
						   : 0x4E00 + (i - CYRILLIC) % 20000;
	buf_putc(a->out, '(');
	buf_rune(a->out, rune);
	buf_puts(a->out, ")\n");
	a->height += CONNECTOR;
}

/* Edges into a join are told apart, for it waits for each; other places have one connector. */
static uint32_t
letter_of(struct activity *a, const struct flow_edge *edge)
{
	uint32_t at =
	    edge->to->type == FLOW_JOIN ? a->flow->node_count + edge->index : edge->to->index;
	if (!a->letters[at])
		a->letters[at] = ++a->letter_count;
	return a->letters[at];
}

/* A text at the start of a line, where Creole knows signs for headings, lists and rules even when
 * written by number: a space of no width keeps them from the start. */
static void
put_text(struct activity *a, const char *text)
{
	if (*text && strchr("=*#-_.:;|~<", *text))
		buf_puts(a->out, "<U+200B>");
	plantuml_text(a->out, text);
}

static void
put_lane_name(struct activity *a, const struct role *role)
{
	if (role)
		buf_printf(a->out, "|#%06" PRIX32 "|",
			   0xFFFFFF - ((0xFFFFFF - show_role_color(role)) >> 4 & 0x0F0F0F));
	else
		buf_putc(a->out, '|');
	put_text(a, show_lane(a->flow->voice, role));
	buf_puts(a->out, "|\n");
}

static void
choose_lane(struct activity *a, const struct role *role)
{
	if (a->flow->lane_count < 2 || (a->has_lane && a->lane == role))
		return;
	a->lane = role;
	a->has_lane = true;
	put_lane_name(a, role);
}

/* Whether something arrives at the node by connector. */
static bool
is_called(const struct activity *a, const struct flow_node *node)
{
	for (uint32_t i = 0; i < node->in_count; i++)
		if (!a->joined[node->in[i]->index])
			return true;
	return false;
}

/* Edges that arrive at a join by connector, each a branch of its own that nothing leads to from
 * above. */
static void
put_arrivals(struct activity *a, const struct flow_node *join, const char *opening)
{
	for (uint32_t i = 0; i < join->in_count; i++) {
		if (a->joined[join->in[i]->index])
			continue;
		buf_printf(a->out, "%s\n-[hidden]->\n", opening);
		put_connector(a, letter_of(a, join->in[i]));
		opening = "fork again";
	}
}

/* Reckons what a task takes in the picture. */
static void
reckon_task(struct activity *a, const struct flow_node *node)
{
	const char *text = node->type == FLOW_TASK
			       ? arena_printf(a->arena, "10.10 %s%s", node->name,
					      flow_text_details(a->flow, node, a->arena))
			       : node->name;
	struct svg_lines lines = svg_text_wrap(a->arena, text, font, WRAP, false);
	a->height += lines.count * LINE + AROUND;
	a->width = lines.width > a->width ? lines.width : a->width;
}

static void
put_text_with(struct activity *a, const struct flow_node *node)
{
	reckon_task(a, node);
	buf_putc(a->out, ':');
	if (node->type != FLOW_TASK) {
		put_text(a, node->name);
	} else {
		plantuml_text(a->out, show_numbered(node->entity, a->arena));
		plantuml_text(a->out, flow_text_details(a->flow, node, a->arena));
	}
	buf_puts(a->out, node->type == FLOW_TASK && node->inner ? "|\n" : ";\n");
}

static void
put_node(struct activity *a, const struct flow_node *node)
{
	choose_lane(a, node->lane);
	if (node->type == FLOW_JOIN) {
		bool alone = true; /* no block that ends here */
		for (uint32_t i = 0; i < node->in_count; i++)
			alone = alone && !a->joined[node->in[i]->index];
		if (alone) {
			put_arrivals(a, node, "fork");
			buf_puts(a->out, "end fork\n");
		}
	} else if (is_called(a, node) && node->in_count) {
		put_connector(a, letter_of(a, node->in[0]));
	}
	if (node->type == FLOW_START)
		buf_puts(a->out, "start\n");
	if (node->type == FLOW_TASK || node->type == FLOW_START || node->type == FLOW_END)
		put_text_with(a, node);
	if (node->type == FLOW_END)
		buf_puts(a->out, "stop\n");
	else if (!node->out_count)
		buf_puts(a->out, "detach\n");
}

static struct block *
innermost(struct activity *a)
{
	return a->depth ? &a->blocks[a->depth - 1] : NULL;
}

/* The node an edge leads on to; NULL when it ends here: at the end of the block, or in a
 * connector. */
static const struct flow_node *
follow(struct activity *a, const struct flow_edge *edge)
{
	const struct block *block = innermost(a);
	if (!edge->back && block && block->end == edge->to) {
		a->joined[edge->index] = true;
		return NULL;
	}
	if (!edge->back && a->regions.entries[edge->to->index] == 1) {
		a->joined[edge->index] = true;
		return edge->to;
	}
	put_connector(a, letter_of(a, edge));
	buf_puts(a->out, "detach\n");
	return NULL;
}

static bool
fits(const struct flow_node *gateway, const struct flow_node *end)
{
	return end && (gateway->type == FLOW_FORK) == (end->type == FLOW_JOIN);
}

/* The branch that most depends on, or that goes to where the block around ends. */
static const struct flow_edge *
onward_edge(const struct activity *a, const struct flow_node *split, const struct flow_node *around)
{
	const struct flow_edge *best = NULL;
	for (uint32_t i = 0; i < split->out_count; i++) {
		const struct flow_edge *edge = split->out[i];
		if (!edge->back && edge->to == around)
			return edge;
		if (edge->back || a->regions.entries[edge->to->index] != 1 ||
		    edge->to->type == FLOW_END)
			continue;
		if (!best || a->regions.sizes[edge->to->index] > a->regions.sizes[best->to->index])
			best = edge;
	}
	return best;
}

static void
open_block(struct activity *a, const struct flow_node *gateway)
{
	const struct flow_node *around = a->depth ? innermost(a)->end : NULL;
	struct block block = {.gateway = gateway,
			      .end = a->regions.ends[gateway->index],
			      .top = a->height,
			      .bottom = a->height};
	a->blocks_seen = true;
	if (!block.end && fits(gateway, around)) {
		block.end = around;
		block.lent = true;
	}
	if (!block.end && gateway->type == FLOW_SPLIT)
		block.onward = onward_edge(a, gateway, around);
	a->blocks[a->depth++] = block;
}

/* An edge that is no branch of a decision may have a condition too. */
static void
put_condition(struct activity *a, const struct flow_edge *edge)
{
	if (!edge->label)
		return;
	buf_puts(a->out, "-> ");
	put_text(a, edge->label);
	buf_puts(a->out, ";\n");
}

static void
put_branch(struct activity *a, const struct block *block, const struct flow_edge *edge)
{
	uint32_t i = block->next;
	choose_lane(a, block->gateway->lane);
	if (block->gateway->type == FLOW_FORK) {
		buf_puts(a->out, i ? "fork again\n" : "fork\n");
		put_condition(a, edge);
		return;
	}
	bool last = i + 1 == block->gateway->out_count;
	buf_puts(a->out, !i ? "if () then (" : last ? "else (" : "elseif () then (");
	if (edge->label)
		put_text(a, edge->label);
	buf_puts(a->out, ")\n");
}

/* What follows the block, or NULL. */
static const struct flow_node *
close_block(struct activity *a)
{
	struct block block = a->blocks[--a->depth];
	bool fork = block.gateway->type == FLOW_FORK;
	a->height = (a->height > block.bottom ? a->height : block.bottom) + SIGNS;
	choose_lane(a, block.end && !block.lent ? block.end->lane : block.gateway->lane);
	if (fork && block.end && !block.lent)
		put_arrivals(a, block.end, "fork again");
	buf_puts(a->out, fork ? "end fork\n" : "endif\n");
	if (block.onward)
		return follow(a, block.onward);
	return block.lent ? NULL : block.end;
}

/* The next branch of the innermost block, or what follows it; NULL when that has ended too. */
static const struct flow_node *
go_on(struct activity *a)
{
	struct block *block = innermost(a);
	if (block->next == block->gateway->out_count)
		return close_block(a);
	const struct flow_edge *edge = block->gateway->out[block->next];
	block->bottom = a->height > block->bottom ? a->height : block->bottom;
	a->height = block->top;
	put_branch(a, block, edge);
	block->next++;
	return edge == block->onward ? NULL : follow(a, edge);
}

static const struct flow_node *
follow_only(struct activity *a, const struct flow_edge *edge)
{
	put_condition(a, edge);
	return follow(a, edge);
}

/* Writes everything that follows a node without a connector. */
static void
put_chain(struct activity *a, const struct flow_node *node)
{
	while (node || a->depth) {
		if (!node) {
			node = go_on(a);
			continue;
		}
		a->written[node->index] = true;
		put_node(a, node);
		const struct flow_node *from = node;
		node = NULL;
		if (from->out_count > 1)
			open_block(a, from);
		else if (from->out_count)
			node = follow_only(a, from->out[0]);
	}
}

/* What the longer side of the picture may take. Lanes are as wide as their tasks. */
static unsigned long
picture_size(const struct activity *a)
{
	double lanes = a->flow->lane_count > 1 ? a->flow->lane_count : 1;
	double width = lanes * (a->width + SIDES) * (a->blocks_seen ? BESIDE : 1);
	return plantuml_size(width > a->legend ? width : a->legend, a->height);
}

static void
put_legend(struct activity *a)
{
	const struct flow *flow = a->flow;
	if (!flow->stage_count)
		return;
	buf_puts(a->out, "legend left\n");
	for (uint32_t i = 0; i < flow->stage_count; i++) {
		const char *note = stage_head_note(flow, flow->stages[i], a->arena);
		const char *line =
		    arena_printf(a->arena, "%s%s%s", stage_head_name(flow->stages[i], a->arena),
				 *note ? " \xC2\xB7 " : "", note);
		double width = svg_text_width(line, strlen(line), font);
		a->legend = width > a->legend ? width : a->legend;
		a->height += LINE;
		plantuml_text(a->out, line);
		buf_putc(a->out, '\n');
	}
	buf_puts(a->out, "endlegend\n");
}

static void
put_activity(struct activity *a)
{
	const struct flow *flow = a->flow;
	buf_puts(a->out, "@startuml\nskinparam shadowing false\nskinparam wrapWidth 260\n");
	for (uint32_t i = 0; flow->lane_count > 1 && i < flow->lane_count; i++)
		put_lane_name(a, flow->lanes[i]);
	for (uint32_t i = 0; i < flow->node_count; i++)
		if (!a->written[i])
			put_chain(a, flow->nodes[i]);
	put_legend(a);
	buf_puts(a->out, "@enduml\n");
}

void
emit_plantuml(struct emission *emission)
{
	if (!limits_let_draw(emission, "-process.puml"))
		return;
	struct flow *flow = flow_new(emission->view.plan, emission->view.voice);
	struct arena *arena = &emission->arena;
	struct buf out = {0};
	struct activity activity = {
	    .out = &out,
	    .flow = flow,
	    .regions = flow_regions(flow, arena),
	    .arena = arena,
	    .blocks = arena_array(arena, flow->node_count, sizeof *activity.blocks),
	    .written = arena_array(arena, flow->node_count, sizeof *activity.written),
	    .joined = arena_array(arena, flow->edge_count + 1, sizeof *activity.joined),
	    .letters =
		arena_array(arena, flow->node_count + flow->edge_count, sizeof *activity.letters)};
	put_activity(&activity);
	unsigned long size = picture_size(&activity);
	if (size > PLANTUML_PIXELS)
		emission_notice(emission, NOTICE_PIXELS, "-process.puml", size);
	emission_write(emission, "-process.puml", &out);
	flow_free(flow);
}
