/* SPDX-License-Identifier: MIT */
#include "cli/work/workers.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

enum { MOST_THREADS = 16 };

struct pool {
	pthread_mutex_t lock;
	pthread_cond_t ended; /* a work has, and left room */
	struct work **works;  /* those that take longest first; NULL once taken */
	size_t count;
	unsigned room, used; /* no limit when room is 0 */
};

static bool
has_room(const struct pool *pool, const struct work *work)
{
	return !pool->room || !pool->used || pool->used + work->emitter->memory <= pool->room;
}

/* The longest of what is left that there is room for, or NULL. */
static struct work *
take_fitting(struct pool *pool, bool *left)
{
	*left = false;
	for (size_t i = 0; i < pool->count; i++) {
		struct work *work = pool->works[i];
		if (!work)
			continue;
		*left = true;
		if (has_room(pool, work)) {
			pool->works[i] = NULL;
			pool->used += work->emitter->memory;
			return work;
		}
	}
	return NULL;
}

/* Waits for room; NULL when nothing is left. */
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
}

static void
carry_out(struct pool *pool, struct work *work)
{
	work->exhausted = !memory_try(&work->heap, emit, work);
	if (pool->room)
		memory_trim();
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

/* The first work is taken here before others may: it takes longest, and the heap of this thread is
 * the better one. */
static void
run_pool(struct pool *pool)
{
	struct work *first = take(pool);
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	pthread_t threads[MOST_THREADS];
	size_t started = 0;
	while (started < MOST_THREADS && started + 1 < pool->count &&
	       (long)started + 1 < processors) {
		if (pthread_create(&threads[started], NULL, carry_out_all, pool) != 0)
			break;
		started++;
	}
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
workers_run(struct work *works, size_t count, unsigned room)
{
	if (!count)
		return;
	struct pool pool = {.lock = PTHREAD_MUTEX_INITIALIZER,
			    .ended = PTHREAD_COND_INITIALIZER,
			    .works = memory_alloc(count * sizeof *pool.works),
			    .count = count,
			    .room = room};
	for (size_t i = 0; i < count; i++)
		pool.works[i] = &works[i];
	qsort(pool.works, count, sizeof *pool.works, by_weight);
	run_pool(&pool);
	pthread_cond_destroy(&pool.ended);
	pthread_mutex_destroy(&pool.lock);
	memory_free(pool.works);
	take_over(works, count);
}
