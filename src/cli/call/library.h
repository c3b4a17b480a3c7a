/* SPDX-License-Identifier: MIT */
/* The library's contexts as commands use them. */
#ifndef PRESALE_CLI_CALL_LIBRARY_H
#define PRESALE_CLI_CALL_LIBRARY_H

#include "cli/call/call.h"

/* A context that speaks a language: 0 English, 1 Russian. The caller closes it. */
struct presale *
library_open(int lang);

#endif
