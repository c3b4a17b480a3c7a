/* SPDX-License-Identifier: MIT */
/* growth FIRST: carries out the commands of the lines read, their words parted by tabs, as the
 * program would. The first ones this process does itself, so that valgrind knows the code; each of
 * the others is done by a child, which begins where all the others do and writes its own sum. */
#define main presale_main
#include "cli/main.c"
#undef main

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORDS = 16 };

static int
words_of(char *line, char **words)
{
	int count = 0;
	words[count++] = "presale";
	for (char *word = strtok(line, "\t\n"); word && count < WORDS; word = strtok(NULL, "\t\n"))
		words[count++] = word;
	words[count] = NULL;
	return count;
}

static int
carry_out(char *line)
{
	char *words[WORDS + 1];
	struct arguments args = {0};
	enum presale_status status = call_finish(&args, run(&args, words_of(line, words), words));
	arena_free(&args.arena);
	return (int)status;
}

/* The child's status, or what ended it. */
static int
carry_out_apart(char *line)
{
	int status = 0;
	fflush(NULL);
	pid_t child = fork();
	if (child == 0)
		exit(carry_out(line));
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

int
main(int argc, char **argv)
{
	char *line = NULL;
	size_t size = 0;
	int first = argc > 1 ? atoi(argv[1]) : 0;
	allocator_begin();
	while (getline(&line, &size, stdin) > 0)
		fprintf(stderr, "status %d\n",
			first-- > 0 ? carry_out(line) : carry_out_apart(line));
	free(line);
}
