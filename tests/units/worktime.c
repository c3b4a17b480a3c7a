/* SPDX-License-Identifier: MIT */
/* Reckons dates by the calendar of a process: worktime FILE, and on standard input a line for each
 * question. `day DAY` asks for the next worked day, `knows YEAR` whether its days off are known,
 * `add START,… MONTHS DAYS CLOCK WORKING` for the moment reckoned from the latest start, which is a
 * moment or # with the number of an earlier line. Answers are lines too. */
#include "calendar/worktime.h"
#include "load/load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 100000 };

static long long answers[MOST];

static long long
latest(char *starts)
{
	long long found = 0;
	bool any = false;
	for (char *one = strtok(starts, ","); one; one = strtok(NULL, ",")) {
		long long start = *one == '#' ? answers[atoi(one + 1)] : atoll(one);
		found = any && found > start ? found : start;
		any = true;
	}
	return found;
}

static long long
answer(const struct worktime *worktime, const char *line)
{
	char starts[2048];
	long long days, clock, working;
	int months;
	if (sscanf(line, "day %lld", &days) == 1)
		return worktime_day(worktime, days);
	if (sscanf(line, "knows %d", &months) == 1)
		return worktime_knows(worktime, months);
	if (sscanf(line, "morning %lld", &days) == 1)
		return worktime_morning(worktime, days);
	if (sscanf(line, "add %2047s %d %lld %lld %lld", starts, &months, &days, &clock,
		   &working) != 5)
		exit(2);
	struct timespan span = {months, days, clock, working};
	return worktime_add(worktime, latest(starts), span);
}

int
main(int argc, char **argv)
{
	char line[4096];
	bool unreadable;
	struct diagnostics diags = {0};
	const struct model *model =
	    argc == 2 ? load_model(argv[1], ".", NULL, &diags, &unreadable) : NULL;
	if (!model || !model->complete)
		return 2;
	for (int i = 0; i < MOST && fgets(line, sizeof line, stdin); i++) {
		answers[i] = answer(model->worktime, line);
		printf("%lld\n", answers[i]);
	}
	model_free(model);
	diag_free(&diags);
	return 0;
}
