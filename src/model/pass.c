/* SPDX-License-Identifier: MIT */
#include "model/pass.h"

#include "support/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { DIGITS_MOST = 4 };

/* The sign with digits behind it up to the end of the text or of a part of a path, or NULL. */
static const char *
sign_of(const char *text)
{
	for (const char *sign = text; (sign = strchr(sign, '#')); sign++) {
		size_t digits = strspn(sign + 1, "0123456789");
		if (digits && digits <= DIGITS_MOST &&
		    (!sign[digits + 1] || sign[digits + 1] == '/'))
			return sign;
	}
	return NULL;
}

uint32_t
pass_number(const char *text)
{
	const char *sign = sign_of(text);
	return sign ? (uint32_t)strtoul(sign + 1, NULL, 10) : 0;
}

const char *
pass_place(const char *text, struct arena *arena)
{
	const char *sign = sign_of(text);
	if (!sign)
		return text;
	const char *rest = sign + 1 + strspn(sign + 1, "0123456789");
	return arena_printf(arena, "%.*s%s", (int)(sign - text), text, rest);
}
