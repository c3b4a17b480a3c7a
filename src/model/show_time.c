/* SPDX-License-Identifier: MIT */
/* Times in words: durations as they were written, lengths that were reckoned, dates, rhythms. */
#include "model/show.h"
#include "support/date.h"

#include <string.h>

static const char nbsp[] = "\xC2\xA0";
static const char dash[] = "\xE2\x80\x93";

enum { HOUR = 60 }; /* minutes */

/* A unit's words for 1, 2 and 5 of it, and for 1 in the genitive, whose other numbers take that for
 * 5. */
struct unit_words {
	enum word one, two, five, of_one;
};

#define LIKE_TWO(UNIT) {WORD_##UNIT##_1, WORD_##UNIT##_2, WORD_##UNIT##_5, WORD_##UNIT##_2}
#define WITH_OWN(UNIT) {WORD_##UNIT##_1, WORD_##UNIT##_2, WORD_##UNIT##_5, WORD_##UNIT##_OF}
#define ONE_FORM(WORD) {WORD, WORD, WORD, WORD}

static const struct unit_words whole_words[UNIT_COUNT] = {
    [UNIT_MINUTE] = LIKE_TWO(MINUTE),
    [UNIT_HOUR] = LIKE_TWO(HOUR),
    [UNIT_DAY] = LIKE_TWO(DAY),
    [UNIT_WEEK] = LIKE_TWO(WEEK),
    [UNIT_CALENDAR_DAY] = WITH_OWN(CALENDAR_DAY),
    [UNIT_MONTH] = LIKE_TWO(MONTH),
    [UNIT_QUARTER] = LIKE_TWO(QUARTER),
    [UNIT_YEAR] = LIKE_TWO(YEAR),
    [UNIT_CLOCK_MINUTE] = LIKE_TWO(CLOCK_MINUTE),
    [UNIT_CLOCK_HOUR] = LIKE_TWO(CLOCK_HOUR),
    [UNIT_CLOCK_DAY] = {WORD_CLOCK_DAY_1, WORD_CLOCK_DAY_2, WORD_CLOCK_DAY_2, WORD_CLOCK_DAY_2},
};

/* Where they differ from the whole words. */
static const struct unit_words short_words[UNIT_COUNT] = {
    [UNIT_MINUTE] = ONE_FORM(WORD_MINUTE_SHORT),
    [UNIT_HOUR] = ONE_FORM(WORD_HOUR_SHORT),
    [UNIT_CLOCK_MINUTE] = ONE_FORM(WORD_CLOCK_MINUTE_SHORT),
    [UNIT_CLOCK_HOUR] = ONE_FORM(WORD_CLOCK_HOUR_SHORT),
};

/* Working time that is said to be. */
static const struct unit_words named_words[UNIT_COUNT] = {
    [UNIT_HOUR] = WITH_OWN(WORK_HOUR),
    [UNIT_DAY] = WITH_OWN(WORK_DAY),
    [UNIT_WEEK] = WITH_OWN(WORK_WEEK),
};

/* A half of a unit, where it has a word, and its genitive. */
static const struct {
	enum word half, of_half;
} halves[UNIT_COUNT] = {
    [UNIT_HOUR] = {WORD_HALF_HOUR, WORD_HALF_HOUR_OF},
    [UNIT_DAY] = {WORD_HALF_DAY, WORD_HALF_DAY_OF},
    [UNIT_WEEK] = {WORD_HALF_WEEK, WORD_HALF_WEEK_OF},
    [UNIT_MONTH] = {WORD_HALF_MONTH, WORD_HALF_MONTH_OF},
    [UNIT_YEAR] = {WORD_HALF_YEAR, WORD_HALF_YEAR_OF},
    [UNIT_CLOCK_DAY] = {WORD_HALF_CLOCK_DAY, WORD_HALF_CLOCK_DAY},
};

/* A row of zeros is none: word 0 is no unit's. */
static const struct unit_words *
words_of(struct amount amount)
{
	const struct unit_words *words = &whole_words[amount.unit];
	if (amount.named && named_words[amount.unit].one)
		words = &named_words[amount.unit];
	else if (!amount.full && short_words[amount.unit].one)
		words = &short_words[amount.unit];
	return words;
}

/* The form of a unit that goes with a number: Russian has three, by the last digits, and two in the
 * genitive (`of`); a part of one takes that for two. */
static const char *
unit_for(const struct voice *voice, struct amount amount, bool of)
{
	const struct unit_words *words = words_of(amount);
	int64_t number = (int64_t)amount.number;
	if (!voice->lang)
		return show_word(voice, amount.number == 1 ? words->one : words->two);
	if ((double)number != amount.number)
		return show_word(voice, words->two);
	int64_t tens = number % 100, ones = number % 10;
	if ((tens >= 11 && tens <= 14) || ones == 0 || ones > (of ? 1 : 4))
		return show_word(voice, words->five);
	return show_word(voice, of ? words->of_one : ones == 1 ? words->one : words->two);
}

/* A whole number or a decimal, with a comma in Russian. */
static const char *
number_text(const struct voice *voice, double number, struct arena *arena)
{
	char *text = arena_printf(arena, "%.10g", number), *point = strchr(text, '.');
	if (point && voice->lang)
		*point = ',';
	return text;
}

/* «неделя», "a week", "an hour". */
static const char *
lone_text(const struct voice *voice, struct amount amount, bool of, struct arena *arena)
{
	bool vowel = amount.unit == UNIT_HOUR && !amount.named;
	return show_word_with(voice, vowel ? WORD_AN : WORD_A, unit_for(voice, amount, of), arena);
}

static const char *
amount_text(const struct voice *voice, struct amount amount, bool of, struct arena *arena)
{
	if (amount.half && !amount.named && halves[amount.unit].half)
		return show_word(voice,
				 of ? halves[amount.unit].of_half : halves[amount.unit].half);
	if (amount.lone)
		return lone_text(voice, amount, of, arena);
	return arena_printf(arena, "%s%s%s", number_text(voice, amount.number, arena), nbsp,
			    unit_for(voice, amount, of));
}

static const char *
span_text(const struct voice *voice, const struct amounts *span, bool of, struct arena *arena)
{
	const char *text = "";
	for (uint32_t i = 0; i < span->count; i++) {
		struct amount amount = span->items[i];
		amount.lone = amount.lone && span->count == 1;
		text = arena_printf(arena, "%s%s%s", text, *text ? " " : "",
				    amount_text(voice, amount, of, arena));
	}
	return text;
}

/* True when an amount is shown with its number. */
static bool
is_numbered(struct amount amount)
{
	return !amount.half && !amount.lone;
}

/* «2–4 дня»: two numbers of one unit. */
static const char *
numbers_text(const struct voice *voice, double best, struct amount most, bool of,
	     struct arena *arena)
{
	return arena_printf(arena, "%s%s%s%s%s", number_text(voice, best, arena), dash,
			    number_text(voice, most.number, arena), nbsp,
			    unit_for(voice, most, of));
}

static const char *
limited(const struct voice *voice, enum limit limit, const char *text, struct arena *arena)
{
	static const enum word words[] = {[LIMIT_UP_TO] = WORD_UP_TO,
					  [LIMIT_NO_MORE] = WORD_NO_MORE,
					  [LIMIT_WITHIN] = WORD_WITHIN,
					  [LIMIT_NO_LATER] = WORD_NO_LATER,
					  [LIMIT_NO_LESS] = WORD_NO_LESS};
	return limit == LIMIT_NONE ? text : show_word_with(voice, words[limit], text, arena);
}

const char *
show_duration(const struct voice *voice, const struct duration *duration, struct arena *arena)
{
	if (!duration->told)
		return "";
	const struct told *told = duration->told;
	const struct amounts *best = &told->best, *most = &told->most;
	bool range = best->items != most->items, nothing = !told->best_length.weight;
	enum limit limit = nothing ? LIMIT_UP_TO : range ? LIMIT_NONE : told->limit;
	if (!range || nothing)
		return limited(voice, limit, span_text(voice, most, limit != LIMIT_NONE, arena),
			       arena);
	const struct amount *low = best->items, *high = most->items;
	if (best->count == 1 && most->count == 1 && words_of(*low) == words_of(*high) &&
	    is_numbered(*low) && is_numbered(*high))
		return numbers_text(voice, low->number, *high, false, arena);
	return arena_printf(arena, "%s %s %s", span_text(voice, best, false, arena), dash,
			    span_text(voice, most, false, arena));
}

/* Days that were reckoned say that they are working ones. */
static struct amount
reckoned(double number, enum unit unit)
{
	return (struct amount){.number = number, .unit = unit, .named = unit == UNIT_DAY};
}

/* A unit with the minutes it has, of a kind of time. */
struct measure {
	enum unit unit;
	int64_t minutes;
};

enum { MEASURES_MAX = 4 };

/* The kinds of time in which a length is told. */
enum time_kind { TIME_WORKING, TIME_CALENDAR, TIME_CLOCK };

/* The units of a kind, largest first; count is set. */
static const struct measure *
measures_of(const struct voice *voice, enum time_kind kind, struct measure all[MEASURES_MAX],
	    uint32_t *count)
{
	int64_t day = voice->model->minutes_per_day, week = day * voice->model->days_per_week;
	static const struct measure clock[] = {
	    {UNIT_CLOCK_DAY, CLOCK_DAY}, {UNIT_CLOCK_HOUR, HOUR}, {UNIT_CLOCK_MINUTE, 1}};
	static const struct measure calendar[] = {{UNIT_YEAR, 360 * CLOCK_DAY},
						  {UNIT_QUARTER, 90 * CLOCK_DAY},
						  {UNIT_MONTH, 30 * CLOCK_DAY},
						  {UNIT_CALENDAR_DAY, CLOCK_DAY}};
	*count = kind == TIME_CLOCK ? 3 : 4;
	if (kind != TIME_WORKING)
		return kind == TIME_CLOCK ? clock : calendar;
	all[0] = (struct measure){UNIT_WEEK, week};
	all[1] = (struct measure){UNIT_DAY, day};
	all[2] = (struct measure){UNIT_HOUR, HOUR};
	all[3] = (struct measure){UNIT_MINUTE, 1};
	return all;
}

/* The unit that lengths of a kind begin with when nothing else is asked for. */
static enum unit
usual_unit(enum time_kind kind)
{
	return kind == TIME_WORKING    ? UNIT_DAY
	       : kind == TIME_CALENDAR ? UNIT_CALENDAR_DAY
				       : UNIT_CLOCK_DAY;
}

/* «1 рабочий день 4 ч», «3 месяца 5 календарных дней», «2 суток 6 ч»: exactly, from the unit `top`
 * on. The first amount says the kind of time for those after it; of calendar days there are parts.
 */
static const char *
exactly(const struct voice *voice, enum time_kind kind, int64_t minutes, enum unit top, bool of,
	struct arena *arena)
{
	struct measure all[MEASURES_MAX];
	uint32_t count, i = 0;
	const struct measure *measures = measures_of(voice, kind, all, &count);
	const char *text = "";
	while (i + 1 < count && measures[i].unit != top)
		i++;
	for (; i < count && minutes; i++) {
		bool last = i + 1 == count;
		int64_t whole = minutes / measures[i].minutes;
		struct amount amount = reckoned((double)whole, measures[i].unit);
		if (last && kind == TIME_CALENDAR)
			amount.number = (double)minutes / (double)measures[i].minutes;
		if (*text && amount.unit >= UNIT_CLOCK_MINUTE)
			amount.unit = amount.unit == UNIT_CLOCK_HOUR ? UNIT_HOUR : UNIT_MINUTE;
		if (whole || last)
			text = arena_printf(arena, "%s%s%s", text, *text ? " " : "",
					    amount_text(voice, amount, of, arena));
		minutes -= whole * measures[i].minutes;
	}
	return text;
}

static bool
is_mixed(struct length length)
{
	return !length_is_alike(length, length);
}

static int64_t
size_of(int64_t number)
{
	return number < 0 ? -number : number;
}

/* The kind of time that most weeks of a length are of. */
static enum time_kind
main_kind(const struct voice *voice, struct length length)
{
	int64_t week = (int64_t)voice->model->minutes_per_day * voice->model->days_per_week;
	int64_t working = size_of(length.working) * CLOCK_WEEK,
		calendar = size_of(length.calendar) * week, clock = size_of(length.clock) * week;
	if (working >= calendar && working >= clock)
		return TIME_WORKING;
	return calendar >= clock ? TIME_CALENDAR : TIME_CLOCK;
}

/* A length to a day of a kind of time, or to an hour where it has less than a day. */
static struct amount
roughly(const struct voice *voice, enum time_kind kind, struct length length, int64_t least)
{
	int64_t week = (int64_t)voice->model->minutes_per_day * voice->model->days_per_week;
	int64_t part = kind == TIME_WORKING ? CLOCK_WEEK : week,
		day = kind == TIME_WORKING ? voice->model->minutes_per_day : CLOCK_DAY;
	bool days = least >= day * part;
	int64_t one = (days ? day : HOUR) * part, number = (length.weight + one / 2) / one;
	enum unit unit = days ? usual_unit(kind) : UNIT_CLOCK_HOUR;
	if (!days && kind == TIME_WORKING)
		unit = UNIT_HOUR;
	return reckoned(number ? (double)number : 1, unit);
}

static const char *
about(const struct voice *voice, enum time_kind kind, struct length length, struct arena *arena)
{
	return amount_text(voice, roughly(voice, kind, length, length.weight), true, arena);
}

/* The unit that a length of a kind of time begins with beside a duration: that of the duration. */
static enum unit
unit_beside(const struct voice *voice, enum time_kind kind, const struct duration *beside)
{
	struct measure all[MEASURES_MAX];
	uint32_t count;
	const struct measure *measures = measures_of(voice, kind, all, &count);
	for (uint32_t i = 0; beside && i < count; i++)
		if (measures[i].unit == beside->told->most.items[0].unit)
			return measures[i].unit;
	return usual_unit(kind);
}

static const char *
length_text(const struct voice *voice, struct length length, const struct duration *beside, bool of,
	    struct arena *arena)
{
	if (!length.weight)
		return amount_text(voice, (struct amount){.unit = UNIT_DAY}, of, arena);
	enum time_kind kind = main_kind(voice, length);
	return exactly(voice, kind, length.working + length.calendar + length.clock,
		       unit_beside(voice, kind, beside), of, arena);
}

/* True for a length that is told to a day or hour: of several kinds of time, and for clients what
 * is no whole number of them. */
static bool
is_rough(const struct voice *voice, struct length length)
{
	if (is_mixed(length) || !voice->model->for_clients)
		return is_mixed(length);
	int64_t minutes = length.working + length.calendar + length.clock;
	int64_t day =
	    main_kind(voice, length) == TIME_WORKING ? voice->model->minutes_per_day : CLOCK_DAY;
	return minutes > HOUR && minutes % (minutes < day ? HOUR : day);
}

const char *
show_length_beside(const struct voice *voice, struct length length, const struct duration *beside,
		   struct arena *arena)
{
	enum time_kind kind = main_kind(voice, beside ? duration_most(beside) : length);
	if (is_rough(voice, length) && length.weight)
		return show_word_with(voice, WORD_ABOUT, about(voice, kind, length, arena), arena);
	return length_text(voice, length, beside, false, arena);
}

const char *
show_length(const struct voice *voice, struct length length, struct arena *arena)
{
	return show_length_beside(voice, length, NULL, arena);
}

/* From one length to another of which one is mixed. */
static const char *
about_range(const struct voice *voice, struct length best, struct length most, struct arena *arena)
{
	enum time_kind kind = main_kind(voice, most);
	struct amount low = roughly(voice, kind, best, most.weight),
		      high = roughly(voice, kind, most, most.weight);
	const char *text = low.number == high.number
			       ? amount_text(voice, high, true, arena)
			       : numbers_text(voice, low.number, high, true, arena);
	return show_word_with(voice, WORD_ABOUT, text, arena);
}

/* The largest unit that both lengths of one kind are whole numbers of, and in which the longer one
 * is told; 0 when there is none. */
static struct measure
common_measure(const struct voice *voice, struct length best, struct length most)
{
	struct measure all[MEASURES_MAX];
	uint32_t count;
	enum time_kind kind = main_kind(voice, most);
	const struct measure *measures = measures_of(voice, kind, all, &count);
	int64_t low = best.working + best.calendar + best.clock,
		high = most.working + most.calendar + most.clock;
	for (uint32_t i = 0; i < count; i++)
		if (high >= measures[i].minutes && measures[i].unit != UNIT_WEEK &&
		    (kind != TIME_CALENDAR || i + 1 == count))
			return low % measures[i].minutes || high % measures[i].minutes
				   ? (struct measure){UNIT_NONE, 1}
				   : measures[i];
	return (struct measure){UNIT_NONE, 1};
}

static const char *
exact_range(const struct voice *voice, struct length best, struct length most, struct arena *arena)
{
	struct measure measure = {UNIT_NONE, 1};
	if (main_kind(voice, best) == main_kind(voice, most))
		measure = common_measure(voice, best, most);
	if (measure.unit == UNIT_NONE)
		return arena_printf(arena, "%s %s %s", length_text(voice, best, NULL, false, arena),
				    dash, length_text(voice, most, NULL, false, arena));
	double low = (double)(best.working + best.calendar + best.clock) / (double)measure.minutes,
	       high = (double)(most.working + most.calendar + most.clock) / (double)measure.minutes;
	return numbers_text(voice, low, reckoned(high, measure.unit), false, arena);
}

const char *
show_lengths(const struct voice *voice, struct length best, struct length most, struct arena *arena)
{
	bool rough = is_rough(voice, most) || is_rough(voice, best);
	if (best.weight > most.weight) /* what begins sooner may have more time left */
		return show_lengths(voice, most, best, arena);
	if (best.weight == most.weight)
		return show_length(voice, most, arena);
	if (!best.weight && rough)
		return show_word_with(voice, WORD_UP_TO_ABOUT,
				      about(voice, main_kind(voice, most), most, arena), arena);
	if (!best.weight)
		return show_word_with(voice, WORD_UP_TO,
				      length_text(voice, most, NULL, true, arena), arena);
	return rough ? about_range(voice, best, most, arena)
		     : exact_range(voice, best, most, arena);
}

const char *
show_clock(const struct date *date, struct arena *arena)
{
	int32_t minute = date->minute - 1;
	return date->minute ? arena_printf(arena, " %02d:%02d", minute / 60, minute % 60) : "";
}

const char *
show_date(const struct voice *voice, const struct date *date, struct arena *arena)
{
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
					     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	if (!date->pos.line)
		return "";
	struct civil civil = date_civil(date->day);
	const char *clock = show_clock(date, arena);
	if (!voice->lang)
		return arena_printf(arena, "%d%s%s%s%d%s", civil.day, nbsp, months[civil.month - 1],
				    nbsp, civil.year, clock);
	return arena_printf(arena, "%02d.%02d.%04d%s", civil.day, civil.month, civil.year, clock);
}

const char *
show_days(const struct voice *voice, int32_t days, struct arena *arena)
{
	const struct amount amount = {.number = days, .unit = UNIT_DAY, .full = true};
	return arena_printf(arena, "%d%s%s", days, nbsp, unit_for(voice, amount, false));
}

const char *
show_period(const struct voice *voice, const struct period *period, struct arena *arena)
{
	switch (period->unit) {
	case 'm':
		return show_word(voice, WORD_EVERY_MONTH);
	case 'q':
		return show_word(voice, WORD_EVERY_QUARTER);
	case 'y':
		return show_word(voice, WORD_EVERY_YEAR);
	case 'd':
		return period->days == 1
			   ? show_word(voice, WORD_ONE_OF_DAYS)
			   : show_word_with(voice, WORD_EVERY_DAYS,
					    amount_text(voice,
							(struct amount){.number = period->days,
									.unit = UNIT_DAY},
							false, arena),
					    arena);
	default:
		return "";
	}
}
