/* SPDX-License-Identifier: MIT */
#include "cli/work/crowd.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

enum { MOST_THREADS = 64 };

/* What a thread would have for its calls if it were the program's first: some systems give less. */
enum { STACK = 8 * 1024 * 1024 };

struct crowd {
	const struct arguments *args;
	const struct target *targets;
	const struct judging *judging;
	struct session *sessions;
	size_t count;
	atomic_size_t next; /* that nobody has begun */
};

unsigned
crowd_threads(void)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	return processors < 1 ? 1 : processors > MOST_THREADS ? MOST_THREADS : (unsigned)processors;
}

static void *
read_some(void *shared)
{
	struct crowd *crowd = shared;
	for (size_t i; (i = atomic_fetch_add(&crowd->next, 1)) < crowd->count;)
		crowd->sessions[i] =
		    session_read(crowd->args, &crowd->targets[i], crowd->judging, true);
	return NULL;
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
	       pthread_create(&threads[started], &attributes, read_some, crowd) == 0)
		started++;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	pthread_attr_destroy(&attributes);
	return started;
}

void
crowd_read(const struct arguments *args, const struct target *targets,
	   const struct judging *judging, struct session *sessions, size_t count)
{
	struct crowd crowd = {args, targets, judging, sessions, count, 0};
	pthread_t threads[MOST_THREADS];
	size_t others = crowd_threads() - 1;
	if (others >= count)
		others = count ? count - 1 : 0;
	size_t started = start_threads(&crowd, threads, others);
	read_some(&crowd);
	for (size_t i = 0; i < started; i++)
		pthread_join(threads[i], NULL);
}
