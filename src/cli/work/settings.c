/* SPDX-License-Identifier: MIT */
#include "cli/work/settings.h"

#include "cli/call/library.h"

struct setting {
	const char *name, *value;
};

struct settings
settings_begin(struct arguments *args)
{
	return (struct settings){.args = args, .trial = library_open(LANG_OPEN)};
}

void
settings_free(struct settings *settings)
{
	presale_close(settings->trial);
}

bool
settings_add(struct settings *settings, const char *name, const char *value)
{
	struct arena *arena = &settings->args->arena;
	if (library_fared(settings->trial, presale_set(settings->trial, name, value)) !=
	    PRESALE_CLEAN)
		return false;
	settings->items =
	    arena_grow(arena, settings->items, settings->count, 1, sizeof *settings->items);
	settings->items[settings->count++] = (struct setting){name, value};
	return true;
}

/* What is given of an option, as the library has it. */
static const char *
value_of(struct arguments *args, enum option option)
{
	if (option == OPTION_SHEETS)
		return args_joined(args, option);
	return option_infos[option].value[0] ? args_value(args, option) : "yes";
}

bool
settings_add_given(struct settings *settings)
{
	static const enum option options[] = {
	    OPTION_SHEETS, OPTION_EDITION, OPTION_VARIANT,         OPTION_ROLE,     OPTION_MAP,
	    OPTION_SPLIT,  OPTION_BOM,     OPTION_SHEET_PER_STAGE, OPTION_VERTICAL, OPTION_PAGES,
	    OPTION_STRICT, OPTION_FAIL_ON, OPTION_BUNDLE};
	struct arguments *args = settings->args;
	settings_add(settings, "out", args_out(args));
	for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
		if (!args_have(args, options[i]) ||
		    settings_add(settings, option_infos[options[i]].name,
				 value_of(args, options[i])))
			continue;
		library_complain(args, settings->trial);
		return false;
	}
	return true;
}

struct presale *
settings_open(const struct settings *settings)
{
	struct presale *library = library_open(LANG_OPEN);
	for (size_t i = 0; i < settings->count; i++)
		library_fared(library, presale_set(library, settings->items[i].name,
						   settings->items[i].value));
	return library;
}
