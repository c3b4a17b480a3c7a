/* SPDX-License-Identifier: MIT */
/* Rules on what follows what: dependencies and routes. */
#include "check/checker.h"
#include "check/default_wait.h"
#include "model/fields.h"
#include "plan/graph/flow.h"
#include "plan/plan.h"
#include "support/utf8.h"

enum { PATH_SHOWN = 8, TRAPS_SHOWN = 20, VISITS_A_TASK = 24 };

/* «Этап», «Этап / шаг» or «Этап / шаг / подшаг» */
static const char *
full_name(struct checker *c, const struct entity *entity)
{
	const char *name = entity_name(entity);
	for (const struct entity *at = entity; at->kind == KIND_STEP; at = at->parent)
		name = arena_printf(&c->arena, "%s / %s", entity_name(at->parent), name);
	return name;
}

static const char *
cycle_path(struct checker *c, const struct cycle *cycle)
{
	const char *path = full_name(c, cycle->entities[0]);
	for (uint32_t i = 1; i < cycle->count; i++) {
		if (i == PATH_SHOWN && i + 1 < cycle->count) {
			path = arena_printf(&c->arena, "%s → …", path);
			i = cycle->count - 1;
		}
		path = arena_printf(&c->arena, "%s → %s", path, full_name(c, cycle->entities[i]));
	}
	return path;
}

/* Where a task says that it waits for another: the reference, or its `after`, or itself when it
 * does so by default. */
static struct pos
wait_pos(const struct entity *waiter, const struct entity *wait)
{
	const struct refs *after = task_after(waiter);
	for (uint32_t i = 0; i < after->count; i++)
		if (after->items[i].to == wait)
			return after->items[i].pos;
	return after->pos.line ? after->pos : waiter->pos;
}

/* A cycle that closes by what a deadline counts from, or by what it ends ahead of; false when it
 * does not. */
static bool
report_later(struct checker *c, const struct cycle *cycle)
{
	for (uint32_t i = 0; i + 1 < cycle->count; i++) {
		const struct entity *waiter = cycle->entities[i], *wait = cycle->entities[i + 1];
		const struct terms *terms = task_terms(waiter, NULL),
				   *ahead = task_terms(wait, NULL);
		if (terms && terms->from.to == wait)
			report2(c, RULE_DEADLINE_LATER, waiter, terms->from.pos,
				entity_name(waiter), entity_name(wait));
		else if (ahead && ahead->before.to == waiter)
			report2(c, RULE_DEADLINE_AHEAD_OF_EARLIER, wait, ahead->before.pos,
				entity_name(wait), entity_name(waiter));
		else
			continue;
		return true;
	}
	return false;
}

void
check_cycles(struct checker *c, const struct entity *entity)
{
	(void)entity;
	for (uint32_t i = 0; i < c->plan->cycle_count; i++) {
		const struct cycle *cycle = &c->plan->cycles[i];
		if (report_later(c, cycle))
			continue;
		const struct entity *first = cycle->entities[0], *second = cycle->entities[1];
		struct diagnostic *found = report1(c, RULE_FLOW_CIRCLE, first,
						   wait_pos(first, second), cycle_path(c, cycle));
		if (cycle->count > 2)
			found->related = wait_pos(second, cycle->entities[2]);
	}
}

/* Of one task what it names twice, and itself. Marks hold the place of a name in `after` from 1, by
 * task, for this waiter. */
static void
check_after(struct checker *c, uint32_t waiter, struct pos *first_pos, uint32_t *marks)
{
	const struct entity *entity = c->plan->tasks[waiter].entity;
	const struct refs *after = task_after(entity);
	for (uint32_t i = 0; i < after->count; i++) {
		const struct ref *ref = &after->items[i];
		const struct task *wait = plan_task(c->plan, ref->to);
		if (!wait)
			continue;
		uint32_t index = (uint32_t)(wait - c->plan->tasks);
		if (index == waiter)
			report1(c, RULE_FLOW_WAITS_FOR_ITSELF, entity, ref->pos,
				entity_name(entity));
		else if (marks[index] == waiter + 1)
			report2(c, RULE_FLOW_DUPLICATE_WAIT, entity, ref->pos, entity_name(entity),
				entity_name(ref->to))
			    ->related = first_pos[index];
		marks[index] = waiter + 1;
		first_pos[index] = ref->pos;
	}
}

void
check_waits(struct checker *c, const struct entity *entity)
{
	size_t size = (size_t)c->plan->count + 1;
	uint32_t *marks = arena_array(&c->arena, size, sizeof *marks);
	struct pos *pos = arena_array(&c->arena, size, sizeof *pos);
	(void)entity;
	for (uint32_t i = 0; i < c->plan->count; i++)
		check_after(c, i, pos, marks);
}

/* Looks back from what a task waits for. What it meets there and the task names as well goes
 * without saying. */
struct look_back {
	const struct plan *plan;
	uint32_t *named, *seen; /* by task: the last waiter that named or met it, from 1 */
	uint32_t *through;      /* by task: what led there */
	struct pos *named_pos;  /* by task: where */
	uint32_t *stack;
	uint64_t left; /* how far all together may look, so that this stays linear */
};

static void
look_back(struct checker *c, struct look_back *look, uint32_t waiter)
{
	const struct plan *plan = look->plan;
	const struct entity *entity = plan->tasks[waiter].entity;
	const struct refs *after = task_after(entity);
	uint32_t depth = 0, stamp = waiter + 1;
	for (uint32_t i = 0; i < after->count; i++) {
		const struct task *wait = plan_task(plan, after->items[i].to);
		uint32_t index = wait ? (uint32_t)(wait - plan->tasks) : waiter;
		if (index == waiter || look->seen[index] == stamp)
			continue;
		look->named[index] = look->seen[index] = stamp;
		look->named_pos[index] = after->items[i].pos;
		look->through[index] = index;
		look->stack[depth++] = index;
	}
	while (depth && look->left) {
		uint32_t at = look->stack[--depth];
		const struct task *seen = &plan->tasks[at];
		for (uint32_t i = 0; i < seen->after_count && look->left; i++, look->left--) {
			uint32_t index = (uint32_t)(seen->after[i] - plan->tasks);
			if (look->named[index] == stamp) {
				look->named[index] = 0;
				report3(c, RULE_FLOW_REDUNDANT_WAIT, entity, look->named_pos[index],
					entity_name(entity),
					full_name(c, plan->tasks[index].entity),
					full_name(c, plan->tasks[look->through[at]].entity));
			}
			if (look->seen[index] == stamp)
				continue;
			look->seen[index] = stamp;
			look->through[index] = look->through[at];
			look->stack[depth++] = index;
		}
	}
}

void
check_redundant_waits(struct checker *c, const struct entity *entity)
{
	size_t size = (size_t)c->plan->count + 1;
	struct look_back look = {.plan = c->plan, .left = size * VISITS_A_TASK};
	look.named = arena_array(&c->arena, size, sizeof *look.named);
	look.seen = arena_array(&c->arena, size, sizeof *look.seen);
	look.through = arena_array(&c->arena, size, sizeof *look.through);
	look.named_pos = arena_array(&c->arena, size, sizeof *look.named_pos);
	look.stack = arena_array(&c->arena, size, sizeof *look.stack);
	(void)entity;
	for (uint32_t i = 0; i < c->plan->count && !c->plan->cycle_count; i++)
		if (task_after(c->plan->tasks[i].entity)->count > 1)
			look_back(c, &look, i);
}

void
check_one_outcome(struct checker *c, const struct entity *entity)
{
	const struct list *outcomes = task_outcomes(entity);
	bool lone = outcomes->count == 1 && outcome_at(outcomes, 0)->condition.s;
	if (lone && !task_is_ongoing(entity)) /* which goes on otherwise */
		report2(c, RULE_FLOW_ONE_OUTCOME, outcomes->items[0],
			outcome_at(outcomes, 0)->condition.pos, entity_name(entity),
			outcome_at(outcomes, 0)->condition.s);
}

void
check_equal_conditions(struct checker *c, const struct entity *entity)
{
	const struct list *outcomes = task_outcomes(entity);
	struct map conditions = {0};
	for (uint32_t i = 0; i < outcomes->count && outcomes->count > 1; i++) {
		const struct outcome *outcome = outcome_at(outcomes, i);
		if (!outcome->condition.s)
			continue;
		struct entity **first = (struct entity **)map_at(
		    &conditions, utf8_fold(&c->arena, outcome->condition.s, FOLD_CASE));
		if (*first)
			report2(c, RULE_FLOW_EQUAL_CONDITIONS, outcomes->items[i],
				outcome->condition.pos, outcome->condition.s, entity_name(entity))
			    ->related = outcome_of(*first)->condition.pos;
		else
			*first = outcomes->items[i];
	}
	map_free(&conditions);
}

static bool
is_end(const struct ref *ref)
{
	return ref->to && ref->to->kind == KIND_END;
}

static void
check_end_alone(struct checker *c, const struct entity *entity, const struct outcome *outcome)
{
	const struct refs *targets = outcome_targets(outcome);
	for (uint32_t i = 0; i < targets->count && targets->count > 1; i++)
		if (is_end(&targets->items[i]))
			report1(c, RULE_FLOW_END_ALONE, &outcome->base, targets->items[i].pos,
				entity_name(entity));
}

/* Where an outcome leads nowhere, its author is told so, and may have meant a condition. */
static bool
leads_somewhere(const struct outcome *outcome)
{
	const struct refs *targets = outcome_targets(outcome);
	for (uint32_t i = 0; i < targets->count; i++)
		if (targets->items[i].to)
			return true;
	return !targets->count;
}

/* One that is taken when no other is, one that is usual, and the end by itself. */
void
check_outcomes(struct checker *c, const struct entity *entity)
{
	const struct list *outcomes = task_outcomes(entity);
	const struct outcome *other = NULL, *usual = NULL;
	for (uint32_t i = 0; i < outcomes->count; i++) {
		const struct outcome *outcome = outcome_at(outcomes, i);
		if (!leads_somewhere(outcome))
			continue;
		check_end_alone(c, entity, outcome);
		if (outcome_is_default(outcome) && other)
			report1(c, RULE_FLOW_SEVERAL_DEFAULTS, &outcome->base, outcome->base.pos,
				entity_name(entity))
			    ->related = other->base.pos;
		if (outcome->usual.on && usual)
			report1(c, RULE_FLOW_SEVERAL_USUAL, &outcome->base, outcome->usual.pos,
				entity_name(entity))
			    ->related = usual->usual.pos;
		other = outcome_is_default(outcome) && !other ? outcome : other;
		usual = outcome->usual.on && !usual ? outcome : usual;
	}
}

/* The first outcome ends the process, and nobody said that this is usual. */
void
check_usual_end(struct checker *c, const struct entity *entity)
{
	const struct list *outcomes = task_outcomes(entity);
	const struct outcome *usual = task_usual(entity);
	const struct refs *targets = usual ? outcome_targets(usual) : NULL;
	if (!targets || !targets->count || !is_end(&targets->items[0]) || usual->usual.on ||
	    outcome_is_default(usual))
		return;
	for (uint32_t i = usual->base.number; i < outcomes->count; i++)
		if (task_leads_on(entity, outcome_at(outcomes, i))) {
			report2(c, RULE_FLOW_USUAL_END, &usual->base, usual->condition.pos,
				entity_name(entity), usual->condition.s);
			return;
		}
}

void
check_idle_outcomes(struct checker *c, const struct entity *entity)
{
	const struct entity *last = task_deciding_step(entity);
	if (last && task_outcomes(entity)->count)
		report2(c, RULE_FLOW_IDLE_OUTCOMES, entity, stage_of(entity)->outcomes.pos,
			entity_name(entity), entity_name(last))
		    ->related = last->pos;
}

/* How a stage is followed. */
struct stage_ends {
	const struct plan *plan;
	bool *waited_for; /* by task: a stage, or a step of another stage, waits for it or a step of
			     it */
	bool *routed; /* by task, of stages: it or a step of it has outcomes that leave the stage */
	bool *targeted; /* by task, of stages: an outcome leads to it or into it */
};

static uint32_t
stage_index(const struct plan *plan, const struct entity *entity)
{
	return (uint32_t)(plan_task(plan, &task_stage(entity)->base) - plan->tasks);
}

static void
mark_route(struct stage_ends *ends, uint32_t from, const struct entity *to)
{
	uint32_t index = to && to->kind != KIND_END ? stage_index(ends->plan, to) : UINT32_MAX;
	if (index != from)
		ends->routed[from] = true;
	if (index != from && index != UINT32_MAX)
		ends->targeted[index] = true;
}

static void
mark_routes(struct stage_ends *ends, const struct entity *entity)
{
	const struct list *outcomes = task_outcomes(entity);
	uint32_t from = stage_index(ends->plan, entity);
	for (uint32_t i = 0; i < outcomes->count; i++) {
		const struct refs *targets = outcome_targets(outcome_at(outcomes, i));
		for (uint32_t j = 0; j < targets->count; j++)
			mark_route(ends, from, targets->items[j].to);
	}
}

/* What a task ends so long ahead of waits for it. */
static void
mark_ahead(struct stage_ends *ends, const struct task *task)
{
	const struct task *before =
	    task->terms ? plan_task(ends->plan, task->terms->before.to) : NULL;
	uint32_t own = stage_index(ends->plan, task->entity);
	if (before && stage_index(ends->plan, before->entity) != own)
		ends->waited_for[own] = true;
}

static struct stage_ends
find_ends(struct checker *c)
{
	const struct plan *plan = c->plan;
	struct stage_ends ends = {.plan = plan};
	size_t size = (size_t)plan->count + 1;
	ends.waited_for = arena_array(&c->arena, size, sizeof *ends.waited_for);
	ends.routed = arena_array(&c->arena, size, sizeof *ends.routed);
	ends.targeted = arena_array(&c->arena, size, sizeof *ends.targeted);
	for (uint32_t i = 0; i < plan->count; i++) {
		const struct task *task = &plan->tasks[i];
		uint32_t own = stage_index(plan, task->entity);
		for (uint32_t k = 0; k < task->after_count; k++) {
			uint32_t other = stage_index(plan, task->after[k]->entity);
			if (other != own)
				ends.waited_for[other] = true;
		}
		mark_ahead(&ends, task);
		mark_routes(&ends, task->entity);
	}
	return ends;
}

/* A stage beside one that nobody waits for: it begins after the same, and the process goes on from
 * it. */
static const struct task *
beside(const struct stage_ends *ends, uint32_t lone, const uint32_t *by_start, uint32_t starts)
{
	const struct task *task = &ends->plan->tasks[lone];
	uint32_t found = task->after_count ? by_start[task->after[0] - ends->plan->tasks] : starts;
	return found && found - 1 != lone ? &ends->plan->tasks[found - 1] : NULL;
}

/* The last stage of the file that ends and that no outcome leads to, of the usual way or of all;
 * PLAN_NONE where there is none. */
static uint32_t
last_stage(const struct stage_ends *ends, bool usual)
{
	for (uint32_t i = ends->plan->count; i-- > 0;) {
		const struct task *task = &ends->plan->tasks[i];
		if (!task->parent && !task->ongoing && !ends->targeted[i] &&
		    (task->usual || !usual))
			return i;
	}
	return PLAN_NONE;
}

/* Where the process ends by itself: exceptions and what is done beside stand last, unless the usual
 * way is left by outcomes and all behind it is an exception. */
static uint32_t
natural_end(const struct stage_ends *ends)
{
	uint32_t last = last_stage(ends, true);
	return last != PLAN_NONE && !ends->routed[last] ? last : last_stage(ends, false);
}

/* By stage: who stands behind it seems to wait for it, which is told there. */
static bool *
find_lost(struct checker *c)
{
	const struct plan *plan = c->plan;
	bool *lost = arena_array(&c->arena, (size_t)plan->count + 1, sizeof *lost);
	for (uint32_t i = 0; i < plan->count; i++) {
		const struct entity *entity = plan->tasks[i].entity;
		const struct entity *seeming =
		    plan->tasks[i].parent ? NULL : default_wait_lost(entity);
		if (seeming && !task_is_ongoing(entity) && plan_task(plan, seeming))
			lost[stage_index(plan, seeming)] = true;
	}
	return lost;
}

/* Branches that nobody waits for while the process goes on beside them. What outcomes lead to is
 * the end of its branch. */
void
check_lone_branches(struct checker *c, const struct entity *entity)
{
	(void)entity;
	const struct plan *plan = c->plan;
	struct stage_ends ends = find_ends(c);
	uint32_t last = natural_end(&ends);
	uint32_t *by_start = arena_array(&c->arena, (size_t)plan->count + 1, sizeof *by_start),
		 starts = 0;
	const bool *lost = find_lost(c);
	for (uint32_t i = plan->count; i-- > 0;) {
		const struct task *task = &plan->tasks[i];
		if (task->parent || !ends.waited_for[i])
			continue;
		for (uint32_t k = 0; k < task->after_count; k++)
			by_start[task->after[k] - plan->tasks] = i + 1;
		starts = task->after_count ? starts : i + 1;
	}
	for (uint32_t i = 0; i < plan->count && !plan->cycle_count; i++) {
		const struct task *task = &plan->tasks[i];
		if (task->parent || task->ongoing || ends.waited_for[i] || ends.routed[i] ||
		    ends.targeted[i] || lost[i] || i == last ||
		    (c->lost && c->lost[task->entity->serial]))
			continue;
		const struct task *other = beside(&ends, i, by_start, starts);
		if (other)
			report2(c, RULE_FLOW_NEVER_JOINS, task->entity,
				stage_of(task->entity)->name.pos, entity_name(task->entity),
				entity_name(other->entity))
			    ->related = other->entity->pos;
		else
			report1(c, RULE_FLOW_DEAD_END, task->entity,
				stage_of(task->entity)->name.pos, entity_name(task->entity));
	}
}

/* Marks a node and all that only it and the likes of it lead to: they are wrong for the same
 * reason. */
static void
cover(bool *covered, const struct flow_node *from, const struct flow_node **stack, bool lost)
{
	uint32_t depth = 0;
	covered[from->index] = true;
	stack[depth++] = from;
	while (depth) {
		const struct flow_node *node = stack[--depth];
		for (uint32_t i = 0; i < node->out_count; i++) {
			const struct flow_node *to = node->out[i]->to;
			if (covered[to->index] || (lost ? to->reached : to->finishes))
				continue;
			covered[to->index] = true;
			stack[depth++] = to;
		}
	}
}

/* A stage that is not reached at all, or the step that is not. */
static const struct entity *
lost_thing(const struct flow_node *node, const bool *stage_reached)
{
	return node->stage && !stage_reached[node->stage->base.number] ? &node->stage->base
								       : node->entity;
}

/* Why a thing is not reached: what it waits for goes elsewhere. Everything behind, and beside it,
 * is lost for the same reason, so each reason is told once. */
static void
report_lost(struct checker *c, const struct entity *thing, bool *told)
{
	const struct task *task = plan_task(c->plan, thing);
	const struct entity *cause = NULL;
	for (uint32_t i = 0; task && i < task->after_count && !cause; i++)
		cause = task_left_by(task->after[i]->entity);
	if (cause && told[cause->serial])
		return;
	struct said why = said_phrase(PHRASE_NONE);
	if (cause) {
		told[cause->serial] = true;
		why = said_with(PHRASE_LEFT_BY_OUTCOMES, full_name(c, cause), &c->arena);
	}
	struct diagnostic *found =
	    report2(c, RULE_FLOW_UNREACHABLE, thing,
		    field_pos(thing, field_flagged(thing->kind, F_NAME)), entity_name(thing), why);
	if (cause)
		found->related = task_outcomes(cause)->items[0]->pos;
}

static void
report_trap(struct checker *c, const struct flow *flow, const struct flow_node *first,
	    const bool *covered)
{
	const char *path = "";
	int shown = 0;
	for (uint32_t i = first->index; i < flow->node_count; i++) {
		const struct flow_node *node = flow->nodes[i];
		if (node->type != FLOW_TASK || !covered[i] || !node->reached || node->finishes)
			continue;
		path = arena_printf(&c->arena, "%s%s%s", path, shown ? " → " : "",
				    shown == PATH_SHOWN ? "…" : node->name);
		if (shown++ == PATH_SHOWN)
			break;
	}
	report2(c, RULE_FLOW_NO_WAY_OUT, first->entity,
		field_pos(first->entity, field_flagged(first->entity->kind, F_NAME)), first->name,
		path);
}

static void
check_flow(struct checker *c, const struct flow *flow, const bool *stage_reached, bool *told)
{
	const struct flow_node **stack =
	    arena_array(&c->arena, (size_t)flow->node_count + 1, sizeof *stack);
	bool *covered = arena_array(&c->arena, (size_t)flow->node_count + 1, sizeof *covered);
	int traps = 0;
	for (uint32_t i = 0; i < flow->node_count; i++) {
		const struct flow_node *node = flow->nodes[i];
		if (node->type != FLOW_TASK || covered[i] || (node->reached && node->finishes))
			continue;
		cover(covered, node, stack, !node->reached);
		const struct entity *thing = lost_thing(node, stage_reached);
		if (!node->reached)
			report_lost(c, thing, told);
		else if (traps++ < TRAPS_SHOWN)
			report_trap(c, flow, node, covered);
	}
}

/* Without outcomes, and without a cycle of waits, every path leads from the start to the end. */
static bool
has_routes(const struct plan *plan)
{
	for (uint32_t i = 0; i < plan->count; i++) {
		const struct entity *entity = plan->tasks[i].entity;
		if (task_outcomes(entity)->count)
			return true;
	}
	return false;
}

/* Where routes lead. What is written wrong, or waits in a cycle, is mended first. */
void
check_routes(struct checker *c, const struct entity *entity)
{
	if (!c->sound || c->plan->cycle_count || !has_routes(c->plan))
		return;
	const struct voice voice = voice_of(c->model);
	struct flow *flow = flow_new(c->plan, &voice);
	bool *stage_reached = arena_array(&c->arena, (size_t)document_of(entity)->stages.count + 2,
					  sizeof *stage_reached);
	for (uint32_t i = 0; i < flow->node_count; i++)
		if (flow->nodes[i]->stage && flow->nodes[i]->reached &&
		    flow->nodes[i]->type == FLOW_TASK)
			stage_reached[flow->nodes[i]->stage->base.number] = true;
	bool *told = arena_array(&c->arena, (size_t)c->model->made_count + 1, sizeof *told);
	c->lost = arena_array(&c->arena, (size_t)c->model->made_count + 1, sizeof *c->lost);
	for (uint32_t i = 0; i < flow->node_count; i++)
		if (flow->nodes[i]->stage && !stage_reached[flow->nodes[i]->stage->base.number])
			c->lost[flow->nodes[i]->stage->base.serial] = true;
	check_flow(c, flow, stage_reached, told);
	check_usual_way(c, flow);
	for (uint32_t i = 0; i < flow->node_count; i++)
		if (flow->nodes[i]->inner && flow->nodes[i]->reached && flow->nodes[i]->finishes)
			check_flow(c, flow->nodes[i]->inner, stage_reached, told);
	flow_free(flow);
}
