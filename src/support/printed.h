/* SPDX-License-Identifier: MIT */
/* Formatting as vsnprintf does it, byte for byte, but quicker for what the program mostly writes:
 * texts, whole numbers, decimals of up to three places. Every output formats through here. */
#ifndef PRESALE_SUPPORT_PRINTED_H
#define PRESALE_SUPPORT_PRINTED_H

#include <stdarg.h>
#include <stddef.h>

/* Writes what the format says, NUL-ended, as far as space bytes hold it (0: nothing is written),
 * and gives the length of the whole. Memory is said to be exhausted where vsnprintf says that
 * there is no such text. */
size_t
printed_into(char *to, size_t space, const char *format, va_list args)
    __attribute__((format(printf, 3, 0)));

#endif
