/* SPDX-License-Identifier: MIT */
/* The grammar of durations: a range of spans, a span of amounts, an amount of a number and a unit.
 * The words are in duration_words.c. */
#include "load/scalar/duration.h"

#include "load/scalar/duration_words.h"
#include "load/scalar/parse.h"
#include "support/utf8.h"

#include <string.h>

enum { AMOUNTS_MAX = 6 }; /* of a span */

enum { MONTH_DAYS = 30, QUARTER_DAYS = 90, YEAR_DAYS = 360 };

/* A hundred years in minutes: of work as many as the clock has, else of years as they are counted.
 */
enum { WORKING_MOST = 100 * 365 * CLOCK_DAY, OTHER_MOST = 100 * YEAR_DAYS * CLOCK_DAY };

struct duration_reader {
	const char *p;
	int32_t day;      /* minutes of work */
	int32_t week;     /* minutes of work */
	enum limit limit; /* what stood before */
	bool differs;     /* a number in brackets is not the one before it */
	bool between;     /* a range follows: «от 2 до 3», "between 2 and 3" */
	bool from;
	bool either; /* «1 или 2 дня», "2 or 3 days" */
};

/* A span being read. */
struct amounts_reading {
	struct amount amounts[AMOUNTS_MAX];
	uint32_t count;
	enum duration_fault bare; /* what a number without a unit is wrong as */
};

static void
skip_blanks(struct duration_reader *r)
{
	while (*r->p == ' ')
		r->p++;
}

/* Moves behind a text that begins here. */
static bool
skip(struct duration_reader *r, const char *text)
{
	size_t length = strlen(text);
	if (strncmp(r->p, text, length) != 0)
		return false;
	r->p += length;
	return true;
}

static void
skip_word(struct duration_reader *r, size_t length, bool adjective)
{
	r->p += length;
	if (*r->p == '.' && r->p[1] != '.')
		r->p++;
	if (adjective && *r->p && strchr("-/", *r->p) && parse_word_length(r->p + 1) > 0)
		r->p++;
	skip_blanks(r);
}

/* «3-х дней»: the ending of a number. */
static void
skip_ending(struct duration_reader *r)
{
	static const char *const endings[] = {"-х ", "-ти ", "-и ", "-ех "};
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (skip(r, endings[i]))
			return;
}

/* «двадцати одного», "twenty-one": numbers in words, each smaller than the one before it; 0 when
 * there is none. */
static int
read_words(struct duration_reader *r)
{
	int sum = 0, below = 1000;
	for (size_t length; (length = parse_word_length(r->p)) > 0;) {
		int number = duration_number(r->p, length);
		if (!number || number >= below)
			break;
		sum += number;
		below = number == 100 ? 100 : number >= 20 ? 10 : 0;
		r->p += length;
		if (*r->p == '-' && below && parse_word_length(r->p + 1))
			r->p++;
		skip_blanks(r);
	}
	return sum;
}

/* «10 (десяти) рабочих дней»: the number again, or none. False when it is another one. */
static bool
skip_again(struct duration_reader *r, double number)
{
	double again;
	skip_blanks(r);
	if (*r->p != '(')
		return true;
	r->p++;
	if (!parse_number_at(&r->p, &again))
		again = read_words(r);
	r->differs = again > 0 && again != number && *r->p == ')';
	if (again != number || *r->p != ')')
		return false;
	r->p++;
	skip_blanks(r);
	return true;
}

/* «полдня», «получаса»: what is left is a unit. «полудня» is noon. */
static bool
skip_half(struct duration_reader *r)
{
	static const char *const beginnings[] = {"полу", "пол-", "пол"};
	const char *start = r->p;
	for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
		if (!skip(r, beginnings[i]))
			continue;
		skip_blanks(r);
		const struct unit_word *unit = duration_unit(r->p, parse_word_length(r->p));
		if (unit && unit->alone && (i || unit->unit != UNIT_DAY))
			return true;
		r->p = start;
	}
	return false;
}

/* «полтора», «половина дня», "half a day": what is left is the unit. */
static bool
read_half(struct duration_reader *r, double *number)
{
	static const char *const one_and_half[] = {"полтора", "полторы", "полутора"};
	for (size_t i = 0; i < sizeof one_and_half / sizeof *one_and_half; i++) {
		const char *start = r->p;
		*number = 1.5;
		if (skip(r, one_and_half[i]) && (!*r->p || skip(r, " ")))
			return true;
		r->p = start;
	}
	*number = 0.5;
	static const char *const halves[] = {"half an ",  "half a ",   "half ",
					     "половина ", "половину ", "половины "};
	for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
		if (skip(r, halves[i]))
			return true;
	return skip_half(r);
}

/* A number, in digits or in words. `plain` is set for digits alone, which may stand without a unit.
 */
static bool
read_number(struct duration_reader *r, double *number, bool *plain)
{
	double part = 0;
	*plain = false;
	if (read_half(r, number))
		return true;
	*plain = parse_number_at(&r->p, number);
	if (*plain && *r->p == '/') {
		r->p++;
		*plain = false;
		if (!parse_number_at(&r->p, &part) || part == 0)
			return false;
		*number /= part;
	}
	if (!*plain && part == 0)
		*number = read_words(r);
	const char *end = r->p;
	skip_blanks(r);
	if (*number > 0 && (skip(r, "с половиной ") || skip(r, "and a half ")))
		*number += 0.5;
	else
		r->p = end;
	return true;
}

/* An adjective in brackets says the same again: "clock (calendar) hours". */
static void
skip_bracketed(struct duration_reader *r, enum unit_nature nature)
{
	size_t length = *r->p == '(' ? parse_word_length(r->p + 1) : 0;
	if (nature < UNIT_NATURE_ROUND || !length || r->p[length + 1] != ')' ||
	    duration_nature(r->p + 1, length) < UNIT_NATURE_CALENDAR)
		return;
	r->p += length + 2;
	skip_blanks(r);
}

/* The unit of an amount with its adjectives: «рабочих дней», «дней раб.», "calendar days"; without
 * a number one that may stand alone. UNIT_NONE when there is no word here. */
static bool
read_unit(struct duration_reader *r, struct amount *amount, bool counted)
{
	enum unit_nature nature = UNIT_NATURE_NONE;
	const struct unit_word *unit = NULL;
	for (size_t length; (length = parse_word_length(r->p)) > 0;) {
		enum unit_nature adjective =
		    nature ? UNIT_NATURE_NONE : duration_nature(r->p, length);
		const struct unit_word *found = unit ? NULL : duration_unit(r->p, length);
		if (adjective)
			nature = adjective;
		else if (found)
			unit = found;
		else
			break;
		skip_word(r, length, adjective != UNIT_NATURE_NONE);
		skip_bracketed(r, nature);
	}
	if (!unit)
		return !nature && counted;
	amount->unit = duration_unit_as(unit->unit, nature);
	amount->full = unit->full;
	amount->named = nature == UNIT_NATURE_WORKING || unit->working;
	return amount->unit != UNIT_NONE && (counted || unit->alone);
}

/* Minutes of a unit, of its kind of time. */
static double
unit_minutes(const struct duration_reader *r, enum unit unit)
{
	switch (unit) {
	case UNIT_NONE:
	case UNIT_DAY:
		return r->day;
	case UNIT_WEEK:
		return r->week;
	case UNIT_CALENDAR_DAY:
	case UNIT_CLOCK_DAY:
		return CLOCK_DAY;
	case UNIT_MONTH:
		return MONTH_DAYS * CLOCK_DAY;
	case UNIT_QUARTER:
		return QUARTER_DAYS * CLOCK_DAY;
	case UNIT_YEAR:
		return YEAR_DAYS * CLOCK_DAY;
	case UNIT_HOUR:
	case UNIT_CLOCK_HOUR:
		return 60;
	case UNIT_MINUTE:
	case UNIT_CLOCK_MINUTE:
	case UNIT_COUNT:
		break;
	}
	return 1;
}

static bool
is_working(enum unit unit)
{
	return unit <= UNIT_WEEK;
}

/* By weeks, as struct length has it. */
static double
unit_weight(const struct duration_reader *r, enum unit unit)
{
	return unit_minutes(r, unit) * (is_working(unit) ? CLOCK_WEEK : r->week);
}

/* 05.12 and 1.10, but not 1.5: a day and a month of two digits. 1900 to 2099. */
static enum duration_fault
bare_number(const char *text, size_t length)
{
	size_t point = strcspn(text, ".");
	double day, month;
	if (length == 4 && point >= length && (!strncmp(text, "19", 2) || !strncmp(text, "20", 2)))
		return DURATION_YEAR;
	if (point + 3 != length || point > 2)
		return DURATION_OK;
	const char *after = text + point + 1;
	bool read = parse_number_at(&after, &month);
	day = text[0] - '0';
	if (point == 2)
		day = day * 10 + text[1] - '0';
	return read && day >= 1 && day <= 31 && month >= 1 && month <= 12 ? DURATION_DAY_MONTH
									  : DURATION_OK;
}

/* "a week", «одни сутки»: an article, or a word that says no more than the unit. */
static bool
is_article(const char *number, enum unit unit)
{
	return strncmp(number, "a ", 2) == 0 || strncmp(number, "an ", 3) == 0 ||
	       (unit == UNIT_CLOCK_DAY && duration_number(number, parse_word_length(number)) == 1);
}

static bool
read_amount(struct duration_reader *r, struct amounts_reading *span)
{
	struct amount *amount = &span->amounts[span->count];
	const char *start = r->p;
	double number;
	bool plain;
	if (span->count == AMOUNTS_MAX || !read_number(r, &number, &plain))
		return false;
	bool counted = r->p != start;
	span->bare = plain ? bare_number(start, (size_t)(r->p - start)) : DURATION_UNREADABLE;
	skip_ending(r);
	*amount = (struct amount){.number = counted ? number : 1,
				  .half = counted && !plain && number == 0.5};
	if (!skip_again(r, amount->number) || !read_unit(r, amount, counted))
		return false;
	amount->lone = !counted || (amount->number == 1 && is_article(start, amount->unit));
	if (amount->unit == UNIT_NONE && span->count)
		return false;
	if (span->count && unit_weight(r, amount->unit) >= unit_weight(r, amount[-1].unit))
		return false;
	span->count++;
	return true;
}

/* Moves behind what parts a range. */
static bool
skip_range_sign(struct duration_reader *r)
{
	static const char *const signs[] = {
	    "..",           "-",  "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x92", "\xE2\x88\x92",
	    "\xE2\x80\xA6", "to "};
	skip_blanks(r);
	if (r->between)
		return skip(r, "and ");
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (skip(r, signs[i]))
			return true;
	bool either = skip(r, "or ") || skip(r, "или ");
	r->either = r->either || either;
	return either || (r->from && skip(r, "до "));
}

/* One span: amounts with units, largest first, no unit twice; «и» may join them. */
static bool
read_span(struct duration_reader *r, struct amounts_reading *span)
{
	span->count = 0;
	skip_blanks(r);
	do {
		if (!read_amount(r, span))
			return false;
		skip_blanks(r);
		const char *end = r->p;
		if (!*r->p || skip_range_sign(r)) {
			r->p = end;
			return true;
		}
		if (span->amounts[0].unit == UNIT_NONE)
			return false;
		if (!skip(r, "и ") && !skip(r, "and "))
			continue;
	} while (true);
}

/* «не более чем за», «в течение не более». */
static void
skip_limit(struct duration_reader *r)
{
	for (int i = 0; i < 2; i++) {
		size_t length;
		skip_blanks(r);
		enum limit limit = duration_limit(r->p, &length);
		if (!limit || (r->limit && r->limit != LIMIT_WITHIN))
			return;
		r->limit = limit;
		r->p += length;
	}
}

/* Sums by kinds, rounded to minutes each; false when there is as much as a hundred years. */
static bool
sum_up(const struct duration_reader *r, const struct amounts_reading *span, struct length *length,
       double *weight)
{
	double kinds[3] = {0};
	*weight = 0;
	for (uint32_t i = 0; i < span->count; i++) {
		enum unit unit = span->amounts[i].unit;
		int kind = is_working(unit) ? 0 : unit < UNIT_CLOCK_MINUTE ? 1 : 2;
		kinds[kind] += span->amounts[i].number * unit_minutes(r, unit);
		*weight += span->amounts[i].number * unit_weight(r, unit);
	}
	if (kinds[0] >= WORKING_MOST || kinds[1] + kinds[2] >= OTHER_MOST)
		return false;
	*length = length_of((int64_t)(kinds[0] + 0.5), (int64_t)(kinds[1] + 0.5),
			    (int64_t)(kinds[2] + 0.5), r->week);
	return true;
}

static bool
is_same(const struct amounts_reading *a, const struct amounts_reading *b)
{
	for (uint32_t i = 0; i < a->count && a->count == b->count; i++)
		if (a->amounts[i].number != b->amounts[i].number ||
		    a->amounts[i].unit != b->amounts[i].unit)
			return false;
	return a->count == b->count;
}

static struct amounts
keep_span(struct arena *arena, const struct amounts_reading *span)
{
	struct amount *amounts = arena_array(arena, span->count, sizeof *amounts);
	memcpy(amounts, span->amounts, span->count * sizeof *amounts);
	return (struct amounts){amounts, span->count};
}

static const struct told *
keep_told(struct arena *arena, const struct told *read, const struct amounts_reading *low,
	  const struct amounts_reading *high)
{
	struct told *told = arena_alloc(arena, sizeof *told);
	*told = *read;
	told->most = keep_span(arena, high);
	told->best = is_same(low, high) ? told->most : keep_span(arena, low);
	return told;
}

/* A bare number is days. */
static void
give_unit(struct amounts_reading *span)
{
	if (span->amounts[0].unit == UNIT_NONE)
		span->amounts[0].unit = UNIT_DAY;
}

static enum duration_fault
set_duration(struct arena *arena, const struct duration_reader *r, struct amounts_reading *low,
	     struct amounts_reading *high, struct duration *duration)
{
	double best, most;
	bool bare = high->amounts[0].unit == UNIT_NONE;
	if (bare && low->bare)
		return low->bare;
	if (bare && high->bare)
		return high->bare;
	give_unit(low);
	give_unit(high);
	struct told told = {.limit = r->limit};
	if (!sum_up(r, high, &told.most_length, &most) ||
	    !sum_up(r, low, &told.best_length, &best) || most <= 0 || best > most)
		return DURATION_RANGE;
	if (!told.most_length.weight) /* less than half a minute */
		told.most_length = length_of(is_working(high->amounts[0].unit), 0,
					     !is_working(high->amounts[0].unit), r->week);
	if (is_same(low, high))
		told.best_length = told.most_length;
	duration->told = keep_told(arena, &told, low, high);
	return DURATION_OK;
}

static bool
read_range(struct duration_reader *r, struct amounts_reading *low, struct amounts_reading *high)
{
	r->between = skip(r, "between ");
	r->from = !r->between && (skip(r, "от ") || skip(r, "from "));
	skip_limit(r);
	if (!read_span(r, low))
		return false;
	*high = *low;
	if (!skip_range_sign(r))
		return !r->from && !r->between;
	r->between = r->from = false;
	skip_limit(r);
	if (!read_span(r, high) || r->limit == LIMIT_NO_LESS)
		return false;
	bool of_both = low->amounts[0].unit == UNIT_NONE || high->amounts[0].unit == UNIT_NONE;
	if (r->either && !of_both) /* «2 недели или 1 день»: one of two, and no range */
		return false;
	if (high->amounts[0].unit == UNIT_NONE && low->count == 1 && low->amounts[0].lone) {
		high->amounts[0].unit = low->amounts[0].unit; /* «день-два», "a day or two" */
		low->amounts[0].lone = false;                 /* it is shown as 1–2 */
	}
	if (low->count == 1 && low->amounts[0].unit == UNIT_NONE && high->count == 1) {
		double number = low->amounts[0].number;
		low->amounts[0] = high->amounts[0];
		low->amounts[0].number = number;
	}
	return true;
}

/* What a text says that is no length. */
static enum duration_fault
what_it_says(const char *folded)
{
	if (duration_is_lasting(folded))
		return DURATION_LASTING;
	if (duration_is_vague(folded))
		return DURATION_VAGUE;
	return duration_is_moment(folded) ? DURATION_MOMENT : DURATION_UNREADABLE;
}

enum duration_fault
duration_parse(struct arena *arena, const char *text, int32_t minutes_per_day,
	       int32_t days_per_week, struct duration *duration)
{
	struct arena scratch = {0};
	struct amounts_reading low, high;
	const char *folded = utf8_fold(&scratch, text, FOLD_CASE);
	struct duration_reader r = {
	    .p = folded, .day = minutes_per_day, .week = minutes_per_day * days_per_week};
	enum duration_fault fault = DURATION_UNREADABLE;
	if (read_range(&r, &low, &high)) {
		skip_blanks(&r);
		if (!*r.p)
			fault = set_duration(arena, &r, &low, &high, duration);
	}
	if (fault == DURATION_UNREADABLE)
		fault = r.differs ? DURATION_NUMBERS : what_it_says(folded);
	arena_free(&scratch);
	return fault;
}
