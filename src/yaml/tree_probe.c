/* SPDX-License-Identifier: MIT */
#include "yaml/tree_probe.h"

#include "support/memory.h"
#include "yaml/tree.h"

#include <string.h>
#include <yaml.h>

/* At most so many bytes are read again: a second of work. */
enum { PROBE_LIMIT = 64 << 20 };

static void
parser_end(void *parser)
{
	yaml_parser_delete(parser);
}

/* libyaml takes quadratic time for brackets. */
static int
depth_of(yaml_token_type_t type)
{
	switch (type) {
	case YAML_BLOCK_SEQUENCE_START_TOKEN:
	case YAML_BLOCK_MAPPING_START_TOKEN:
	case YAML_FLOW_SEQUENCE_START_TOKEN:
	case YAML_FLOW_MAPPING_START_TOKEN:
		return 1;
	case YAML_BLOCK_END_TOKEN:
	case YAML_FLOW_SEQUENCE_END_TOKEN:
	case YAML_FLOW_MAPPING_END_TOKEN:
		return -1;
	default:
		return 0;
	}
}

/* True when a line was read as a key because it stands where keys do: «1. Запрос» right below
 * «этапы:». */
static bool
is_key_wanted(const yaml_parser_t *parser)
{
	return parser->problem && strstr(parser->problem, "could not find expected ':'");
}

/* The line, counted from 1, of a key that cannot stand where it does, or below an item that does
 * (*item); 0 when there is none before any other fault. */
static size_t
misplaced_key(const char *text, size_t length, bool *item)
{
	yaml_parser_t parser;
	yaml_token_t token;
	struct memory_ending ending;
	if (!yaml_parser_initialize(&parser))
		memory_exhausted();
	memory_hold(&ending, parser_end, &parser);
	yaml_parser_set_input_string(&parser, (const unsigned char *)text, length);
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	int depth = 0;
	bool more = true;
	while (more && yaml_parser_scan(&parser, &token)) {
		depth += depth_of(token.type);
		more = token.type != YAML_STREAM_END_TOKEN && depth <= TREE_DEPTH_LIMIT;
		yaml_token_delete(&token);
	}
	if (parser.error == YAML_MEMORY_ERROR)
		memory_exhausted();
	bool found = tree_misses_heads(&parser);
	*item = is_key_wanted(&parser);
	size_t line = *item ? parser.context_mark.line + 2 : parser.problem_mark.line + 1;
	memory_release(&ending);
	yaml_parser_delete(&parser);
	return found ? line : 0;
}

bool
tree_misses_heads(const yaml_parser_t *parser)
{
	return parser->error == YAML_SCANNER_ERROR &&
	       (strstr(parser->problem, "mapping values are not allowed") || is_key_wanted(parser));
}

bool
tree_find_heads(struct heads *heads, const char *text, size_t length)
{
	size_t read = 0, line;
	bool item;
	do {
		bool first = !heads->copy.length;
		const char *copy = first ? text : heads->copy.data;
		size_t size = first ? length : heads->copy.length;
		line = misplaced_key(copy, size, &item);
		read += size;
		if (line && !(item ? heads_add_item(heads, copy, size, line)
				   : heads_add(heads, copy, size, line)))
			line = 0;
	} while (line && read < PROBE_LIMIT);
	return heads->copy.length;
}
