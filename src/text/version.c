/* SPDX-License-Identifier: MIT */
#include "text/version.h"

#include "support/utf8.h"

#include <string.h>

bool
version_is(const char *text)
{
	return strpbrk(text, "0123456789");
}

/* What stands at *at: digits, or what is between two numbers; *at moves behind it. */
static size_t
next_piece(const char **at, const char **piece)
{
	bool digits = ascii_is_digit(**at);
	for (*piece = *at; **at && ascii_is_digit(**at) == digits; (*at)++)
		;
	return (size_t)(*at - *piece);
}

/* Numbers by their size, whatever is between them by its letters. */
static int
compare_pieces(const char *left, size_t left_length, const char *right, size_t right_length)
{
	bool numbers = ascii_is_digit(*left) && ascii_is_digit(*right);
	for (; numbers && left_length > 1 && *left == '0'; left_length--)
		left++;
	for (; numbers && right_length > 1 && *right == '0'; right_length--)
		right++;
	if (numbers && left_length != right_length)
		return left_length < right_length ? -1 : 1;
	size_t shorter = left_length < right_length ? left_length : right_length;
	int order = strncmp(left, right, shorter);
	return order ? order : (left_length > right_length) - (left_length < right_length);
}

int
version_compare(const char *left, const char *right)
{
	int order = 0;
	while (!order && *left && *right) {
		const char *one, *two;
		size_t one_length = next_piece(&left, &one), two_length = next_piece(&right, &two);
		order = compare_pieces(one, one_length, two, two_length);
	}
	return order ? order : (*left != '\0') - (*right != '\0');
}
