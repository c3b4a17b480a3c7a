/* SPDX-License-Identifier: MIT */
/* When things happen: order, critical paths, slack, for best and at-most times, for all variants or
 * one. Times are lengths from the start of the process, which add up by kinds of time and compare
 * by weeks (model/duration.h).
 *
 * What happens usually is the usual path: what starts with the process, what usual outcomes lead to
 * and what waits for something on the path that is not left by outcomes.
 * Totals, slack and critical paths are of the usual path alone. The rest is exceptions: what only
 * unusual outcomes lead to. They have times of their own, and what each adds is told apart.
 *
 * A task starts when all on the usual path has ended that it waits for or that leads to it, and not
 * before what it is part of. It takes its deadline; without one, it ends with the last of its usual
 * steps. A stage with a deadline keeps to it even if its steps' chain is longer (that is a finding,
 * and plan_chain tells), but does not end before a step of it that waits for something outside
 * could. Nobody waits for the end of what goes on for ever, but for its beginning.
 *
 * Where variants differ by more than words, the times of all together are, of each task, those of
 * the variant in which it ends last (at best: first). */
#ifndef PRESALE_PLAN_PLAN_H
#define PRESALE_PLAN_PLAN_H

#include "model/model.h"
#include "plan/lengths.h"

/* In place of an index: no task, point, edge or route. */
enum { PLAN_NONE = UINT32_MAX };

/* Which of a duration's two ends is meant. */
enum estimate { ESTIMATE_BEST, ESTIMATE_MOST, ESTIMATE_COUNT };

struct schedule {
	struct length start, finish; /* earliest */
	struct length slack; /* how long it may slip without moving the end of the process (of its
				stage, for a step) */
};

/* A stage or a step in a plan. */
struct task {
	const struct entity *entity;
	const struct duration
	    *deadline; /* in the plan's variant; and what it says besides, or NULL */
	const struct terms *terms;
	struct task *parent; /* of a step its stage, of a sub-step its step; NULL for a stage */
	struct task **after; /* what it waits for: given, or by default; tasks left out by `only`
				are seen through */
	uint32_t after_count;
	bool entered; /* waits for nothing though it is not the first, and an outcome of an earlier
			 one leads to it: it begins by that, and not with what it is part of */
	bool usual;   /* lies on the usual path of what it is part of */
	bool ongoing; /* goes on for ever */
	bool idle;    /* left by a part, so that nobody asks for its own outcomes */
	bool keeps;   /* has a deadline of its own, that says how long it may take */
	bool timed;   /* has one, or steps that have, or stands so long ahead of another */
	bool from_start;               /* its deadline counts from the start of the process */
	bool critical[ESTIMATE_COUNT]; /* usual, and has no slack though the process (the stage, for
					  a step) has a length */
	struct length *chain; /* by estimate: of its steps, see plan_chain; NULL without steps */
};

/* One of the longest paths; together they pass all critical stages. */
struct critical_path {
	struct task **stages; /* from first to last, NULL-ended */
	struct critical_path *next;
};

/* Stages or steps each of which waits for the next, or contains it; first = last. */
struct cycle {
	const struct entity **entities;
	uint32_t count;
};

/* What an unusual outcome costs: the time until the usual path or the end is reached again; of one
 * that leads back what is passed once more. */
struct exception {
	const struct task *from;
	const struct outcome *outcome;
	struct length adds[ESTIMATE_COUNT];
};

/* A task that another begins after: it waits for it, an outcome leads there, or it ends so long
 * ahead. */
struct dependency {
	const struct task *from, *to;
};

struct plan {
	struct arena arena;
	const struct model *model;
	const struct entity *variant;        /* KIND_VARIANT, or NULL for all together */
	const struct entity *const *decided; /* by serial of a stage or step: the outcome that is
						taken; NULL: the usual ones are */
	struct task *tasks; /* stages in the file's order, each followed by its steps, these by
			       their sub-steps */
	uint32_t count;
	struct lengths times[ESTIMATE_COUNT]; /* of the tasks, see plan_times */
	struct length total[ESTIMATE_COUNT];
	struct dependency
	    *dependencies; /* as far as they have a say, by `to` in the order of the tasks */
	uint32_t dependency_count;
	struct exception *exceptions; /* those that take time, in the order of the file */
	uint32_t exception_count;
	struct length with_exceptions; /* at most, with each of them once */
	struct plan *whole; /* of an edition that hides something the plan of all, which this is a
			       view of; else NULL */
	struct plan **variants; /* the plans of each variant, where nothing is given and something
				   depends on it; NULL otherwise */
	uint32_t variant_count;
	struct cycle *cycles; /* in `after`, in the order of the file: one for each set of tasks
				 that wait for one another; CYCLE_LIMIT at most */
	uint32_t cycle_count;
	struct critical_path *critical[ESTIMATE_COUNT]; /* NULL: nothing takes time */
	bool critical_left[ESTIMATE_COUNT];             /* there are more than that are told */
	struct task **by_serial;                        /* of its stage or step, see plan_task */
};

enum {
	CYCLE_LIMIT = 32,
	VARIANTS_MOST = 64, /* that have plans of their own; with more they are one process */
};

/* Plans a process; the model must outlive the plan. Linear in tasks and dependencies (what is seen
 * through counted again for each that waits for it; in times the number of variants, where they
 * differ), but for exceptions, each of which takes as long as it is, up to a limit for all. A cycle
 * is cut where it closes; a task that waits for itself does not. */
struct plan *
plan_new(const struct model *model, const struct entity *variant);

/* Frees a plan with all that it holds; the model stays. NULL is nothing. */
void
plan_free(struct plan *plan);

/* True when a task lies on the usual path of the process, and all that it is part of. */
bool
task_is_usual(const struct task *task);

/* The task of a stage or step, or NULL when the variant leaves it out. */
const struct task *
plan_task(const struct plan *plan, const struct entity *entity);

/* When a task of the plan is. */
struct schedule
plan_times(const struct plan *plan, const struct task *task, enum estimate estimate);

/* Whether a path passes no stage that another one, maybe of another plan, does not pass in the same
 * order. */
bool
critical_path_is_within(const struct critical_path *path, const struct critical_path *other);

/* When others go on behind a task: by its end, of what goes on for ever by its beginning. */
struct length
plan_passed(const struct plan *plan, const struct task *task, enum estimate estimate);

/* The longest chain of steps of a stage or step, by what waits for what inside of it; nothing
 * without steps. */
struct length
plan_chain(const struct plan *plan, const struct entity *entity, enum estimate estimate);

/* The deadline of the process in a plan's variant; absent (pos.line 0) when it has none. */
const struct duration *
plan_deadline(const struct plan *plan);

/* How long the process takes from where its deadline counts: from its start, or from the end of a
 * stage or step (the beginning of what goes on for ever). False when that is an event, or something
 * that does not usually happen. */
bool
plan_takes(const struct plan *plan, enum estimate estimate, struct length *takes);

/* How long after the beginning of a stage or step its steps end: that chain, or longer by a step
 * whose deadline counts from elsewhere. */
struct length
plan_steps_take(const struct plan *plan, const struct entity *entity, enum estimate estimate);

/* The field that has the deadline of a stage or step. */
const struct field *
task_deadline_row(const struct entity *entity);

/* The deadline of a stage or step for a variant (NULL: for all together); absent (pos.line 0) when
 * it has none. */
const struct duration *
task_deadline(const struct entity *entity, const struct entity *variant);

/* What a stage or step says of its deadline besides, or NULL. */
const struct terms *
task_terms(const struct entity *entity, const struct entity *variant);

/* True when a deadline of a stage or step is in days or hours and does not say that these are
 * working ones, which they are. */
bool
task_leaves_kind(const struct entity *entity);

/* What a stage or step says it waits for, as written. */
const struct refs *
task_after(const struct entity *entity);

/* True when a stage or step goes on for ever beside the others: who waits for it waits for its
 * beginning. */
bool
task_is_ongoing(const struct entity *entity);

/* True when one of two stages or steps is the other or a part of it. */
bool
task_is_related(const struct entity *a, const struct entity *b);

/* True for a stage or step that goes on for ever. */
bool
task_is_ongoing_part(const struct entity *entity);

/* The steps of a stage or step. */
const struct list *
task_steps(const struct entity *entity);

/* The variants that a stage or step is for, as written; none: for all. */
const struct refs *
task_only(const struct entity *entity);

/* The stages, or the steps beside a step, itself among them. */
const struct list *
task_siblings(const struct entity *entity);

/* What comes after a stage or step among its siblings, as they say that they wait; after the last
 * step what comes after its stage; NULL after all. */
const struct entity *
task_next(const struct entity *entity);

/* The outcomes of a stage or step. */
const struct list *
task_outcomes(const struct entity *entity);

/* True when what waits for a stage or step follows it in spite of its own outcomes: it has none, or
 * a single one with a condition, which leaves open what is done otherwise. */
bool
task_goes_on(const struct entity *entity);

/* True when an outcome of a stage or step leads to what stands behind it, and not to the end. */
bool
task_leads_on(const struct entity *entity, const struct outcome *outcome);

/* The usual outcome of a stage or step: the one that says so, else the first that does not lead
 * back, to itself, what it is part of or what stands before it; NULL when there is none. */
const struct outcome *
task_usual(const struct entity *entity);

/* The last step of a stage or step, where that is left by its own outcomes alone, and the whole
 * with it; NULL when it goes on. */
const struct entity *
task_deciding_step(const struct entity *entity);

/* Whose outcomes a stage or step is left by, so that what only waits for it does not follow: itself
 * or its last step; NULL when it goes on. */
const struct entity *
task_left_by(const struct entity *entity);

/* The stage that a stage or step is, or is part of. */
const struct stage *
task_stage(const struct entity *entity);

/* How deep a task lies: 0 for a stage, 1 for a step, 2 for a sub-step. */
unsigned
task_level(const struct task *task);

#endif
