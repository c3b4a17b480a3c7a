/* SPDX-License-Identifier: MIT */
#include "load/scalar.h"

#include "support/utf8.h"

#include <string.h>

enum unit { UNIT_NONE, UNIT_MINUTE, UNIT_HOUR, UNIT_DAY, UNIT_WEEK, UNIT_CALENDAR_DAY, UNIT_MONTH };

enum { DAYS_PER_MONTH = 30, CALENDAR_WEEK = 7, MINUTES_PER_HOUR = 60 };

#define HUNDRED_YEARS (100.0 * 365 * 24 * 60)

/* A unit and the words for it: an exact word, or with * the beginning of one. Longer beginnings
 * come first. */
static const struct {
	enum unit unit;
	const char *word;
} units[] = {
    {UNIT_MONTH, "mo"},    {UNIT_MONTH, "month*"},    {UNIT_MONTH, "мес*"},  {UNIT_MINUTE, "m"},
    {UNIT_MINUTE, "min*"}, {UNIT_MINUTE, "м"},        {UNIT_MINUTE, "мин*"}, {UNIT_HOUR, "h"},
    {UNIT_HOUR, "hr"},     {UNIT_HOUR, "hrs"},        {UNIT_HOUR, "hour*"},  {UNIT_HOUR, "ч"},
    {UNIT_HOUR, "час*"},   {UNIT_WEEK, "w"},          {UNIT_WEEK, "wk"},     {UNIT_WEEK, "wks"},
    {UNIT_WEEK, "week*"},  {UNIT_WEEK, "н"},          {UNIT_WEEK, "нед*"},   {UNIT_DAY, "d"},
    {UNIT_DAY, "day*"},    {UNIT_DAY, "д"},           {UNIT_DAY, "дн*"},     {UNIT_DAY, "день*"},
    {UNIT_DAY, "дней"},    {UNIT_CALENDAR_DAY, "cd"}, {UNIT_DAY, "wd"},
};

/* Adjectives that may stand before or after a unit of days. */
static const struct {
	const char *word;
	bool calendar;
} adjectives[] = {{"раб*", false},    {"working", false}, {"business", false}, {"work", false},
		  {"кален*", true},   {"кал", true},      {"к", true},         {"р", false},
		  {"calendar", true}, {"cal", true}};

struct amount {
	double value;
	enum unit unit;
};

struct reader {
	const char *p;
	int32_t day;  /* minutes */
	int32_t week; /* days */
};

static void
skip_blanks(struct reader *r)
{
	while (*r->p == ' ')
		r->p++;
}

static bool
read_number(struct reader *r, double *value)
{
	if (*r->p < '0' || *r->p > '9')
		return false;
	double scale = 1;
	*value = 0;
	for (; *r->p >= '0' && *r->p <= '9'; r->p++)
		*value = *value * 10 + (*r->p - '0');
	if ((*r->p != '.' && *r->p != ',') || r->p[1] < '0' || r->p[1] > '9')
		return true;
	for (r->p++; *r->p >= '0' && *r->p <= '9'; r->p++)
		*value += (*r->p - '0') * (scale /= 10);
	return true;
}

/* The letters at the reading point, in a buffer of 64 bytes; a word longer than that is none of
 * ours. */
static size_t
word_length(const char *p)
{
	const char *at = p;
	while (*at) {
		const char *next = at;
		if (!utf8_is_letter(utf8_next(&next)))
			break;
		at = next;
	}
	return (size_t)(at - p);
}

static bool
word_is(const char *word, size_t length, const char *pattern)
{
	if (*word != *pattern)
		return false;
	size_t stem = strlen(pattern);
	if (pattern[stem - 1] == '*')
		return length >= stem - 1 && memcmp(word, pattern, stem - 1) == 0;
	return length == stem && memcmp(word, pattern, length) == 0;
}

static enum unit
unit_find(const char *word, size_t length)
{
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (word_is(word, length, units[i].word))
			return units[i].unit;
	return UNIT_NONE;
}

/* 1 working, 2 calendar, 0 no such word. */
static int
adjective_find(const char *word, size_t length)
{
	for (size_t i = 0; i < sizeof adjectives / sizeof *adjectives; i++)
		if (word_is(word, length, adjectives[i].word))
			return adjectives[i].calendar ? 2 : 1;
	return 0;
}

static void
skip_word(struct reader *r, size_t length)
{
	r->p += length;
	if (*r->p == '.' && r->p[1] != '.')
		r->p++;
	if (*r->p == '-' && word_length(r->p + 1) > 0 && unit_find(r->p + 1, word_length(r->p + 1)))
		r->p++;
	skip_blanks(r);
}

/* «3-х дней»: the ending of a number. */
static void
skip_ending(struct reader *r)
{
	static const char *const endings[] = {"-х ", "-ти ", "-и ", "-ёх ", "-ех "};
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (strncmp(r->p, endings[i], strlen(endings[i])) == 0)
			r->p += strlen(endings[i]);
}

/* A unit with its adjectives: «рабочих дней», «дней раб.», "calendar days". UNIT_NONE when there is
 * no word here. */
static bool
read_unit(struct reader *r, enum unit *unit)
{
	int kind = 0;
	*unit = UNIT_NONE;
	skip_ending(r);
	skip_blanks(r);
	for (size_t length; (length = word_length(r->p)) > 0; skip_word(r, length)) {
		int adjective = adjective_find(r->p, length);
		enum unit found = unit_find(r->p, length);
		if (adjective && !kind)
			kind = adjective;
		else if (found && !*unit)
			*unit = found;
		else
			return false;
	}
	if (kind && *unit == UNIT_NONE)
		return false;
	if (kind == 2 && *unit == UNIT_DAY)
		*unit = UNIT_CALENDAR_DAY;
	return kind != 2 || *unit == UNIT_CALENDAR_DAY || *unit == UNIT_MONTH;
}

static double
unit_minutes(const struct reader *r, enum unit unit)
{
	double calendar_day = (double)r->day * r->week / CALENDAR_WEEK;
	switch (unit) {
	case UNIT_MINUTE:
		return 1;
	case UNIT_HOUR:
		return MINUTES_PER_HOUR;
	case UNIT_NONE:
	case UNIT_DAY:
		return r->day;
	case UNIT_WEEK:
		return (double)r->day * r->week;
	case UNIT_CALENDAR_DAY:
		return calendar_day;
	case UNIT_MONTH:
		return calendar_day * DAYS_PER_MONTH;
	}
	return 0;
}

enum { PARTS_MAX = 6 };

struct span {
	struct amount parts[PARTS_MAX];
	int count;
};

/* One duration: amounts with units, largest first, no unit twice. */
static bool
read_span(struct reader *r, struct span *span)
{
	span->count = 0;
	skip_blanks(r);
	while (*r->p >= '0' && *r->p <= '9') {
		struct amount *part = &span->parts[span->count];
		if (span->count == PARTS_MAX || !read_number(r, &part->value) ||
		    !read_unit(r, &part->unit))
			return false;
		if (span->count && (part->unit == UNIT_NONE ||
				    unit_minutes(r, part->unit) >= unit_minutes(r, part[-1].unit)))
			return false;
		if (span->count++ && part[-1].unit == UNIT_NONE)
			return false;
	}
	return span->count > 0;
}

static bool
skip_range_sign(struct reader *r)
{
	static const char *const signs[] = {
	    "..",           "-",           "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x92",
	    "\xE2\x88\x92", "\xE2\x80\xA6"};
	skip_blanks(r);
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		if (strncmp(r->p, signs[i], strlen(signs[i])) == 0) {
			r->p += strlen(signs[i]);
			return true;
		}
	}
	return false;
}

static void
skip_up_to(struct reader *r)
{
	static const char *const words[] = {"до ", "up to ", "<=", "≤", "не более "};
	skip_blanks(r);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (strncmp(r->p, words[i], strlen(words[i])) == 0) {
			r->p += strlen(words[i]);
			return;
		}
	}
}

static double
span_minutes(const struct reader *r, const struct span *span)
{
	double minutes = 0;
	for (int i = 0; i < span->count; i++)
		minutes += span->parts[i].value * unit_minutes(r, span->parts[i].unit);
	return minutes;
}

/* Calendar days of a span given only in calendar units, else -1. */
static double
span_calendar(const struct span *span)
{
	double days = 0;
	for (int i = 0; i < span->count; i++) {
		if (span->parts[i].unit != UNIT_CALENDAR_DAY && span->parts[i].unit != UNIT_MONTH)
			return -1;
		days +=
		    span->parts[i].value * (span->parts[i].unit == UNIT_MONTH ? DAYS_PER_MONTH : 1);
	}
	return days;
}

static enum duration_fault
set_duration(const struct reader *r, const struct span *low, const struct span *high,
	     struct duration *duration)
{
	double best = span_minutes(r, low), most = span_minutes(r, high);
	if (most <= 0 || best > most || most >= HUNDRED_YEARS)
		return DURATION_RANGE;
	duration->best = (int32_t)(best + 0.5);
	duration->most = most < 1 ? 1 : (int32_t)(most + 0.5);
	duration->calendar = span_calendar(low) >= 0 && span_calendar(high) >= 0;
	if (duration->calendar) {
		duration->days_best = (int32_t)(span_calendar(low) + 0.5);
		duration->days_most = (int32_t)(span_calendar(high) + 0.5);
	}
	return DURATION_FINE;
}

enum duration_fault
duration_parse(const char *text, int32_t minutes_per_day, int32_t days_per_week,
	       struct duration *duration)
{
	struct arena arena = {0};
	struct span low, high;
	struct reader r = {utf8_fold(&arena, text, FOLD_CASE), minutes_per_day, days_per_week};
	enum duration_fault fault = DURATION_UNREADABLE;
	skip_up_to(&r);
	if (read_span(&r, &low)) {
		high = low;
		bool fine = true;
		if (skip_range_sign(&r)) {
			skip_up_to(&r);
			fine = read_span(&r, &high);
			if (fine && low.count == 1 && low.parts[0].unit == UNIT_NONE &&
			    high.count == 1)
				low.parts[0].unit = high.parts[0].unit;
		}
		skip_blanks(&r);
		if (fine && !*r.p)
			fault = set_duration(&r, &low, &high, duration);
	}
	arena_free(&arena);
	return fault;
}

bool
number_parse(const char *text, double *value)
{
	struct arena arena = {0};
	struct reader r = {.p = utf8_fold(&arena, text, FOLD_CASE)};
	bool fine = read_number(&r, value) && !*r.p && *value > 0 && *value < 1e9;
	arena_free(&arena);
	return fine;
}

bool
period_parse(const char *text, struct period *period)
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
		if (word_is(folded, strlen(folded), words[i].word))
			period->unit = words[i].unit;
	if (!period->unit && number_parse(folded, &days) && days == (int32_t)days) {
		period->unit = 'd';
		period->days = (int32_t)days;
	}
	arena_free(&arena);
	return period->unit != '\0';
}

bool
flag_parse(const char *text, bool *on)
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
color_parse(const char *text, uint32_t *rgb)
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
