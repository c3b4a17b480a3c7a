/* SPDX-License-Identifier: MIT */
#include "load/scalar/duration_words.h"

#include "load/scalar/parse.h"
#include "support/listed.h"
#include "support/utf8.h"

#include <string.h>

/* Whole words that may stand alone come before the beginnings they share. */
static const struct unit_word units[] = {
    {"mo", UNIT_MONTH, false, false, false},        {"month", UNIT_MONTH, true, true, false},
    {"month*", UNIT_MONTH, true, false, false},     {"месяц", UNIT_MONTH, true, true, false},
    {"месяца", UNIT_MONTH, true, true, false},      {"мес*", UNIT_MONTH, true, false, false},
    {"m", UNIT_MINUTE, false, false, false},        {"minute", UNIT_MINUTE, true, true, false},
    {"minute*", UNIT_MINUTE, true, false, false},   {"min*", UNIT_MINUTE, false, false, false},
    {"м", UNIT_MINUTE, false, false, false},        {"минута", UNIT_MINUTE, true, true, false},
    {"минуту", UNIT_MINUTE, true, true, false},     {"минуты", UNIT_MINUTE, true, true, false},
    {"минут*", UNIT_MINUTE, true, false, false},    {"мин*", UNIT_MINUTE, false, false, false},
    {"h", UNIT_HOUR, false, false, false},          {"hr", UNIT_HOUR, false, false, false},
    {"hrs", UNIT_HOUR, false, false, false},        {"hour", UNIT_HOUR, true, true, false},
    {"hour*", UNIT_HOUR, true, false, false},       {"ч", UNIT_HOUR, false, false, false},
    {"час", UNIT_HOUR, true, true, false},          {"часа", UNIT_HOUR, true, true, false},
    {"час*", UNIT_HOUR, true, false, false},        {"w", UNIT_WEEK, false, false, false},
    {"wk", UNIT_WEEK, false, false, false},         {"wks", UNIT_WEEK, false, false, false},
    {"week", UNIT_WEEK, true, true, false},         {"week*", UNIT_WEEK, true, false, false},
    {"н", UNIT_WEEK, false, false, false},          {"неделя", UNIT_WEEK, true, true, false},
    {"неделю", UNIT_WEEK, true, true, false},       {"недели", UNIT_WEEK, true, true, false},
    {"нед*", UNIT_WEEK, true, false, false},        {"d", UNIT_DAY, false, false, false},
    {"day", UNIT_DAY, true, true, false},           {"day*", UNIT_DAY, true, false, false},
    {"д", UNIT_DAY, false, false, false},           {"день", UNIT_DAY, true, true, false},
    {"дня", UNIT_DAY, true, true, false},           {"дн*", UNIT_DAY, true, false, false},
    {"день*", UNIT_DAY, true, false, false},        {"дней", UNIT_DAY, true, false, false},
    {"wd", UNIT_DAY, false, false, true},           {"cd", UNIT_CALENDAR_DAY, false, false, false},
    {"bd", UNIT_DAY, false, false, true},           {"bds", UNIT_DAY, false, false, true},
    {"quarter", UNIT_QUARTER, true, true, false},   {"quarter*", UNIT_QUARTER, true, false, false},
    {"квартал", UNIT_QUARTER, true, true, false},   {"квартала", UNIT_QUARTER, true, true, false},
    {"квартал*", UNIT_QUARTER, true, false, false}, {"year", UNIT_YEAR, true, true, false},
    {"years", UNIT_YEAR, true, false, false},       {"год", UNIT_YEAR, true, true, false},
    {"года", UNIT_YEAR, true, true, false},         {"лет", UNIT_YEAR, true, false, false},
    {"ch", UNIT_CLOCK_HOUR, false, false, false},   {"сутки", UNIT_CLOCK_DAY, true, true, false},
    {"суток", UNIT_CLOCK_DAY, true, true, false},
};

/* They stand before or after the unit. */
static const struct {
	const char *word;
	enum unit_nature nature;
} natures[] = {
    {"раб*", UNIT_NATURE_WORKING},        {"р", UNIT_NATURE_WORKING},
    {"working", UNIT_NATURE_WORKING},     {"business", UNIT_NATURE_WORKING},
    {"work", UNIT_NATURE_WORKING},        {"biz", UNIT_NATURE_WORKING},
    {"bus", UNIT_NATURE_WORKING},         {"кален*", UNIT_NATURE_CALENDAR},
    {"кал", UNIT_NATURE_CALENDAR},        {"к", UNIT_NATURE_CALENDAR},
    {"calendar", UNIT_NATURE_CALENDAR},   {"cal", UNIT_NATURE_CALENDAR},
    {"подряд", UNIT_NATURE_ROUND},        {"астрономич*", UNIT_NATURE_ROUND},
    {"круглосуточно", UNIT_NATURE_ROUND}, {"consecutive", UNIT_NATURE_ROUND},
    {"clock", UNIT_NATURE_CLOCK},
};

static const struct {
	const char *word;
	int number;
} numbers[] = {
    {"один", 1},
    {"одна", 1},
    {"одно", 1},
    {"одни", 1},
    {"одного", 1},
    {"одной", 1},
    {"одну", 1},
    {"одних", 1},
    {"два", 2},
    {"две", 2},
    {"двух", 2},
    {"двое", 2},
    {"три", 3},
    {"трех", 3},
    {"трое", 3},
    {"четыре", 4},
    {"четырех", 4},
    {"четверо", 4},
    {"пять", 5},
    {"пяти", 5},
    {"шесть", 6},
    {"шести", 6},
    {"семь", 7},
    {"семи", 7},
    {"восемь", 8},
    {"восьми", 8},
    {"девять", 9},
    {"девяти", 9},
    {"десять", 10},
    {"десяти", 10},
    {"одиннадцат*", 11},
    {"двенадцат*", 12},
    {"тринадцат*", 13},
    {"четырнадцат*", 14},
    {"пятнадцат*", 15},
    {"шестнадцат*", 16},
    {"семнадцат*", 17},
    {"восемнадцат*", 18},
    {"девятнадцат*", 19},
    {"двадцать", 20},
    {"двадцати", 20},
    {"тридцать", 30},
    {"тридцати", 30},
    {"сорок", 40},
    {"сорока", 40},
    {"пятьдесят", 50},
    {"пятидесяти", 50},
    {"шестьдесят", 60},
    {"шестидесяти", 60},
    {"семьдесят", 70},
    {"семидесяти", 70},
    {"восемьдесят", 80},
    {"восьмидесяти", 80},
    {"девяносто", 90},
    {"девяноста", 90},
    {"сто", 100},
    {"ста", 100},
    {"a", 1},
    {"an", 1},
    {"one", 1},
    {"two", 2},
    {"three", 3},
    {"four", 4},
    {"five", 5},
    {"six", 6},
    {"seven", 7},
    {"eight", 8},
    {"nine", 9},
    {"ten", 10},
    {"eleven", 11},
    {"twelve", 12},
    {"thirteen", 13},
    {"fourteen", 14},
    {"fifteen", 15},
    {"sixteen", 16},
    {"seventeen", 17},
    {"eighteen", 18},
    {"nineteen", 19},
    {"twenty", 20},
    {"thirty", 30},
    {"forty", 40},
    {"fifty", 50},
    {"sixty", 60},
    {"seventy", 70},
    {"eighty", 80},
    {"ninety", 90},
};

/* Longer ones come before those they begin with. */
static const struct {
	const char *text;
	enum limit limit;
} limits[] = {
    {"до ", LIMIT_UP_TO},
    {"up to ", LIMIT_UP_TO},
    {"<=", LIMIT_UP_TO},
    {"≤", LIMIT_UP_TO},
    {"не более чем за ", LIMIT_NO_MORE},
    {"не более, чем за ", LIMIT_NO_MORE},
    {"не более ", LIMIT_NO_MORE},
    {"не больше ", LIMIT_NO_MORE},
    {"no more than ", LIMIT_NO_MORE},
    {"not more than ", LIMIT_NO_MORE},
    {"at most ", LIMIT_NO_MORE},
    {"максимум за ", LIMIT_NO_MORE},
    {"максимум ", LIMIT_NO_MORE},
    {"макс. ", LIMIT_NO_MORE},
    {"не дольше чем ", LIMIT_NO_MORE},
    {"не дольше ", LIMIT_NO_MORE},
    {"не свыше ", LIMIT_NO_MORE},
    {"maximum ", LIMIT_NO_MORE},
    {"max. ", LIMIT_NO_MORE},
    {"max ", LIMIT_NO_MORE},
    {"no longer than ", LIMIT_NO_MORE},
    {"not longer than ", LIMIT_NO_MORE},
    {"не менее чем через ", LIMIT_NO_LESS},
    {"не менее чем ", LIMIT_NO_LESS},
    {"не ранее чем через ", LIMIT_NO_LESS},
    {"не раньше чем через ", LIMIT_NO_LESS},
    {"минимум через ", LIMIT_NO_LESS},
    {"минимум ", LIMIT_NO_LESS},
    {"мин. ", LIMIT_NO_LESS},
    {"как минимум ", LIMIT_NO_LESS},
    {"minimum ", LIMIT_NO_LESS},
    {"min. ", LIMIT_NO_LESS},
    {"min ", LIMIT_NO_LESS},
    {"no earlier than ", LIMIT_NO_LESS},
    {"no sooner than ", LIMIT_NO_LESS},
    {"не менее ", LIMIT_NO_LESS},
    {"не меньше ", LIMIT_NO_LESS},
    {"no less than ", LIMIT_NO_LESS},
    {"not less than ", LIMIT_NO_LESS},
    {"at least ", LIMIT_NO_LESS},
    {"в течение ", LIMIT_WITHIN},
    {"в течении ", LIMIT_WITHIN},
    {"в срок ", LIMIT_WITHIN},
    {"within ", LIMIT_WITHIN},
    {"не позднее чем через ", LIMIT_NO_LATER},
    {"не позднее ", LIMIT_NO_LATER},
    {"не позже ", LIMIT_NO_LATER},
    {"no later than ", LIMIT_NO_LATER},
    {"not later than ", LIMIT_NO_LATER},
};

/* Words of a moment. */
static const char *const moments[] = {
    "понедельник*", "вторник*",   "среда",    "среды",   "среду",     "четверг*", "пятниц*",
    "суббот*",      "воскресен*", "завтра*",  "сегодня", "полудня",   "полуночи", "числа",
    "число",        "числу",      "конца",    "январ*",  "феврал*",   "март*",    "апрел*",
    "мая",          "май",        "июн*",     "июл*",    "август*",   "сентябр*", "октябр*",
    "ноябр*",       "декабр*",    "monday",   "tuesday", "wednesday", "thursday", "friday",
    "saturday",     "sunday",     "tomorrow", "today",   "noon",      "midnight", "january",
    "february",     "march",      "april",    "june",    "july",      "august",   "september",
    "october",      "november",   "december", "end",     "eod",       "cob",      "eob",
    "eow",          "eom",        "eoq",      "eoy",     "next",      "morning",  "evening",
    "следующ*",     "вечера",     "вечеру",   "вечером", "утра",      "утру",     "утром",
    "обеда",        "обеду",      "концу",
};

/* What begins a text that names no time. */
static const char *const vague[] = {
    "срочно",
    "немедленно",
    "незамедлительно",
    "сразу",
    "как можно ",
    "в кратчайш",
    "в разумный",
    "по договор",
    "по соглас",
    "по возможности",
    "в тот же день",
    "день в день",
    "asap",
    "as soon as",
    "immediately",
    "at once",
    "right away",
    "urgent",
    "promptly",
    "without delay",
    "by agreement",
    "within a reasona",
    "same day",
    "as agreed",
    "as needed",
    "по мере необх",
    "по необходимости",
    "~",
    "примерно",
    "приблизительно",
    "ориентировочно",
    "около ",
    "несколько",
    "пару ",
    "about ",
    "around ",
    "roughly",
    "approx",
    "circa ",
    "a few ",
    "few ",
    "several ",
    "a couple",
    "couple ",
    "tbd",
    "tbc",
    "уточн",
    NULL,
};

static const char *const lasting[] = {
    "круглосуточно",    "24/7",       "24x7",        "24 x 7",     "24х7",
    "24 х 7",           "ежедневно",  "еженедельно", "ежемесячно", "ежеквартально",
    "ежегодно",         "каждый ",    "каждую ",     "каждые ",    "регулярно",
    "раз в ",           "непрерывно", "всегда",      "daily",      "weekly",
    "monthly",          "quarterly",  "yearly",      "every ",     "regularly",
    "once a ",          "always",     "permanent",   "continuous", "round the clock",
    "around the clock", NULL,
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

const struct unit_word *
duration_unit(const char *word, size_t length)
{
	for (size_t i = 0; i < COUNT(units); i++)
		if (parse_word_matches(word, length, units[i].word))
			return &units[i];
	return NULL;
}

enum unit_nature
duration_nature(const char *word, size_t length)
{
	for (size_t i = 0; i < COUNT(natures); i++)
		if (parse_word_matches(word, length, natures[i].word))
			return natures[i].nature;
	return UNIT_NATURE_NONE;
}

/* Days, months … by the calendar; hours, minutes by the clock. */
static enum unit
calendar_unit(enum unit unit)
{
	switch (unit) {
	case UNIT_DAY:
		return UNIT_CALENDAR_DAY;
	case UNIT_HOUR:
		return UNIT_CLOCK_HOUR;
	case UNIT_MINUTE:
		return UNIT_CLOCK_MINUTE;
	case UNIT_WEEK:
		return UNIT_NONE;
	default:
		return unit;
	}
}

static enum unit
clock_unit(enum unit unit, bool days)
{
	if (unit == UNIT_HOUR || unit == UNIT_CLOCK_HOUR)
		return UNIT_CLOCK_HOUR;
	if (unit == UNIT_MINUTE)
		return UNIT_CLOCK_MINUTE;
	return unit == UNIT_CLOCK_DAY || (days && unit == UNIT_DAY) ? UNIT_CLOCK_DAY : UNIT_NONE;
}

enum unit
duration_unit_as(enum unit unit, enum unit_nature nature)
{
	switch (nature) {
	case UNIT_NATURE_WORKING:
		return unit <= UNIT_WEEK ? unit : UNIT_NONE;
	case UNIT_NATURE_CALENDAR:
		return calendar_unit(unit);
	case UNIT_NATURE_ROUND:
	case UNIT_NATURE_CLOCK:
		return clock_unit(unit, nature == UNIT_NATURE_CLOCK);
	case UNIT_NATURE_NONE:
		break;
	}
	return unit;
}

int
duration_number(const char *word, size_t length)
{
	for (size_t i = 0; i < COUNT(numbers); i++)
		if (parse_word_matches(word, length, numbers[i].word))
			return numbers[i].number;
	return 0;
}

enum limit
duration_limit(const char *text, size_t *length)
{
	for (size_t i = 0; i < COUNT(limits); i++) {
		*length = strlen(limits[i].text);
		if (strncmp(text, limits[i].text, *length) == 0)
			return limits[i].limit;
	}
	*length = 0;
	return LIMIT_NONE;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* 18:00, 5.12.2026, 2026-12-05: `form` has 9 for any digit, and the text begins with it. */
static bool
has_form(const char *text, const char *form)
{
	for (; *form; form++, text++)
		if (*form == '9' ? !is_digit(*text) : *form != *text)
			return false;
	return true;
}

bool
duration_is_moment(const char *text)
{
	static const char *const forms[] = {"9:99",       "9.99.99",    "9.9.99", "9999-99-99",
					    "99-99-9999", "99/99/9999", "9st",    "9nd",
					    "9rd",        "9th"};
	while (*text) {
		size_t length = parse_word_length(text);
		for (size_t i = 0; i < COUNT(forms); i++)
			if (has_form(text, forms[i]))
				return true;
		for (size_t i = 0; length && i < COUNT(moments); i++)
			if (parse_word_matches(text, length, moments[i]))
				return true;
		if (!length)
			utf8_next(&text);
		text += length;
	}
	return false;
}

bool
duration_is_vague(const char *text)
{
	return listed_begins(vague, text);
}

bool
duration_is_lasting(const char *text)
{
	return listed_begins(lasting, text);
}
