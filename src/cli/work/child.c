/* SPDX-License-Identifier: MIT */
#include "cli/work/child.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

enum { EXIT_MISSING = 127, PIECE = 4096 };

/* In the child: never returns. */
static void
become(const char *const *words, const sigset_t *mask, enum child_said said, const int ends[2])
{
	int nothing = open("/dev/null", O_RDWR);
	bool errors = said == CHILD_ERRORS;
	if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 ||
	    dup2(errors ? nothing : ends[1], STDOUT_FILENO) < 0 ||
	    dup2(errors ? ends[1] : nothing, STDERR_FILENO) < 0)
		_exit(EXIT_MISSING);
	close(ends[0]);
	close(ends[1]);
	sigprocmask(SIG_SETMASK, mask, NULL);
	execvp(words[0], (char *const *)(uintptr_t)words);
	_exit(EXIT_MISSING);
}

static void
read_all(int fd, struct buf *out)
{
	for (;;) {
		char *place = buf_reserve(out, PIECE);
		ssize_t length = read(fd, place, PIECE);
		if (length > 0)
			buf_filled(out, (size_t)length);
		else if (length == 0 || errno != EINTR)
			return;
	}
}

static int
wait_for(pid_t child)
{
	int status;
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return CHILD_FAILED;
	if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGINT || WTERMSIG(status) == SIGTERM ||
				    WTERMSIG(status) == SIGHUP))
		return CHILD_STOPPED;
	if (!WIFEXITED(status))
		return CHILD_FAILED;
	return WEXITSTATUS(status) == EXIT_MISSING ? CHILD_MISSING : WEXITSTATUS(status);
}

int
child_run(const char *const *words, const sigset_t *mask, enum child_said said, struct buf *out)
{
	int ends[2];
	if (pipe(ends) != 0)
		return CHILD_FAILED;
	pid_t child = fork();
	if (child == 0)
		become(words, mask, said, ends);
	close(ends[1]);
	if (child > 0)
		read_all(ends[0], out);
	close(ends[0]);
	return child > 0 ? wait_for(child) : CHILD_FAILED;
}
