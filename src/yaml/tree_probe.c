/* SPDX-License-Identifier: MIT */
#include "yaml/tree_probe.h"

#include "support/memory.h"

#include <string.h>
#include <yaml.h>

/* So many bytes are read again at most: a second of work. */
enum { PROBE_LIMIT = 32 << 20 };

static void
parser_end(void *parser)
{
	yaml_parser_delete(parser);
}

/* The line, counted from 1, of a key that cannot stand where it does; 0 when there is none before
 * any other fault. */
static size_t
misplaced_key(const char *text, size_t length)
{
	yaml_parser_t parser;
	yaml_token_t token;
	struct memory_ending ending;
	if (!yaml_parser_initialize(&parser))
		memory_exhausted();
	memory_hold(&ending, parser_end, &parser);
	yaml_parser_set_input_string(&parser, (const unsigned char *)text, length);
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	bool more = true;
	while (more && yaml_parser_scan(&parser, &token)) {
		more = token.type != YAML_STREAM_END_TOKEN;
		yaml_token_delete(&token);
	}
	if (parser.error == YAML_MEMORY_ERROR)
		memory_exhausted();
	bool found = parser.error == YAML_SCANNER_ERROR &&
		     strstr(parser.problem, "mapping values are not allowed");
	size_t line = parser.problem_mark.line + 1;
	memory_release(&ending);
	yaml_parser_delete(&parser);
	return found ? line : 0;
}

bool
tree_find_heads(struct heads *heads, const char *text, size_t length)
{
	size_t read = 0, line;
	do {
		const char *copy = heads->count ? heads->copy.data : text;
		size_t size = heads->count ? heads->copy.length : length;
		line = misplaced_key(copy, size);
		read += size;
		if (line && !heads_add(heads, copy, size, line))
			line = 0;
	} while (line && read < PROBE_LIMIT);
	return heads->count;
}
