/* SPDX-License-Identifier: MIT */
/* vsnprintf reads every format through a machine of states, works on wide numbers for the simplest
 * decimal and goes through a stream: a third of what drawings cost. Here a number is digits written
 * backwards. What is not known here is left to vsnprintf, with the whole of its format. */
#include "support/printed.h"

#include "support/memory.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>

enum { DIGITS = 24, PLACES = 3, GENERAL = 6 /* digits of %g */ };

struct printed {
	char *to;
	size_t space, length;
};

/* A conversion: %[0][width][.precision][size]letter. */
struct conversion {
	bool zeros;
	size_t width;
	int precision; /* -1: none; -2: the next argument */
	char size;     /* 'l', 'L' for ll, 'z', or 0 */
	char letter;
};

static void
put(struct printed *printed, const char *bytes, size_t length)
{
	if (printed->length < printed->space) {
		size_t left = printed->space - printed->length;
		memcpy(printed->to + printed->length, bytes, length < left ? length : left);
	}
	printed->length += length;
}

static const char *
read_size(const char *p, char *size)
{
	*size = *p == 'l' || *p == 'z' ? *p++ : '\0';
	if (*size == 'l' && *p == 'l') {
		*size = 'L';
		p++;
	}
	return p;
}

/* Reads what stands behind a percent sign; gives where it ends. A width or precision of two digits
 * at most, so that neither can overflow. */
static const char *
read_conversion(const char *p, struct conversion *conversion)
{
	*conversion = (struct conversion){.precision = -1};
	if (*p == '0') {
		conversion->zeros = true;
		p++;
	}
	for (int i = 0; i < 2 && *p >= '0' && *p <= '9'; i++)
		conversion->width = conversion->width * 10 + (size_t)(*p++ - '0');
	if (p[0] == '.' && p[1] == '*') {
		conversion->precision = -2;
		p += 2;
	} else if (*p == '.') {
		p++;
		conversion->precision = 0;
		for (int i = 0; i < 2 && *p >= '0' && *p <= '9'; i++)
			conversion->precision = conversion->precision * 10 + (*p++ - '0');
	}
	p = read_size(p, &conversion->size);
	conversion->letter = *p;
	return p + 1;
}

/* A number with zeros before it up to the width, which are behind its sign. */
static void
put_number(struct printed *printed, const struct conversion *conversion, bool negative,
	   const char *digits, size_t length)
{
	size_t taken = length + negative;
	const char blank = conversion->zeros ? '0' : ' ';
	if (negative && conversion->zeros)
		put(printed, "-", 1);
	for (; taken < conversion->width; taken++)
		put(printed, &blank, 1);
	if (negative && !conversion->zeros)
		put(printed, "-", 1);
	put(printed, digits, length);
}

/* The digits of a number, written so that they end at end; where they begin. */
static char *
digits_of(char *end, uint64_t number, unsigned base, const char *alphabet)
{
	do {
		*--end = alphabet[number % base];
		number /= base;
	} while (number);
	return end;
}

static void
put_unsigned(struct printed *printed, const struct conversion *conversion, uint64_t number)
{
	char digits[DIGITS], *end = digits + DIGITS;
	const char *alphabet = conversion->letter == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
	char *begin = digits_of(end, number, conversion->letter == 'u' ? 10 : 16, alphabet);
	put_number(printed, conversion, false, begin, (size_t)(end - begin));
}

static void
put_signed(struct printed *printed, const struct conversion *conversion, int64_t number)
{
	char digits[DIGITS], *end = digits + DIGITS;
	uint64_t size = number < 0 ? -(uint64_t)number : (uint64_t)number;
	char *begin = digits_of(end, size, 10, "0123456789");
	put_number(printed, conversion, number < 0, begin, (size_t)(end - begin));
}

/* The nearest whole number to a double's mantissa × scale / 2^shift, to the even one of two. The
 * product is below 2^63 and exact. */
static uint64_t
scaled(uint64_t mantissa, unsigned scale, unsigned shift)
{
	uint64_t product = mantissa * scale;
	if (shift == 0)
		return product;
	if (shift > 63)
		return 0;
	uint64_t whole = product >> shift, half = UINT64_C(1) << (shift - 1);
	uint64_t rest = product & (half * 2 - 1);
	return whole + (rest > half || (rest == half && whole % 2));
}

/* Takes a double of IEEE 754 to pieces: its sign, and its size as mantissa / 2^*shift. False for
 * one of 2^53 and above, an infinite one, or none. */
static bool
take_apart(double value, bool *negative, uint64_t *mantissa, unsigned *shift)
{
	uint64_t bits;
	memcpy(&bits, &value, sizeof bits);
	unsigned exponent = bits >> 52 & 0x7ff;
	*negative = bits >> 63;
	*mantissa = bits & ((UINT64_C(1) << 52) - 1);
	*mantissa |= exponent ? UINT64_C(1) << 52 : 0;
	*shift = 1075 - (exponent ? exponent : 1);
	return exponent < 1076;
}

/* False for a number that is left to vsnprintf. */
static bool
put_decimal(struct printed *printed, const struct conversion *conversion, double value)
{
	static const unsigned powers[] = {1, 10, 100, 1000};
	int places = conversion->precision;
	bool negative;
	uint64_t mantissa;
	unsigned shift;
	if (places < 0 || places > PLACES || !take_apart(value, &negative, &mantissa, &shift))
		return false;
	uint64_t number = scaled(mantissa, powers[places], shift);
	char text[DIGITS + PLACES + 1], *end = text + sizeof text, *begin = end;
	uint64_t fraction = number % powers[places];
	for (int i = 0; i < places; i++, fraction /= 10)
		*--begin = (char)('0' + fraction % 10);
	if (places)
		*--begin = '.';
	begin = digits_of(begin, number / powers[places], 10, "0123456789");
	put_number(printed, conversion, negative, begin, (size_t)(end - begin));
	return true;
}

/* A number of no more than three places and six digits, as most are, is written out by %g as it is:
 * of a value that is so many eighths all places are exact. False for any other. */
static bool
put_general(struct printed *printed, const struct conversion *conversion, double value)
{
	const double most = 1000, eighths = value * 8;
	bool rounds = conversion->precision != -1 && conversion->precision < GENERAL;
	if (conversion->width || rounds || !(value > -most && value < most) ||
	    eighths != (double)(int)eighths)
		return false;
	const struct conversion plain = {.letter = 'f', .precision = PLACES};
	char digits[DIGITS];
	struct printed all = {digits, sizeof digits, 0};
	put_decimal(&all, &plain, value);
	while (digits[all.length - 1] == '0')
		all.length--;
	all.length -= digits[all.length - 1] == '.';
	put(printed, digits, all.length);
	return true;
}

static void
put_string(struct printed *printed, const char *string, int most)
{
	put(printed, string, most < 0 ? strlen(string) : strnlen(string, (size_t)most));
}

static int64_t
next_signed(char size, va_list *args)
{
	switch (size) {
	case 'l':
		return va_arg(*args, long);
	case 'L':
		return va_arg(*args, long long);
	case 'z':
		return va_arg(*args, ssize_t);
	default:
		return va_arg(*args, int);
	}
}

static uint64_t
next_unsigned(char size, va_list *args)
{
	switch (size) {
	case 'l':
		return va_arg(*args, unsigned long);
	case 'L':
		return va_arg(*args, unsigned long long);
	case 'z':
		return va_arg(*args, size_t);
	default:
		return va_arg(*args, unsigned);
	}
}

/* What a conversion asks for; false for one that is left to vsnprintf. */
static bool
put_conversion(struct printed *printed, const struct conversion *conversion, va_list *args)
{
	bool number = conversion->precision == -1;
	bool text = !conversion->zeros && !conversion->width && !conversion->size;
	switch (conversion->letter) {
	case 's':
		if (!text || conversion->precision >= 0)
			return false;
		int most = number ? -1 : va_arg(*args, int);
		put_string(printed, va_arg(*args, const char *), most);
		return true;
	case '%':
		if (text && number)
			put(printed, "%", 1);
		return text && number;
	case 'c':
		if (!text || !number)
			return false;
		put(printed, &(char){(char)va_arg(*args, int)}, 1);
		return true;
	case 'd':
		if (number)
			put_signed(printed, conversion, next_signed(conversion->size, args));
		return number;
	case 'u':
	case 'x':
	case 'X':
		if (number)
			put_unsigned(printed, conversion, next_unsigned(conversion->size, args));
		return number;
	case 'g':
		return !conversion->size && put_general(printed, conversion, va_arg(*args, double));
	case 'f':
		return !conversion->size && put_decimal(printed, conversion, va_arg(*args, double));
	default:
		return false;
	}
}

/* False where something is asked for that is not known here. */
static bool
put_all(struct printed *printed, const char *format, va_list *args)
{
	for (const char *p = format; *p;) {
		size_t plain = strcspn(p, "%");
		put(printed, p, plain);
		p += plain;
		struct conversion conversion;
		if (!*p)
			break;
		p = read_conversion(p + 1, &conversion);
		if (!put_conversion(printed, &conversion, args))
			return false;
	}
	return true;
}

size_t
printed_into(char *to, size_t space, const char *format, va_list args)
{
	struct printed printed = {to, space ? space - 1 : 0, 0};
	va_list mine;
	va_copy(mine, args);
	bool known = put_all(&printed, format, &mine);
	va_end(mine);
	if (!known) {
		int length = vsnprintf(to, space, format, args);
		if (length < 0)
			memory_exhausted();
		return (size_t)length;
	}
	if (space)
		to[printed.length < space ? printed.length : space - 1] = '\0';
	return printed.length;
}
