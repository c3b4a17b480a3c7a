/* SPDX-License-Identifier: MIT */
/* The library's contexts as commands use them. */
#ifndef PRESALE_CLI_LIBRARY_H
#define PRESALE_CLI_LIBRARY_H

#include "cli/cli.h"

/* A context that speaks a language: 0 English, 1 Russian. The caller closes it. */
struct presale *
library_open(int lang);

#endif
