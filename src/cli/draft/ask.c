/* SPDX-License-Identifier: MIT */
#include "cli/draft/ask.h"

#include "support/utf8.h"
#include "text/visible.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PASTED_MS = 150, ZERO_WIDTH_JOINER = 0x200D /* of emoji */ };

bool
ask_is_possible(void)
{
	return isatty(STDIN_FILENO);
}

/* Ends the answer under way and all that would follow. */
static void
close_input(int number)
{
	(void)number;
	close(STDIN_FILENO);
}

void
ask_until_interrupted(void)
{
	struct sigaction before, action = {.sa_handler = close_input};
	if (sigaction(SIGINT, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
		sigaction(SIGINT, &action, NULL);
}

void
ask_no_more(void)
{
	struct sigaction before;
	if (sigaction(SIGINT, NULL, &before) == 0 && before.sa_handler == close_input)
		signal(SIGINT, SIG_DFL);
}

static void
put_question(const char *question)
{
	struct buf out = {0};
	call_put_line(&out, question);
	buf_puts(&out, "> ");
	call_put(false, &out);
	buf_free(&out);
}

/* A line of standard input with its end; false when there is none. */
static bool
read_line(struct buf *line)
{
	int c = getchar();
	buf_clear(line);
	for (; c != EOF && c != '\n'; c = getchar())
		buf_putc(line, (char)c);
	if (c == '\n')
		buf_putc(line, '\n');
	return line->length > 0;
}

/* Text without what cannot be seen but lines and tabs; bytes that are no UTF-8 are shown as such.
 * In arena. */
static const char *
clean(struct arena *arena, const struct buf *text)
{
	struct buf out = {0};
	struct arena scratch = {0};
	const char *at = visible_bytes(&scratch, buf_text(text));
	while (*at) {
		uint32_t rune = utf8_next(&at);
		if (rune == '\n' || rune == '\t' || rune == ZERO_WIDTH_JOINER ||
		    !utf8_is_hidden(rune))
			buf_rune(&out, rune);
		else if (rune == '\r')
			buf_putc(&out, '\n');
	}
	const char *kept = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	arena_free(&scratch);
	return kept;
}

const char *
ask(struct arguments *args, const char *question)
{
	struct buf line = {0};
	put_question(question);
	bool there = read_line(&line);
	const char *answer =
	    there ? utf8_fold(&args->arena, clean(&args->arena, &line), FOLD_FORM) : NULL;
	buf_free(&line);
	return answer;
}

/* True when the next line is there already: nobody types so fast. */
static bool
is_pasted(void)
{
	struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
	return poll(&input, 1, PASTED_MS) > 0;
}

const char *
ask_lines(struct arguments *args, const char *question)
{
	struct buf line = {0}, all = {0};
	put_question(question);
	setvbuf(stdin, NULL, _IONBF, 0); /* what poll sees is then all there is */
	while (read_line(&line)) {
		if (!line.data[strspn(line.data, " \t\r\n")] && !is_pasted())
			break;
		buf_add(&all, line.data, line.length);
	}
	clearerr(stdin); /* the end of the answer, and of no more */
	const char *answer = all.length || line.length ? clean(&args->arena, &all) : NULL;
	buf_free(&line);
	buf_free(&all);
	return answer;
}

const char *
ask_input(struct arguments *args)
{
	struct buf line = {0}, all = {0};
	while (read_line(&line))
		buf_add(&all, line.data, line.length);
	const char *text = NULL;
	if (ferror(stdin))
		call_complain(call_say(args, SAY_CANNOT_READ, "<stdin>", NULL));
	else if (utf8_valid(buf_text(&all), all.length) < all.length)
		call_complain(call_say(args, SAY_NEW_NOT_UTF8, NULL, NULL));
	else
		text = clean(&args->arena, &all);
	buf_free(&line);
	buf_free(&all);
	return text;
}
