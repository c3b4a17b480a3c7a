/* SPDX-License-Identifier: MIT */
/* What src/files/wellformed.c thinks of each file: "whole" or "damaged", a line each. The bytes
 * come in small pieces. */
#include "files/wellformed.h"

#include <stdio.h>

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		FILE *file = fopen(argv[i], "rb");
		struct wellformed *check = wellformed_new(NULL);
		char bytes[61];
		size_t length;
		if (!file)
			return 2;
		while ((length = fread(bytes, 1, sizeof bytes, file)) &&
		       wellformed_take(check, bytes, length))
			;
		puts(wellformed_end(check) ? "whole" : "damaged");
		fclose(file);
	}
	return 0;
}
