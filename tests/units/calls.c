/* SPDX-License-Identifier: MIT */
#include "calls.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE = 4 * 1024 * 1024 };

const char *
text(const struct call *call, size_t i)
{
	return i < call->count ? call->arguments[i] : "";
}

long
number(const struct call *call, size_t i)
{
	return strtol(text(call, i), NULL, 10);
}

void
say(struct call *call, const char *said)
{
	buf_puts(&call->out, said ? said : "NULL");
}

void
say_size(struct call *call, size_t size)
{
	buf_printf(&call->out, "%zu", size);
}

void
say_bool(struct call *call, bool is_true)
{
	say(call, is_true ? "yes" : "no");
}

static void
take_argument(struct call *call, const char *digits)
{
	size_t length = strlen(digits) / 2;
	char *bytes = memory_alloc(length + 1);
	for (size_t i = 0; i < length; i++) {
		char pair[] = {digits[2 * i], digits[2 * i + 1], '\0'};
		bytes[i] = (char)strtol(pair, NULL, 16);
	}
	bytes[length] = '\0';
	call->lengths[call->count] = length;
	call->arguments[call->count++] = bytes;
}

static bool
answer(char *line)
{
	struct call call = {.count = 0};
	const char *name = strtok(line, " \n");
	bool known = false;
	for (char *word; (word = strtok(NULL, " \n")) && call.count < ARGUMENTS;)
		take_argument(&call, word + 1);
	for (size_t i = 0; calls[i].name; i++)
		if (name && strcmp(calls[i].name, name) == 0) {
			calls[i].run(&call);
			known = true;
		}
	for (size_t i = 0; i < call.out.length; i++)
		printf("%02x", (unsigned)(unsigned char)call.out.data[i]);
	puts("");
	for (size_t i = 0; i < call.count; i++)
		memory_free((void *)(uintptr_t)call.arguments[i]);
	buf_free(&call.out);
	arena_free(&call.arena);
	return known;
}

int
main(void)
{
	char *line = memory_alloc(LINE);
	bool ok = true;
	while (ok && fgets(line, LINE, stdin))
		ok = answer(line);
	memory_free(line);
	return ok ? 0 : 2;
}
