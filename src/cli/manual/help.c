/* SPDX-License-Identifier: MIT */
/* Help, printed from the tables. */
#include "cli/call/library.h"
#include "cli/call/rows.h"
#include "cli/call/values.h"
#include "cli/manual/keys.h"
#include "cli/call/run.h"

#include <string.h>

static void
put_options(struct arguments *args, enum command command, struct buf *out)
{
	buf_printf(out, "\n%s\n", call_say(args, SAY_OPTIONS, NULL, NULL));
	for (enum option option = OPTION_NONE + 1; option < OPTION_COUNT; option++) {
		const struct option_info *info = &option_infos[option];
		if (!(info->commands & 1u << command))
			continue;
		const char *value = info->value[args_lang(args)];
		const char letter[] = {'-', info->letter, ',', ' ', '\0'};
		const char *left =
		    arena_printf(&args->arena, "%s--%s%s%s", info->letter ? letter : "    ",
				 info->name, value && *value != '[' ? " " : "", value ? value : "");
		rows_put(out, left, info->about[args_lang(args)]);
	}
}

static void
put_outputs(struct arguments *args, struct buf *out)
{
	size_t count;
	struct presale *library = library_open(args_lang(args));
	const struct presale_word *outputs = presale_list(library, PRESALE_LIST_OUTPUTS, &count);
	buf_printf(out, "\n%s\n", call_say(args, SAY_OUTPUTS, NULL, NULL));
	for (size_t i = 0; i < count; i++) {
		const char *left = arena_printf(&args->arena, "%c %s", outputs[i].plain ? '*' : ' ',
						outputs[i].word);
		rows_put(out, left, outputs[i].about[args_lang(args)]);
	}
	presale_close(library);
}

static void
put_command(struct arguments *args, enum command command, struct buf *out)
{
	const struct command_info *info = &command_infos[command];
	buf_printf(out, "%s\n%s.\n",
		   call_say(args, SAY_USAGE, info->name, info->operands[args_lang(args)]),
		   info->about[args_lang(args)]);
	put_options(args, command, out);
	if (command == COMMAND_BUILD)
		put_outputs(args, out);
	buf_printf(out, "\n%s\n", call_say(args, SAY_STATUSES, NULL, NULL));
}

static void
put_all(struct arguments *args, struct buf *out)
{
	buf_printf(out, "%s\n\n%s\n\n%s\n", call_say(args, SAY_ABOUT, NULL, NULL),
		   call_say(args, SAY_USAGE_ALL, NULL, NULL),
		   call_say(args, SAY_COMMANDS, NULL, NULL));
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++)
		rows_put(out, command_infos[command].name,
			 command_infos[command].about[args_lang(args)]);
	buf_printf(out, "\n%s\n%s\n",
		   call_say(args, SAY_MORE_HELP, args_lang(args) ? "КОМАНДА" : "COMMAND", NULL),
		   call_say(args, SAY_STATUSES, NULL, NULL));
}

void
command_print_help(struct arguments *args, enum command command)
{
	struct buf out = {0};
	if (command)
		put_command(args, command, &out);
	else
		put_all(args, &out);
	call_put(true, &out);
	buf_free(&out);
}

enum presale_status
run_help(struct arguments *args)
{
	if (!args->file_count) {
		command_print_help(args, COMMAND_NONE);
		return PRESALE_CLEAN;
	}
	const char *topic = args->files[0];
	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
		if (strcmp(command_infos[command].name, topic) == 0) {
			command_print_help(args, command);
			return PRESALE_CLEAN;
		}
	}
	if (keys_explain(args, topic))
		return PRESALE_CLEAN;
	call_complain_unknown(args, call_say(args, SAY_NO_TOPIC, topic, NULL), topic,
			      values_known(args, VALUE_TOPIC, NULL));
	return PRESALE_USAGE;
}

enum presale_status
run_version(struct arguments *args)
{
	(void)args;
	struct buf out = {0};
	buf_puts(&out, "presale " PRESALE_VERSION "\n");
	call_put(true, &out);
	buf_free(&out);
	return PRESALE_CLEAN;
}
