/* SPDX-License-Identifier: MIT */
#include "api/make/workers.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

enum { MOST_THREADS = 16 };

struct pool {
	pthread_mutex_t lock;
	pthread_cond_t ended; /* a work has, and what it took is free */
	struct work **works;  /* those that take longest first; NULL once taken */
	size_t count;
	unsigned capacity, used; /* no limit when capacity is 0 */
};

static bool
has_capacity(const struct pool *pool, const struct work *work)
{
	return !pool->capacity || !pool->used ||
	       pool->used + work->emitter->memory <= pool->capacity;
}

/* The longest of what is left that fits into the capacity, or NULL. */
static struct work *
take_fitting(struct pool *pool, bool *left)
{
	*left = false;
	for (size_t i = 0; i < pool->count; i++) {
		struct work *work = pool->works[i];
		if (!work)
			continue;
		*left = true;
		if (has_capacity(pool, work)) {
			pool->works[i] = NULL;
			pool->used += work->emitter->memory;
			return work;
		}
	}
	return NULL;
}

/* Waits until a work fits; NULL when nothing is left. */
static struct work *
take(struct pool *pool)
{
	bool left;
	struct work *work;
	pthread_mutex_lock(&pool->lock);
	while ((work = take_fitting(pool, &left)) == NULL && left)
		pthread_cond_wait(&pool->ended, &pool->lock);
	pthread_mutex_unlock(&pool->lock);
	return work;
}

static void
leave(struct pool *pool, const struct work *work)
{
	pthread_mutex_lock(&pool->lock);
	pool->used -= work->emitter->memory;
	pthread_cond_broadcast(&pool->ended);
	pthread_mutex_unlock(&pool->lock);
}

static void
emit(void *data)
{
	struct work *work = data;
	struct emission *emission = &work->emission;
	work->emitter->emit(emission);
	if (emission->error == ENOMEM)
		memory_exhausted();
	arena_free(&emission->arena);
	if (emission->take)
		emission->take(emission);
	if (work->made)
		work->made(emission);
}

static void
carry_out(struct pool *pool, struct work *work)
{
	work->exhausted = !memory_try(&work->heap, emit, work);
	leave(pool, work);
}

static void *
carry_out_all(void *shared)
{
	struct pool *pool = shared;
	for (struct work *work; (work = take(pool)) != NULL;)
		carry_out(pool, work);
	return NULL;
}

static int
by_weight(const void *left, const void *right)
{
	const struct work *a = *(struct work *const *)left, *b = *(struct work *const *)right;
	int difference = b->emitter->weight - a->emitter->weight;
	return difference ? difference : (a > b) - (a < b);
}

/* Starts so many threads, or fewer, in which no signal of the program's is handled; gives their
 * number. */
static size_t
start_threads(struct pool *pool, pthread_t *threads, size_t wanted)
{
	sigset_t all, before;
	size_t started = 0;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	while (started < wanted &&
	       pthread_create(&threads[started], NULL, carry_out_all, pool) == 0)
		started++;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return started;
}

/* The first work is taken here before others may: it takes longest, and the heap of this thread is
 * the better one. */
static void
run_pool(struct pool *pool, unsigned jobs)
{
	struct work *first = take(pool);
	pthread_t threads[MOST_THREADS];
	size_t others = jobs < pool->count ? jobs - 1 : pool->count - 1;
	size_t started =
	    start_threads(pool, threads, others < MOST_THREADS ? others : MOST_THREADS);
	carry_out(pool, first);
	carry_out_all(pool);
	for (size_t i = 0; i < started; i++)
		pthread_join(threads[i], NULL);
}

/* What the turns left becomes the caller's. */
static void
take_over(struct work *works, size_t count)
{
	bool exhausted = false;
	for (size_t i = 0; i < count; i++) {
		memory_heap_give(&works[i].heap);
		exhausted = exhausted || works[i].exhausted;
	}
	if (exhausted)
		memory_exhausted();
}

void
workers_run(struct work *works, size_t count, unsigned jobs, unsigned capacity)
{
	if (!count)
		return;
	struct pool pool = {.lock = PTHREAD_MUTEX_INITIALIZER,
			    .ended = PTHREAD_COND_INITIALIZER,
			    .works = memory_alloc(count * sizeof *pool.works),
			    .count = count,
			    .capacity = capacity};
	for (size_t i = 0; i < count; i++)
		pool.works[i] = &works[i];
	qsort(pool.works, count, sizeof *pool.works, by_weight);
	run_pool(&pool, jobs);
	pthread_cond_destroy(&pool.ended);
	pthread_mutex_destroy(&pool.lock);
	memory_free(pool.works);
	take_over(works, count);
}
