/* SPDX-License-Identifier: MIT */
/* Runs a target on files, without a fuzzer: replay FILE… */
#include "target.h"

#include <stdio.h>
#include <stdlib.h>

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		FILE *file = fopen(argv[i], "rb");
		fuzz_must(file && fseek(file, 0, SEEK_END) == 0, argv[i]);
		size_t size = (size_t)ftell(file);
		uint8_t *data = malloc(size + 1);
		rewind(file);
		fuzz_must(data && fread(data, 1, size, file) == size, argv[i]);
		fclose(file);
		fprintf(stderr, "%s\n", argv[i]);
		LLVMFuzzerTestOneInput(data, size);
		free(data);
	}
	return 0;
}
