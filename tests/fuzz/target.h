/* SPDX-License-Identifier: MIT */
/* What fuzz targets share. Each target is a LLVMFuzzerTestOneInput; libFuzzer or replay.c calls
 * it. */
#ifndef PRESALE_FUZZ_TARGET_H
#define PRESALE_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A folder of this process's own, removed at its end. */
const char *
fuzz_folder(void);

/* Writes the input into a file of that folder and gives its path, valid until the next call. */
const char *
fuzz_file(const char *name, const uint8_t *data, size_t size);

/* Ends the process as a finding when what must hold does not. */
void
fuzz_must(int holds, const char *what);

#endif
