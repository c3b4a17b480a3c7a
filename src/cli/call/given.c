/* SPDX-License-Identifier: MIT */
/* The tables of commands and options, and what of them was given. */
#include "cli/call/call.h"

#include <stdint.h>
#include <string.h>

#define MANY SIZE_MAX
const struct command_info command_infos[COMMAND_COUNT] = {
#define COMMAND(ID, name, needs, operands_en, operands_ru, most, takes, choices, en, ru) \
	[COMMAND_##ID] = {#name,   NEEDS_##needs, {operands_en, operands_ru}, most, VALUE_##takes, \
			  choices, {en, ru}},
#include "cli/call/commands.def"
#undef COMMAND
};

#define ALL (~0u)
#define IN(ID) (1u << COMMAND_##ID)
const struct option_info option_infos[OPTION_COUNT] = {
#define OPTION(ID, commands, letter, name, value_en, value_ru, takes, choices, en, ru) \
	[OPTION_##ID] = {commands,      letter,  name,    {value_en, value_ru}, \
			 VALUE_##takes, choices, {en, ru}},
#include "cli/call/options.def"
#undef OPTION
};

bool
option_belongs(enum option option, enum command command)
{
	return option_infos[option].commands & (command ? 1u << command : 0u);
}

bool
option_value_is_optional(enum option option)
{
	const char *value = option_infos[option].value[0];
	return value && value[0] == '[';
}

bool
command_takes_more(const struct arguments *args)
{
	return args->file_count < command_infos[args->command].most;
}

bool
args_have(const struct arguments *args, enum option option)
{
	for (size_t i = 0; i < args->given_count; i++)
		if (args->given[i].option == option)
			return true;
	return false;
}

const char *
args_value(const struct arguments *args, enum option option)
{
	const char *value = NULL;
	for (size_t i = 0; i < args->given_count; i++)
		if (args->given[i].option == option)
			value = args->given[i].value;
	return value;
}

const char *
args_out(const struct arguments *args)
{
	const char *out = args_value(args, OPTION_OUT);
	return out && *out && strcmp(out, "-") != 0 ? out : "out";
}

const char *
args_joined(struct arguments *args, enum option option)
{
	struct buf joined = {0};
	for (size_t i = 0; i < args->given_count; i++)
		if (args->given[i].option == option)
			buf_printf(&joined, joined.length ? ",%s" : "%s", args->given[i].value);
	const char *kept =
	    joined.length ? arena_copy(&args->arena, joined.data, joined.length) : NULL;
	buf_free(&joined);
	return kept;
}

const char **
args_list(struct arguments *args, enum option option)
{
	const char *joined = args_joined(args, option);
	size_t count = 1;
	for (const char *p = joined; p; p = strchr(p, ',') ? strchr(p, ',') + 1 : NULL)
		count++;
	const char **list = arena_array(&args->arena, count, sizeof *list);
	char *rest, *copy = arena_string(&args->arena, joined ? joined : "");
	count = 0;
	for (char *word = strtok_r(copy, ", ", &rest); word; word = strtok_r(NULL, ", ", &rest))
		list[count++] = word;
	return list;
}
