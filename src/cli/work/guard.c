/* SPDX-License-Identifier: MIT */
#include "cli/work/guard.h"

#include "cli/work/allocator.h"

#include <unistd.h>

static void
out_of_memory(void *files)
{
	file_set_stop(files);
}

static void *
watch(void *shared)
{
	struct guard *guard = shared;
	int signal_number;
	if (sigwait(&guard->signals, &signal_number) != 0 || signal_number == SIGRTMIN)
		return NULL;
	file_set_stop(guard->files);
	if (guard->calm)
		_exit(0);
	signal(signal_number, SIG_DFL);
	sigset_t only;
	sigemptyset(&only);
	sigaddset(&only, signal_number);
	pthread_sigmask(SIG_UNBLOCK, &only, NULL);
	raise(signal_number);
	return NULL;
}

void
guard_begin(struct guard *guard, struct file_set *files)
{
	static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
	guard->files = files;
	sigemptyset(&guard->signals);
	sigaddset(&guard->signals, SIGRTMIN); /* sent by guard_end; a cancelled thread would need a
						 library more, just then */
	for (size_t i = 0; i < sizeof ending / sizeof *ending; i++) {
		struct sigaction action;
		if (sigaction(ending[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
			sigaddset(&guard->signals, ending[i]);
	}
	pthread_sigmask(SIG_BLOCK, &guard->signals, &guard->before);
	allocator_hook(out_of_memory, files);
	guard->running = pthread_create(&guard->thread, NULL, watch, guard) == 0;
}

void
guard_end(struct guard *guard)
{
	if (guard->running) {
		pthread_kill(guard->thread, SIGRTMIN);
		pthread_join(guard->thread, NULL);
	}
	allocator_hook(NULL, NULL);
	file_set_free(guard->files);
	pthread_sigmask(SIG_SETMASK, &guard->before, NULL);
}
