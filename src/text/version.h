/* SPDX-License-Identifier: MIT */
/* Versions, as people number them: 1.9, 2.0.1, «ред. 3». */
#ifndef PRESALE_TEXT_VERSION_H
#define PRESALE_TEXT_VERSION_H

#include <stdbool.h>

/* True when there is a number in it. */
bool
version_is(const char *text);

/* Below zero when the first is the earlier one: 1.9 is earlier than 1.10, 2 than 2.0.1; above zero
 * when it is the later one. */
int
version_compare(const char *left, const char *right);

#endif
