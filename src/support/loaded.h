/* SPDX-License-Identifier: MIT */
/* Libraries that are loaded when they are first needed: a command that does without them should not
 * wait for them, and for what they bring along, at its start. */
#ifndef PRESALE_SUPPORT_LOADED_H
#define PRESALE_SUPPORT_LOADED_H

#include <stdbool.h>
#include <stddef.h>

/* A function by its name, and where its address goes in the struct of the library's functions. */
struct loaded_call {
	const char *name;
	size_t offset;
};

/* Loads the library of a file name and fills in functions, of which calls are `count`; they stay
 * for good. False with errno ELIBACC when the library is not there or lacks one of them. Any number
 * of threads may call it, any number of times. */
bool
loaded_fill(const char *file, const struct loaded_call *calls, size_t count, void *functions);

#endif
