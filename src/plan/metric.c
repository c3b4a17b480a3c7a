/* SPDX-License-Identifier: MIT */
#include "plan/metric.h"

#include "model/fields.h"
#include "support/utf8.h"

#include <stdlib.h>
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

/* What a target without a bound means. */
static enum bound
bound_meant(const struct reading *target, enum choice better)
{
	bool whole = target->value == 100 && strcmp(target->unit, "%") == 0;
	if (target->bound)
		return target->bound;
	if (better)
		return better == DIRECTION_MORE ? BOUND_LEAST : BOUND_MOST;
	return whole ? BOUND_LEAST : BOUND_NONE; /* nobody aims at less than all of something */
}

/* Reads both, with the bound that is meant; false where they cannot be compared. */
static bool
read_both(struct words *words, const char *target, const char *now, enum choice better,
	  struct reading *goal, struct reading *is, struct arena *arena)
{
	if (!target || !now || !read_value(arena, target, goal) || !read_value(arena, now, is) ||
	    is->bound || !is_same_unit(words, goal->unit, is->unit))
		return false;
	goal->bound = bound_meant(goal, better);
	return true;
}

static enum metric_state
state_of(const struct reading *goal, const struct reading *is)
{
	const bool met[] = {[BOUND_NONE] = is->value == goal->value,
			    [BOUND_LEAST] = is->value >= goal->value,
			    [BOUND_MOST] = is->value <= goal->value,
			    [BOUND_ABOVE] = is->value > goal->value,
			    [BOUND_BELOW] = is->value < goal->value};
	return met[goal->bound] ? METRIC_MET : goal->bound ? METRIC_MISSED : METRIC_UNKNOWN;
}

enum metric_state
metric_compare(struct words *words, const char *target, const char *now, enum choice better)
{
	struct arena scratch = {0};
	struct reading goal, is;
	enum metric_state state = METRIC_UNKNOWN;
	if (read_both(words, target, now, better, &goal, &is, &scratch))
		state = state_of(&goal, &is);
	arena_free(&scratch);
	return state;
}

/* ---- values by date */

/* The last of a list that may stand in any order. */
static const struct metric_value *
last_value(const struct metric *metric)
{
	const struct metric_value *last = NULL;
	for (uint32_t i = 0; i < metric->history.count; i++) {
		const struct metric_value *value = metric_value_at(&metric->history, i);
		if (value->value.s && (!last || value->date.day >= last->date.day))
			last = value;
	}
	return last;
}

const char *
metric_now(const struct metric *metric)
{
	const struct metric_value *last = last_value(metric);
	return metric->now.s ? metric->now.s : last ? last->value.s : NULL;
}

/* A unit that is no word stands behind any number as it is. */
static const char *
unit_sign(const char *unit)
{
	const char *first = unit;
	return *unit && !utf8_is_letter(utf8_next(&first)) ? unit : "";
}

const char *
metric_gap(struct words *words, const struct metric *metric, int lang, struct arena *arena)
{
	struct reading goal, is;
	if (!read_both(words, metric->target.s, metric_now(metric), metric->better.value, &goal,
		       &is, arena) ||
	    state_of(&goal, &is) != METRIC_MISSED || is.value == goal.value)
		return NULL;
	double gap = is.value - goal.value;
	char *number = arena_printf(arena, "%.10g", gap < 0 ? -gap : gap);
	char *point = strchr(number, '.');
	if (lang && point)
		*point = ',';
	const char *sign = unit_sign(goal.unit);
	return arena_printf(arena, "%s%s%s%s", gap < 0 ? "−" : "+", number, *sign ? "\xC2\xA0" : "",
			    sign);
}

static int
compare_days(const void *left, const void *right)
{
	const struct metric_point *a = left, *b = right;
	if (a->of->date.day != b->of->date.day)
		return a->of->date.day < b->of->date.day ? -1 : 1;
	return a->of->base.number < b->of->base.number ? -1 : 1;
}

struct metric_points
metric_points(struct words *words, const struct metric *metric, struct arena *arena)
{
	const struct metric_value *last = last_value(metric);
	struct metric_points points = {
	    arena_array(arena, metric->history.count + 1, sizeof *points.items), 0};
	struct reading unit, is;
	if (!last || !read_value(arena, last->value.s, &unit))
		return points;
	for (uint32_t i = 0; i < metric->history.count; i++) {
		const struct metric_value *value = metric_value_at(&metric->history, i);
		if (value->value.s && value->date.pos.line &&
		    read_value(arena, value->value.s, &is) &&
		    is_same_unit(words, unit.unit, is.unit))
			points.items[points.count++] = (struct metric_point){value, is.value};
	}
	if (points.count)
		qsort(points.items, points.count, sizeof *points.items, compare_days);
	return points;
}

/* What is better: as the metric says, else as the bound of its target does. */
static enum choice
better_of(const struct metric *metric)
{
	struct arena scratch = {0};
	struct reading target;
	enum choice better = metric->better.value;
	if (!better && metric->target.s && read_value(&scratch, metric->target.s, &target)) {
		enum bound bound = bound_meant(&target, CHOICE_ABSENT);
		better = bound == BOUND_LEAST || bound == BOUND_ABOVE  ? DIRECTION_MORE
			 : bound == BOUND_MOST || bound == BOUND_BELOW ? DIRECTION_LESS
								       : CHOICE_ABSENT;
	}
	arena_free(&scratch);
	return better;
}

enum metric_trend
metric_trend(const struct metric *metric, const struct metric_points *points)
{
	enum choice better = better_of(metric);
	if (!points->count || points->items[0].value == points->items[points->count - 1].value)
		return METRIC_LEVEL;
	bool rises = points->items[points->count - 1].value > points->items[0].value;
	if (!better)
		return rises ? METRIC_RISES : METRIC_FALLS;
	return rises == (better == DIRECTION_MORE) ? METRIC_BETTER : METRIC_WORSE;
}
