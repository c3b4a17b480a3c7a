/* SPDX-License-Identifier: MIT */
/* The least that any load costs: libyaml's event loop over the file, with a copy of each scalar
 * into blocks of memory. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum { BLOCK = 1 << 20 };

static char *block_next, *block_end;

static void
copy(const void *bytes, size_t length)
{
	if ((size_t)(block_end - block_next) < length + 1) {
		size_t size = length + 1 > BLOCK ? length + 1 : BLOCK;
		block_next = malloc(size);
		if (!block_next)
			exit(2);
		block_end = block_next + size;
	}
	memcpy(block_next, bytes, length);
	block_next[length] = '\0';
	block_next += length + 1;
}

int
main(int argc, char **argv)
{
	FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
	yaml_parser_t parser;
	if (!file || !yaml_parser_initialize(&parser))
		return 2;
	yaml_parser_set_input_file(&parser, file);
	for (int more = 1; more;) {
		yaml_event_t event;
		if (!yaml_parser_parse(&parser, &event))
			return 1;
		if (event.type == YAML_SCALAR_EVENT)
			copy(event.data.scalar.value, event.data.scalar.length);
		more = event.type != YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return fclose(file);
}
