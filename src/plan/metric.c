/* SPDX-License-Identifier: MIT */
#include "plan/metric.h"

#include "support/utf8.h"

#include <string.h>

enum bound { BOUND_NONE, BOUND_LEAST, BOUND_MOST, BOUND_ABOVE, BOUND_BELOW };

/* A number with its bound and unit, each as far as they are said. */
struct reading {
	enum bound bound;
	double value;
	const char *unit; /* folded */
};

struct bound_word {
	const char *word;
	enum bound bound;
};

/* Before the number: longer ones first, where one begins another. */
static const struct bound_word before[] = {
    {"не менее чем", BOUND_LEAST},
    {"не менее", BOUND_LEAST},
    {"не меньше", BOUND_LEAST},
    {"не ниже", BOUND_LEAST},
    {"минимум", BOUND_LEAST},
    {"от", BOUND_LEAST},
    {"≥", BOUND_LEAST},
    {">=", BOUND_LEAST},
    {"at least", BOUND_LEAST},
    {"no less than", BOUND_LEAST},
    {"not less than", BOUND_LEAST},
    {"не более чем", BOUND_MOST},
    {"не более", BOUND_MOST},
    {"не больше", BOUND_MOST},
    {"не выше", BOUND_MOST},
    {"максимум", BOUND_MOST},
    {"до", BOUND_MOST},
    {"≤", BOUND_MOST},
    {"<=", BOUND_MOST},
    {"at most", BOUND_MOST},
    {"no more than", BOUND_MOST},
    {"not more than", BOUND_MOST},
    {"up to", BOUND_MOST},
    {"within", BOUND_MOST},
    {"более", BOUND_ABOVE},
    {"больше", BOUND_ABOVE},
    {"выше", BOUND_ABOVE},
    {"more than", BOUND_ABOVE},
    {"above", BOUND_ABOVE},
    {">", BOUND_ABOVE},
    {"менее", BOUND_BELOW},
    {"меньше", BOUND_BELOW},
    {"ниже", BOUND_BELOW},
    {"less than", BOUND_BELOW},
    {"under", BOUND_BELOW},
    {"below", BOUND_BELOW},
    {"<", BOUND_BELOW},
};

/* Behind it: likewise, where one ends another. */
static const struct bound_word behind[] = {
    {"или больше", BOUND_LEAST}, {"и больше", BOUND_LEAST}, {"и более", BOUND_LEAST},
    {"и выше", BOUND_LEAST},     {"or more", BOUND_LEAST},  {"или меньше", BOUND_MOST},
    {"и меньше", BOUND_MOST},    {"и менее", BOUND_MOST},   {"и ниже", BOUND_MOST},
    {"or less", BOUND_MOST},     {"or fewer", BOUND_MOST},
};

static const char *
skip_blanks(const char *at)
{
	for (const char *next = at; *at && utf8_is_blank(utf8_next(&next)); at = next)
		;
	return at;
}

/* The bound that stands at *at, which moves behind it. */
static enum bound
bound_before(const char **at)
{
	for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
		size_t length = strlen(before[i].word);
		const char *next = *at + length;
		bool ends = !ascii_is_letter(before[i].word[length - 1]) || !ascii_is_letter(*next);
		if (strncmp(*at, before[i].word, length) != 0 || !ends)
			continue;
		*at = skip_blanks(next);
		return before[i].bound;
	}
	return BOUND_NONE;
}

/* Cuts the bound off the end of a unit. */
static enum bound
bound_behind(char *unit)
{
	size_t length = strlen(unit);
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
		size_t tail = strlen(behind[i].word);
		if (length < tail || strcmp(unit + length - tail, behind[i].word) != 0)
			continue;
		unit[length - tail] = '\0';
		return behind[i].bound;
	}
	return BOUND_NONE;
}

/* Three digits behind a blank go on a number: 500 000. */
static const char *
next_thousand(const char *at)
{
	const char *next = at;
	if (!*at || !utf8_is_blank(utf8_next(&next)))
		return NULL;
	for (int i = 0; i < 3; i++)
		if (!ascii_is_digit(next[i]))
			return NULL;
	return ascii_is_digit(next[3]) ? NULL : next;
}

/* A decimal number at *at, which moves behind it. */
static bool
number_at(const char **at, double *value)
{
	const char *text = *at;
	double part = 1;
	bool any = ascii_is_digit(*text), fraction = false;
	for (*value = 0; any && *text; text++) {
		const char *thousand = fraction ? NULL : next_thousand(text);
		if (thousand)
			text = thousand;
		else if (!fraction && (*text == ',' || *text == '.') && ascii_is_digit(text[1])) {
			fraction = true;
			continue;
		}
		if (!ascii_is_digit(*text))
			break;
		part = fraction ? part / 10 : 1;
		*value = fraction ? *value + (*text - '0') * part : *value * 10 + (*text - '0');
	}
	*at = text;
	return any;
}

/* A unit ends the text: what goes on with a number, or with a mark, says more than is compared. */
static bool
read_value(struct arena *arena, const char *text, struct reading *reading)
{
	char *at = arena_string(arena, skip_blanks(utf8_fold(arena, text, FOLD_CASE)));
	const char *next = at;
	reading->bound = bound_before(&next);
	if (!number_at(&next, &reading->value))
		return false;
	char *unit = at + (skip_blanks(next) - at);
	enum bound behind_it = bound_behind(unit);
	if (behind_it && reading->bound)
		return false;
	reading->bound = behind_it ? behind_it : reading->bound;
	for (size_t length = strlen(unit); length && unit[length - 1] == ' ';)
		unit[--length] = '\0';
	reading->unit = unit;
	return !strpbrk(unit, "0123456789,;:(/");
}

static bool
is_same_unit(struct words *words, const char *unit, const char *other)
{
	const char *first = unit, *second = other;
	return strcmp(unit, other) == 0 ||
	       (utf8_is_letter(utf8_next(&first)) && utf8_is_letter(utf8_next(&second)) &&
		words_phrases_alike(words, unit, other));
}

enum metric_state
metric_compare(struct words *words, const char *target, const char *now)
{
	struct arena scratch = {0};
	struct reading goal, is;
	enum metric_state state = METRIC_UNKNOWN;
	if (target && now && read_value(&scratch, target, &goal) &&
	    read_value(&scratch, now, &is) && !is.bound &&
	    is_same_unit(words, goal.unit, is.unit)) {
		bool whole = goal.value == 100 && strcmp(goal.unit, "%") == 0;
		if (whole && !goal.bound) /* nobody aims at less than all of something */
			goal.bound = BOUND_LEAST;
		const bool met[] = {[BOUND_NONE] = is.value == goal.value,
				    [BOUND_LEAST] = is.value >= goal.value,
				    [BOUND_MOST] = is.value <= goal.value,
				    [BOUND_ABOVE] = is.value > goal.value,
				    [BOUND_BELOW] = is.value < goal.value};
		state = met[goal.bound] ? METRIC_MET : goal.bound ? METRIC_MISSED : METRIC_UNKNOWN;
	}
	arena_free(&scratch);
	return state;
}
