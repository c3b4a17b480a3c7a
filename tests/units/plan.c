/* SPDX-License-Identifier: MIT */
/* Prints the plans of processes (plan FILE VARIANT …, "" for all variants together) and their
 * hand-overs as JSON, one a line. */
#include "load/load.h"
#include "model/fields.h"
#include "plan/graph/handover.h"
#include "plan/part.h"
#include "plan/plan.h"
#include "support/json.h"

#include <stdio.h>
#include <string.h>

/* stage, stage/step or stage/step/sub-step, by ids */
static const char *
path_of(const struct entity *entity, struct arena *arena)
{
	if (entity->kind == KIND_STAGE)
		return entity->id;
	return arena_printf(arena, "%s/%s", path_of(entity->parent, arena), entity->id);
}

static void
put_both(struct json *json, const char *key, int64_t best, int64_t most)
{
	json_key(json, key);
	json_array(json);
	json_integer(json, best);
	json_integer(json, most);
	json_array_end(json);
}

/* Each as its weight and the minutes of its kinds. */
static void
put_lengths(struct json *json, const char *key, struct length best, struct length most)
{
	const struct length both[] = {best, most};
	json_key(json, key);
	json_array(json);
	for (int i = 0; i < 2; i++) {
		json_array(json);
		json_integer(json, both[i].weight);
		json_integer(json, both[i].working);
		json_integer(json, both[i].calendar);
		json_integer(json, both[i].clock);
		json_array_end(json);
	}
	json_array_end(json);
}

static void
put_task(struct json *json, struct plan *plan, const struct task *task)
{
	const struct schedule best = plan_times(plan, task, ESTIMATE_BEST),
			      most = plan_times(plan, task, ESTIMATE_MOST);
	json_object(json);
	json_member_string(json, "id", path_of(task->entity, &plan->arena));
	json_key(json, "after");
	json_array(json);
	for (uint32_t i = 0; i < task->after_count; i++)
		json_string(json, path_of(task->after[i]->entity, &plan->arena));
	json_array_end(json);
	put_lengths(json, "start", best.start, most.start);
	put_lengths(json, "finish", best.finish, most.finish);
	put_lengths(json, "slack", best.slack, most.slack);
	put_both(json, "critical", task->critical[ESTIMATE_BEST], task->critical[ESTIMATE_MOST]);
	put_lengths(json, "chain", plan_chain(plan, task->entity, ESTIMATE_BEST),
		    plan_chain(plan, task->entity, ESTIMATE_MOST));
	json_member_boolean(json, "timed", task->timed);
	json_member_boolean(json, "usual", task_is_usual(task));
	json_member_boolean(json, "ongoing", task->ongoing);
	json_object_end(json);
}

static void
put_exceptions(struct json *json, struct plan *plan)
{
	json_key(json, "exceptions");
	json_array(json);
	for (uint32_t i = 0; i < plan->exception_count; i++) {
		const struct exception *exception = &plan->exceptions[i];
		json_object(json);
		json_member_string(json, "from", path_of(exception->from->entity, &plan->arena));
		json_member_integer(json, "outcome", exception->outcome->base.number);
		put_lengths(json, "adds", exception->adds[ESTIMATE_BEST],
			    exception->adds[ESTIMATE_MOST]);
		json_object_end(json);
	}
	json_array_end(json);
	put_lengths(json, "with_exceptions", plan->with_exceptions, plan->with_exceptions);
}

/* By estimate the critical paths, each by its stages. */
static void
put_critical(struct json *json, struct plan *plan)
{
	json_key(json, "critical");
	json_array(json);
	for (int estimate = 0; estimate < ESTIMATE_COUNT; estimate++) {
		json_array(json);
		for (const struct critical_path *path = plan->critical[estimate]; path;
		     path = path->next) {
			json_array(json);
			for (struct task **task = path->stages; *task; task++)
				json_string(json, (*task)->entity->id);
			json_array_end(json);
		}
		json_array_end(json);
	}
	json_array_end(json);
}

static void
put_cycles(struct json *json, struct plan *plan)
{
	json_key(json, "cycles");
	json_array(json);
	for (uint32_t i = 0; i < plan->cycle_count; i++) {
		json_array(json);
		for (uint32_t k = 0; k < plan->cycles[i].count; k++)
			json_string(json, path_of(plan->cycles[i].entities[k], &plan->arena));
		json_array_end(json);
	}
	json_array_end(json);
}

static void
put_handovers(struct json *json, struct plan *plan)
{
	uint32_t count = 0;
	struct handover *handovers = plan_handovers(plan, &plan->arena, &count);
	json_key(json, "handovers");
	json_array(json);
	for (uint32_t i = 0; i < count; i++) {
		json_array(json);
		json_string(json, handovers[i].from->base.id);
		json_string(json, handovers[i].to->base.id);
		json_string(json, path_of(handovers[i].giver, &plan->arena));
		for (uint32_t k = 0; handovers[i].takers[k]; k++)
			json_string(json, path_of(handovers[i].takers[k], &plan->arena));
		json_array_end(json);
	}
	json_array_end(json);
}

/* The condition that hands over ("-" for otherwise), or the first text of the result. */
static void
put_handed(struct json *json, struct plan *plan)
{
	uint32_t count = 0;
	struct handover *handovers = plan_handovers(plan, &plan->arena, &count);
	json_key(json, "handed");
	json_array(json);
	for (uint32_t i = 0; i < count; i++) {
		const struct texts *result = handover_result(&handovers[i]);
		const struct outcome *outcome = handovers[i].outcome;
		const char *condition = outcome ? outcome->condition.s : NULL;
		json_string(json, condition       ? condition
				  : outcome       ? "-"
				  : result->count ? result->items[0].s
						  : "");
	}
	json_array_end(json);
}

static void
put_letters(struct json *json, struct plan *plan)
{
	const struct list *roles = &plan->model->document->roles;
	char letters[RACI_LETTERS];
	json_key(json, "letters");
	json_array(json);
	for (uint32_t i = 0; i < plan->count; i++)
		for (uint32_t k = 0; k < roles->count; k++) {
			part_letters(part_in(plan->tasks[i].entity, role_at(roles, k)), letters);
			json_array(json);
			json_string(json, path_of(plan->tasks[i].entity, &plan->arena));
			json_string(json, roles->items[k]->id);
			json_string(json, letters);
			json_array_end(json);
		}
	json_array_end(json);
}

static void
put_plan(struct json *json, struct plan *plan)
{
	json_object(json);
	put_lengths(json, "total", plan->total[ESTIMATE_BEST], plan->total[ESTIMATE_MOST]);
	json_key(json, "tasks");
	json_array(json);
	for (uint32_t i = 0; i < plan->count; i++)
		put_task(json, plan, &plan->tasks[i]);
	json_array_end(json);
	put_critical(json, plan);
	put_exceptions(json, plan);
	put_cycles(json, plan);
	put_handovers(json, plan);
	put_handed(json, plan);
	put_letters(json, plan);
	json_object_end(json);
}

static const struct entity *
find_variant(const struct model *model, const char *id)
{
	const struct list *variants = &model->document->variants;
	for (uint32_t i = 0; i < variants->count; i++)
		if (strcmp(variants->items[i]->id, id) == 0)
			return variants->items[i];
	return NULL;
}

static void
show_plan(const char *path, const char *variant)
{
	struct diagnostics diags = {0};
	struct buf out = {0};
	bool unreadable = false;
	const struct model *model = load_model(path, NULL, NULL, &diags, &unreadable);
	struct plan *plan = plan_new(model, find_variant(model, variant));
	struct json json = {.out = &out};
	put_plan(&json, plan);
	puts(buf_text(&out));
	plan_free(plan);
	diag_free(&diags);
	model_free(model);
	buf_free(&out);
}

int
main(int argc, char **argv)
{
	for (int i = 1; i + 1 < argc; i += 2)
		show_plan(argv[i], argv[i + 1]);
	return 0;
}
