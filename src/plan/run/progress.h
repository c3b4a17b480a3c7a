/* SPDX-License-Identifier: MIT */
/* How far a run has got: which stages and steps it passes, how often, and on which dates.
 *
 * A run goes as the process usually goes, but where it is known by which outcome something was
 * left: then that branch is taken, and what is not reached any more is not there. An outcome that
 * leads back begins another pass of all that follows from there, so that a stage or step may stand
 * here several times, «Согласование» and «Согласование#2».
 *
 * Dates come of the calendar. What is done stands where it was done, and what waits for it follows
 * from there. What is not done does not end before today, so that what is late moves the rest. */
#ifndef PRESALE_PLAN_RUN_PROGRESS_H
#define PRESALE_PLAN_RUN_PROGRESS_H

#include "model/field.h"
#include "plan/run/instant.h"

enum progress_state {
	PROGRESS_WAITING, /* for something that is not done */
	PROGRESS_OPEN,    /* it can be done now */
	PROGRESS_LATE,    /* it should have been done before today */
	PROGRESS_DONE,
};

/* A pass of a stage or step. */
struct progress_item {
	const struct entity *entity;
	uint32_t pass, passes; /* which of how many, from 1 */
	uint32_t outer;        /* the item that it is part of, or PLAN_NONE */
	bool whole;            /* it has parts on the way, and what is done is done by them */
	bool ongoing;          /* it goes on for ever beside the others */
	enum progress_state state;
	const struct run_done *done;     /* what the file says of it, or NULL */
	struct instant start, best, due; /* when it may begin; ends at the earliest; must end */
	bool has_due;                    /* it or what it is part of has a deadline */
	struct instant end;              /* when it was done, or is reckoned with */
	struct instant latest;           /* it may end then without moving the end of the run */
	bool has_least;                  /* it must not be done before `least` */
	struct instant least;
	bool planned;                        /* it lay on the usual way when the run began; then */
	struct instant plan_start, plan_due; /* its dates were these */
	const uint32_t *waits;               /* items not done that it waits for; */
	uint32_t wait_count;
	const uint32_t *follows; /* all that it waits for, done or not */
	uint32_t follow_count;
};

struct progress {
	const struct model *model;
	const struct process_run *run;
	int32_t today;
	struct progress_item *items; /* each whole before its parts, pass by pass */
	uint32_t count;
	struct instant start, finish;  /* when the run begins; when it ends, as things stand */
	struct instant plan_finish;    /* when it was to end */
	bool by_finish;                /* planned backwards from the end that the file names */
	bool late_start;               /* then: it should have begun before today, and has not */
	const uint32_t *done_items;    /* by entry of `done`: its item, or PLAN_NONE */
	const struct outcome **chosen; /* by entry of `choices`: the outcome, or NULL */
	const uint32_t *choice_items;  /* by entry of `choices`: its item, or PLAN_NONE */
};

/* The run of a model, which has one, on a day. In arena; linear in tasks and waits, times the
 * passes. NULL when the file does not say when it begins or ends. */
const struct progress *
progress_of(const struct model *model, int32_t today, struct arena *arena);

/* How many are late. */
uint32_t
progress_late(const struct progress *progress);

/* By how many days of the calendar something is late today: 0 when it is not. */
int32_t
progress_days_late(const struct progress *progress, const struct progress_item *item);

/* The minutes of work that something may still slip without moving the end of the run; less than
 * nothing when it has moved it. */
int64_t
progress_slack(const struct progress *progress, const struct progress_item *item);

/* Whether an outcome is called so: by its condition, or by where it leads. */
bool
progress_is_called(const struct outcome *outcome, const char *text, struct arena *scratch);

/* What a person calls an item: by the name or id of the stage or step, behind that of its stage or
 * alone, or by its number, «2.1»; with the number of a pass, or of the latest. */
struct progress_match {
	uint32_t item;
	uint32_t count;    /* of those that are called so */
	const char *names; /* of them all, when there are several */
};

/* In arena. */
struct progress_match
progress_match(const struct progress *progress, const char *text, struct arena *arena);

/* «Этап/Шаг#2», as the file names an item. In arena. */
const char *
progress_name(const struct progress_item *item, struct arena *arena);

#endif
