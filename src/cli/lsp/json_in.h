/* SPDX-License-Identifier: MIT */
/* JSON that is read. Whatever is asked of a value that is not there, or is of another sort, gives
 * nothing: a message need not be checked before it is used. */
#ifndef PRESALE_CLI_LSP_JSON_IN_H
#define PRESALE_CLI_LSP_JSON_IN_H

#include "support/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct json_in;
struct json_library;

/* Reads a text of so many bytes, behind which a zero stands; it ends with the arena. NULL when it
 * is no JSON. */
const struct json_in *
json_in_read(const struct json_library *library, struct arena *arena, const char *text,
	     size_t length);

/* A member of an object, or NULL. */
const struct json_in *
json_in_get(const struct json_in *object, const char *key);

/* The same of an object within objects: names between dots. */
const struct json_in *
json_in_at(const struct json_in *object, const char *path);

/* The first item of an array, and the one behind an item; NULL: there is none. */
const struct json_in *
json_in_first(const struct json_in *array);
const struct json_in *
json_in_next(const struct json_in *item);

/* A string, or NULL. */
const char *
json_in_text(const struct json_in *value);

/* A number without its fraction, or what is said here where there is none. */
int64_t
json_in_whole(const struct json_in *value, int64_t otherwise);

/* Whether it is true. */
bool
json_in_is_true(const struct json_in *value);

/* Whether it is a number. */
bool
json_in_is_number(const struct json_in *value);

#endif
