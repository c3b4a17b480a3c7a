/* SPDX-License-Identifier: MIT */
#include "draw/pen/svg_number.h"

#include "support/utf8.h"

bool
svg_number(const char **at, double *number)
{
	const char *p = *at;
	while (*p == ' ' || *p == ',')
		p++;
	bool negative = *p == '-';
	p += negative;
	if (!ascii_is_digit(*p) && *p != '.')
		return false;
	double value = 0, part = 1;
	for (; ascii_is_digit(*p); p++)
		value = value * 10 + (*p - '0');
	if (*p == '.')
		for (p++; ascii_is_digit(*p); p++) {
			part *= 10;
			value += (*p - '0') / part;
		}
	*number = negative ? -value : value;
	*at = p;
	return true;
}
