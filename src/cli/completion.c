/* SPDX-License-Identifier: MIT */
/* Completions for shells, printed from the tables. */
#include "cli/run.h"
#include "emit/emit.h"

#include <string.h>

static void
put_outputs(struct buf *out)
{
	for (const struct emitter *emitter = emitters; emitter->name; emitter++)
		buf_printf(out, "%s ", emitter->name);
	buf_puts(out, "all");
}

static void
put_commands(struct buf *out)
{
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++)
		buf_printf(out, "%s%s", command > COMMAND_NONE + 1 ? " " : "", command_infos[command].name);
}

/* Choices separated by | as words. */
static void
put_choices(struct buf *out, const char *choices)
{
	for (; *choices; choices++)
		buf_putc(out, *choices == '|' ? ' ' : *choices);
}

static void
put_bash(struct arguments *args, struct buf *out)
{
	(void)args;
	buf_puts(out, "# bash completion for presale\n_presale() {\n\tlocal word=${COMP_WORDS[COMP_CWORD]} "
		      "before=${COMP_WORDS[COMP_CWORD-1]} words=\n\tcase $before in\n");
	for (enum option option = OPTION_NONE + 1; option < OPTION_COUNT; option++) {
		const struct option_info *info = &option_infos[option];
		if (!info->choices)
			continue;
		buf_printf(out, "\t--%s) words='", info->name);
		put_choices(out, info->choices);
		buf_puts(out, "' ;;\n");
	}
	buf_puts(out, "\t-t|--to) words='");
	put_outputs(out);
	buf_puts(out, "' ;;\n\t-o|--out) compopt -o dirnames; return ;;\n\tpresale|help) words='");
	put_commands(out);
	buf_puts(out, "' ;;\n\tesac\n\tif [[ -z $words && $word == -* ]]; then case ${COMP_WORDS[1]} in\n");
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
		buf_printf(out, "\t%s) words='", command_infos[command].name);
		for (enum option option = OPTION_NONE + 1; option < OPTION_COUNT; option++)
			if (option_infos[option].commands & 1u << command)
				buf_printf(out, "--%s ", option_infos[option].name);
		buf_puts(out, "' ;;\n");
	}
	buf_puts(
	    out,
	    "\tesac; fi\n\tif [[ $words ]]; then COMPREPLY=($(compgen -W \"$words\" -- \"$word\")); else compopt -o default; fi\n"
	    "}\ncomplete -F _presale presale\n");
}

/* A word in single quotes, for zsh and fish. */
static void
put_quoted(struct buf *out, const char *text)
{
	buf_putc(out, '\'');
	for (; *text; text++) {
		if (*text == '\'')
			buf_puts(out, "'\\''");
		else
			buf_putc(out, *text);
	}
	buf_putc(out, '\'');
}

static void
put_fish(struct arguments *args, struct buf *out)
{
	buf_puts(out, "# fish completion for presale\n");
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
		const struct command_info *info = &command_infos[command];
		buf_printf(out, "complete -c presale -n __fish_use_subcommand -a %s -d ", info->name);
		put_quoted(out, info->about[args_lang(args)]);
		buf_putc(out, '\n');
		for (enum option option = OPTION_NONE + 1; option < OPTION_COUNT; option++) {
			const struct option_info *of = &option_infos[option];
			if (!(of->commands & 1u << command))
				continue;
			buf_printf(out, "complete -c presale -n '__fish_seen_subcommand_from %s' -l %s ", info->name, of->name);
			if (of->letter)
				buf_printf(out, "-s %c ", of->letter);
			if (of->choices) {
				buf_puts(out, "-x -a '");
				put_choices(out, of->choices);
				buf_puts(out, "' ");
			} else if (option == OPTION_TO) {
				buf_puts(out, "-x -a '");
				put_outputs(out);
				buf_puts(out, "' ");
			} else if (of->value[0] && !option_value_is_optional(option)) {
				buf_puts(out, "-r ");
			}
			buf_puts(out, "-d ");
			put_quoted(out, of->about[args_lang(args)]);
			buf_putc(out, '\n');
		}
	}
}

/* Text inside a zsh [explanation]: brackets and colons end it. */
static const char *
zsh_safe(struct arguments *args, const char *text)
{
	struct buf safe = {0};
	for (; *text; text++) {
		if (strchr("[]:\\", *text))
			buf_putc(&safe, '\\');
		buf_putc(&safe, *text);
	}
	const char *copy = arena_copy(&args->arena, buf_text(&safe), safe.length);
	buf_free(&safe);
	return copy;
}

static void
put_zsh_option(struct arguments *args, enum option option, struct buf *out)
{
	const struct option_info *info = &option_infos[option];
	struct buf spec = {0};
	buf_printf(&spec, "--%s%s[%s]", info->name,
		   option_value_is_optional(option) ? "=-"
		   : info->value[0]                 ? "="
						    : "",
		   zsh_safe(args, info->about[args_lang(args)]));
	if (info->choices) {
		buf_puts(&spec, ": :(");
		put_choices(&spec, info->choices);
		buf_putc(&spec, ')');
	} else if (option == OPTION_TO) {
		buf_puts(&spec, ": :_values -s , output ");
		put_outputs(&spec);
	} else if (info->value[0]) {
		buf_puts(&spec, option_value_is_optional(option) ? ":: : " : option == OPTION_OUT ? ": :_files -/" : ": : ");
	}
	buf_puts(out, " ");
	put_quoted(out, buf_text(&spec));
	buf_free(&spec);
}

static void
put_zsh(struct arguments *args, struct buf *out)
{
	buf_puts(out, "#compdef presale\nif (( CURRENT == 2 )); then\n\tlocal -a commands=(");
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
		const struct command_info *info = &command_infos[command];
		buf_putc(out, ' ');
		put_quoted(out, arena_printf(&args->arena, "%s:%s", info->name, zsh_safe(args, info->about[args_lang(args)])));
	}
	buf_puts(out, ")\n\t_describe command commands\n\treturn\nfi\ncase $words[2] in\n");
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
		buf_printf(out, "%s) shift words; (( CURRENT-- )); _arguments", command_infos[command].name);
		for (enum option option = OPTION_NONE + 1; option < OPTION_COUNT; option++)
			if (option_infos[option].commands & 1u << command)
				put_zsh_option(args, option, out);
		buf_puts(out, " '*:file:_files' ;;\n");
	}
	buf_puts(out, "esac\n");
}

static const struct shell {
	const char *name;
	void (*put)(struct arguments *args, struct buf *out);
} shells[] = {{"bash", put_bash}, {"zsh", put_zsh}, {"fish", put_fish}};

enum presale_status
run_completion(struct arguments *args)
{
	const char *wanted = args->file_count ? args->files[0] : "";
	for (size_t i = 0; i < sizeof shells / sizeof *shells; i++) {
		if (strcmp(shells[i].name, wanted) != 0)
			continue;
		struct buf out = {0};
		shells[i].put(args, &out);
		stream_put(true, &out);
		buf_free(&out);
		return PRESALE_CLEAN;
	}
	complain(say(args, SAY_WHICH_SHELL, NULL, NULL)); /* names all */
	return PRESALE_USAGE;
}
