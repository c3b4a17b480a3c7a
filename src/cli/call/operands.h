/* SPDX-License-Identifier: MIT */
/* The operands of a build or check, folders among them. */
#ifndef PRESALE_CLI_CALL_OPERANDS_H
#define PRESALE_CLI_CALL_OPERANDS_H

#include "cli/call/call.h"

/* Adds the portfolio that the current folder is in, if there is one. */
void
operands_take_portfolio(struct arguments *args);

/* Puts in place of every folder among the operands the roots in it and below, hidden folders and
 * that of the outputs left out, and in place of a portfolio those that it lists. False after a
 * complaint. */
bool
operands_expand(struct arguments *args);

#endif
