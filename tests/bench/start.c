/* SPDX-License-Identifier: MIT */
/* Times programs that are over in milliseconds: start ROUNDS COMMAND… [-- COMMAND…]…
 * Starts each in turn, ROUNDS times after a warm-up, and prints a line for each: the medians of
 * wall and processor time in seconds and of peak memory in MiB. A small program does it since a
 * large one adds milliseconds of its own to each start. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

enum { COMMANDS = 16, WALL = 0, PROCESSOR, PEAK, FIGURES };

extern char **environ;

static double
seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec * 1e-6;
}

static double
now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* Statuses 0 and 1, findings, are as they should be. */
static void
run(char **command, const posix_spawn_file_actions_t *files, double figures[FIGURES])
{
	int status;
	pid_t process;
	struct rusage usage;
	double started = now();
	if (posix_spawn(&process, command[0], files, NULL, command, environ) ||
	    wait4(process, &status, 0, &usage) < 0 || !WIFEXITED(status) ||
	    WEXITSTATUS(status) > 1) {
		fprintf(stderr, "%s failed\n", command[0]);
		exit(2);
	}
	figures[WALL] = now() - started;
	figures[PROCESSOR] = seconds(usage.ru_utime) + seconds(usage.ru_stime);
	figures[PEAK] = (double)usage.ru_maxrss / 1024;
}

static int
by_value(const void *a, const void *b)
{
	double one = *(const double *)a, other = *(const double *)b;
	return (one > other) - (one < other);
}

static double
median(double *values, int count)
{
	qsort(values, (size_t)count, sizeof *values, by_value);
	return values[count / 2];
}

/* Cuts the arguments at "--"; returns how many commands there are. */
static int
cut(char **arguments, char **commands[COMMANDS])
{
	int count = 1;
	commands[0] = arguments;
	for (char **argument = arguments; *argument; argument++) {
		if (strcmp(*argument, "--") || count == COMMANDS)
			continue;
		*argument = NULL;
		commands[count++] = argument + 1;
	}
	return count;
}

int
main(int argc, char **argv)
{
	if (argc < 3 || atoi(argv[1]) < 1)
		return 2;
	char **commands[COMMANDS];
	int rounds = atoi(argv[1]), count = cut(argv + 2, commands);
	double *taken = calloc((size_t)(count * FIGURES * rounds), sizeof *taken);
	posix_spawn_file_actions_t files;
	if (!taken || posix_spawn_file_actions_init(&files))
		return 2;
	for (int stream = 1; stream <= 2; stream++)
		posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_WRONLY, 0);
	for (int round = -1; round < rounds; round++)
		for (int number = 0; number < count; number++) {
			double figures[FIGURES];
			run(commands[number], &files, figures);
			for (int figure = 0; round >= 0 && figure < FIGURES; figure++)
				taken[(number * FIGURES + figure) * rounds + round] =
				    figures[figure];
		}
	for (int row = 0; row < count * FIGURES; row++)
		printf("%.6f%c", median(taken + row * rounds, rounds),
		       row % FIGURES == FIGURES - 1 ? '\n' : ' ');
	posix_spawn_file_actions_destroy(&files);
	free(taken);
	return 0;
}
