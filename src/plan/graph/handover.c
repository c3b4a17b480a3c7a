/* SPDX-License-Identifier: MIT */
#include "plan/graph/handover.h"

#include "model/fields.h"
#include "plan/part.h"
#include "plan/time/begun.h"
#include "plan/time/order.h"
#include "plan/time/routes.h"
#include "support/map.h"

#include <stdlib.h>

const struct texts *
handover_result_of(const struct entity *entity)
{
	static const struct texts no_texts;
	if (entity->kind == KIND_STAGE)
		return &stage_of(entity)->result;
	return entity->kind == KIND_STEP ? &step_of(entity)->result : &no_texts;
}

const struct texts *
handover_result(const struct handover *handover)
{
	static const struct texts nothing;
	const struct entity *giver = handover->giver;
	const struct outcome *outcome = handover->outcome;
	const struct texts *result = handover_result_of(giver);
	if (outcome && task_usual(outcome->base.parent) != outcome)
		return &nothing;
	while (!result->count && giver->kind == KIND_STEP &&
	       !entity_is_within(handover->takers[0], giver->parent)) {
		giver = giver->parent;
		result = handover_result_of(giver);
	}
	return result;
}

bool
handover_is_for_same(const struct handover *one, const struct handover *other)
{
	uint32_t i = 0;
	while (one->takers[i] && one->takers[i] == other->takers[i])
		i++;
	return one->to == other->to && one->takers[i] == other->takers[i];
}

const char *
handover_only(const struct voice *voice, const struct handover *handover, struct arena *arena)
{
	const char *names = "";
	uint32_t count = 0;
	for (; handover->only && handover->only[count]; count++)
		names = arena_printf(arena, "%s%s%s", names, count ? ", " : "",
				     entity_name(handover->only[count]));
	if (!count || count == voice->model->document->variants.count)
		return "";
	return arena_printf(arena, ", %s", show_word_with(voice, WORD_ONLY_FOR, names, arena));
}

enum { MANY_PAIRS = 256 };

/* The tasks without steps that a task begins with, or ends with. */
struct task_ends {
	uint32_t *tasks; /* indices */
	uint32_t count;
};

struct task_pair {
	uint32_t giver, taker; /* tasks without steps */
	const struct role *from, *to;
	const struct outcome *outcome; /* or NULL */
};

struct collector {
	const struct plan *plan;
	struct arena arena;
	struct begun begun;
	const struct role ***roles;     /* by task without steps */
	struct task_ends *first, *last; /* by task; of the first ones one for each role */
	bool *leads;                    /* by task: another with the same parent waits for it */
	bool *is_left;                  /* by task: outcomes lead out of it, and they alone */
	bool *met;                      /* by task: those that end it have all met somebody */
	uint32_t *marks, mark;          /* by the number of a role */
	struct task_pair *meetings;
	size_t count;
};

static bool
is_first(const struct collector *c, uint32_t i)
{
	const struct task *task = &c->plan->tasks[i];
	if (task->entered)
		return false;
	for (uint32_t k = 0; k < c->begun.waits[i].count; k++)
		if (c->begun.waits[i].items[k]->parent == task->parent)
			return false;
	return true;
}

/* True when no outcome of a step stays inside of what the step is part of. */
static bool
leads_out(const struct entity *entity)
{
	const struct list *outcomes = task_outcomes(entity);
	for (uint32_t i = 0; i < outcomes->count; i++) {
		const struct refs *targets = outcome_targets(outcome_at(outcomes, i));
		for (uint32_t j = 0; j < targets->count; j++) {
			const struct entity *to = targets->items[j].to;
			if (to == entity->parent || (to && to->parent == entity->parent))
				return false;
		}
	}
	return true;
}

/* Lets the outcomes of the last step that no other waits for leave the whole task, as in the graph.
 * It goes backwards, so that this step is met first, and sub-steps before their step. */
static void
mark_left(struct collector *c)
{
	const struct plan *plan = c->plan;
	bool *ended = arena_array(&c->arena, (size_t)plan->count + 1, sizeof *ended);
	for (uint32_t i = plan->count; i-- > 0;) {
		const struct task *task = &plan->tasks[i];
		uint32_t outer = task->parent ? task_index(c->plan, task->parent) : plan->count;
		bool last = task->parent && !task->ongoing && !c->leads[i] && !ended[outer];
		ended[outer] = ended[outer] || last;
		c->is_left[i] = c->is_left[i] || !task_goes_on(task->entity);
		if (last && c->is_left[i] && (!task->parent->parent || leads_out(task->entity)))
			c->is_left[outer] = true;
	}
}

static void
mark_tasks(struct collector *c)
{
	const struct plan *plan = c->plan;
	for (uint32_t i = 0; i < plan->count; i++) {
		const struct task_waits *waits = &c->begun.waits[i];
		for (uint32_t k = 0; k < waits->count && !plan->tasks[i].ongoing; k++)
			if (waits->items[k]->parent == plan->tasks[i].parent)
				c->leads[task_index(plan, waits->items[k])] = true;
	}
	mark_left(c);
}

/* Counts the places first and then fills them: a task begins with what its first steps begin with,
 * and ends with what its last steps end with. */
static void
add_end(struct task_ends *ends, struct arena *arena, uint32_t capacity,
	const struct task_ends *more, struct map *roles, const struct collector *c)
{
	if (!ends->tasks)
		ends->tasks = arena_array(arena, capacity, sizeof *ends->tasks);
	for (uint32_t i = 0; i < more->count; i++) {
		const struct role *const *role = c->roles[more->tasks[i]];
		bool fresh = !roles || !*role;
		for (; roles && *role; role++) {
			void **place = map_at(roles, (*role)->base.id);
			fresh = fresh || !*place;
			*place = ends;
		}
		if (fresh)
			ends->tasks[ends->count++] = more->tasks[i];
	}
}

static bool
is_inside(const struct task *task, const struct task *outer)
{
	return task->parent && (task->parent == outer || task->parent->parent == outer);
}

/* It goes backwards, so that steps are known before what they are part of. `capacity` is how many
 * tasks without steps a task holds. */
static void
find_ends(struct collector *c)
{
	const struct plan *plan = c->plan;
	uint32_t *capacity = arena_array(&c->arena, (size_t)plan->count + 1, sizeof *capacity);
	for (uint32_t i = plan->count; i-- > 0;) {
		capacity[i] = capacity[i] ? capacity[i] : 1;
		if (plan->tasks[i].parent)
			capacity[task_index(c->plan, plan->tasks[i].parent)] += capacity[i];
	}
	for (uint32_t i = plan->count; i-- > 0;) {
		struct map roles = {0};
		bool whole = i + 1 == plan->count || plan->tasks[i + 1].parent != &plan->tasks[i];
		if (whole) {
			struct task_ends self = {
			    .tasks = arena_array(&c->arena, 1, sizeof *self.tasks), .count = 1};
			self.tasks[0] = i;
			c->roles[i] = part_roles(plan->tasks[i].entity, plan->variant, &c->arena);
			c->first[i] = c->last[i] = self;
		}
		for (uint32_t j = i + 1;
		     j < plan->count && is_inside(&plan->tasks[j], &plan->tasks[i]); j++) {
			if (plan->tasks[j].parent != &plan->tasks[i])
				continue;
			if (is_first(c, j))
				add_end(&c->first[i], &c->arena, capacity[i], &c->first[j], &roles,
					c);
			if (!c->leads[j] && !plan->tasks[j].ongoing)
				add_end(&c->last[i], &c->arena, capacity[i], &c->last[j], NULL, c);
		}
		map_free(&roles);
	}
}

static void
add_meeting(struct collector *c, const struct task_pair *meeting)
{
	c->meetings = list_grow(c->meetings, c->count, sizeof *c->meetings);
	c->meetings[c->count++] = *meeting;
}

static uint32_t
role_count(const struct role *const *roles)
{
	uint32_t count = 0;
	while (roles[count])
		count++;
	return count;
}

/* False when an edition names all who do a task in some variant but does not tell in which. */
static bool
is_told(const struct entity *entity)
{
	while (entity && !entity->untold)
		entity = entity->parent;
	return !entity;
}

/* A mark stands at a role's number; each call uses a mark that was not used before. */
static void
mark_roles(struct collector *c, const struct role *const *roles)
{
	c->mark++;
	for (; *roles; roles++)
		c->marks[(*roles)->base.number] = c->mark;
}

/* Everybody who did the one task passes it to everybody who does the other and did not do the one.
 * Where they are very many, the first of them does, and the others pass it to the first. */
static void
meet_everybody(struct collector *c, struct task_pair meeting)
{
	const struct role *const *givers = c->roles[meeting.giver], *const *takers =
									c->roles[meeting.taker];
	uint32_t count = role_count(givers);
	bool many = (uint64_t)count * role_count(takers) > MANY_PAIRS, met = false;
	mark_roles(c, givers);
	for (; *takers; takers++) {
		meeting.to = *takers;
		if (c->marks[meeting.to->base.number] == c->mark)
			continue;
		for (uint32_t i = 0; i < (many && met ? 1 : count); i++) {
			meeting.from = givers[i];
			add_meeting(c, &meeting);
		}
		met = true;
	}
}

/* Where some may never meet in a variant and nobody does both tasks, the first are told of. */
static void
meet_first(struct collector *c, struct task_pair meeting)
{
	const struct role *const *takers = c->roles[meeting.taker];
	meeting.from = c->roles[meeting.giver][0];
	meeting.to = takers[0];
	mark_roles(c, c->roles[meeting.giver]);
	while (*takers && c->marks[(*takers)->base.number] != c->mark)
		takers++;
	if (meeting.from && meeting.to && !*takers)
		add_meeting(c, &meeting);
}

static void
meet_one(struct collector *c, uint32_t from, uint32_t to, const struct outcome *outcome)
{
	const struct task_pair meeting = {.giver = from, .taker = to, .outcome = outcome};
	if (is_told(c->plan->tasks[from].entity) && is_told(c->plan->tasks[to].entity))
		meet_everybody(c, meeting);
	else
		meet_first(c, meeting);
}

/* All that end meet all that begin. Where those are many, nobody reads all pairs: then each giver
 * meets the first taker, once, and each taker the first giver. */
static void
meet(struct collector *c, uint32_t from, uint32_t to, const struct outcome *outcome)
{
	const struct task_ends *givers = &c->last[from], *takers = &c->first[to];
	bool many = (uint64_t)givers->count * takers->count > MANY_PAIRS;
	for (uint32_t i = 0; i < (many && c->met[from] ? 1 : givers->count); i++)
		for (uint32_t j = 0; j < (many && i ? 1 : takers->count); j++)
			meet_one(c, givers->tasks[i], takers->tasks[j], outcome);
	c->met[from] = c->met[from] || many;
}

/* Meets those who do what an outcome leads to, and what begins with that. */
static void
meet_all(struct collector *c, uint32_t from, uint32_t to, const struct outcome *outcome)
{
	uint32_t count = begun_with(&c->begun, to);
	for (uint32_t k = 0; k < count; k++)
		meet(c, from, c->begun.found[k], outcome);
}

/* What is done when no outcome is taken says nothing of what passes. */
static void
meet_by_outcomes(struct collector *c, uint32_t i)
{
	const struct plan *plan = c->plan;
	const struct entity *entity = plan->tasks[i].entity;
	const struct list *outcomes = task_outcomes(entity);
	bool apart = routes_lead_apart(plan, entity);
	for (uint32_t k = 0; k < outcomes->count && !plan->tasks[i].idle; k++) {
		const struct outcome *outcome = outcome_at(outcomes, k);
		const struct refs *targets = outcome_targets(outcome);
		const struct outcome *says = outcome_is_default(outcome) ? NULL : outcome;
		for (uint32_t j = 0; j < targets->count; j++) {
			const struct task *to;
			if (routes_place(plan, targets->items[j].to, apart, &to) && to)
				meet_all(c, i, task_index(plan, to), says);
		}
	}
}

static void
find_meetings(struct collector *c)
{
	for (uint32_t i = 0; i < c->plan->count; i++) {
		const struct task_waits *waits = &c->begun.waits[i];
		for (uint32_t k = 0; k < waits->count; k++) {
			uint32_t wait = task_index(c->plan, waits->items[k]);
			if (!c->is_left[wait])
				meet(c, wait, i, NULL);
		}
		meet_by_outcomes(c, i);
	}
}

static int
compare_meetings(const void *left, const void *right)
{
	const struct task_pair *a = left, *b = right;
	uint32_t one = a->outcome ? a->outcome->base.serial : 0,
		 other = b->outcome ? b->outcome->base.serial : 0;
	if (a->giver != b->giver)
		return a->giver < b->giver ? -1 : 1;
	if (one != other)
		return one < other ? -1 : 1;
	if (a->taker != b->taker)
		return a->taker < b->taker ? -1 : 1;
	if (a->from != b->from)
		return a->from->base.number < b->from->base.number ? -1 : 1;
	return (a->to->base.number > b->to->base.number) -
	       (a->to->base.number < b->to->base.number);
}

/* Each with one taker, for join_handovers. */
static struct handover *
take_meetings(struct collector *c, struct arena *arena, uint32_t *count)
{
	struct handover *handovers = arena_array(arena, c->count + 1, sizeof *handovers);
	*count = 0;
	if (c->count)
		qsort(c->meetings, c->count, sizeof *c->meetings, compare_meetings);
	for (size_t i = 0; i < c->count; i++) {
		struct task_pair meeting = c->meetings[i];
		if (i && compare_meetings(&c->meetings[i - 1], &meeting) == 0)
			continue;
		const struct entity **takers = arena_array(arena, 2, sizeof *takers);
		takers[0] = c->plan->tasks[meeting.taker].entity;
		handovers[(*count)++] =
		    (struct handover){.from = meeting.from,
				      .to = meeting.to,
				      .giver = c->plan->tasks[meeting.giver].entity,
				      .takers = takers,
				      .outcome = meeting.outcome};
	}
	return handovers;
}

static struct handover *
find_handovers(const struct plan *plan, struct arena *arena, uint32_t *count)
{
	struct collector c = {.plan = plan};
	size_t size = (size_t)plan->count + 1;
	begun_init(&c.begun, plan, &c.arena);
	c.roles = arena_array(&c.arena, size, sizeof *c.roles);
	c.first = arena_array(&c.arena, size, sizeof *c.first);
	c.last = arena_array(&c.arena, size, sizeof *c.last);
	c.leads = arena_array(&c.arena, size, sizeof *c.leads);
	c.is_left = arena_array(&c.arena, size, sizeof *c.is_left);
	c.met = arena_array(&c.arena, size, sizeof *c.met);
	c.marks =
	    arena_array(&c.arena, (size_t)plan->model->document->roles.count + 2, sizeof *c.marks);
	mark_tasks(&c);
	find_ends(&c);
	find_meetings(&c);
	struct handover *handovers = take_meetings(&c, arena, count);
	memory_free(c.meetings);
	arena_free(&c.arena);
	return handovers;
}

static int
compare_handovers(const void *left, const void *right)
{
	const struct handover *a = left, *b = right;
	uint32_t one = a->outcome ? a->outcome->base.serial : 0,
		 other = b->outcome ? b->outcome->base.serial : 0;
	if (a->giver != b->giver)
		return a->giver->serial < b->giver->serial ? -1 : 1;
	if (one != other)
		return one < other ? -1 : 1;
	if (a->from != b->from)
		return a->from->base.serial < b->from->base.serial ? -1 : 1;
	if (a->to != b->to)
		return a->to->base.serial < b->to->base.serial ? -1 : 1;
	return (a->takers[0]->serial > b->takers[0]->serial) -
	       (a->takers[0]->serial < b->takers[0]->serial);
}

static bool
is_same(const struct handover *a, const struct handover *b)
{
	return a->giver == b->giver && a->outcome == b->outcome && a->from == b->from &&
	       a->to == b->to;
}

/* What one role gets from a giver by one outcome, or by none, is one hand-over, whatever begins
 * with it and in whichever variants. */
static uint32_t
join_handovers(struct handover *all, uint32_t count, struct arena *arena)
{
	uint32_t kept = 0;
	if (count)
		qsort(all, count, sizeof *all, compare_handovers);
	for (uint32_t i = 0, end = 0; i < count; i = end, kept++) {
		struct handover joined = all[i];
		while (end < count && is_same(&joined, &all[end]))
			end++;
		joined.takers = arena_array(arena, (size_t)(end - i) + 1, sizeof *joined.takers);
		for (uint32_t k = i, takers = 0; k < end; k++) {
			joined.variants |= all[k].variants;
			if (!takers || joined.takers[takers - 1] != all[k].takers[0])
				joined.takers[takers++] = all[k].takers[0];
		}
		all[kept] = joined;
	}
	return kept;
}

static void
name_variants(const struct alternatives *alternatives, struct handover *handover,
	      struct arena *arena)
{
	if (handover->variants != alternatives_of(alternatives, handover->giver) ||
	    handover->variants != alternatives_of(alternatives, handover->takers[0]))
		handover->only = alternatives_list(alternatives, handover->variants, arena);
}

/* Those of all variants, where there are some. */
static struct handover *
find_in_variants(const struct alternatives *alternatives, struct arena *arena, uint32_t *count)
{
	struct arena scratch = {0};
	struct handover *all = NULL;
	*count = 0;
	for (uint32_t i = 0; i < alternatives->count; i++) {
		uint32_t more;
		struct handover *some = find_handovers(alternatives->plans[i], &scratch, &more);
		all = arena_grow(arena, all, *count, more, sizeof *all);
		for (uint32_t k = 0; k < more; k++) {
			all[*count] = some[k];
			all[(*count)++].variants = (variant_set)1 << i;
		}
	}
	*count = join_handovers(all, *count, arena);
	for (uint32_t i = 0; i < *count; i++)
		name_variants(alternatives, &all[i], arena);
	arena_free(&scratch);
	return all;
}

struct handover *
plan_handovers(const struct plan *plan, struct arena *arena, uint32_t *count)
{
	struct alternatives alternatives;
	alternatives_init(&alternatives, plan, plan);
	struct handover *all;
	if (alternatives.count > 1) {
		all = find_in_variants(&alternatives, arena, count);
	} else {
		all = find_handovers(plan, arena, count);
		*count = join_handovers(all, *count, arena);
	}
	alternatives_free(&alternatives);
	return all;
}
