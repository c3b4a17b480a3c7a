/* SPDX-License-Identifier: MIT */
/* The manual page, printed from the tables as man(7) source. */
#include "cli/call/library.h"
#include "cli/call/run.h"
#include "support/utf8.h"

#include <string.h>

static const struct {
	const char *typed, *about[2]; /* English, Russian */
} examples[] = {
#define EXAMPLE(typed, en, ru) {typed, {en, ru}},
#include "cli/manual/examples.def"
#undef EXAMPLE
};

enum { LINE_MOST = 78 };

/* A word or line in roff: backslashes are literal, hyphens are hyphens. */
static void
put_literal(struct buf *out, const char *text, size_t length)
{
	if (length && (*text == '.' || *text == '\''))
		buf_puts(out, "\\&");
	for (; length; text++, length--) {
		if (*text == '\\')
			buf_puts(out, "\\e");
		else if (*text == '-')
			buf_puts(out, "\\-");
		else
			buf_putc(out, *text);
	}
}

/* Text in roff, in lines that suit its tools; each sentence begins one. */
static void
put_text(struct buf *out, const char *text)
{
	size_t at = 0;
	while (*text) {
		size_t length = strcspn(text, " ");
		bool ends = text[length] && strchr(".!?", text[length - 1]);
		size_t width = utf8_width(text, length);
		if (at && at + 1 + width > LINE_MOST) {
			buf_putc(out, '\n');
			at = 0;
		} else if (at) {
			buf_putc(out, ' ');
			at++;
		}
		put_literal(out, text, length);
		at = ends ? LINE_MOST : at + width;
		text += length + strspn(text + length, " ");
	}
	buf_putc(out, '\n');
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
	buf_puts(out, "\\-\\-");
	put_literal(out, info->name, strlen(info->name));
	if (value)
		buf_printf(out, *value == '[' ? "\\fR\\fI%s" : "\\fR \\fI%s", value);
	buf_putc(out, '\n');
	put_text(out, info->about[args_lang(args)]);
}

static void
put_command(struct arguments *args, enum command command, struct buf *out)
{
	const struct command_info *info = &command_infos[command];
	buf_printf(out, ".SS %s \\fI%s\n", info->name, info->operands[args_lang(args)]);
	put_text(out, arena_printf(&args->arena, "%s.", info->about[args_lang(args)]));
	for (enum option option = OPTION_NONE + 1; option < OPTION_COUNT; option++)
		if ((option_infos[option].commands & 1u << command) &&
		    option_infos[option].commands != ~0u)
			put_option(args, option, out);
}

static void
put_outputs(struct arguments *args, struct buf *out)
{
	size_t count;
	struct presale *library = library_open(args_lang(args));
	const struct presale_word *outputs = presale_list(library, PRESALE_LIST_OUTPUTS, &count);
	put_section(out, call_say(args, SAY_MAN_OUTPUTS, NULL, NULL));
	for (size_t i = 0; i < count; i++) {
		buf_printf(out, ".TP\n.B %s%s\n", outputs[i].word,
			   outputs[i].plain ? " \\fR*" : "");
		put_text(out, outputs[i].about[args_lang(args)]);
	}
	presale_close(library);
}

static void
put_paragraph(struct arguments *args, enum say title, enum say text, struct buf *out)
{
	put_section(out, call_say(args, title, NULL, NULL));
	put_text(out, call_say(args, text, NULL, NULL));
}

static void
put_synopsis(struct arguments *args, struct buf *out)
{
	int lang = args_lang(args);
	put_section(out, call_say(args, SAY_MAN_SYNOPSIS, NULL, NULL));
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
		const struct command_info *info = &command_infos[command];
		buf_printf(out, "%s.B presale %s\n", command > COMMAND_NONE + 1 ? ".br\n" : "",
			   info->name);
		buf_printf(out, "[\\fI%s\\fR…]", lang ? "КЛЮЧ" : "OPTION");
		buf_printf(out, *info->operands[lang] ? " \\fI%s\\fR\n" : "\n",
			   info->operands[lang]);
	}
}

static void
put_statuses(struct arguments *args, struct buf *out)
{
	static const struct {
		enum presale_status status;
		enum say say;
	} statuses[] = {{PRESALE_CLEAN, SAY_STATUS_CLEAN},
			{PRESALE_CONTENT, SAY_STATUS_CONTENT},
			{PRESALE_USAGE, SAY_STATUS_USAGE}};
	put_section(out, call_say(args, SAY_MAN_STATUS, NULL, NULL));
	for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
		buf_printf(out, ".TP\n.B %d\n", (int)statuses[i].status);
		put_text(out, call_say(args, statuses[i].say, NULL, NULL));
	}
}

static void
put_examples(struct arguments *args, struct buf *out)
{
	put_section(out, call_say(args, SAY_MAN_EXAMPLES, NULL, NULL));
	for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
		if (i)
			buf_puts(out, ".PP\n");
		put_text(out, examples[i].about[args_lang(args)]);
		buf_puts(out, ".PP\n.RS 4\n.nf\n");
		put_literal(out, examples[i].typed, strlen(examples[i].typed));
		buf_puts(out, "\n.fi\n.RE\n");
	}
}

/* What the whole is, without the name and the full stop. */
static const char *
about(struct arguments *args)
{
	const char *text = call_say(args, SAY_ABOUT, NULL, NULL) + strlen("presale ");
	return arena_copy(&args->arena, text, strlen(text) - 1);
}

static void
put_options(struct arguments *args, struct buf *out)
{
	put_section(out, call_say(args, SAY_MAN_COMMANDS, NULL, NULL));
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++)
		put_command(args, command, out);
	put_section(out, call_say(args, SAY_MAN_OPTIONS, NULL, NULL));
	for (enum option option = OPTION_NONE + 1; option < OPTION_COUNT; option++)
		if (option_infos[option].commands == ~0u)
			put_option(args, option, out);
}

enum presale_status
run_man(struct arguments *args)
{
	struct buf out = {0};
	buf_puts(&out, ".TH PRESALE 1 \"" PRESALE_DATE "\" \"presale " PRESALE_VERSION "\"\n");
	put_section(&out, call_say(args, SAY_MAN_NAME, NULL, NULL));
	put_text(&out, arena_printf(&args->arena, "presale - %s", about(args)));
	put_synopsis(args, &out);
	put_paragraph(args, SAY_MAN_DESCRIPTION, SAY_MAN_DESCRIBED, &out);
	put_options(args, &out);
	put_outputs(args, &out);
	put_statuses(args, &out);
	put_paragraph(args, SAY_MAN_ENVIRONMENT, SAY_MAN_VARIABLES, &out);
	put_examples(args, &out);
	put_section(&out, call_say(args, SAY_MAN_SEE_ALSO, NULL, NULL));
	buf_puts(&out, ".BR dot (1),\n.BR less (1),\n.BR plantuml (1),\n.BR yamllint (1)\n.PP\n");
	put_text(&out, call_say(args, SAY_MAN_DOCUMENTS, NULL, NULL));
	call_put(true, &out);
	buf_free(&out);
	return PRESALE_CLEAN;
}
