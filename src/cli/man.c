/* SPDX-License-Identifier: MIT */
/* The manual page, printed from the tables as man(7) source. */
#include "cli/run.h"
#include "emit/emit.h"

#include <string.h>

/* Text in roff: backslashes, leading dots and quotes are literal, hyphens are hyphens. */
static void
put_text(struct buf *out, const char *text)
{
	bool starts = true;
	for (; *text; text++) {
		if (starts && (*text == '.' || *text == '\''))
			buf_puts(out, "\\&");
		if (*text == '\\')
			buf_puts(out, "\\e");
		else if (*text == '-')
			buf_puts(out, "\\-");
		else
			buf_putc(out, *text);
		starts = *text == '\n';
	}
}

static void
put_section(struct buf *out, const char *title)
{
	buf_printf(out, ".SH %s\n", title);
}

static void
put_option(struct arguments *args, enum option option, struct buf *out)
{
	const struct option_info *info = &option_infos[option];
	const char *value = info->value[args_lang(args)];
	buf_puts(out, ".TP\n.B ");
	if (info->letter)
		buf_printf(out, "\\-%c\\fR, \\fB", info->letter);
	put_text(out, arena_printf(&args->arena, "--%s", info->name));
	if (value)
		buf_printf(out, *value == '[' ? "\\fR\\fI%s" : "\\fR \\fI%s", value);
	buf_putc(out, '\n');
	put_text(out, info->about[args_lang(args)]);
	buf_putc(out, '\n');
}

static void
put_command(struct arguments *args, enum command command, struct buf *out)
{
	const struct command_info *info = &command_infos[command];
	buf_printf(out, ".SS %s \\fI%s\n", info->name, info->operands[args_lang(args)]);
	put_text(out, info->about[args_lang(args)]);
	buf_puts(out, ".\n");
	for (enum option option = OPTION_NONE + 1; option < OPTION_COUNT; option++)
		if ((option_infos[option].commands & 1u << command) && option_infos[option].commands != ~0u)
			put_option(args, option, out);
}

static void
put_outputs(struct arguments *args, struct buf *out)
{
	put_section(out, say(args, SAY_MAN_OUTPUTS, NULL, NULL));
	for (const struct emitter *emitter = emitters; emitter->name; emitter++) {
		buf_printf(out, ".TP\n.B %s%s\n", emitter->name, emitter->by_default ? " \\fR*" : "");
		put_text(out, emitter->about[args_lang(args)]);
		buf_putc(out, '\n');
	}
}

static void
put_paragraphs(struct arguments *args, enum say title, enum say text, struct buf *out)
{
	put_section(out, say(args, title, NULL, NULL));
	put_text(out, say(args, text, NULL, NULL));
	buf_putc(out, '\n');
}

enum presale_status
run_man(struct arguments *args)
{
	struct buf out = {0};
	buf_puts(&out, ".TH PRESALE 1 \"\" \"presale " PRESALE_VERSION "\"\n");
	put_section(&out, say(args, SAY_MAN_NAME, NULL, NULL));
	buf_puts(&out, "presale \\- ");
	put_text(&out, say(args, SAY_ABOUT, NULL, NULL) + strlen("presale "));
	buf_putc(&out, '\n');
	put_section(&out, say(args, SAY_MAN_COMMANDS, NULL, NULL));
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++)
		put_command(args, command, &out);
	put_section(&out, say(args, SAY_MAN_OPTIONS, NULL, NULL));
	for (enum option option = OPTION_NONE + 1; option < OPTION_COUNT; option++)
		if (option_infos[option].commands == ~0u)
			put_option(args, option, &out);
	put_outputs(args, &out);
	put_paragraphs(args, SAY_MAN_ENVIRONMENT, SAY_MAN_VARIABLES, &out);
	put_paragraphs(args, SAY_MAN_STATUS, SAY_STATUSES, &out);
	stream_put(true, &out);
	buf_free(&out);
	return PRESALE_CLEAN;
}
