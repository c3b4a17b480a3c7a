/* SPDX-License-Identifier: MIT */
/* Rules on who does what: roles, who answers for stages, who does steps, what passes between
 * them. */
#include "check/wording.h"
#include "model/fields.h"
#include "model/show.h"
#include "model/variant.h"
#include "plan/graph/handover.h"
#include "plan/part.h"
#include "plan/plan.h"
#include "support/listed.h"

#include <string.h>

enum {
	OVERLOAD_STEPS = 6,
	OVERLOAD_ROLES = 3
}; /* in a smaller process somebody has to do most of it */

static const char *
name_of(const struct role *role)
{
	return entity_name(&role->base);
}

void
check_role_duties(struct checker *c, const struct entity *entity)
{
	const struct role *role = role_of(entity);
	if (!role->external.on && !role->duties.count &&
	    !field_was_refused(entity, field_row(FIELD_ROLE_duties)))
		report1(c, RULE_ROLE_NO_DUTIES, entity, role->name.pos, role->name.s);
}

/* A role takes part when anything refers to it, or when it controls something itself. */
void
check_unused_roles(struct checker *c)
{
	const struct list *roles = &c->model->document->roles;
	for (uint32_t i = 0; i < roles->count && c->sound;
	     i++) { /* else a reference may be among what was not understood */
		const struct role *role = role_at(roles, i);
		if (!c->referred[role->base.serial] && !role->checkpoints.count)
			report1(c, RULE_ROLE_UNUSED, &role->base, role->name.pos, role->name.s);
	}
}

/* How many steps each role does, by number, where it differs by variant for most; the number of
 * steps is given back. */
static uint32_t
count_steps(struct checker *c, uint32_t *counts)
{
	uint32_t total = 0;
	for (uint32_t i = 0; i < c->plan->count; i++) {
		const struct entity *entity = c->plan->tasks[i].entity;
		if (entity->kind != KIND_STEP || task_steps(entity)->count)
			continue;
		const struct role **roles = part_roles(entity, part_shown(entity), &c->arena);
		total += roles[0] != NULL;
		for (; *roles; roles++)
			counts[(*roles)->base.number]++;
	}
	return total;
}

void
check_overload(struct checker *c, const struct entity *entity)
{
	const struct list *roles = &document_of(entity)->roles;
	uint32_t *counts = arena_array(&c->arena, (size_t)roles->count + 2, sizeof *counts);
	uint32_t total = count_steps(c, counts), own = 0;
	for (uint32_t i = 0; i < roles->count; i++)
		own += !role_at(roles, i)->external.on;
	if (total < OVERLOAD_STEPS || own < OVERLOAD_ROLES)
		return;
	double share = option_number(c, RULE_OPTION_OVERLOAD_SHARE);
	for (uint32_t i = 0; i < roles->count; i++) {
		const struct role *role = role_at(roles, i);
		uint32_t count = counts[role->base.number];
		if (role->external.on || count * 100.0 <= share * total)
			continue;
		report3(c, RULE_ROLE_OVERLOAD, &role->base, role->name.pos, role->name.s,
			arena_printf(&c->arena, "%u", count), arena_printf(&c->arena, "%u", total));
	}
}

static const char *
deputy_path(struct checker *c, const struct role *first)
{
	const char *path = name_of(first);
	const struct role *role = first;
	for (int shown = 0; shown < 8; shown++) {
		role = role_of(role->deputy.to);
		path = arena_printf(&c->arena, "%s → %s", path, name_of(role));
		if (role == first)
			return path;
	}
	return arena_printf(&c->arena, "%s → …", path);
}

/* Every role has one deputy at most, so each walk ends in what was seen before: by an earlier walk,
 * or a cycle of its own. */
void
check_deputies(struct checker *c, const struct entity *entity)
{
	const struct list *roles = &document_of(entity)->roles;
	uint32_t *walk = arena_array(&c->arena, (size_t)roles->count + 2, sizeof *walk);
	for (uint32_t i = 0; i < roles->count; i++) {
		const struct role *role = role_at(roles, i);
		while (role && !walk[role->base.number]) {
			walk[role->base.number] = i + 1;
			role = role->deputy.to ? role_of(role->deputy.to) : NULL;
		}
		if (!role || walk[role->base.number] != i + 1)
			continue;
		if (role->deputy.to == &role->base)
			report1(c, RULE_ROLE_OWN_DEPUTY, &role->base, role->deputy.pos,
				role->name.s);
		else
			report1(c, RULE_ROLE_DEPUTY_CIRCLE, &role->base, role->deputy.pos,
				deputy_path(c, role))
			    ->related = role_of(role->deputy.to)->deputy.pos;
	}
}

void
check_stage_responsible(struct checker *c, const struct entity *entity)
{
	const struct stage *stage = stage_of(entity);
	if (!stage->responsible.count && !stage->accountable.raw &&
	    !field_was_refused(entity, field_row(FIELD_STAGE_responsible)) &&
	    !field_was_refused(entity, field_row(FIELD_STAGE_accountable)))
		report1(c, RULE_STAGE_NO_RESPONSIBLE, entity, stage->name.pos, stage->name.s);
}

/* True when something was reported. */
static bool
find_two_accountables(struct checker *c, const struct stage *stage, const struct refs *responsible)
{
	const struct role *first = NULL;
	for (uint32_t i = 0; i < responsible->count; i++) {
		const struct ref *ref = &responsible->items[i];
		const struct role *role = ref->to ? role_of(ref->to) : NULL;
		if (first && role && role != first) {
			report3(c, RULE_STAGE_TWO_ACCOUNTABLES, &stage->base, ref->pos,
				stage->name.s, name_of(first), name_of(role))
			    ->related = responsible->items[0].pos;
			return true;
		}
		first = first ? first : role;
	}
	return false;
}

void
check_two_accountables(struct checker *c, const struct entity *entity)
{
	const struct stage *stage = stage_of(entity);
	const struct by_variant *by = variant_values(entity, field_row(FIELD_STAGE_responsible));
	if (stage->accountable.raw)
		return;
	if (!by)
		find_two_accountables(c, stage, &stage->responsible);
	for (uint32_t i = 0; by && i < by->values.count; i++)
		if (find_two_accountables(c, stage, &variant_value_at(&by->values, i)->roles))
			return;
}

/* A mark for each stage, by number: a role has a checkpoint there, one of ours if asked for. */
static bool *
controlled_stages(struct checker *c, bool ours)
{
	const struct document *document = c->model->document;
	bool *controlled =
	    arena_array(&c->arena, (size_t)document->stages.count + 2, sizeof *controlled);
	for (uint32_t i = 0; i < document->roles.count; i++) {
		const struct role *role = role_at(&document->roles, i);
		for (uint32_t k = 0; k < role->checkpoints.count && !(ours && role->external.on);
		     k++) {
			const struct entity *stage = checkpoint_at(&role->checkpoints, k)->stage.to;
			if (stage)
				controlled[stage->number] = true;
		}
	}
	return controlled;
}

/* The accountable of a stage in some variant, when that is external; else NULL. */
static const struct role *
external_accountable(const struct stage *stage)
{
	const struct part_variants all = part_variants(&stage->base);
	for (uint32_t i = 0; i < all.count; i++) {
		const struct role *role = part_accountable(stage, all.items[i]);
		if (role && role->external.on)
			return role;
	}
	return NULL;
}

/* Who works for the accountable may well be external, and so may be the accountable where one of
 * ours looks on. */
void
check_external_responsible(struct checker *c, const struct entity *entity)
{
	const struct list *stages = &document_of(entity)->stages;
	const bool *controlled = controlled_stages(c, true);
	for (uint32_t i = 0; i < stages->count; i++) {
		const struct stage *stage = stage_at(stages, i);
		const struct role *accountable = external_accountable(stage);
		bool understood = !stage->accountable.raw || stage->accountable.to;
		if (!accountable || !understood || controlled[stage->base.number])
			continue;
		struct pos pos =
		    stage->accountable.raw ? stage->accountable.pos : stage->responsible.pos;
		report2(c, RULE_STAGE_EXTERNAL_RESPONSIBLE, &stage->base, pos, stage->name.s,
			name_of(accountable));
	}
}

void
check_blocking_stages(struct checker *c, const struct entity *entity)
{
	const struct list *stages = &document_of(entity)->stages;
	const bool *controlled = controlled_stages(c, false);
	for (uint32_t i = 0; i < stages->count && c->sound; i++) {
		const struct stage *stage = stage_at(stages, i);
		if (stage->blocking.on && !controlled[stage->base.number])
			report1(c, RULE_STAGE_UNCONTROLLED, &stage->base, stage->blocking.pos,
				stage->name.s);
	}
}

static bool
all_name_doers(const struct list *steps)
{
	for (uint32_t i = 0; i < steps->count; i++)
		if (!step_at(steps, i)->role.pos.line)
			return false;
	return true;
}

/* A step is left to its sub-steps where those name who does them. */
void
check_default_doers(struct checker *c, const struct entity *entity)
{
	const struct stage *stage = stage_of(entity);
	const struct role *approver = part_approver(entity),
			  *responsible = part_responsible(entity, part_shown(entity));
	bool other = approver && responsible && approver != responsible;
	for (uint32_t i = 0; i < stage->steps.count && other; i++) {
		const struct step *step = step_at(&stage->steps, i);
		bool left = step->steps.count && all_name_doers(&step->steps);
		if (step->role.pos.line || left)
			continue;
		report3(c, RULE_STEP_DONE_BY_APPROVER, &step->base, step->name.pos, step->name.s,
			name_of(approver), name_of(responsible))
		    ->related = stage->accountable.pos;
		return;
	}
}

/* Roles known to a stage, by number: the number of the stage that knows them. */
static void
know_roles(uint32_t *known, const struct refs *refs, uint32_t stage)
{
	for (uint32_t i = 0; i < refs->count; i++)
		if (refs->items[i].to)
			known[refs->items[i].to->number] = stage;
}

static void
check_step_roles(struct checker *c, const struct step *step, const struct stage *stage,
		 uint32_t *known)
{
	for (uint32_t i = 0; i < step->role.count; i++) {
		const struct ref *ref = &step->role.items[i];
		if (!ref->to || role_of(ref->to)->external.on ||
		    known[ref->to->number] == stage->base.number)
			continue;
		known[ref->to->number] = stage->base.number; /* once a stage */
		struct pos related =
		    stage->responsible.pos.line ? stage->responsible.pos : stage->accountable.pos;
		report3(c, RULE_STEP_FOREIGN_ROLE, &step->base, ref->pos, step->name.s,
			name_of(role_of(ref->to)), stage->name.s)
		    ->related = related;
	}
}

/* Stages and their steps follow each other in the plan. */
void
check_foreign_roles(struct checker *c, const struct entity *entity)
{
	const struct list *roles = &document_of(entity)->roles;
	uint32_t *known = arena_array(&c->arena, (size_t)roles->count + 2, sizeof *known);
	const struct stage *stage = NULL;
	for (uint32_t i = 0; i < c->plan->count; i++) {
		const struct entity *task = c->plan->tasks[i].entity;
		if (task->kind == KIND_STEP) {
			if (stage && part_accountable(stage, NULL))
				check_step_roles(c, step_of(task), stage, known);
			continue;
		}
		stage = stage_of(task);
		know_roles(known, &stage->responsible, task->number);
		know_roles(known, &stage->consulted, task->number);
		know_roles(known, &stage->informed, task->number);
		know_roles(known,
			   &(struct refs){.items = (struct ref *)(uintptr_t)&stage->accountable,
					  .count = 1},
			   task->number);
	}
}

/* True when a verb's object, and not a circumstance, begins at text: «смету», "the file", not «к
 * встрече». */
static bool
begins_object(struct checker *c, const char *text)
{
	static const char *const articles[] = {"a",     "an",   "the", "all", "any", "each",
					       "every", "this", "its", "our", NULL};
	static const char *const others[] = {
	    "в",   "во",  "на",   "к",  "ко",  "с",  "со",   "о",  "об",   "по",
	    "за",  "для", "из",   "от", "до",  "у",  "при",  "и",  "или",  "не",
	    "to",  "for", "with", "on", "in",  "at", "by",   "of", "from", "about",
	    "and", "or",  "not",  "up", "out", "if", "when", NULL};
	struct token token;
	while (words_next(c->words, &text, &token))
		if (!listed_is(articles, token.form->folded))
			return !listed_is(others, token.form->folded);
	return false;
}

/* «Подготовить смету», «Передача файла»: a word of making or handing on, and its object. */
static bool
names_product(struct checker *c, const char *name)
{
	struct token token;
	const char *end;
	for (const char *at = name; at && words_next(c->words, &at, &token);) {
		size_t length = strlen(token.form->folded);
		bool reflexive =
		    length > 4 && (strcmp(token.form->folded + length - 4, "ся") == 0 ||
				   strcmp(token.form->folded + length - 4, "сь") == 0);
		if (!reflexive && words_phrase_at(c->words, WORDING_MAKING, name, &token, &end) &&
		    begins_object(c, end))
			return true;
	}
	return false;
}

/* An own column whose title means what comes of the work is filled in. */
static bool
has_product_column(struct checker *c, const struct entity *step)
{
	const struct voice voice = voice_of(c->model);
	for (const struct field **field = c->model->fields[KIND_STEP]; *field; field++) {
		if (!((*field)->flags & F_OWN) || !field_is_set(step, *field))
			continue;
		const char *title = field_title(&voice, *field, &c->arena), *end;
		struct token token;
		for (const char *at = title; words_next(c->words, &at, &token);)
			if (words_phrase_at(c->words, WORDING_PRODUCT, title, &token, &end))
				return true;
	}
	return false;
}

/* Whether a step says what comes of it: by its result, criteria, decision, materials, its name or a
 * column of the author's. */
static bool
says_product(struct checker *c, const struct entity *entity)
{
	const struct step *step = step_of(entity);
	return handover_result_of(entity)->count || step->outcomes.count ||
	       step_more(step)->criteria.count || step->attachments.count ||
	       names_product(c, step->name.s) || has_product_column(c, entity);
}

/* Whether something says what is handed over: the giver or, at the end of what it is part of, that.
 * Within a step its sub-steps belong together, and a stage without a result is a finding of its
 * own. */
static bool
hands_something(struct checker *c, const struct handover *handover)
{
	const struct entity *giver = handover->giver, *taker = handover->takers[0];
	if (handover->outcome)
		return true;
	for (; giver->kind == KIND_STEP; giver = giver->parent) {
		if (says_product(c, giver))
			return true;
		if (giver->parent == taker->parent || giver->parent == taker->parent->parent)
			return giver->parent->kind == KIND_STEP;
	}
	return true;
}

void
check_handovers(struct checker *c, const struct entity *entity)
{
	uint32_t count = 0;
	const struct handover *handovers = plan_handovers(c->plan, &c->arena, &count);
	const struct entity *last = NULL;
	(void)entity;
	for (uint32_t i = 0; i < count; i++) {
		const struct handover *handover = &handovers[i];
		if (handover->giver == last || hands_something(c, handover))
			continue;
		last = handover->giver;
		report3(c, RULE_STEP_NOTHING_HANDED, last, step_of(last)->name.pos,
			entity_name(last), name_of(handover->from), name_of(handover->to))
		    ->related = handover->takers[0]->pos;
	}
}
