/* SPDX-License-Identifier: MIT */
#include "plan/graph/alternatives.h"

#include "model/fields.h"

#include <string.h>

void
alternatives_init(struct alternatives *a, const struct plan *whole, const struct plan *shown)
{
	*a = (struct alternatives){.whole = whole, .count = 1};
	a->plans = &a->whole;
	if (whole->variants) {
		a->plans = (const struct plan *const *)whole->variants;
		a->count = whole->variant_count;
	}
	for (uint32_t i = 0; i < a->count; i++) {
		a->all |= (variant_set)1 << i;
		a->names[i] = shown->variants ? shown->variants[i]->variant : NULL;
	}
	size_t size = ((size_t)whole->count + 1) * sizeof *a->slots;
	a->slots = memory_alloc(size);
	memset(a->slots, 0, size);
}

void
alternatives_free(struct alternatives *a)
{
	memory_free(a->slots);
}

variant_set
alternatives_of(const struct alternatives *a, const struct entity *entity)
{
	variant_set variants = 0;
	for (uint32_t i = 0; i < a->count; i++)
		if (plan_task(a->plans[i], entity))
			variants |= (variant_set)1 << i;
	return variants;
}

variant_set
alternatives_entering(const struct alternatives *a, const struct entity *entity)
{
	variant_set variants = 0;
	for (uint32_t i = 0; i < a->count; i++) {
		const struct task *task = plan_task(a->plans[i], entity);
		if (task && task->entered)
			variants |= (variant_set)1 << i;
	}
	return variants;
}

/* Adds what a task waits for in one variant. The slot of a task is its place among the waits, from
 * 1, while they are gathered. */
static void
add_waits(const struct alternatives *a, const struct task *task, variant_set variant,
	  struct waits *waits, struct arena *arena)
{
	for (uint32_t i = 0; i < task->after_count; i++) {
		const struct task *before = plan_task(a->whole, task->after[i]->entity);
		uint32_t *slot = &a->slots[before - a->whole->tasks];
		if (!*slot) {
			waits->items =
			    arena_grow(arena, waits->items, waits->count, 1, sizeof *waits->items);
			waits->items[waits->count++] = (struct wait){before, 0};
			*slot = waits->count;
		}
		waits->items[*slot - 1].variants |= variant;
	}
	if (!task->after_count)
		waits->none |= variant;
}

struct waits
alternatives_waits(const struct alternatives *a, const struct task *task, struct arena *arena)
{
	struct waits waits = {0};
	for (uint32_t i = 0; i < a->count; i++) {
		const struct task *of = plan_task(a->plans[i], task->entity);
		if (of)
			add_waits(a, of, (variant_set)1 << i, &waits, arena);
	}
	if (!waits.count && !waits.none)
		add_waits(a, task, alternatives_of(a, task->entity), &waits, arena);
	for (uint32_t i = 0; i < waits.count; i++)
		a->slots[waits.items[i].before - a->whole->tasks] = 0;
	return waits;
}

const struct entity **
alternatives_list(const struct alternatives *a, variant_set variants, struct arena *arena)
{
	const struct entity **list = arena_array(arena, (size_t)a->count + 1, sizeof *list);
	for (uint32_t i = 0, count = 0; i < a->count; i++)
		if (variants & (variant_set)1 << i && a->names[i])
			list[count++] = a->names[i];
	return list;
}

const char *
alternatives_names(const struct alternatives *a, variant_set variants, struct arena *arena)
{
	const char *names = "";
	for (uint32_t i = 0; i < a->count; i++)
		if (variants & (variant_set)1 << i && a->names[i])
			names = arena_printf(arena, "%s%s%s", names, *names ? ", " : "",
					     entity_name(a->names[i]));
	return names;
}
