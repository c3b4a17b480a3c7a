/* SPDX-License-Identifier: MIT */
/* Wraps standard input: svg_text WIDTH SIZE LINES (0 for no limit). A line of output is the
 * measured width and the text. */
#include "draw/pen/svg_text.h"

#include <stdio.h>
#include <stdlib.h>

int
main(int argc, char **argv)
{
	static char text[1 << 20];
	struct arena arena = {0};
	if (argc != 4)
		return 2;
	text[fread(text, 1, sizeof text - 1, stdin)] = '\0';
	struct svg_font font = {strtod(argv[2], NULL), false};
	double width = strtod(argv[1], NULL);
	uint32_t most = (uint32_t)atoi(argv[3]);
	struct svg_lines lines = most ? svg_text_fit(&arena, text, font, width, most)
				      : svg_text_wrap(&arena, text, font, width, true);
	for (uint32_t i = 0; i < lines.count; i++)
		printf("%.2f\t%s\n", lines.items[i].width, lines.items[i].text);
	arena_free(&arena);
	return 0;
}
