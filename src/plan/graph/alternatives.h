/* SPDX-License-Identifier: MIT */
/* What follows what in each variant, for those who show all variants together. Stages and steps for
 * different variants (`only`) exclude each other: nothing waits for what its variant does not have,
 * but for what that waited for. So each variant has a plan of its own, and what is said of several
 * variants alike is said once, with a set of variants. */
#ifndef PRESALE_PLAN_GRAPH_ALTERNATIVES_H
#define PRESALE_PLAN_GRAPH_ALTERNATIVES_H

#include "model/show.h"
#include "plan/plan.h"

/* A bit a variant, in the order of the file. */
typedef uint64_t variant_set;

struct alternatives {
	const struct plan *whole;        /* of all variants together */
	const struct plan *const *plans; /* of each; the whole alone where nothing depends on
					    variants */
	uint32_t count;
	variant_set all;
	const struct entity *names[VARIANTS_MOST]; /* of the plans: their variants, NULL where an
						      edition does not tell of them */
	uint32_t *slots; /* by task of the whole, for alternatives_waits */
};

/* Something that is waited for, in some variants. */
struct wait {
	const struct task *before; /* of the whole plan */
	variant_set variants;
};

struct waits {
	struct wait *items; /* in the order written */
	uint32_t count;
	variant_set none; /* the variants in which there is nothing to wait for */
};

/* Of a plan of all variants, which must outlive them and stay where it is, as the alternatives
 * themselves; `shown` knows what its variants are called: the same plan, or an edition's view of
 * it. */
void
alternatives_init(struct alternatives *alternatives, const struct plan *whole,
		  const struct plan *shown);

/* Frees what they hold, not the struct. */
void
alternatives_free(struct alternatives *alternatives);

/* The variants that have a stage or step: none has one that contradicts what it is part of. */
variant_set
alternatives_of(const struct alternatives *alternatives, const struct entity *entity);

/* The variants in which an outcome enters a stage or step: see struct task. */
variant_set
alternatives_entering(const struct alternatives *alternatives, const struct entity *entity);

/* What a task waits for in which variants. In arena. */
struct waits
alternatives_waits(const struct alternatives *alternatives, const struct task *task,
		   struct arena *arena);

/* Variants in the order of the file, NULL-ended. In arena. */
const struct entity **
alternatives_list(const struct alternatives *alternatives, variant_set variants,
		  struct arena *arena);

/* The names of variants, between commas. In arena. */
const char *
alternatives_names(const struct alternatives *alternatives, variant_set variants,
		   struct arena *arena);

#endif
