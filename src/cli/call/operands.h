/* SPDX-License-Identifier: MIT */
/* The operands of a build or check, folders among them. */
#ifndef PRESALE_CLI_CALL_OPERANDS_H
#define PRESALE_CLI_CALL_OPERANDS_H

#include "cli/call/call.h"

/* Puts in place of every folder among the operands the roots in it and below, hidden folders and
 * that of the outputs left out. False after a complaint. */
bool
operands_expand(struct arguments *args);

#endif
