/* SPDX-License-Identifier: MIT */
/* Writes every kind of JSON value and every character that needs care; tests/suites/json reads it
 * back. */
#include "support/json.h"

#include <math.h>
#include <stdio.h>

static void
put_numbers(struct json *json)
{
	json_array(json);
	json_integer(json, INT64_MIN);
	json_integer(json, INT64_MAX);
	json_number(json, 0.1);
	json_number(json, 1.5);
	json_number(json, 1e300);
	json_number(json, 100);
	json_number(json, -0.30000000000000004);
	json_number(json, (double)NAN);
	json_number(json, (double)INFINITY);
	json_array_end(json);
}

/* Every character from 1 to 0xFFFF that UTF-8 can hold, and one beyond. */
static void
put_characters(struct json *json)
{
	struct buf text = {0};
	for (uint32_t rune = 1; rune < 0x10000; rune++)
		if (rune < 0xD800 || rune > 0xDFFF)
			buf_rune(&text, rune);
	buf_rune(&text, 0x1F600);
	json_string(json, buf_text(&text));
	buf_free(&text);
}

static void
put_all(struct json *json)
{
	json_object(json);
	json_key(json, "numbers");
	put_numbers(json);
	json_key(json, "characters");
	put_characters(json);
	json_member_string(json, "quote\"key", "</script><!-- ]]> \\");
	json_member_string(json, "none", NULL);
	json_member_boolean(json, "yes", true);
	json_member_integer(json, "seven", 7);
	json_key(json, "empty");
	json_array(json);
	json_object(json);
	json_object_end(json);
	json_array(json);
	json_array_end(json);
	json_string(json, NULL);
	json_array_end(json);
	json_key(json, "deep");
	for (int i = 0; i < 400; i++)
		json_array(json);
	for (int i = 0; i < 400; i++)
		json_array_end(json);
	json_object_end(json);
}

int
main(int argc, char **argv)
{
	struct buf out = {0};
	struct json json = {.out = &out, .indent = argc > 1 ? 2 : 0};
	(void)argv;
	put_all(&json);
	fwrite(buf_text(&out), 1, out.length, stdout);
	buf_free(&out);
	return 0;
}
