/* SPDX-License-Identifier: MIT */
#include "cli/work/crowd.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

enum { MOST_THREADS = 64 };

/* What a thread would have for its calls if it were the program's first: some systems give less. */
enum { STACK = 8 * 1024 * 1024 };

/* How far ahead of what was taken is read, for each thread: enough for one long process among short
 * ones, and few to be held at a time. */
enum { AHEAD = 4 };

struct slot {
	struct session session;
	bool ready;
};

struct crowd {
	const struct arguments *args;
	const struct target *targets;
	const struct judging *judging;
	size_t count;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	size_t begun, taken;                     /* targets, in their order */
	size_t window;                           /* of targets that may be between the two */
	struct slot slots[MOST_THREADS * AHEAD]; /* of target i at i % window */
};

unsigned
crowd_threads(void)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	return processors < 1 ? 1 : processors > MOST_THREADS ? MOST_THREADS : (unsigned)processors;
}

/* The next steps hold the lock, and come back with it. */
static bool
may_begin(const struct crowd *crowd)
{
	return crowd->begun < crowd->count && crowd->begun < crowd->taken + crowd->window;
}

static void
read_next(struct crowd *crowd)
{
	size_t i = crowd->begun++;
	pthread_mutex_unlock(&crowd->lock);
	struct session session =
	    session_read(crowd->args, &crowd->targets[i], crowd->judging, true);
	pthread_mutex_lock(&crowd->lock);
	crowd->slots[i % crowd->window] = (struct slot){session, true};
	pthread_cond_broadcast(&crowd->changed);
}

static void
take_next(struct crowd *crowd, crowd_taker *take, void *data)
{
	struct slot *slot = &crowd->slots[crowd->taken % crowd->window];
	struct session session = slot->session;
	slot->ready = false;
	pthread_mutex_unlock(&crowd->lock);
	take(data, crowd->taken, &session);
	pthread_mutex_lock(&crowd->lock);
	crowd->taken++;
	pthread_cond_broadcast(&crowd->changed);
}

static void *
read_all(void *shared)
{
	struct crowd *crowd = shared;
	pthread_mutex_lock(&crowd->lock);
	while (crowd->begun < crowd->count)
		if (may_begin(crowd))
			read_next(crowd);
		else
			pthread_cond_wait(&crowd->changed, &crowd->lock);
	pthread_mutex_unlock(&crowd->lock);
	return NULL;
}

/* Whoever takes reads as well while there is nothing to take. */
static void
take_all(struct crowd *crowd, crowd_taker *take, void *data)
{
	pthread_mutex_lock(&crowd->lock);
	while (crowd->taken < crowd->count)
		if (crowd->slots[crowd->taken % crowd->window].ready)
			take_next(crowd, take, data);
		else if (may_begin(crowd))
			read_next(crowd);
		else
			pthread_cond_wait(&crowd->changed, &crowd->lock);
	pthread_mutex_unlock(&crowd->lock);
}

/* Starts threads in which no signal of the program's is handled; gives their number. */
static size_t
start_threads(struct crowd *crowd, pthread_t *threads, size_t wanted)
{
	sigset_t all, before;
	pthread_attr_t attributes;
	size_t started = 0;
	sigfillset(&all);
	pthread_attr_init(&attributes);
	pthread_attr_setstacksize(&attributes, STACK);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	while (started < wanted &&
	       pthread_create(&threads[started], &attributes, read_all, crowd) == 0)
		started++;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	pthread_attr_destroy(&attributes);
	return started;
}

static void
begin(struct crowd *crowd, size_t threads)
{
	crowd->window = threads * AHEAD;
	pthread_mutex_init(&crowd->lock, NULL);
	pthread_cond_init(&crowd->changed, NULL);
}

void
crowd_read(const struct arguments *args, const struct target *targets, size_t count,
	   const struct judging *judging, crowd_taker *take, void *data)
{
	struct crowd crowd = {.args = args, .targets = targets, .judging = judging, .count = count};
	pthread_t threads[MOST_THREADS];
	size_t others = crowd_threads() - 1;
	if (others >= count)
		others = count ? count - 1 : 0;
	begin(&crowd, others + 1);
	size_t started = start_threads(&crowd, threads, others);
	take_all(&crowd, take, data);
	for (size_t i = 0; i < started; i++)
		pthread_join(threads[i], NULL);
	pthread_cond_destroy(&crowd.changed);
	pthread_mutex_destroy(&crowd.lock);
}
