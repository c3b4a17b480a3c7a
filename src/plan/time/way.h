/* SPDX-License-Identifier: MIT */
/* A way through a plan: what follows from where it begins, by usual outcomes and by waiting, and
 * when. The usual path is one, and so is each exception. Inside of src/plan only.
 *
 *      Fix ──in time──▶ Close            the usual path: Fix, Close
 *        └──too late──▶ Escalate ──▶ …   an exception, though the file says that it comes after Fix
 *
 * Frames are what a way may not enter; they go on around it, so that what waits within one for
 * something on the way still begins. */
#ifndef PRESALE_PLAN_TIME_WAY_H
#define PRESALE_PLAN_TIME_WAY_H

#include "plan/time/heap.h"
#include "plan/time/routes.h"

/* Times of one estimate, counted from where the way begins. */
struct way_times {
	struct length begin, end;
	struct length arrives; /* when all outcomes have got here that lead in from outside */
	struct length first;   /* when the first part is entered, where only that begins it */
	struct length delay;   /* when it ends at the earliest, in spite of its own deadline */
	struct length within;  /* of a sub-step: its end by what is in its step alone; of a step
				  the latest of those */
};

/* What a walk knows of a task. */
struct way_part {
	uint32_t walk;      /* which one: of others nothing is known */
	bool reached;       /* it is looked at, or will be */
	bool member, begun; /* on the way; and not just as what holds something on it */
	bool seed, entered; /* the way begins with it; within it */
	bool ended;         /* the rest is known */
	bool led_out;       /* usual outcomes of a part lead out of it */
	bool by_own, taken; /* it is left by outcomes of its own; by its usual one */
	bool dead_end;      /* nothing leads on from it */
	bool goes_on;       /* those that wait for it follow */
	bool counts_before; /* its deadline counts from what has gone before the way, if that is
			       no part of it */
	uint32_t last;      /* the last of its parts that end, from 1 */
};

enum way_kind {
	WAY_USUAL,  /* the usual path of the process; without frames */
	WAY_WITHIN, /* of what is aside of that, when it begins; all around it is a frame */
	WAY_ON,     /* what an outcome leads on to; frames are the usual path and what contains the
		       source, with the usual path of that */
	WAY_BACK,   /* what an outcome leads back to; frames are what contains both ends */
};

struct way {
	const struct order *order;
	const struct routes *routes;
	const struct task *tasks;
	struct way_part *parts;  /* by task */
	struct way_times *times; /* by task and estimate; NULL: nobody asks */
	bool *passed;            /* by task, with times: some exception has passed it */
	struct gone *gone;       /* with times: what exceptions have passed before others */
	uint32_t *past;          /* by task: the first behind what it contains */
	uint32_t *place;         /* by point: in the sequence */
	uint32_t *waiter_first, *waiters; /* of a task those that wait for it */
	uint32_t *begins_with, *further;  /* by route: the last walk that begins with it; that takes
					     it though it is not usual */
	uint32_t *met, question, *stack;  /* by task or point: the last question that met it */
	struct heap heap;                 /* of places */
	enum way_kind kind;
	uint32_t walk;                        /* the number of this one */
	uint32_t last;                        /* the place behind which nobody looks */
	const struct task *source, *target;   /* of an outcome on or back; of one back, or the whole
						 that it is within */
	uint32_t *members, member_count;      /* as they were met */
	struct length length[ESTIMATE_COUNT]; /* until all is done */
	bool departs; /* of a way on or back it is known when it begins, from the process's start */
	struct length since[ESTIMATE_COUNT];
	const struct task *left_by; /* then: the outermost that has ended with the source */
	uint32_t left;              /* tasks and edges that may still be looked at */
};

/* All of the way's memory is the routes' arena's. */
void
way_init(struct way *way, const struct order *order, struct routes *routes);

/* Has times reckoned from then on. */
void
way_keep_times(struct way *way, struct arena *arena);

/* Begins with the process. */
void
way_begin_usual(struct way *way);

/* Begins with what is aside of the usual path, which is known. */
void
way_begin_within(struct way *way, const struct task *whole);

/* Begins with what the routes of one outcome lead on to, from `first` to before `end`. */
void
way_begin_on(struct way *way, const struct outcome_route *first, const struct outcome_route *end);

/* Begins with what a route back leads to. */
void
way_begin_back(struct way *way, const struct outcome_route *route);

/* Lets the way take all routes of an outcome, of which it is given the first, though that is
 * unusual. */
void
way_take(struct way *way, const struct outcome_route *first);

/* Walks what has begun. */
void
way_walk(struct way *way);

/* What the walk knows of a task; at first nothing. */
struct way_part *
way_part(const struct way *way, const struct task *task);

/* The first route behind those of the outcome that one belongs to. */
const struct outcome_route *
way_routes_end(const struct routes *routes, const struct outcome_route *first);

/* Has a task looked at when the place of its start comes. */
void
way_reach(struct way *way, const struct task *task);

/* Whether a task is one that the way may not enter. */
bool
way_is_frame(const struct way *way, const struct task *task);

/* What a route that is not usual leaves on the way, see routes_left. */
const struct task *
way_left(const struct way *way, const struct outcome_route *route);

/* Whether a task is on the usual path of what it and another one lie in. */
bool
way_is_usual_beside(const struct task *task, const struct task *other);

/* Whether a route is gone, its source having ended. */
bool
way_is_gone(const struct way *way, const struct outcome_route *route);

/* When others go on behind a member: with the beginning of what is ongoing. */
struct length
way_passed(const struct way *way, const struct task *task, enum estimate estimate);

/* The times of a task, if they are kept. */
struct way_times *
way_times(const struct way *way, const struct task *task, enum estimate estimate);

/* Finds when a member begins; when it ends, and so what contains it at the earliest. */
void
way_begin_part(const struct way *way, uint32_t task);
void
way_end_part(struct way *way, uint32_t task);

#endif
