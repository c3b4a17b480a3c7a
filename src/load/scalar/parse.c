/* SPDX-License-Identifier: MIT */
#include "load/scalar/parse.h"

#include "support/utf8.h"

#include <string.h>

bool
parse_number_at(const char **at, double *value)
{
	if (**at < '0' || **at > '9')
		return false;
	double scale = 1;
	*value = 0;
	for (; **at >= '0' && **at <= '9'; ++*at)
		*value = *value * 10 + (**at - '0');
	if ((**at != '.' && **at != ',') || (*at)[1] < '0' || (*at)[1] > '9')
		return true;
	for (++*at; **at >= '0' && **at <= '9'; ++*at)
		*value += (**at - '0') * (scale /= 10);
	return true;
}

size_t
parse_word_length(const char *text)
{
	const char *at = text;
	while (*at) {
		const char *next = at;
		if (!utf8_is_letter(utf8_next(&next)))
			break;
		at = next;
	}
	return (size_t)(at - text);
}

bool
parse_word_matches(const char *word, size_t length, const char *pattern)
{
	if (*word != *pattern)
		return false;
	size_t stem = strlen(pattern);
	if (pattern[stem - 1] == '*')
		return length >= stem - 1 && memcmp(word, pattern, stem - 1) == 0;
	return length == stem && memcmp(word, pattern, length) == 0;
}

bool
parse_number(const char *text, double *value)
{
	struct arena arena = {0};
	const char *at = utf8_fold(&arena, text, FOLD_CASE);
	bool ok = parse_number_at(&at, value) && !*at && *value > 0 && *value < 1e9;
	arena_free(&arena);
	return ok;
}

bool
parse_period(const char *text, struct period *period)
{
	static const struct {
		char unit;
		const char *word;
	} words[] = {{'m', "month*"},   {'m', "месяц*"}, {'q', "quarter*"},
		     {'q', "квартал*"}, {'y', "year*"},  {'y', "год*"}};
	struct arena arena = {0};
	const char *folded = utf8_fold(&arena, text, FOLD_CASE);
	double days;
	period->unit = '\0';
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (parse_word_matches(folded, strlen(folded), words[i].word))
			period->unit = words[i].unit;
	if (!period->unit && parse_number(folded, &days) && days == (int32_t)days) {
		period->unit = 'd';
		period->days = (int32_t)days;
	}
	arena_free(&arena);
	return period->unit != '\0';
}

bool
parse_flag(const char *text, bool *on)
{
	static const char *const words[] = {"false", "true", "нет", "да"};
	struct arena arena = {0};
	const char *folded = utf8_fold(&arena, text, FOLD_CASE);
	size_t i = 0;
	while (i < 4 && strcmp(words[i], folded) != 0)
		i++;
	*on = i % 2 == 1;
	arena_free(&arena);
	return i < 4;
}

/* Names people use, with shades that read well on white. */
static const struct {
	const char *words[2];
	uint32_t rgb;
} colors[] = {
    {{"red", "красный"}, 0xC62828},       {{"green", "зеленый"}, 0x2E7D32},
    {{"blue", "синий"}, 0x1565C0},        {{"lightblue", "голубой"}, 0x0277BD},
    {{"yellow", "желтый"}, 0xF9A825},     {{"orange", "оранжевый"}, 0xEF6C00},
    {{"purple", "фиолетовый"}, 0x6A1B9A}, {{"violet", "лиловый"}, 0x8E24AA},
    {{"pink", "розовый"}, 0xAD1457},      {{"brown", "коричневый"}, 0x5D4037},
    {{"gray", "серый"}, 0x546E7A},        {{"grey", "серый"}, 0x546E7A},
    {{"black", "черный"}, 0x212121},      {{"teal", "бирюзовый"}, 0x00695C},
    {{"white", "белый"}, 0xFFFFFF},
};

static bool
hex_parse(const char *text, uint32_t *rgb)
{
	static const char digits[] = "0123456789abcdef";
	*rgb = 0;
	for (int i = 0; i < 6; i++) {
		const char *digit = text[i] ? strchr(digits, text[i]) : NULL;
		if (!digit)
			return false;
		*rgb = *rgb << 4 | (uint32_t)(digit - digits);
	}
	return !text[6];
}

bool
parse_color(const char *text, uint32_t *rgb)
{
	struct arena arena = {0};
	const char *folded = utf8_fold(&arena, text, FOLD_CASE);
	bool found = folded[0] == '#' && hex_parse(folded + 1, rgb);
	for (size_t i = 0; !found && i < sizeof colors / sizeof *colors; i++) {
		found = strcmp(folded, colors[i].words[0]) == 0 ||
			strcmp(folded, colors[i].words[1]) == 0;
		if (found)
			*rgb = colors[i].rgb;
	}
	arena_free(&arena);
	return found;
}
