/* SPDX-License-Identifier: MIT */
/* Writes JSON into a buffer. Strings are escaped so that the text is also safe inside an HTML
 * <script> and as JavaScript:
 * <, U+2028, U+2029 and every control character become \u escapes. Commas and indentation come by
 * themselves; the caller keeps the calls balanced and gives each member of an object its key. */
#ifndef PRESALE_SUPPORT_JSON_H
#define PRESALE_SUPPORT_JSON_H

#include "support/drain.h"

#include <stdbool.h>
#include <stdint.h>

/* Begin with {.out = &buf}, a drain for what may go out as it grows, and .indent = 2 for lines that
 * people read; 0 writes no blank at all. */
struct json {
	struct buf *out;
	struct drain *drain; /* or NULL */
	unsigned indent;     /* blanks a level, or 0 */
	unsigned depth;      /* levels open */
	bool inside;         /* the level has an item: the next one is preceded by a comma */
	bool keyed;          /* a key waits for its value */
};

/* Begins an object: keys (json_key) with their values follow, then json_object_end. */
void
json_object(struct json *json);

/* Ends the innermost object. */
void
json_object_end(struct json *json);

/* Begins an array: its values follow, then json_array_end. */
void
json_array(struct json *json);

/* Ends the innermost array. */
void
json_array_end(struct json *json);

/* The key of the next value, within an object. */
void
json_key(struct json *json, const char *key);

/* A string of valid UTF-8; NULL gives null. */
void
json_string(struct json *json, const char *text);

/* A whole number, all of its digits. */
void
json_integer(struct json *json, int64_t number);

/* The shortest digits that read back as the same number; null when it is not finite. */
void
json_number(struct json *json, double number);

/* true or false. */
void
json_boolean(struct json *json, bool is_true);

/* json_key and a value at once. */
void
json_member_string(struct json *json, const char *key, const char *text);
void
json_member_integer(struct json *json, const char *key, int64_t number);
void
json_member_boolean(struct json *json, const char *key, bool is_true);

#endif
