/* SPDX-License-Identifier: MIT */
/* Rules on what a deadline says beside its length: what it counts from, and that there is none. */
#include "check/checker.h"
#include "model/fields.h"
#include "plan/plan.h"

/* What a deadline counts from, or stands ahead of, and is itself, a part of it or what it is part
 * of. */
static void
check_itself(struct checker *c, const struct entity *entity, const struct ref *ref)
{
	if (ref->to && task_is_related(entity, ref->to))
		report2(c, RULE_DEADLINE_OF_ITSELF, entity, ref->pos, entity_name(entity),
			entity_name(ref->to));
}

/* How long after what its deadline counts from a task begins. */
static struct length
gap_before(const struct plan *plan, const struct task *task, const struct task *from,
	   enum estimate estimate)
{
	struct length begins = plan_times(plan, task, estimate).start;
	return from ? length_difference(begins, plan_times(plan, from, estimate).finish) : begins;
}

/* Whether something ends that the deadline of another counts from, the process begins, so that it
 * can be reckoned. */
static bool
is_counted(const struct entity *entity, const struct terms *terms, const struct duration *deadline)
{
	return terms && terms->from.to && duration_is_bound(deadline) &&
	       !task_is_related(entity, terms->from.to) && !task_is_ongoing_part(terms->from.to);
}

static struct said
said_from(struct checker *c, const struct entity *from)
{
	return from->kind == KIND_PROCESS
		   ? said_phrase(PHRASE_FROM_START)
		   : said_with(PHRASE_FROM_PART, entity_name(from), &c->arena);
}

/* A deadline that has run when its stage or step begins; true when that was reported. */
static bool
check_run_out(struct checker *c, const struct plan *plan, const struct entity *entity)
{
	const struct terms *terms = task_terms(entity, plan->variant);
	const struct duration *deadline = task_deadline(entity, plan->variant);
	if (!is_counted(entity, terms, deadline))
		return false;
	const struct length most = duration_most(deadline);
	const struct task *task = plan_task(plan, entity);
	bool counted = terms->from.to->kind != KIND_PROCESS;
	const struct task *from = counted ? plan_task(plan, terms->from.to) : NULL;
	if (!task || !task_is_usual(task) || (counted && (!from || !task_is_usual(from))))
		return false;
	struct length best = gap_before(plan, task, from, ESTIMATE_BEST),
		      gap = gap_before(plan, task, from, ESTIMATE_MOST);
	bool never = best.weight >= most.weight && length_is_alike(best, most);
	if (!never && gap.weight < most.weight)
		return false;
	report4(c, never ? RULE_DEADLINE_RUN_OUT : RULE_DEADLINE_MAY_RUN_OUT, entity,
		terms->from.pos, entity_name(entity), said_duration(c->model, deadline, &c->arena),
		said_from(c, terms->from.to),
		said_length(c->model, never ? best : gap, deadline, &c->arena));
	return true;
}

void
check_terms(struct checker *c, const struct entity *entity)
{
	const struct terms *terms = task_terms(entity, NULL);
	if (terms) {
		check_itself(c, entity, &terms->from);
		check_itself(c, entity, &terms->before);
	}
	if (c->plan->cycle_count)
		return;
	if (!c->plan->variants)
		check_run_out(c, c->plan, entity);
	for (uint32_t i = 0; i < c->plan->variant_count; i++)
		if (check_run_out(c, c->plan->variants[i], entity))
			return;
}

static void
report_ongoing(struct checker *c, const struct entity *entity, struct pos pos, struct said why)
{
	report2(c, RULE_DEADLINE_ONGOING, entity, pos, entity_name(entity), why);
}

/* Outcomes of what has no end may be what happens meanwhile: under a condition. */
static void
check_ongoing_outcomes(struct checker *c, const struct entity *entity)
{
	const struct list *outcomes = task_outcomes(entity);
	for (uint32_t i = 0; i < outcomes->count; i++) {
		const struct outcome *outcome = outcome_at(outcomes, i);
		if (outcome_is_default(outcome))
			report_ongoing(c, entity, outcome->base.pos,
				       said_phrase(PHRASE_ONGOING_ALWAYS));
		else if (outcome->usual.on)
			report_ongoing(c, entity, outcome->usual.pos,
				       said_phrase(PHRASE_ONGOING_USUAL));
	}
}

/* What goes on for ever and is said to end all the same. */
void
check_ongoing(struct checker *c, const struct entity *entity)
{
	const struct terms *terms = task_terms(entity, NULL);
	if (terms && terms->from.to && task_is_ongoing_part(terms->from.to))
		report_ongoing(c, terms->from.to, terms->from.pos,
			       said_with(PHRASE_ONGOING_COUNTED, entity_name(entity), &c->arena));
	if (!task_is_ongoing(entity))
		return;
	const struct duration *deadline = task_deadline(entity, NULL);
	if (deadline->told)
		report_ongoing(c, entity, deadline->pos,
			       said_with(PHRASE_ONGOING_TIMED,
					 said_duration(c->model, deadline, &c->arena)
					     .texts[c->model->lang == LANG_RU],
					 &c->arena));
	const struct flag *blocking =
	    entity->kind == KIND_STAGE ? &stage_of(entity)->blocking : &step_of(entity)->blocking;
	if (blocking->on)
		report_ongoing(c, entity, blocking->pos, said_phrase(PHRASE_ONGOING_BLOCKS));
	check_ongoing_outcomes(c, entity);
}
