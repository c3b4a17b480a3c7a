/* SPDX-License-Identifier: MIT */
/* presale build --depfile: what the outputs were made of, as make and ninja read it. The target is
 * the manifest alone: each build writes it anew, whereas outputs that did not change keep their
 * time. */
#include "cli/build/building.h"
#include "cli/work/reports.h"
#include "files/written.h"

#include <string.h>
#include <sys/stat.h>

static void
add(struct build *build, const char *path)
{
	struct arena *arena = &build->args->arena;
	build->sources =
	    arena_grow(arena, build->sources, build->source_count, 1, sizeof *build->sources);
	build->sources[build->source_count++] = arena_string(arena, path);
}

/* Of materials those that are there: pages lead to them, and print short ones. */
static bool
is_read(const struct presale_input *input)
{
	struct stat facts;
	return strcmp(input->path, "-") != 0 &&
	       (input->kind == PRESALE_INPUT_SOURCE ||
		(input->kind == PRESALE_INPUT_MATERIAL && stat(input->path, &facts) == 0));
}

void
build_add_sources(struct build *build, struct presale *library)
{
	size_t count;
	if (!args_have(build->args, OPTION_DEPFILE))
		return;
	const struct presale_input *inputs = presale_inputs(library, &count);
	for (size_t i = 0; i < count; i++)
		if (is_read(&inputs[i]))
			add(build, inputs[i].path);
}

/* As the manual of GNU make has it; ninja reads the same. */
static void
put_name(struct buf *out, const char *path)
{
	for (; *path; path++) {
		if (strchr(" #:%", *path))
			buf_putc(out, '\\');
		else if (*path == '$')
			buf_putc(out, '$');
		buf_putc(out, *path);
	}
}

enum presale_status
build_note_sources(struct build *build)
{
	struct arguments *args = build->args;
	const char *path = args_value(args, OPTION_DEPFILE);
	if (file_ids_have(&build->read, path)) {
		call_complain(call_say(args, SAY_OVER_INPUT, path, NULL));
		return PRESALE_USAGE;
	}
	struct buf rule = {0};
	put_name(&rule, arena_printf(&args->arena, "%s/%s", build->out, written_list));
	buf_putc(&rule, ':');
	for (size_t i = 0; i < build->source_count; i++) {
		buf_puts(&rule, " \\\n  ");
		put_name(&rule, build->sources[i]);
	}
	buf_putc(&rule, '\n');
	bool ok = reports_write(args, path, &rule);
	buf_free(&rule);
	return ok ? PRESALE_CLEAN : PRESALE_USAGE;
}
