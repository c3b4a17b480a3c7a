/* SPDX-License-Identifier: MIT */
#include "cli/call/operands.h"
#include "cli/call/run.h"
#include "cli/work/allocator.h"

#include <signal.h>
#include <sys/resource.h>

static enum presale_status (*const runs[COMMAND_COUNT])(struct arguments *args) = {
#define COMMAND(ID, name, ...) [COMMAND_##ID] = run_##name,
#include "cli/call/commands.def"
#undef COMMAND
};

static enum presale_status
run(struct arguments *args, int argc, char **argv)
{
	if (!args_read(args, argc, argv)) {
		args_complain(args);
		return PRESALE_USAGE;
	}
	if (!args->command || args_have(args, OPTION_HELP)) {
		command_print_help(args, args->command);
		return args->command ? PRESALE_CLEAN : PRESALE_USAGE;
	}
	const struct command_info *info = &command_infos[args->command];
	if (!args->file_count && info->needs == NEEDS_PROCESSES)
		operands_take_portfolio(args);
	if (!args->file_count && info->needs) {
		bool imports = args->command == COMMAND_IMPORT;
		call_complain(
		    call_say(args, imports ? SAY_NO_DOCUMENT : SAY_NO_FILE, info->name, NULL));
		return PRESALE_USAGE;
	}
	return runs[args->command](args);
}

/* A workbook has a temporary file for each sheet. */
static void
allow_many_files(void)
{
	struct rlimit limit;
	if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
		return;
	limit.rlim_cur = limit.rlim_max;
	setrlimit(RLIMIT_NOFILE, &limit);
}

int
main(int argc, char **argv)
{
	struct arguments args = {0};
	allocator_begin();
	allow_many_files();
	signal(SIGXFSZ, SIG_IGN); /* a file over the limit is a failed write, not the end */
	enum presale_status status = run(&args, argc, argv);
	status = call_finish(&args, status);
	arena_free(&args.arena);
	return (int)status;
}
