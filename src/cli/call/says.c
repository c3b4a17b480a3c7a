/* SPDX-License-Identifier: MIT */
/* What the commands say, and where it goes. */
#include "cli/call/call.h"
#include "text/words/suggest.h"
#include "text/visible.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const char *const says[SAY_COUNT][2] = {
#define SAY(ID, en, ru) [SAY_##ID] = {en, ru},
#include "cli/call/says.def"
#undef SAY
};

static const struct {
	int error;
	enum say say;
} errors[] = {
    {ENOSPC, SAY_NO_SPACE},   {EACCES, SAY_DENIED},    {EPERM, SAY_DENIED},
    {EROFS, SAY_READ_ONLY},   {EISDIR, SAY_IS_FOLDER}, {ENOTDIR, SAY_NOT_FOLDER},
    {EFBIG, SAY_TOO_LARGE},   {E2BIG, SAY_FULL_SHEET}, {EEXIST, SAY_SAME_NAME},
    {EDQUOT, SAY_FULL_QUOTA}, {EIO, SAY_IO_FAILED},    {ENODEV, SAY_IS_NO_FILE},
    {ESTALE, SAY_CHANGED},
};

const char *
call_say_in(struct arguments *args, int lang, enum say say, const char *one, const char *two)
{
	struct buf text = {0};
	buf_fill(&text, says[say][lang], one, two);
	const char *filled = arena_copy(&args->arena, buf_text(&text), text.length);
	buf_free(&text);
	return filled;
}

const char *
call_say(struct arguments *args, enum say sentence, const char *one, const char *two)
{
	return call_say_in(args, args_lang(args), sentence, one, two);
}

const char *
call_say_error(struct arguments *args, int error)
{
	for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
		if (errors[i].error == error)
			return call_say(args, errors[i].say, NULL, NULL);
	return strerror(error);
}

void
call_put_line(struct buf *out, const char *line)
{
	visible_add(out, line, strlen(line));
	buf_putc(out, '\n');
}

void
call_complain(const char *sentence)
{
	struct buf line = {0};
	buf_puts(&line, "presale: ");
	call_put_line(&line, sentence);
	call_put(false, &line);
	buf_free(&line);
}

enum { KNOWN_MAX = 30 }; /* words that are still read */

/* "Known: a, b, c.", or NULL when there are none or too many to be read. */
static const char *
known_words(struct arguments *args, const char *const *known)
{
	const char *all = known[0];
	for (size_t i = 1; all && known[i]; i++)
		all = i < KNOWN_MAX ? arena_printf(&args->arena, "%s, %s", all, known[i]) : NULL;
	return all ? call_say(args, SAY_KNOWN, all, NULL) : NULL;
}

void
call_complain_unknown(struct arguments *args, const char *sentence, const char *typed,
		      const char *const *known)
{
	struct suggest suggest;
	if (!known) {
		call_complain(sentence);
		return;
	}
	suggest_open(&suggest, visible_bytes(&args->arena, typed));
	for (size_t i = 0; known[i]; i++)
		suggest_try(&suggest, known[i]);
	const char *nearest = suggest_close(&suggest);
	const char *help =
	    nearest ? call_say(args, SAY_DID_YOU_MEAN, nearest, NULL) : known_words(args, known);
	call_complain(help ? arena_printf(&args->arena, "%s %s", sentence, help) : sentence);
}

void
call_put(bool out, const struct buf *text)
{
	fwrite(buf_text(text), 1, text->length, out ? stdout : stderr);
}

enum presale_status
call_finish(struct arguments *args, enum presale_status status)
{
	errno = 0;
	bool out = fflush(stdout) == 0 && !ferror(stdout);
	if (!out && errno != EPIPE)
		call_complain(call_say(args, SAY_CANNOT_WRITE_SCREEN,
				       call_say_error(args, errno ? errno : EIO), NULL));
	bool err = fflush(stderr) == 0 && !ferror(stderr);
	return out && err ? status : PRESALE_USAGE;
}
