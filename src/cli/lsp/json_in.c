/* SPDX-License-Identifier: MIT */
#include "cli/lsp/json_in.h"

#include "cli/lsp/json_library.h"
#include "support/memory.h"
#include "support/utf8.h"

#include <errno.h>
#include <string.h>

/* What cJSON made of a text, which it has to free itself. */
struct json_text {
	const struct json_library *library;
	cJSON *root;
};

static void
drop(void *data)
{
	const struct json_text *text = data;
	text->library->cJSON_Delete(text->root);
}

static const cJSON *
value_of(const struct json_in *value)
{
	return (const void *)value;
}

static const struct json_in *
given(const cJSON *value)
{
	return (const void *)value;
}

const struct json_in *
json_in_read(const struct json_library *library, struct arena *arena, const char *text,
	     size_t length)
{
	struct json_text *kept = arena_alloc(arena, sizeof *kept);
	if (utf8_valid(text, length) < length)
		return NULL;
	*kept = (struct json_text){.library = library};
	arena_at_end(arena, drop, kept); /* before there is anything: it may not fail behind that */
	errno = 0;
	kept->root = library->cJSON_ParseWithLengthOpts(text, length + 1, NULL, true);
	if (!kept->root && errno == ENOMEM)
		memory_exhausted();
	return given(kept->root);
}

static bool
is(const struct json_in *value, int type)
{
	return value && (value_of(value)->type & 0xFF) == type;
}

static bool
is_object(const struct json_in *value)
{
	return is(value, cJSON_Object);
}

static bool
is_array(const struct json_in *value)
{
	return is(value, cJSON_Array);
}

const struct json_in *
json_in_get(const struct json_in *object, const char *key)
{
	const cJSON *item = is_object(object) ? value_of(object)->child : NULL;
	while (item && (!item->string || strcmp(item->string, key) != 0))
		item = item->next;
	return given(item);
}

const struct json_in *
json_in_at(const struct json_in *object, const char *path)
{
	struct arena scratch = {0};
	while (object && *path) {
		size_t length = strcspn(path, ".");
		object = json_in_get(object, arena_copy(&scratch, path, length));
		path += length + (path[length] == '.');
	}
	arena_free(&scratch);
	return object;
}

const struct json_in *
json_in_first(const struct json_in *array)
{
	return is_array(array) ? given(value_of(array)->child) : NULL;
}

const struct json_in *
json_in_next(const struct json_in *item)
{
	return given(value_of(item)->next);
}

const char *
json_in_text(const struct json_in *value)
{
	return is(value, cJSON_String) ? value_of(value)->valuestring : NULL;
}

bool
json_in_is_number(const struct json_in *value)
{
	return is(value, cJSON_Number);
}

int64_t
json_in_whole(const struct json_in *value, int64_t otherwise)
{
	double number = is(value, cJSON_Number) ? value_of(value)->valuedouble : 0;
	bool fits = is(value, cJSON_Number) && number > -9e15 && number < 9e15;
	return fits ? (int64_t)number : otherwise;
}

bool
json_in_is_true(const struct json_in *value)
{
	return is(value, cJSON_True);
}
