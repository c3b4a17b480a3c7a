/* SPDX-License-Identifier: MIT */
#include "emit/flow/text.h"

#include "model/fields.h"
#include "model/show.h"
#include "plan/part_said.h"
#include "plan/sub_step.h"

/* A stage or a step, as far as they are alike. */
struct text_work {
	const struct duration *deadline;
	const struct refs *only;
	const struct list *steps; /* sub-steps, or NULL */
};

static struct text_work
work_of(const struct entity *entity)
{
	if (entity->kind == KIND_STAGE)
		return (struct text_work){&stage_of(entity)->deadline, &stage_of(entity)->only,
					  NULL};
	return (struct text_work){&step_of(entity)->deadline, &step_of(entity)->only,
				  &step_of(entity)->steps};
}

static void
put_steps(struct buf *text, const struct flow *flow, const struct flow_node *node,
	  struct arena *arena)
{
	const struct list *steps = node->inner ? work_of(node->entity).steps : NULL;
	for (uint32_t i = 0; steps && i < steps->count; i++)
		buf_printf(text, "\n%s", sub_step_said(flow->voice, steps->items[i], arena));
}

/* Lines of their own: who approves; time; «только: Ключевой клиент». */
static void
put_terms(struct buf *text, const struct flow *flow, const struct flow_node *node,
	  struct arena *arena)
{
	struct text_work work = work_of(node->entity);
	const char *time = show_deadline(flow->voice, node->entity, arena);
	const char *besides = part_said_besides(node->entity, arena);
	if (*besides)
		buf_printf(text, "\n%s", besides);
	if (node->approver)
		buf_printf(text, "\n%s",
			   show_word_with(flow->voice, WORD_APPROVED_BY,
					  entity_name(&node->approver->base), arena));
	if (*time)
		buf_printf(text, "\n%s", time);
	for (uint32_t i = 0; i < work.only->count; i++) {
		const char *variant = show_ref(flow->voice, &work.only->items[i]);
		buf_printf(text, "%s%s", i ? ", " : "\n",
			   i ? variant
			     : show_word_with(flow->voice, WORD_ONLY_FOR, variant, arena));
	}
}

/* Who does it. */
static void
put_roles(struct buf *text, const struct flow *flow, const struct flow_node *node)
{
	const char *lane = show_lane(flow->voice, node->lane);
	if (!node->lane && lane == show_word(flow->voice, WORD_ROLE_UNTOLD))
		return;
	buf_printf(text, "\n(%s", lane);
	for (uint32_t i = 1; node->lane && node->roles[i]; i++)
		buf_printf(text, ", %s", entity_name(&node->roles[i]->base));
	buf_putc(text, ')');
}

static const char *
keep(struct buf *text, struct arena *arena)
{
	const char *kept = arena_string(arena, buf_text(text));
	buf_free(text);
	return kept;
}

const char *
flow_text(const struct flow *flow, const struct flow_node *node, struct arena *arena)
{
	if (node->type == FLOW_FORK || node->type == FLOW_JOIN)
		return "+";
	if (node->type == FLOW_SPLIT || node->type == FLOW_MERGE)
		return "\xC3\x97"; /* × */
	if (node->type != FLOW_TASK)
		return node->name;
	struct buf text = {0};
	buf_puts(&text, show_numbered(node->entity, arena));
	if (!node->lane || node->lane != node->approver)
		put_roles(&text, flow, node);
	put_terms(&text, flow, node, arena);
	put_steps(&text, flow, node, arena);
	return keep(&text, arena);
}

const char *
flow_text_details(const struct flow *flow, const struct flow_node *node, struct arena *arena)
{
	struct buf text = {0};
	for (uint32_t i = 1; node->lane && node->roles[i]; i++)
		buf_printf(&text, "\n+ %s", entity_name(&node->roles[i]->base));
	put_terms(&text, flow, node, arena);
	put_steps(&text, flow, node, arena);
	return keep(&text, arena);
}
