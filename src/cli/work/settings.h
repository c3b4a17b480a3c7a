/* SPDX-License-Identifier: MIT */
/* The options of a call as the library takes them: tried once, then set in the context of each
 * process. */
#ifndef PRESALE_CLI_WORK_SETTINGS_H
#define PRESALE_CLI_WORK_SETTINGS_H

#include "cli/call/call.h"

struct setting;

struct settings {
	struct arguments *args;
	struct presale *trial; /* a context without a process, in which they are set */
	struct setting *items; /* in args' arena */
	size_t count;
};

/* No settings yet, of a call whose arguments outlive them. Free them with settings_free. */
struct settings
settings_begin(struct arguments *args);

/* Closes the trial; the items go with the arguments. */
void
settings_free(struct settings *settings);

/* Adds an option with its value, both to live as long as the settings; false when the library does
 * not take it: presale_fault of the trial says why. */
bool
settings_add(struct settings *settings, const char *name, const char *value);

/* Adds what of the command line is an option of the library's by the same name; false after a
 * complaint. */
bool
settings_add_given(struct settings *settings);

/* A context with all of them; the caller closes it. */
struct presale *
settings_open(const struct settings *settings);

#endif
